-- A received file. Its bytes stand once, in submission_chunk, and are the truth; all else can be rebuilt from them.
create table submission (
    id           uuid primary key,
    partner_id   text        not null,
    channel      text        not null check (channel in ('HTTP', 'SFTP', 'FOLDER')),
    received_at  timestamptz not null,
    byte_count   bigint      not null,
    sha256       bytea       not null,
    state        text        not null check (state in ('RECEIVED', 'VALIDATED', 'UNREADABLE', 'FAILED')),
    attempts     int         not null default 0,
    validated_at timestamptz,
    -- what the verdict was, as GET /v1/interchanges/{id} tells it; no element values but control numbers
    summary      jsonb
);
create index submission_waiting on submission (received_at) where state = 'RECEIVED';
create index submission_of_partner on submission (partner_id, received_at desc);

create table submission_chunk (
    submission_id uuid  not null references submission,
    sequence      int   not null,
    bytes         bytea not null,
    primary key (submission_id, sequence)
);
alter table submission_chunk alter column bytes set storage external;

-- Which interchanges were taken, so that a second one with the same control number is answered TA1 025.
create table interchange_seen (
    partner_id     text not null,
    sender         text not null,
    receiver       text not null,
    control_number text not null,
    submission_id  uuid not null references submission,
    primary key (partner_id, sender, receiver, control_number)
);

create table claim (
    id                     bigint generated always as identity primary key,
    submission_id          uuid     not null references submission,
    partner_id             text     not null,
    interchange_ordinal    int      not null,
    group_ordinal          int      not null,
    set_ordinal            int      not null,
    ordinal                int      not null,
    patient_control_number text     not null,
    charge_cents           bigint   not null,
    line_count             smallint not null,
    service_from           int      not null,
    service_to             int      not null,
    billing_npi            text     not null,
    payer_code             text     not null,
    payer_id               text,
    state                  text     not null check (state in ('REJECTED', 'SET_REJECTED', 'WAITING', 'QUEUED', 'SENT',
                                        'PAYER_ACCEPTED', 'PAYER_REJECTED', 'NEEDS_ATTENTION')),
    -- our own 277CA statuses, such as 'A8:400 A8:178'; empty when accepted
    statuses               text     not null,
    -- what the operator has to know of a claim that NEEDS_ATTENTION; no element value
    note                   text     not null default '',
    -- where its parts lie in the file: header, billing provider, subscriber, patient, claim; from and to in turn
    ranges                 bigint[] not null,
    outbound_id            bigint
);
create index claim_of_submission on claim (submission_id, id);
create index claim_by_number on claim (partner_id, patient_control_number);
create index claim_waiting on claim (payer_id, id) where state = 'WAITING';
create index claim_of_outbound on claim (outbound_id) where outbound_id is not null;

-- What we answered. Validation's own acknowledgements name the submission; those passed on from a payer may answer several.
create table acknowledgement (
    id                  bigint generated always as identity primary key,
    submission_id       uuid references submission,
    partner_id          text        not null,
    kind                text        not null check (kind in ('TA1', '999', '277CA')),
    origin              text        not null check (origin in ('GATEWAY', 'PAYER')),
    interchange_ordinal int         not null,
    control_number      int         not null,
    byte_count          bigint      not null,
    created_at          timestamptz not null
);
create index acknowledgement_of_submission on acknowledgement (submission_id, id);
create table acknowledgement_chunk (
    acknowledgement_id bigint not null references acknowledgement,
    sequence           int    not null,
    bytes              bytea  not null,
    primary key (acknowledgement_id, sequence)
);
create sequence acknowledgement_control_number maxvalue 999999999 cycle;
