-- The envelope of each received interchange: forwarding its claims and answering for their payers need it.
create table interchange (
    submission_id      uuid  not null references submission,
    ordinal            int   not null,
    -- element, repetition, component, segment: one byte each
    delimiters         bytea not null check (octet_length(delimiters) = 4),
    usage              text  not null,
    sender_qualifier   text  not null,
    sender_id          text  not null,
    receiver_qualifier text  not null,
    receiver_id        text  not null,
    primary key (submission_id, ordinal)
);

create table payer_control_number (
    payer_id text primary key,
    next     int not null check (next between 1 and 999999999)
);

-- What we sent or will send: committed with its bytes and control number before the first byte leaves.
create table outbound_interchange (
    id              bigint generated always as identity primary key,
    payer_id        text        not null,
    control_number  int         not null,
    originator_id   text        not null,
    claim_count     int         not null,
    bytes           bytea       not null,
    state           text        not null check (state in ('READY', 'SENT', 'ACCEPTED', 'REJECTED')),
    attempts        int         not null default 0,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    sent_at         timestamptz,
    last_error      text,
    unique (payer_id, control_number)
);
alter table outbound_interchange alter column bytes set storage external;
create index outbound_ready on outbound_interchange (payer_id, next_attempt_at) where state = 'READY';
create index outbound_by_originator on outbound_interchange (payer_id, originator_id);

-- What a payer answered, kept as received; one row however often it is fetched.
create table payer_reply (
    id          bigint generated always as identity primary key,
    payer_id    text        not null,
    sha256      bytea       not null,
    bytes       bytea       not null,
    received_at timestamptz not null,
    state       text        not null check (state in ('RECEIVED', 'APPLIED', 'UNMATCHED', 'UNREADABLE')),
    note        text,
    attempts    int         not null default 0,
    unique (payer_id, sha256)
);
create index payer_reply_waiting on payer_reply (payer_id, attempts, id) where state = 'RECEIVED';

create table claim_status (
    id                 bigint generated always as identity primary key,
    claim_id           bigint      not null references claim,
    payer_reply_id     bigint      not null references payer_reply,
    kind               text        not null check (kind in ('TA1', '999', '277CA')),
    accepted           boolean     not null,
    statuses           text        not null,
    payer_claim_number text        not null,
    recorded_at        timestamptz not null
);
create index claim_status_of_claim on claim_status (claim_id, id);
