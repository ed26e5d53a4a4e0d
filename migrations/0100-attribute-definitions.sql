-- Why: what an attribute of people is (a number in bands, a date read as age, a region below its country) is said once,
-- so that every cut, filter and import reads its values the same way.

create table attribute_definitions (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid
    references workspaces on delete cascade,
  name text not null constraint attribute_definitions_name check (length(name) between 1 and 100),
  label text constraint attribute_definitions_label check (length(label) between 1 and 100),
  type text not null constraint attribute_definitions_type check (type in ('text', 'number', 'date', 'flag')),
  bands jsonb constraint attribute_definitions_bands check (bands is null or type in ('number', 'date')),
  parent text constraint attribute_definitions_parent check (parent is null or (type = 'text' and parent <> name)),
  source text not null default 'given' constraint attribute_definitions_source check (source in ('given', 'answer', 'computed')),
  rule jsonb constraint attribute_definitions_rule check ((source = 'given') = (rule is null)),
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (workspace_id, name)
);
comment on table attribute_definitions is 'What an attribute of people means; one without a definition is text as it came.';
comment on column attribute_definitions.name is 'The key in people.attributes and in the snapshot that answers keep.';
comment on column attribute_definitions.bands is 'Of a number, or of a date as whole years since: [{below, label}] in order, the last one open (below null).';
comment on column attribute_definitions.parent is 'The attribute above this one: a region is read below its country.';
comment on column attribute_definitions.source is 'Given by people or import, taken from an answer, or computed from history by the rule.';

alter table attribute_definitions enable row level security;
create policy workspace_wall on attribute_definitions to echolot_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
grant select, insert, update, delete on attribute_definitions to echolot_app;
