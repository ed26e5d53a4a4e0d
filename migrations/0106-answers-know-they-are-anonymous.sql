-- Why: whether an answer is anonymous stands in its row, bound to its survey by the key: nobody has to look it up for each
-- answer, and a survey that becomes anonymous at the same moment waits for the answer or takes it along.

alter table surveys add constraint surveys_anonymity unique (workspace_id, survey_id, anonymous);

alter table responses add column anonymous boolean not null default false;
comment on column responses.anonymous is 'As its survey is; the foreign key sees to that.';
update responses r set anonymous = true from surveys s
  where s.workspace_id = r.workspace_id and s.survey_id = r.survey_id and s.anonymous;
alter table responses drop constraint responses_workspace_id_survey_id_fkey;
alter table responses add constraint responses_survey foreign key (workspace_id, survey_id, anonymous)
  references surveys (workspace_id, survey_id, anonymous) on update cascade on delete cascade;
alter table responses add constraint responses_of_nobody
  check (not anonymous or (person_id is null and invitation_id is null and attributes = '{}'));

create or replace function forget_who_answered() returns trigger language plpgsql as $$
begin
  new.person_id := null;
  new.invitation_id := null;
  new.attributes := '{}';
  new.answered_at := date_trunc('day', new.answered_at, 'UTC');
  new.changed_at := date_trunc('day', new.changed_at, 'UTC');
  return new;
end $$;
drop trigger responses_of_anonymous_surveys on responses;
create trigger responses_of_anonymous_surveys before insert or update on responses
  for each row when (new.anonymous) execute function forget_who_answered();
