-- Why: surveys open with any kind of question (NPS, CSAT, CES, stars, five points, free words) and go on with more;
-- `score` stays the 0 to 10 of NPS alone, so that no other scale can slip into a figure.

alter table surveys
  add column kind text not null default 'relationship'
    constraint surveys_kind check (kind in ('relationship', 'transactional', 'pulse')),
  add column opening text not null default 'nps'
    constraint surveys_opening check (opening in ('nps', 'csat', 'ces', 'stars', 'five_point', 'free')),
  add column anonymous boolean not null default false;
comment on column surveys.opening is 'Kind of the first question; it never changes, so that figures of one survey can be compared.';
comment on column surveys.anonymous is 'No link from answer to person is kept; fixed by the first answer.';

alter table responses
  add column opening text not null default 'nps'
    constraint responses_opening check (opening in ('nps', 'csat', 'ces', 'stars', 'five_point', 'free')),
  add column rating smallint constraint responses_rating check (rating between 1 and 7),
  alter column score drop not null,
  add constraint responses_score_is_nps check ((opening = 'nps') = (score is not null)),
  add constraint responses_rating_is_other check ((opening in ('csat', 'ces', 'stars', 'five_point')) = (rating is not null));
comment on column responses.rating is 'What the first question got on its own scale (1 to 5, CES 1 to 7), where it is not NPS.';
alter table response_revisions add column rating smallint, alter column score drop not null;

create table response_answers (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  response_id uuid not null,
  question_id text not null check (length(question_id) between 1 and 40),
  rating smallint check (rating between 0 and 10),
  choices text[],
  words text check (length(words) <= 5000),
  answered_at timestamptz not null default now(),
  primary key (workspace_id, response_id, question_id),
  foreign key (workspace_id, response_id) references responses on delete cascade
);
comment on table response_answers is 'What the questions after the first one got: a rating on the scale of its kind, chosen options, or words.';

alter table messages drop constraint messages_purpose;
alter table messages add constraint messages_purpose check (purpose in
  ('survey', 'reminder', 'comment_ask', 'confirmation', 'case_reply', 'member', 'probe', 'review', 'referral', 'testimonial', 'news'));

alter table response_answers enable row level security;
create policy workspace_wall on response_answers to echolot_app
  using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
  with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
grant select, insert, update, delete on response_answers to echolot_app;
