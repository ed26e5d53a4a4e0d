-- Why: what becomes of a mail after the server took it (bounces, complaints, deliveries), how fast a domain may be written to,
-- and what proves that the sender is who it says: keys, published records, and an admin's word where they are missing.

alter table addresses
  add column suppressed_until timestamptz,
  drop constraint addresses_reason;
alter table addresses add constraint addresses_reason check (suppression_reason in
  ('objection', 'hard_bounce', 'soft_bounce', 'complaint', 'erasure', 'operator'));
comment on column addresses.suppressed_until is 'When a rest after soft bounces ends by itself; null: it does not.';
create index addresses_suppressed on addresses (workspace_id, suppressed_at desc, address_key) where suppressed_at is not null;
create index addresses_resting on addresses (suppressed_until) where suppressed_until is not null;

create table complained_addresses (
  channel text not null,
  address_key bytea not null,
  complained_at timestamptz not null default now(),
  primary key (channel, address_key)
);
comment on table complained_addresses is 'Addresses that called a mail of this installation spam: no workspace writes to them again (guarantee G5). HMACs only.';
grant select, insert on complained_addresses to echolot_app;

alter table sending_settings
  add column return_address text,
  add column soft_bounces smallint not null default 2 constraint sending_settings_soft_bounces check (soft_bounces between 0 and 20),
  add column soft_bounce_days smallint not null default 30 constraint sending_settings_soft_days check (soft_bounce_days between 1 and 365),
  add column warm_up_first smallint constraint sending_settings_warm_up check (warm_up_first between 10 and 5000),
  add column warm_up_on date,
  add column complaints_from timestamptz not null default '-infinity';
comment on column sending_settings.return_address is 'Where bounces go: each mail gets its own tag (name+tag@domain); null: to the sender, untagged.';
comment on column sending_settings.soft_bounces is 'How many soft bounces in a row let an address rest for soft_bounce_days; 0: never.';
comment on column sending_settings.warm_up_first is 'Mails on the first day of a warm-up that began on warm_up_on and doubles daily; null: none.';
comment on column sending_settings.complaints_from is 'The complaint meter counts from here: it moves when an admin lets a paused sender go on.';

alter table messages add column outcome text
  constraint messages_outcome check (outcome in ('delivered', 'soft_bounce', 'hard_bounce', 'complaint'));
comment on column messages.outcome is 'What was reported after the server took the mail; the gravest stands.';
create index messages_latest on messages (workspace_id, changed_at desc, message_id desc);
create index messages_sent_lately on messages (workspace_id, gated_at) where state in ('gate', 'accepted', 'unknown');

create table delivery_reports (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  report_id bigint generated always as identity,
  message_id uuid,
  channel text not null default 'email',
  address_key bytea,
  kind text not null constraint delivery_reports_kind check (kind in ('delivered', 'soft_bounce', 'hard_bounce', 'complaint')),
  source text not null constraint delivery_reports_source check (source in ('mailbox', 'smtp', 'ses', 'sendgrid', 'postmark', 'mailgun')),
  source_id text not null check (length(source_id) between 1 and 300),
  status text,
  words text check (length(words) <= 1000),
  reported_at timestamptz not null default now(),
  primary key (workspace_id, report_id),
  unique (workspace_id, source, source_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
create index delivery_reports_message on delivery_reports (workspace_id, message_id, report_id);
create index delivery_reports_address on delivery_reports (workspace_id, address_key, report_id desc);
create index delivery_reports_complaints on delivery_reports (workspace_id, reported_at) where kind = 'complaint';
comment on table delivery_reports is 'What a mailbox, a server or a provider reported about a mail, each report once.';

create table suppression_changes (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  change_id bigint generated always as identity,
  channel text not null,
  address_key bytea not null,
  change text not null constraint suppression_changes_change check (change in ('added', 'lifted')),
  reason text not null,
  note text check (length(note) <= 1000),
  changed_by text not null default coalesce(nullif(current_setting('app.actor', true), ''), 'echolot'),
  changed_at timestamptz not null default now(),
  primary key (workspace_id, change_id)
);
create index suppression_changes_address on suppression_changes (workspace_id, channel, address_key, change_id desc);
comment on table suppression_changes is 'Who added or lifted a suppression by hand, when, and why.';

create table dkim_keys (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  domain text not null check (length(domain) between 1 and 253),
  selector text not null,
  private_key bytea not null,
  public_key text not null,
  made_at timestamptz not null default now(),
  primary key (workspace_id, domain)
);
comment on table dkim_keys is 'The key that signs the mails of a sender domain: the private half sealed with the secret of the installation.';

create table sender_domains (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  domain text not null check (length(domain) between 1 and 253),
  checked_at timestamptz,
  findings jsonb not null default '[]',
  dkim_published_at timestamptz,
  proven_at timestamptz,
  override_at timestamptz,
  override_by text,
  override_note text check (length(override_note) <= 1000),
  primary key (workspace_id, domain)
);
comment on table sender_domains is 'What the DNS said about a sender domain, and the admin who lets it send before SPF, DKIM and DMARC stand.';

create table domain_paces (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  domain text not null check (length(domain) between 1 and 253),
  per_minute integer constraint domain_paces_per_minute check (per_minute between 1 and 100000),
  concurrent smallint constraint domain_paces_concurrent check (concurrent between 1 and 100),
  next_slot_at timestamptz,
  backed_off_until timestamptz,
  failures smallint not null default 0,
  failed_at timestamptz,
  primary key (workspace_id, domain)
);
comment on table domain_paces is 'How fast the mailboxes of a provider may be written to, the next free moment, and until when it asked to be left alone.';

create table mail_hooks (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  provider text not null constraint mail_hooks_provider check (provider in ('ses', 'sendgrid', 'postmark', 'mailgun')),
  token_hash bytea not null,
  verification bytea,
  topic text,
  made_at timestamptz not null default now(),
  heard_at timestamptz,
  refused_at timestamptz,
  primary key (workspace_id, provider),
  unique (token_hash)
);
comment on table mail_hooks is 'Where a mail provider reports to: the address by its hash, the key that proves the provider sealed.';

do $$
declare
  walled text;
begin
  foreach walled in array array['delivery_reports', 'suppression_changes', 'dkim_keys', 'sender_domains', 'domain_paces', 'mail_hooks'] loop
    execute format('alter table %I enable row level security', walled);
    execute format($p$create policy workspace_wall on %I to echolot_app
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$p$, walled);
    execute format('grant select, insert, update, delete on %I to echolot_app', walled);
  end loop;
end $$;
revoke update, delete on suppression_changes from echolot_app;
