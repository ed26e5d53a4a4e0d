-- Why: every answer is acted on: a case with an owner, a due time, a dossier that is read first, and an outcome.

create table cases (
  workspace_id uuid not null references workspaces on delete cascade,
  case_id uuid not null default gen_random_uuid(),
  response_id uuid not null,
  person_id uuid,
  queue text not null constraint cases_queue check (queue in ('support', 'probe', 'thanks')),
  owner_id uuid references accounts on delete set null,
  due_at timestamptz not null,
  snoozed_until timestamptz,
  opened_at timestamptz not null default now(),
  primary key (workspace_id, case_id),
  unique (workspace_id, response_id),
  foreign key (workspace_id, response_id) references responses on delete cascade,
  foreign key (workspace_id, person_id) references people on delete set null (person_id)
);
create index cases_due on cases (workspace_id, queue, due_at);
create index cases_person on cases (workspace_id, person_id);
comment on table cases is 'One case per answer; open while it has no closure that stands.';

create table case_dossier_reads (
  workspace_id uuid not null,
  case_id uuid not null,
  account_id uuid not null references accounts on delete cascade,
  read_at timestamptz not null default now(),
  primary key (workspace_id, case_id, account_id),
  foreign key (workspace_id, case_id) references cases on delete cascade
);
comment on table case_dossier_reads is 'Who read the time line when: contact is possible only afterwards (001-3).';

create table case_contacts (
  workspace_id uuid not null,
  contact_id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  kind text not null constraint case_contacts_kind check (kind in ('email', 'call')),
  note text,
  message_id uuid,
  account_id uuid references accounts on delete set null,
  contacted_at timestamptz not null default now(),
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, case_id) references cases on delete cascade,
  foreign key (workspace_id, message_id) references messages on delete set null (message_id)
);
create index case_contacts_case on case_contacts (workspace_id, case_id, contacted_at);
comment on table case_contacts is 'Personal replies and calls made from a case; the first one stops the clock of first contact.';

create table case_notes (
  workspace_id uuid not null,
  note_id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  account_id uuid references accounts on delete set null,
  body text not null check (length(body) between 1 and 5000),
  mentioned uuid[] not null default '{}',
  written_at timestamptz not null default now(),
  primary key (workspace_id, note_id),
  foreign key (workspace_id, case_id) references cases on delete cascade
);
create index case_notes_case on case_notes (workspace_id, case_id, written_at);
create index case_notes_mentioned on case_notes using gin (mentioned);
comment on table case_notes is 'Comments of members on a case, with the accounts they mention.';

create table case_closures (
  workspace_id uuid not null,
  closure_id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  cause text not null constraint case_closures_cause check (cause in
    ('incident', 'usage_error', 'missing_feature', 'expectation_mismatch', 'support_communication', 'other')),
  outcome text not null constraint case_closures_outcome check (outcome in ('won_back', 'neutral', 'lost', 'unreachable')),
  expected text,
  closed_by uuid references accounts on delete set null,
  closed_at timestamptz not null default now(),
  reopened_by uuid references accounts on delete set null,
  reopened_at timestamptz,
  primary key (workspace_id, closure_id),
  foreign key (workspace_id, case_id) references cases on delete cascade
);
create unique index case_closures_standing on case_closures (workspace_id, case_id) where reopened_at is null;
comment on table case_closures is 'Who closed a case when, with cause, outcome and what the customer expected; reopening ends the closure.';
