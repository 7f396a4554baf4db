-- Partners take turns: the next one who has a file waiting is found in one probe, however many files another has.
create index submission_waiting_by_partner on submission (partner_id, received_at) where state = 'RECEIVED';
drop index submission_waiting;
