-- Why: what is asked, in which wave, of whom, and every message that leaves for a person.

create table surveys (
  workspace_id uuid not null references workspaces on delete cascade,
  survey_id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (workspace_id, survey_id)
);
comment on table surveys is 'A survey with the standard question; its wording is versioned.';

create table survey_versions (
  workspace_id uuid not null,
  survey_id uuid not null,
  version integer not null,
  wording jsonb not null,
  published_at timestamptz not null default now(),
  primary key (workspace_id, survey_id, version),
  foreign key (workspace_id, survey_id) references surveys on delete cascade
);
comment on table survey_versions is 'Wording per language as it was asked; never changed, so that an answer always shows the question it answered.';

create table waves (
  workspace_id uuid not null,
  wave_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  starts_on date not null default current_date,
  channel text not null default 'email',
  approved_at timestamptz,
  approved_by uuid references accounts on delete set null,
  stopped_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, wave_id),
  foreign key (workspace_id, survey_id) references surveys on delete cascade
);
create index waves_survey on waves (workspace_id, survey_id, starts_on);
comment on table waves is 'One round of asking (or one imported round): the unit that proof compares.';

create table invitations (
  workspace_id uuid not null,
  invitation_id uuid not null default gen_random_uuid(),
  wave_id uuid not null,
  survey_id uuid not null,
  survey_version integer not null,
  person_id uuid not null,
  channel text not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, invitation_id),
  unique (token_hash),
  unique (workspace_id, wave_id, person_id),
  foreign key (workspace_id, wave_id) references waves on delete cascade,
  foreign key (workspace_id, survey_id, survey_version) references survey_versions on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade
);
comment on table invitations is 'One person asked in one wave, by a personal link whose token is stored as SHA-256.';

create table invitation_visits (
  workspace_id uuid not null,
  visit_id bigint generated always as identity,
  invitation_id uuid not null,
  score smallint constraint invitation_visits_score check (score between 0 and 10),
  scanner_suspected boolean not null default false,
  sign text,
  visited_at timestamptz not null default now(),
  primary key (workspace_id, visit_id),
  foreign key (workspace_id, invitation_id) references invitations on delete cascade
);
create index invitation_visits_invitation on invitation_visits (workspace_id, invitation_id, visited_at);
comment on table invitation_visits is 'Links that were opened: an intent at most, never a vote (guarantee G3).';

create sequence message_fences;

create table messages (
  workspace_id uuid not null references workspaces on delete cascade,
  message_id uuid not null default gen_random_uuid(),
  purpose text not null constraint messages_purpose check (purpose in ('survey', 'reminder', 'case_reply', 'member')),
  wave_id uuid,
  invitation_id uuid,
  person_id uuid,
  case_id uuid,
  step smallint not null default 0,
  channel text not null,
  address text not null,
  address_key bytea not null,
  language text not null default 'en',
  subject text,
  body text,
  state text not null default 'queued' constraint messages_state check (state in
    ('planned', 'queued', 'claimed', 'gate', 'accepted', 'deferred', 'failed', 'blocked', 'expired', 'unknown')),
  reason text,
  not_before timestamptz not null default now(),
  expires_at timestamptz not null,
  attempts smallint not null default 0,
  lease_until timestamptz,
  fence bigint,
  mime_message_id text,
  provider_reply text,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  accepted_at timestamptz,
  primary key (workspace_id, message_id),
  unique (workspace_id, mime_message_id),
  unique (workspace_id, wave_id, step, channel, address_key),
  foreign key (workspace_id, person_id) references people on delete set null (person_id),
  foreign key (workspace_id, invitation_id) references invitations on delete set null (invitation_id)
);
create index messages_queue on messages (not_before) where state in ('queued', 'deferred');
create index messages_leases on messages (lease_until) where state in ('claimed', 'gate');
create index messages_budget on messages (workspace_id, address_key, changed_at) where state in ('gate', 'accepted', 'unknown');
create index messages_person on messages (workspace_id, person_id, created_at desc);
create index messages_wave on messages (workspace_id, wave_id, state);
comment on table messages is 'Everything that leaves for a person: claimed, prepared, gate, accepted or unknown; never twice (guarantee G4).';
