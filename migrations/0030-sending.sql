-- Why: what a send needs beside the messages themselves: limits per workspace, the audience of a wave, what befell each message, and mails that the catcher took.

create table sending_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  contact_limit smallint not null default 1 constraint sending_settings_limit check (contact_limit between 1 and 50),
  contact_days smallint not null default 30 constraint sending_settings_days check (contact_days between 1 and 365),
  reply_to text,
  paused_at timestamptz,
  paused_reason text,
  paused_reply text,
  changed_at timestamptz not null default now()
);
comment on table sending_settings is 'How often a person may be asked, where replies go, and why sending is paused; absent means the defaults.';

alter table waves
  add column audience jsonb not null default '{"kind": "all"}',
  add column approved_as text,
  add column planned_at timestamptz,
  add column left_out jsonb not null default '{}';
create index waves_to_plan on waves (approved_at) where approved_at is not null and planned_at is null;

alter table messages
  add column gated_at timestamptz,
  add column resent_at timestamptz,
  add column resent_by text;
create index messages_contacts on messages (workspace_id, address_key, gated_at) where state in ('gate', 'accepted', 'unknown');
create index messages_person_contacts on messages (workspace_id, person_id, gated_at) where state in ('gate', 'accepted', 'unknown');
drop index messages_budget;

create table message_turns (
  workspace_id uuid not null,
  turn_id bigint generated always as identity,
  message_id uuid not null,
  state text not null,
  reason text,
  reply text,
  turned_at timestamptz not null default now(),
  primary key (workspace_id, turn_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
create index message_turns_message on message_turns (workspace_id, message_id, turn_id);
comment on table message_turns is 'Every turn a message took that was not plain sailing: put off, refused at the gate, bounced, unknown, sent again.';

create table caught_mails (
  workspace_id uuid not null references workspaces on delete cascade,
  caught_id bigint generated always as identity,
  message_id uuid,
  envelope_from text not null,
  envelope_to text not null,
  subject text not null default '',
  raw bytea not null,
  caught_at timestamptz not null default now(),
  primary key (workspace_id, caught_id)
);
create index caught_mails_newest on caught_mails (workspace_id, caught_id desc);
comment on table caught_mails is 'What left through the built-in catcher when no SMTP server is set: the raw mail as the wire had it, for the page /mail.';

do $$
declare
  walled text;
begin
  foreach walled in array array['sending_settings', 'message_turns', 'caught_mails'] loop
    execute format('alter table %I enable row level security', walled);
    execute format($p$create policy workspace_wall on %I to echolot_app
      using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
      with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)$p$, walled);
    execute format('grant select, insert, update, delete on %I to echolot_app', walled);
    execute format($p$alter table %I alter column workspace_id
      set default nullif(current_setting('app.workspace_id', true), '')::uuid$p$, walled);
  end loop;
end $$;
