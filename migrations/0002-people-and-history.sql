-- Why: whom we may ask, on which legal basis, and everything that happened with them before.

create table people (
  workspace_id uuid not null references workspaces on delete cascade,
  person_id uuid not null default gen_random_uuid(),
  external_id text,
  email text,
  phone text,
  name text,
  company text,
  language text,
  country text,
  time_zone text,
  attributes jsonb not null default '{}',
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (workspace_id, person_id)
);
create unique index people_external_id on people (workspace_id, external_id) where external_id is not null;
create unique index people_email on people (workspace_id, lower(email)) where email is not null;
create index people_attributes on people using gin (attributes jsonb_path_ops);
comment on table people is 'Customers: identity, language and typed attributes (size, plan, annual_value in euro, since ...).';

create table addresses (
  workspace_id uuid not null references workspaces on delete cascade,
  channel text not null,
  address_key bytea not null,
  suppressed_at timestamptz,
  suppression_reason text constraint addresses_reason check (suppression_reason in ('objection', 'hard_bounce', 'complaint', 'erasure', 'operator')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, channel, address_key)
);
comment on table addresses is 'One row per address and channel, keyed by HMAC: the lock that sends and objections share; survives the deletion of the person.';

create table permissions (
  workspace_id uuid not null,
  person_id uuid not null,
  channel text not null,
  basis text not null constraint permissions_basis check (basis in ('consent', 'existing_customer', 'none')),
  evidence jsonb not null default '{}',
  recorded_by text,
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, person_id, channel),
  foreign key (workspace_id, person_id) references people on delete cascade
);
comment on table permissions is 'Legal basis per person and channel with its evidence; absent or none cannot be sent.';

create table touchpoints (
  workspace_id uuid not null,
  touchpoint_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null constraint touchpoints_kind check (kind in ('order', 'ticket', 'call', 'mail', 'visit', 'price', 'note')),
  title text not null,
  body text,
  state text,
  amount_cents bigint,
  currency text,
  discounted boolean,
  source text not null,
  source_id text not null,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, touchpoint_id),
  unique (workspace_id, source, source_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index touchpoints_person on touchpoints (workspace_id, person_id, occurred_at desc);
comment on table touchpoints is 'Orders, tickets, calls, mails and visits: what a member reads before contacting a person.';
