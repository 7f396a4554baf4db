-- Files that come by SFTP or drop folder have a name. STAGED: put into an inbox under a temporary name, to be renamed or removed
-- by its sender; nobody works on it.
alter table submission add column file_name text;
alter table submission drop constraint submission_state_check;
alter table submission add constraint submission_state_check
    check (state in ('STAGED', 'RECEIVED', 'VALIDATED', 'UNREADABLE', 'FAILED'));
create unique index submission_staged on submission (partner_id, file_name) where state = 'STAGED';
create index submission_named on submission (partner_id, received_at desc) include (byte_count) where file_name is not null;

-- Where an acknowledgement waits for its submitter: by SFTP until he removes it, by folder until it is written there.
alter table acknowledgement add column mailbox text check (mailbox in ('SFTP', 'FOLDER'));
alter table acknowledgement add column removed_at timestamptz;
create index acknowledgement_in_mailbox on acknowledgement (partner_id, mailbox, control_number)
    where mailbox is not null and removed_at is null;

-- Files taken from drop folders, written with them in one transaction: one that a crash left in its folder is not taken twice.
create table folder_file (
    partner_id         text   not null,
    file_name          text   not null,
    byte_count         bigint not null,
    modified_at_millis bigint not null,
    sha256             bytea  not null,
    submission_id      uuid   not null references submission,
    primary key (partner_id, file_name, byte_count, modified_at_millis, sha256)
);
create index folder_file_of_submission on folder_file (submission_id);
