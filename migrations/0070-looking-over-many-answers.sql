-- Why: a look over 100,000 answers asks once which workspace it is in, not for every row, and reads counts from an index alone.

do $$
declare
  walled record;
begin
  for walled in select tablename from pg_policies where schemaname = current_schema() and policyname = 'workspace_wall'
  loop
    execute format($p$alter policy workspace_wall on %I
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$p$, walled.tablename);
  end loop;
end $$;

create index responses_moments on responses (workspace_id, answered_at) include (score, survey_id, person_id) where state = 'confirmed';
create index responses_set_aside on responses (workspace_id, answered_at) where state = 'quarantined';
