-- Why: customers and past answers come in once, with every rejected row told and no row doubled.

create table imports (
  workspace_id uuid not null references workspaces on delete cascade,
  import_id uuid not null default gen_random_uuid(),
  kind text not null constraint imports_kind check (kind in ('people', 'responses', 'touchpoints')),
  file_name text not null,
  file_hash bytea,
  mapping jsonb not null,
  dry_run boolean not null default false,
  survey_id uuid,
  wave_id uuid,
  state text not null default 'waiting' constraint imports_state check (state in ('waiting', 'running', 'done', 'failed')),
  problem text,
  rows_read bigint not null default 0,
  rows_added bigint not null default 0,
  rows_changed bigint not null default 0,
  rows_known bigint not null default 0,
  rows_rejected bigint not null default 0,
  bytes_read bigint not null default 0,
  bytes_total bigint,
  created_by text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (workspace_id, import_id)
);
create index imports_newest on imports (workspace_id, created_at desc);
comment on table imports is 'One run over one file: its mapping, progress and counts.';

create table import_rejections (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  column_name text,
  value text,
  reason text not null,
  cells jsonb not null,
  primary key (workspace_id, import_id, row_number),
  foreign key (workspace_id, import_id) references imports on delete cascade
);
comment on table import_rejections is 'Rows that were not taken, with the reason, for the downloadable file.';

create table import_mappings (
  workspace_id uuid not null references workspaces on delete cascade,
  header_signature bytea not null,
  kind text not null,
  mapping jsonb not null,
  used_at timestamptz not null default now(),
  primary key (workspace_id, header_signature, kind)
);
comment on table import_mappings is 'The mapping that was used last for a header, offered again.';
