-- Why: answers of anonymous surveys are shown in batches only, so that no view, and no difference of two views, is about a few.

alter table workspaces
  add column shown_from smallint not null default 10 constraint workspaces_shown_from check (shown_from between 5 and 1000);
comment on column workspaces.shown_from is 'How many answers of an anonymous survey have to come together before any of them is shown.';

create table released_answers (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  released_answer_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  response_id uuid not null,
  opening text not null,
  score smallint,
  rating smallint,
  comment text,
  further jsonb not null default '[]',
  released_at timestamptz not null default now(),
  primary key (workspace_id, released_answer_id),
  unique (workspace_id, response_id),
  foreign key (workspace_id, survey_id) references surveys on delete cascade,
  foreign key (workspace_id, response_id) references responses on delete cascade
);
create index released_answers_batches on released_answers (workspace_id, survey_id, released_at desc);
comment on table released_answers is 'What is shown of anonymous surveys: copies as they were when enough had come together; all of one batch bear one moment.';
alter table released_answers enable row level security;
create policy workspace_wall on released_answers to echolot_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
grant select, insert, update, delete on released_answers to echolot_app;

insert into released_answers (workspace_id, survey_id, response_id, opening, score, rating, comment, further)
select r.workspace_id, r.survey_id, r.response_id, r.opening, r.score, r.rating, r.comment,
  coalesce((select jsonb_agg(jsonb_build_object('questionId', a.question_id, 'rating', a.rating, 'choices', a.choices, 'words', a.words))
    from response_answers a where a.workspace_id = r.workspace_id and a.response_id = r.response_id), '[]')
from responses r join surveys s on s.workspace_id = r.workspace_id and s.survey_id = r.survey_id
where s.anonymous and r.state = 'confirmed'
  and (select count(*) from responses o where o.workspace_id = r.workspace_id and o.survey_id = r.survey_id and o.state = 'confirmed') >= 10;
