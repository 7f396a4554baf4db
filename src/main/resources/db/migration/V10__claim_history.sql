-- Later claims of a patient are judged by those accepted before. Rows made before this have no history.
-- patient_key is a keyed hash of sender and patient, history what later claims need of an accepted one (PackedClaim), sealed
-- like raw bytes; both null where a claim was rejected.
alter table claim add column patient_key bigint;
alter table claim add column history bytea;
alter table claim add column history_key_id text;
create index claim_of_patient on claim (patient_key, service_to) where patient_key is not null;

-- A correction names its original by the payer's number.
create index claim_status_by_payer_number on claim_status (payer_claim_number) where payer_claim_number <> '';

-- The key of patient_key: made by the first gateway that needs it, sealed with the first key of database.encryption, if any.
create table patient_secret (
    one    boolean primary key default true check (one),
    secret bytea   not null,
    key_id text
);
