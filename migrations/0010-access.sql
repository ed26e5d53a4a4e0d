-- Why: members can be deactivated, members are invited inside the wall, and a repeated POST gets its reply back byte for byte.

alter table members add column deactivated_at timestamptz;

alter table idempotency_keys alter column reply type text using reply::text;

alter table account_tokens drop constraint account_tokens_purpose;
alter table account_tokens add constraint account_tokens_purpose
  check (purpose in ('set_up', 'invitation', 'password_reset', 'sign_in'));
create index account_tokens_workspace on account_tokens (workspace_id, created_at desc) where workspace_id is not null;
comment on table account_tokens is 'One-time links (set-up, invitation of a member, password reset, sign-in), stored as SHA-256, bound to their purpose.';

alter table account_tokens enable row level security;
create policy workspace_wall on account_tokens to echolot_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
alter table account_tokens alter column workspace_id
  set default nullif(current_setting('app.workspace_id', true), '')::uuid;
grant select, insert, update, delete on account_tokens to echolot_app;
