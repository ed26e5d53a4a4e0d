-- Why: what must not be undone by restoring an old backup (objections, complaints, erasures, what left) is written beside the
-- database as well (guarantee G9). It waits here, in the transaction of its cause, until it is on that other paper.

alter table instance add column side_log_mark bigint;
comment on column instance.side_log_mark is 'The last entry of the side log that this database is known to contain.';

create table side_log_queue (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid references workspaces on delete cascade,
  entry_id bigint generated always as identity,
  kind text not null constraint side_log_queue_kind check (kind in ('suppressed', 'sent', 'erased')),
  facts jsonb not null,
  noted_at timestamptz not null default now(),
  primary key (workspace_id, entry_id)
);
create index side_log_queue_order on side_log_queue (entry_id);
comment on table side_log_queue is 'Entries on their way to the side log; removed once they are there for good.';

alter table side_log_queue enable row level security;
create policy workspace_wall on side_log_queue to echolot_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
grant insert on side_log_queue to echolot_app;

-- By trigger, so that no way of suppressing an address or of bringing a message out can forget it.
create function note_suppression() returns trigger language plpgsql as $$
begin
  insert into side_log_queue (workspace_id, kind, facts) values (new.workspace_id, 'suppressed', jsonb_build_object(
    'channel', new.channel, 'addressKey', encode(new.address_key, 'hex'), 'reason', new.suppression_reason));
  return null;
end $$;
create trigger addresses_noted_when_added after insert on addresses for each row
  when (new.suppressed_at is not null) execute function note_suppression();
create trigger addresses_noted_when_changed after update on addresses for each row
  when (old.suppressed_at is distinct from new.suppressed_at or old.suppression_reason is distinct from new.suppression_reason)
  execute function note_suppression();

create function note_sent() returns trigger language plpgsql as $$
begin
  insert into side_log_queue (workspace_id, kind, facts) values (new.workspace_id, 'sent', jsonb_build_object(
    'messageId', new.message_id, 'personId', new.person_id, 'purpose', new.purpose, 'channel', new.channel,
    'addressKey', encode(new.address_key, 'hex'), 'state', new.state, 'gatedAt', new.gated_at));
  return null;
end $$;
create trigger messages_noted_when_sent after update of state on messages for each row
  when (new.state in ('accepted', 'unknown') and old.state is distinct from new.state) execute function note_sent();
