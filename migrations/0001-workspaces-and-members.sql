-- Why: who works here, in which workspace, with which rights; every later table hangs on workspace_id.

create table instance (
  instance_id uuid primary key default gen_random_uuid(),
  only_one boolean not null default true unique check (only_one),
  epoch bigint not null default 1,
  sending_held_at timestamptz,
  sending_held_reason text,
  created_at timestamptz not null default now()
);
comment on table instance is 'One row: this installation; sending_held_at stops every send until an admin confirms (after a restore).';
insert into instance default values;

create table workspaces (
  workspace_id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 120),
  language text not null default 'en',
  time_zone text not null default 'Europe/Berlin',
  sender_name text,
  sender_address text,
  imprint text,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table workspaces is 'A company or a part of one: the wall around people, answers and cases.';

create table accounts (
  account_id uuid primary key default gen_random_uuid(),
  email text not null check (length(email) <= 254),
  name text not null check (length(name) between 1 and 120),
  password_hash text,
  language text not null default 'en',
  created_at timestamptz not null default now(),
  deactivated_at timestamptz
);
create unique index accounts_email on accounts (lower(email));
comment on table accounts is 'A person who signs in, once per installation; rights come from members.';

create table members (
  workspace_id uuid not null references workspaces on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  role text not null constraint members_role check (role in ('owner', 'admin', 'manager', 'agent', 'viewer')),
  joined_at timestamptz not null default now(),
  primary key (workspace_id, account_id)
);
create index members_account on members (account_id);
comment on table members is 'Which account belongs to which workspace, with which role.';

create table account_tokens (
  token_hash bytea primary key,
  purpose text not null constraint account_tokens_purpose check (purpose in ('set_up', 'invitation', 'password_reset')),
  workspace_id uuid references workspaces on delete cascade,
  account_id uuid references accounts on delete cascade,
  email text,
  role text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table account_tokens is 'One-time links (set-up, invitation of a member, password reset), stored as SHA-256, bound to their purpose.';

create table sessions (
  token_hash bytea primary key,
  account_id uuid not null references accounts on delete cascade,
  workspace_id uuid references workspaces on delete set null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text
);
create index sessions_account on sessions (account_id);
comment on table sessions is 'Signed-in browsers: opaque token as SHA-256, idle 12 hours, at most 7 days.';

create table sign_in_attempts (
  attempt_key bytea not null,
  attempted_at timestamptz not null default now()
);
create index sign_in_attempts_key on sign_in_attempts (attempt_key, attempted_at);
comment on table sign_in_attempts is 'Failed sign-ins by hash of address and e-mail, for the limit of ten in fifteen minutes.';

create table api_keys (
  workspace_id uuid not null references workspaces on delete cascade,
  api_key_id text not null,
  name text not null,
  secret_hash bytea not null,
  scope text not null constraint api_keys_scope check (scope in ('read', 'write', 'admin')),
  created_by uuid references accounts on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, api_key_id),
  unique (api_key_id)
);
comment on table api_keys is 'Keys for programs: looked up by id, compared by SHA-256, shown once.';

create table idempotency_keys (
  workspace_id uuid not null references workspaces on delete cascade,
  caller text not null,
  idempotency_key text not null check (length(idempotency_key) <= 255),
  request_hash bytea not null,
  status smallint,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, caller, idempotency_key)
);
comment on table idempotency_keys is 'A repeated POST with the same key gets the stored reply; kept at least 24 hours.';

create table events (
  workspace_id uuid not null references workspaces on delete cascade,
  event_id bigint generated always as identity,
  name text not null,
  subject_id uuid,
  payload jsonb not null,
  actor text,
  occurred_at timestamptz not null default now(),
  delivered_at timestamptz,
  attempts smallint not null default 0,
  not_before timestamptz not null default now(),
  problem text,
  primary key (workspace_id, event_id)
);
create index events_waiting on events (not_before, event_id) where delivered_at is null;
create index events_subject on events (workspace_id, subject_id, event_id);
comment on table events is 'What happened, written in the transaction of its cause: audit trail, work list of listeners, webhook payload, raw material of proof.';
