-- Why: two members do not answer the same customer without knowing of each other, and a call says whether somebody was reached.

create table case_presences (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  case_id uuid not null,
  account_id uuid not null references accounts on delete cascade,
  writing boolean not null default false,
  seen_at timestamptz not null default now(),
  primary key (workspace_id, case_id, account_id),
  foreign key (workspace_id, case_id) references cases on delete cascade
);
comment on table case_presences is 'Who has a case open just now, and whether they are writing: the warning before two reply.';

alter table case_presences enable row level security;
create policy workspace_wall on case_presences to echolot_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on case_presences to echolot_app;
create index case_presences_account on case_presences (account_id);

alter table case_contacts add column reached boolean;
