-- Why: one budget over everything that contacts a person, quiet hours where they live, what they wish themselves, and a
-- ledger of legal bases in which nothing is overwritten.

alter table sending_settings add column contact_rules jsonb not null default '{}';
comment on column sending_settings.contact_rules is 'Limits per purpose, quiet hours, weekends and holidays (ContactRules in the vocabulary); what is absent is as usual.';

alter table addresses
  add column paused_until timestamptz,
  add column surveys_only boolean not null default false;
comment on column addresses.paused_until is 'The person asked by the preference page for a pause until then.';

alter table messages add column gated_local text;
comment on column messages.gated_local is 'The person''s local time and the version of the time zones by which the gate let the message pass or wait.';
create index messages_of_address on messages (workspace_id, address_key, created_at desc);

create table permission_records (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  record_id bigint generated always as identity,
  person_id uuid,
  channel text not null,
  kind text not null constraint permission_records_kind check (kind in
    ('basis', 'opt_in_requested', 'opt_in_confirmed', 'objection', 'suppressed', 'readmitted', 'preference')),
  basis text,
  evidence jsonb not null default '{}',
  address_key bytea,
  recorded_by text,
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, record_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index permission_records_person on permission_records (workspace_id, person_id, record_id);
create index permission_records_address on permission_records (workspace_id, address_key, record_id) where address_key is not null;
comment on table permission_records is 'The ledger of legal bases: every change with its evidence, who and when; rows are added, never changed.';

create table opt_ins (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  opt_in_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  channel text not null constraint opt_ins_channel check (channel in ('email', 'sms')),
  address text not null,
  address_key bytea not null,
  language text not null,
  consent_text text not null,
  text_version text not null,
  form_url text not null,
  requested_ip text,
  requested_by text,
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null,
  token_hash bytea not null unique,
  confirmed_at timestamptz,
  confirmed_ip text,
  primary key (workspace_id, opt_in_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index opt_ins_person on opt_ins (workspace_id, person_id, requested_at desc);
comment on table opt_ins is 'Consents that were asked for by a form and wait for, or got, their confirmation by the owner of the address (double opt-in).';

do $$
declare
  walled text;
begin
  foreach walled in array array['permission_records', 'opt_ins'] loop
    execute format('alter table %I enable row level security', walled);
    execute format($p$create policy workspace_wall on %I to echolot_app
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$p$, walled);
  end loop;
end $$;
-- The ledger grows and is read; nobody who serves a request may rewrite it.
grant select, insert on permission_records to echolot_app;
grant select, insert, update on opt_ins to echolot_app;

-- Whoever writes a basis, by page, key or file, leaves its record: the ledger cannot be forgotten.
create function record_permissions() returns trigger language plpgsql as $$
begin
  insert into permission_records (workspace_id, person_id, channel, kind, basis, evidence, recorded_by, recorded_at)
  select workspace_id, person_id, channel, 'basis', basis, evidence, recorded_by, recorded_at from changed;
  return null;
end $$;
create trigger permissions_are_recorded_when_added after insert on permissions
  referencing new table as changed for each statement execute function record_permissions();
create trigger permissions_are_recorded_when_changed after update on permissions
  referencing new table as changed for each statement execute function record_permissions();

insert into permission_records (workspace_id, person_id, channel, kind, basis, evidence, recorded_by, recorded_at)
select workspace_id, person_id, channel, 'basis', basis, evidence, recorded_by, recorded_at from permissions;

-- A suppression, its end and a pause are written down beside the address that they are about.
create function record_suppression() returns trigger language plpgsql as $$
declare
  said text := case when new.suppressed_at is null then 'readmitted' when new.suppression_reason = 'objection' then 'objection' else 'suppressed' end;
begin
  insert into permission_records (workspace_id, person_id, channel, kind, evidence, address_key, recorded_by)
  values (new.workspace_id, (select m.person_id from messages m where m.workspace_id = new.workspace_id
      and m.address_key = new.address_key and m.person_id is not null order by m.created_at desc limit 1),
    new.channel, said, jsonb_strip_nulls(jsonb_build_object('reason', new.suppression_reason)), new.address_key,
    nullif(current_setting('app.actor', true), ''));
  return null;
end $$;
create trigger addresses_suppressed_when_added after insert on addresses for each row
  when (new.suppressed_at is not null) execute function record_suppression();
create trigger addresses_suppressed_when_changed after update on addresses for each row
  when (old.suppressed_at is distinct from new.suppressed_at or old.suppression_reason is distinct from new.suppression_reason)
  execute function record_suppression();
