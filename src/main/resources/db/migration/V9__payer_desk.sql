-- What stands between us and a payer beside its breaker, on every gateway of this database: an operator's hold, and the pause
-- that the payer itself asked for. A row is made when the first of them comes.
create table payer_gate (
    payer_id     text primary key,
    held_at      timestamptz,
    -- id of the operator, and what he wrote
    held_by      text,
    note         text,
    paused_until timestamptz
);

-- Sent, acknowledged and answered are separate facts: its first TA1, its first 999 or rejection, and the answer after which
-- none of its claims waited any more.
alter table outbound_interchange add column ta1_at timestamptz;
alter table outbound_interchange add column acknowledged_at timestamptz;
alter table outbound_interchange add column answered_at timestamptz;

-- An 835 tells of payment: statuses holds CLP02.
alter table claim_status drop constraint claim_status_kind_check;
alter table claim_status add constraint claim_status_kind_check check (kind in ('TA1', '999', '277CA', '835'));
create index claim_of_payer_by_number on claim (payer_id, patient_control_number) where outbound_id is not null;

-- Replies that somebody has to look at.
create index payer_reply_odd on payer_reply (received_at) where state in ('UNMATCHED', 'UNREADABLE') or note is not null;
