-- Operators are told of payers' late and odd answers by calls of their own webhook, through the same outbox: partner_id is then
-- *operators, which no partner can be called. What is told stands in alert, without element values; of one thing there is one call.
alter table webhook_call drop constraint webhook_call_event_check;
alter table webhook_call add constraint webhook_call_event_check
    check (event in ('verdict', 'payer-answer', 'payer-alert'));
alter table webhook_call alter column submission_id drop not null;
alter table webhook_call add column alert jsonb;
alter table webhook_call add column alert_key text unique;
alter table webhook_call add constraint webhook_call_subject_check check ((submission_id is null) = (alert is not null));
