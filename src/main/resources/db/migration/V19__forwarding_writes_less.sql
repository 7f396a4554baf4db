-- A claim's row is written anew on its way to the payer and back, thousands at a time. So no index of it is about what changes, and
-- it has room beside it: then these writes touch neither an index nor another page (HOT).
alter table claim set (fillfactor = 50);

-- Claims that wait to be made into interchanges. Many come and go, and who looks for the next ones meets those that are gone.
drop index claim_waiting;
create table waiting_claim (
    payer_id text   not null,
    claim_id bigint not null,
    primary key (payer_id, claim_id)
);
insert into waiting_claim select payer_id, id from claim where state = 'WAITING' and payer_id is not null;

-- An interchange knows its claims, in their order in it.
alter table outbound_interchange add column claim_ids bigint[] not null default '{}';
update outbound_interchange o set claim_ids = array(select id from claim where outbound_id = o.id order by id);
drop index claim_of_outbound;

-- What a payer still owes an answer for is found by interchange.
drop index claim_unanswered;
create index outbound_open on outbound_interchange (payer_id, sent_at) where answered_at is null;
update outbound_interchange o set answered_at = acknowledged_at
where state = 'REJECTED' and answered_at is null
  and not exists (select 1 from claim c where c.id = any(o.claim_ids) and c.state in ('QUEUED', 'SENT'));
-- One index serves the submitter's question and the payer's: both ask for one number.
drop index claim_by_number;
drop index claim_of_payer_by_number;
create index claim_by_number on claim (patient_control_number, partner_id);

-- A claim in an interchange is QUEUED until its payer answers for it: that it was sent is told by its interchange, and no longer
-- written to each claim. Of those sent before this some say SENT.
create function claim_state(claim text, interchange text) returns text language sql immutable
    return case when claim = 'QUEUED' and interchange <> 'READY' then 'SENT' else claim end;

-- What a payer's TA1 or 999 says of all claims of an interchange, or of one transaction set of it, is told once. What came before
-- this stands in claim_status for each of them.
create table outbound_status (
    id             bigint generated always as identity primary key,
    outbound_id    bigint      not null references outbound_interchange on delete cascade,
    -- ST02; 0: of every set
    outbound_set   int         not null,
    payer_reply_id bigint      not null references payer_reply,
    kind           text        not null check (kind in ('TA1', '999')),
    accepted       boolean     not null,
    statuses       text        not null,
    recorded_at    timestamptz not null
);
create index outbound_status_of_interchange on outbound_status (outbound_id);
create index outbound_status_of_reply on outbound_status (payer_reply_id);

-- Statuses are written by the transaction that holds the locks on their reply and on the interchange of their claim, and removed
-- before either (Retention). Looking both rows up again, and locking them, for each status cost as much as writing it.
alter table claim_status drop constraint claim_status_claim_id_fkey;
alter table claim_status drop constraint claim_status_payer_reply_id_fkey;
