-- The bytes of files lie in a partition for each month of their ids, which are UUIDs of version 7 from now on, so that a month
-- goes at once. What there is stays where it is: the table becomes the default partition, and its rows go one by one.
--
-- Chunks no longer look up the row of their file: they are written by the transaction that makes that row or holds its lock, and
-- go after it (Retention). With a foreign key, making a partition would lock submission and wait for every upload under way.
alter table submission_chunk drop constraint submission_chunk_submission_id_fkey;
alter table submission_chunk rename to submission_chunk_other;
alter table submission_chunk_other rename constraint submission_chunk_pkey to submission_chunk_other_pkey;
create table submission_chunk (
    submission_id uuid  not null,
    sequence      int   not null,
    bytes         bytea not null,
    key_id        text,
    primary key (submission_id, sequence)
) partition by range (submission_id);
alter table submission_chunk alter column bytes set storage external;
alter table submission_chunk attach partition submission_chunk_other default;
