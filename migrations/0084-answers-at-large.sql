-- Why: answers of every kind can be changed with a trace, set aside and judged, and taken out on their owner's word.

alter table response_revisions add column answers jsonb;
comment on column response_revisions.answers is 'What the questions after the first had got before this change; null where only the first changed.';

alter table invitation_visits
  add column rating smallint constraint invitation_visits_rating check (rating between 1 and 7);
comment on column invitation_visits.rating is 'The number that was opened, where the first question is not NPS.';
drop index invitation_visits_intents;
create index invitation_visits_intents on invitation_visits (workspace_id, invitation_id, visited_at)
  where score is not null or rating is not null;

alter table responses add column entered_by uuid references accounts on delete set null;
create index responses_entered_by on responses (entered_by) where entered_by is not null;
comment on column responses.entered_by is 'The member who typed in what a customer said on paper or on the phone.';

create table response_reviews (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  response_id uuid not null,
  decision text not null constraint response_reviews_decision check (decision in ('accepted', 'discarded')),
  evidence text not null,
  decided_by text not null,
  decided_at timestamptz not null default now(),
  primary key (workspace_id, response_id),
  foreign key (workspace_id, response_id) references responses on delete cascade
);
comment on table response_reviews is 'Who decided about an answer that was set aside, when, and what had spoken against it.';

create table erasure_requests (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  person_id uuid not null,
  requested_at timestamptz not null default now(),
  due_on date not null,
  requested_by text not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people on delete cascade
);
create index erasure_requests_due on erasure_requests (workspace_id, due_on);
comment on table erasure_requests is 'People who asked for deletion and the last day for it (Art. 12(3) GDPR); gone with the person.';

alter table surveys
  add column comment_ask_days smallint constraint surveys_comment_ask check (comment_ask_days between 1 and 14);
comment on column surveys.comment_ask_days is 'Days after a score without a comment when its giver is asked why, once; null asks nobody.';
create unique index messages_comment_ask on messages (workspace_id, invitation_id) where purpose = 'comment_ask';

do $$
declare
  walled text;
begin
  foreach walled in array array['response_reviews', 'erasure_requests'] loop
    execute format('alter table %I enable row level security', walled);
    execute format($p$create policy workspace_wall on %I to echolot_app
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$p$, walled);
    execute format('grant select, insert, update, delete on %I to echolot_app', walled);
  end loop;
end $$;
