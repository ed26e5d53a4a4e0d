-- Why: asking goes on by itself: rolling plans per person, triggers on what happens with customers, random samples,
-- reminders, and subject lines that are compared.

create table rolling_plans (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  plan_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  channel text not null default 'email' constraint rolling_plans_channel check (channel in ('email', 'sms', 'auto')),
  audience jsonb not null default '{"kind": "all"}',
  starts_from text not null default 'first_purchase'
    constraint rolling_plans_starts_from check (starts_from ~ '^(first_purchase|first_seen|attributes\..+)$'),
  every_days smallint not null default 90 constraint rolling_plans_every check (every_days between 21 and 730),
  first_after_days smallint not null default 90 constraint rolling_plans_first check (first_after_days between 0 and 730),
  spread_days smallint not null default 7 constraint rolling_plans_spread check (spread_days between 1 and 365),
  weekdays smallint[] not null default '{1,2,3,4,5}',
  from_hour smallint not null default 9,
  until_hour smallint not null default 17,
  reminders smallint[] not null default '{}',
  started_at timestamptz,
  started_by uuid references accounts on delete set null,
  started_as text,
  laid_out_on date,
  created_at timestamptz not null default now(),
  primary key (workspace_id, plan_id),
  constraint rolling_plans_hours check (from_hour >= 8 and until_hour <= 21 and from_hour < until_hour),
  foreign key (workspace_id, survey_id) references surveys on delete cascade
);
create index rolling_plans_survey on rolling_plans (workspace_id, survey_id);
create index rolling_plans_started_by on rolling_plans (started_by);
comment on table rolling_plans is 'Asks each person every so many days, counted from a day of their own.';
comment on column rolling_plans.laid_out_on is 'The last day whose turns were laid out; null when they were never, or have to be again.';

create table triggers (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  trigger_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  channel text not null default 'email' constraint triggers_channel check (channel in ('email', 'sms', 'auto')),
  audience jsonb not null default '{"kind": "all"}',
  touchpoint_kind text not null constraint triggers_kind
    check (touchpoint_kind in ('order', 'ticket', 'call', 'mail', 'visit', 'price', 'note')),
  states text[] not null default '{}',
  contrary_states text[] not null default '{}',
  delay_hours integer not null default 0 constraint triggers_delay check (delay_hours between 0 and 8760),
  rest_days smallint not null default 90 constraint triggers_rest check (rest_days between 7 and 730),
  reminders smallint[] not null default '{}',
  started_at timestamptz,
  started_by uuid references accounts on delete set null,
  started_as text,
  created_at timestamptz not null default now(),
  primary key (workspace_id, trigger_id),
  foreign key (workspace_id, survey_id) references surveys on delete cascade
);
create index triggers_survey on triggers (workspace_id, survey_id);
create index triggers_started_by on triggers (started_by);
comment on table triggers is 'Asks a person some time after something happened with them, such as a delivered order.';

alter table waves
  add column kind text not null default 'once' constraint waves_kind check (kind in ('once', 'rolling', 'trigger')),
  add column plan_id uuid,
  add column trigger_id uuid,
  add column period text,
  add column sample jsonb,
  add column drawn jsonb,
  add column reminders smallint[] not null default '{}',
  add column subjects jsonb,
  add column rest jsonb,
  add constraint waves_of_plan foreign key (workspace_id, plan_id) references rolling_plans on delete set null (plan_id),
  add constraint waves_of_trigger foreign key (workspace_id, trigger_id) references triggers on delete set null (trigger_id);
create unique index waves_plan_period on waves (workspace_id, plan_id, period) where plan_id is not null;
create unique index waves_trigger_period on waves (workspace_id, trigger_id, period) where trigger_id is not null;
comment on column waves.drawn is 'How the sample was drawn: seed, size of the frame, and per stratum how many were there and how many were drawn.';
comment on column waves.reminders is 'Days after the mail before at which who did not answer is reminded, at most three.';
comment on column waves.subjects is 'Subject lines that are compared, and the share of people they are tried on.';

alter table invitations
  add column weight real constraint invitations_weight check (weight > 0),
  add column arm smallint;
comment on column invitations.weight is 'How much the answer counts where strata were drawn with unequal chances; null is 1.';
comment on column invitations.arm is 'Which of the compared subject lines this person got by chance, from 0.';

