-- Why: some questions need more than the workspace's number of answers before anybody is safe; what was promised to the first stands for all.

alter table surveys
  add column anonymous_threshold smallint not null default 10
  constraint surveys_anonymous_threshold check (anonymous_threshold between 5 and 1000);
comment on column surveys.anonymous_threshold is 'How many answers have to come together before any is shown, where the survey is anonymous; never fewer than workspaces.shown_from.';
update surveys s set anonymous_threshold = w.shown_from from workspaces w where w.workspace_id = s.workspace_id;

create function keep_anonymous_threshold() returns trigger language plpgsql as $$
begin
  if exists (select from responses r where r.workspace_id = new.workspace_id and r.survey_id = new.survey_id) then
    raise exception 'survey % has answers: its threshold can be raised, not lowered', new.survey_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function keep_anonymous_threshold is 'The number of answers under which people answered is never lowered afterwards, whoever writes it.';
create trigger surveys_keep_anonymous_threshold before update of anonymous_threshold on surveys
  for each row when (new.anonymous_threshold < old.anonymous_threshold) execute function keep_anonymous_threshold();
