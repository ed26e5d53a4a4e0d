-- Why: an anonymous survey deserves its name only when nobody can join answer and person again, whoever writes the row.

create table answer_tickets (
  ticket_hash bytea not null,
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  wave_id uuid not null,
  survey_id uuid not null,
  survey_version integer not null,
  language text,
  expires_on date not null,
  primary key (workspace_id, ticket_hash),
  unique (ticket_hash),
  foreign key (workspace_id, wave_id) references waves on delete cascade,
  foreign key (workspace_id, survey_id, survey_version) references survey_versions on delete cascade
);
comment on table answer_tickets is 'A right to answer an anonymous survey once: the hash of a token that only its holder has; no person, no message, no answer.';
alter table answer_tickets enable row level security;
create policy workspace_wall on answer_tickets to echolot_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
grant select, insert, update, delete on answer_tickets to echolot_app;

alter table responses drop constraint responses_personal_link;
alter table responses add constraint responses_personal_link
  check (channel not in ('email', 'sms') or source in ('import', 'ticket') or invitation_id is not null);

create function forget_who_answered() returns trigger language plpgsql as $$
begin
  if (select s.anonymous from surveys s where s.workspace_id = new.workspace_id and s.survey_id = new.survey_id) then
    new.person_id := null;
    new.invitation_id := null;
    new.attributes := '{}';
    new.answered_at := date_trunc('day', new.answered_at, 'UTC');
    new.changed_at := date_trunc('day', new.changed_at, 'UTC');
  end if;
  return new;
end $$;
comment on function forget_who_answered is 'Answers of an anonymous survey keep no person, no invitation, no attributes and no time but the day, whoever writes them.';
create trigger responses_of_anonymous_surveys before insert or update on responses
  for each row execute function forget_who_answered();

create function forget_which_answer() returns trigger language plpgsql as $$
declare
  of_survey uuid := coalesce(nullif(new.payload ->> 'surveyId', '')::uuid,
    (select r.survey_id from responses r where r.workspace_id = new.workspace_id and r.response_id = new.subject_id));
begin
  if (select s.anonymous from surveys s where s.workspace_id = new.workspace_id and s.survey_id = of_survey) then
    new.name := 'survey.answered';
    new.subject_id := of_survey;
    new.payload := '{}';
  end if;
  return new;
end $$;
comment on function forget_which_answer is 'An event about an answer of an anonymous survey becomes one about the survey, whoever writes it: no event leads to an answer.';
create trigger events_of_anonymous_surveys before insert on events
  for each row when (new.name like 'response.%') execute function forget_which_answer();
