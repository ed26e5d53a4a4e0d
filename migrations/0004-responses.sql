-- Why: the answers, each stored once and never lost; the category is derived from the score, never stored.

create table responses (
  workspace_id uuid not null references workspaces on delete cascade,
  response_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  survey_version integer,
  wave_id uuid,
  person_id uuid,
  invitation_id uuid,
  channel text not null,
  score smallint not null constraint responses_score check (score between 0 and 10),
  comment text,
  reason text,
  language text,
  weight real,
  attributes jsonb not null default '{}',
  state text not null default 'confirmed' constraint responses_state check (state in ('confirmed', 'quarantined', 'retracted')),
  source text not null,
  source_key text not null,
  answered_at timestamptz not null default now(),
  changed_at timestamptz,
  primary key (workspace_id, response_id),
  unique (workspace_id, invitation_id),
  unique (workspace_id, source, source_key),
  constraint responses_personal_link check (channel not in ('email', 'sms') or source = 'import' or invitation_id is not null),
  foreign key (workspace_id, survey_id) references surveys on delete cascade,
  foreign key (workspace_id, person_id) references people on delete set null (person_id),
  foreign key (workspace_id, invitation_id) references invitations on delete set null (invitation_id)
);
create index responses_time on responses (workspace_id, survey_id, answered_at desc);
create index responses_person on responses (workspace_id, person_id, answered_at desc) where person_id is not null;
create index responses_wave on responses (workspace_id, wave_id, person_id) where wave_id is not null;
comment on table responses is 'One current answer per invitation or import row; attributes are the snapshot of the person at that moment.';

create table response_revisions (
  workspace_id uuid not null,
  response_id uuid not null,
  revision integer not null,
  score smallint not null,
  comment text,
  reason text,
  replaced_at timestamptz not null default now(),
  primary key (workspace_id, response_id, revision),
  foreign key (workspace_id, response_id) references responses on delete cascade
);
comment on table response_revisions is 'What an answer said before it was changed within its window of 14 days.';
