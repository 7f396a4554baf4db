-- A file that came in a format of its sender's own: the name of the format; null for X12. What was made of it, an 837P, stands
-- in submission_chunk and goes the normal way; the bytes as they came move here, in the transaction of the verdict.
alter table submission add column format text;
create table submission_original (
    submission_id uuid  not null references submission,
    sequence      int   not null,
    bytes         bytea not null,
    key_id        text,
    primary key (submission_id, sequence)
);
alter table submission_original alter column bytes set storage external;
-- ISA13 of what we make.
create sequence converted_control_number maxvalue 999999999 cycle;

-- Senders of such files find two more things in mailbox and folder: the 837P, or a report of what was wrong.
alter table acknowledgement drop constraint acknowledgement_kind_check;
alter table acknowledgement add constraint acknowledgement_kind_check
    check (kind in ('TA1', '999', '277CA', '837P', 'REPORT')) not valid;

-- Whose acknowledgements lie in his SFTP outbox whichever way the file came, as conf/partners.yaml says.
create table outbox_partner (
    partner_id text primary key
);
-- Of those, the acknowledgements of files that did not come by SFTP; null for all others. Beside mailbox, because those of a
-- drop folder are written there as well.
alter table acknowledgement add column outbox text check (outbox in ('WAITING', 'REMOVED'));
create index acknowledgement_in_outbox on acknowledgement (partner_id, control_number) where outbox = 'WAITING';