create table wave_reminders (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  wave_id uuid not null,
  step smallint not null check (step between 1 and 3),
  after_days smallint not null check (after_days between 1 and 60),
  reminded_until timestamptz not null default '-infinity',
  primary key (workspace_id, wave_id, step),
  foreign key (workspace_id, wave_id) references waves on delete cascade
);
comment on table wave_reminders is 'How far the reminders of a wave are: all whose mail before was taken until that moment have been looked at.';
create index messages_to_remind on messages (workspace_id, wave_id, step, accepted_at)
  where state = 'accepted' and purpose in ('survey', 'reminder');

create table rolling_turns (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  plan_id uuid not null,
  person_id uuid not null,
  period integer not null,
  falls_on date not null,
  due_at timestamptz not null,
  state text not null default 'waiting' constraint rolling_turns_state check (state in ('waiting', 'asked', 'left_out')),
  reason text,
  wave_id uuid,
  turned_at timestamptz,
  primary key (workspace_id, plan_id, person_id, period),
  foreign key (workspace_id, plan_id) references rolling_plans on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, wave_id) references waves on delete set null (wave_id)
);
create index rolling_turns_due on rolling_turns (due_at) where state = 'waiting';
create index rolling_turns_plan on rolling_turns (workspace_id, plan_id, due_at);
create index rolling_turns_person on rolling_turns (workspace_id, person_id);
create index rolling_turns_wave on rolling_turns (workspace_id, wave_id);
comment on table rolling_turns is 'A person''s turn in one period of a rolling plan; the key keeps anybody from being asked twice for it.';

create table trigger_turns (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  trigger_id uuid not null,
  touchpoint_id uuid not null,
  person_id uuid not null,
  due_at timestamptz not null,
  state text not null default 'waiting' constraint trigger_turns_state check (state in ('waiting', 'asked', 'left_out', 'cancelled')),
  reason text,
  wave_id uuid,
  created_at timestamptz not null default now(),
  turned_at timestamptz,
  primary key (workspace_id, trigger_id, touchpoint_id),
  foreign key (workspace_id, trigger_id) references triggers on delete cascade,
  foreign key (workspace_id, touchpoint_id) references touchpoints on delete cascade,
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, wave_id) references waves on delete set null (wave_id)
);
create index trigger_turns_due on trigger_turns (due_at) where state = 'waiting';
create index trigger_turns_person on trigger_turns (workspace_id, person_id, trigger_id, state);
create index trigger_turns_newest on trigger_turns (workspace_id, trigger_id, created_at desc);
create index trigger_turns_touchpoint on trigger_turns (workspace_id, touchpoint_id);
create index trigger_turns_wave on trigger_turns (workspace_id, wave_id);
comment on table trigger_turns is 'What a trigger made of one touchpoint: waits, asked, left out with its reason, or called off; once per touchpoint.';

create table event_sources (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  source_id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 60),
  key_version integer not null default 1,
  key_hash bytea not null unique,
  signature_header text,
  signature_secret text,
  mapping jsonb,
  add_people boolean not null default true,
  paused_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, source_id),
  unique (workspace_id, name)
);
comment on table event_sources is 'An address under which another system tells what happened with customers, and how its JSON is read.';
comment on column event_sources.signature_secret is 'The secret that the other system signs with, sealed with the key of this installation.';

create table received_events (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  received_id bigint generated always as identity,
  source_id uuid not null,
  body text not null,
  state text not null constraint received_events_state check (state in ('sample', 'taken', 'known', 'rejected')),
  reason text,
  field text,
  touchpoint_id uuid,
  received_at timestamptz not null default now(),
  primary key (workspace_id, received_id),
  foreign key (workspace_id, source_id) references event_sources on delete cascade
);
create index received_events_newest on received_events (workspace_id, source_id, received_id desc);
comment on table received_events is 'The last bodies that an event source received, for mapping and for looking after trouble; older ones are thrown away.';

do $$
declare
  walled text;
begin
  foreach walled in array array['rolling_plans', 'triggers', 'wave_reminders', 'rolling_turns', 'trigger_turns', 'event_sources', 'received_events'] loop
    execute format('alter table %I enable row level security', walled);
    execute format($p$create policy workspace_wall on %I to echolot_app
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$p$, walled);
    execute format('grant select, insert, update, delete on %I to echolot_app', walled);
  end loop;
end $$;
