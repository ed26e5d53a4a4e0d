-- Why: text messages leave through a provider of the workspace's own, and what people write back, by mail or text, reaches their answer.

create table channel_settings (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  channel text not null constraint channel_settings_channel check (channel in ('sms')),
  provider text not null check (length(provider) between 1 and 40),
  settings jsonb not null,
  secrets bytea,
  country text check (country ~ '^[A-Z]{2}$'),
  two_way boolean not null default false,
  paused_at timestamptz,
  paused_reason text,
  paused_reply text,
  heard_at timestamptz,
  changed_at timestamptz not null default now(),
  primary key (workspace_id, channel)
);
comment on table channel_settings is 'Through which provider a workspace sends on a channel; passwords and keys are sealed together in secrets.';
comment on column channel_settings.country is 'Where numbers without a country code belong.';
comment on column channel_settings.two_way is 'Whether people can answer to the sender, so that a text may offer STOP.';

create table mailboxes (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  use text not null constraint mailboxes_use check (use in ('replies', 'bounces')),
  address text not null check (length(address) <= 254),
  tagged boolean not null default true,
  host text not null check (length(host) between 1 and 253),
  port integer not null constraint mailboxes_port check (port between 1 and 65535),
  tls text not null default 'tls' constraint mailboxes_tls check (tls in ('tls', 'starttls', 'none')),
  user_name text not null check (length(user_name) between 1 and 254),
  password bytea not null,
  folder text not null default 'INBOX' check (length(folder) between 1 and 200),
  checker text check (length(checker) between 1 and 253),
  uid_validity text,
  last_uid bigint not null default 0,
  checked_at timestamptz,
  problem text check (length(problem) <= 500),
  paused_at timestamptz,
  changed_at timestamptz not null default now(),
  primary key (workspace_id, use)
);
comment on table mailboxes is 'A mailbox that is read by IMAP and how far it was read; the password is sealed.';
comment on column mailboxes.checker is 'The server whose Authentication-Results are believed; without it no mail proves who wrote it.';

create table replies (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  reply_id uuid not null default gen_random_uuid(),
  channel text not null constraint replies_channel check (channel in ('email', 'sms')),
  source_key text not null check (length(source_key) between 1 and 300),
  kind text not null constraint replies_kind check (kind in ('answer', 'intent', 'comment', 'note', 'stop', 'automatic', 'unmatched')),
  message_id uuid,
  person_id uuid,
  response_id uuid,
  score smallint constraint replies_score check (score between 0 and 10),
  words text check (length(words) <= 5000),
  received_at timestamptz not null default now(),
  primary key (workspace_id, reply_id),
  unique (workspace_id, channel, source_key),
  foreign key (workspace_id, message_id) references messages on delete set null (message_id),
  foreign key (workspace_id, person_id) references people on delete cascade,
  foreign key (workspace_id, response_id) references responses on delete set null (response_id)
);
create index replies_message on replies (workspace_id, message_id);
create index replies_person on replies (workspace_id, person_id, received_at desc);
create index replies_response on replies (workspace_id, response_id);
create index replies_newest on replies (workspace_id, received_at desc, reply_id);
comment on table replies is 'What people wrote back by mail or text, each message once, and where it landed; of what belongs to none of ours only the id.';

create index messages_provider_reply on messages (workspace_id, provider_reply) where channel = 'sms';
create index messages_texts on messages (workspace_id, address_key, accepted_at desc) where channel = 'sms' and state = 'accepted';

do $$
declare
  walled text;
begin
  foreach walled in array array['channel_settings', 'mailboxes', 'replies'] loop
    execute format('alter table %I enable row level security', walled);
    execute format($p$create policy workspace_wall on %I to echolot_app
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$p$, walled);
    execute format('grant select, insert, update, delete on %I to echolot_app', walled);
  end loop;
end $$;
