-- Why: behind row-level security an index on lower(email) is never used, because lower() is not leakproof; a column of its own is.

alter table people add column email_key text generated always as (lower(email)) stored;
create unique index people_email_key on people (workspace_id, email_key) where email_key is not null;
drop index people_email;
