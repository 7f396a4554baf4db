-- Claims are written by the transaction that holds the lock on their file's row, and removed with it (Retention). Looking that
-- row up again for each of a hundred thousand claims took a quarter of the time of writing them.
alter table claim drop constraint claim_submission_id_fkey;
