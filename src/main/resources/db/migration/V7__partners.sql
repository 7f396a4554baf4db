-- Idempotency keys of requests that brought files, so that a repeated request gets the answer of the first.
create table request_key (
    partner_id  text        not null,
    key         text        not null,
    -- of the body as it was meant: after gzip, before zip
    sha256      bytea       not null,
    submissions uuid[]      not null,
    created_at  timestamptz not null,
    primary key (partner_id, key)
);

-- What partners are to be told by their webhooks: written in the transaction of what happened, repeated until it is delivered
-- or given up. No patient data.
create table webhook_call (
    id              uuid primary key,
    partner_id      text        not null,
    event           text        not null check (event in ('verdict', 'payer-answer')),
    submission_id   uuid        not null,
    created_at      timestamptz not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    state           text        not null check (state in ('READY', 'DELIVERED', 'GIVEN_UP')),
    last_error      text
);
create index webhook_call_ready on webhook_call (next_attempt_at) where state = 'READY';
create index webhook_call_of_submission on webhook_call (submission_id);

-- Who has a webhook, as conf/partners.yaml says: what happens to the files of others makes no call.
create table webhook_partner (
    partner_id text   primary key,
    events     text[] not null
);

-- Who sent, read and changed what. Only added to: a trigger refuses everything else, to the gateway's own user too.
create table audit_event (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    -- whose data it was; null where it is not one partner's
    partner_id text,
    -- who did it: key:ID of an API key, a channel, or a part of the gateway
    actor      text        not null,
    action     text        not null,
    -- id of the file or claim, or what else it concerned; no element value
    object     text        not null,
    detail     jsonb
);
create index audit_event_of_partner on audit_event (partner_id, at);
create index audit_event_of_object on audit_event (object);

create function audit_event_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'audit_event is only added to';
end $$;
create trigger audit_event_rows before update or delete on audit_event
    for each row execute function audit_event_is_kept();
create trigger audit_event_table before truncate on audit_event
    for each statement execute function audit_event_is_kept();

-- What retention removes is found by these.
create index submission_received on submission (received_at);
create index interchange_seen_of_submission on interchange_seen (submission_id);
create index request_key_created on request_key (created_at);
create index claim_status_of_reply on claim_status (payer_reply_id);

-- Which key the bytes are sealed with (AES-GCM); null where they stand as they are.
alter table submission_chunk add key_id text;
alter table acknowledgement_chunk add key_id text;
alter table outbound_interchange add key_id text;
alter table payer_reply add key_id text;
