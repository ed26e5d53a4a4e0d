-- Why: a value that a person gave herself is not overwritten by the next import, and a value that history tells stays true.

create table attribute_origins (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  person_id uuid not null,
  name text not null,
  source text not null constraint attribute_origins_source check (source in ('answer', 'member')),
  response_id uuid,
  said_at timestamptz not null,
  given jsonb,
  primary key (workspace_id, person_id, name),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, response_id) references responses on delete set null (response_id)
);
create index attribute_origins_response on attribute_origins (workspace_id, response_id) where response_id is not null;
comment on table attribute_origins is 'Attributes that a person gave in an answer, or that a member entered against one; all others are given or computed.';
comment on column attribute_origins.given is 'What import or API says meanwhile; it comes back when the answer is taken back.';

create table attribute_refreshes (
  workspace_id uuid primary key default nullif(current_setting('app.workspace_id', true), '')::uuid
    references workspaces on delete cascade,
  due_at timestamptz not null default now(),
  with_answers boolean not null default true,
  after_person uuid,
  dropped text[] not null default '{}',
  finished_at timestamptz
);
create index attribute_refreshes_due on attribute_refreshes (due_at);
comment on table attribute_refreshes is 'Work list: attributes by rule are found anew for everybody, in portions of people, after a rule changed and each night.';
comment on column attribute_refreshes.with_answers is 'After a change of rules and imports answers are read too; each night only history is, because days pass.';
comment on column attribute_refreshes.dropped is 'Names that have no rule any more: their values go away.';

do $$
declare walled text;
begin
  foreach walled in array array['attribute_origins', 'attribute_refreshes'] loop
    execute format('alter table %I enable row level security', walled);
    execute format($policy$create policy workspace_wall on %I to echolot_app
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$policy$, walled);
    execute format('grant select, insert, update, delete on %I to echolot_app', walled);
  end loop;
end $$;
