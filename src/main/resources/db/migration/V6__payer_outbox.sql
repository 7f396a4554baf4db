-- An outbound interchange may hold several transaction sets; a payer's 999 answers each for itself.
alter table outbound_interchange add column set_count int not null default 1;
-- ST02 of the set that carries the claim.
alter table claim add column outbound_set int not null default 1;

-- 2010AA NM109 of its claims: an interchange waits while an earlier one with a provider in common is not delivered.
alter table outbound_interchange add column billing_providers text[] not null default '{}';

-- What payers still owe an answer for.
create index outbound_unanswered on outbound_interchange (payer_id, sent_at) where state = 'SENT';
create index claim_unanswered on claim (payer_id, outbound_id) where state = 'SENT';
