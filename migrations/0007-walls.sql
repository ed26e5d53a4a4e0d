-- Why: the role of requests owns nothing and sees one workspace; a forgotten filter shows no row of another (guarantees, section 3).
-- The role itself is made by the start-up (it is per cluster, not per database); here it gets its grants.

do $$
declare
  walled text;
begin
  for walled in
    select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
      and c.table_name not in ('account_tokens', 'sessions')
  loop
    execute format('alter table %I enable row level security', walled);
    execute format($p$create policy workspace_wall on %I to echolot_app
      using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
      with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)$p$, walled);
    execute format('grant select, insert, update, delete on %I to echolot_app', walled);
    if walled <> 'workspaces' then
      execute format($p$alter table %I alter column workspace_id
        set default nullif(current_setting('app.workspace_id', true), '')::uuid$p$, walled);
    end if;
  end loop;
end $$;

revoke insert, delete on workspaces from echolot_app;
revoke update, delete on events from echolot_app;
grant select (account_id, name, email, language, deactivated_at) on accounts to echolot_app;
grant select on instance to echolot_app;
grant usage on sequence message_fences to echolot_app;

alter table events alter column actor set default nullif(current_setting('app.actor', true), '');
