-- Why: answers of visitors without an invitation: open links, printed codes, kiosks, the widget, apps that draw their own question.

create table open_links (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  open_link_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  key text not null constraint open_links_key check (key ~ '^[a-z2-9]{10}$'),
  name text not null check (length(name) between 1 and 200),
  channel text not null constraint open_links_channel check (channel in ('link', 'kiosk', 'widget', 'api')),
  origins text[] not null default '{}',
  language text,
  widget jsonb not null default '{}',
  period_days smallint not null default 90 constraint open_links_period check (period_days between 1 and 3650),
  usual_answers integer not null default 10 constraint open_links_usual check (usual_answers between 1 and 100000),
  identity_version smallint not null default 0,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (workspace_id, open_link_id),
  unique (key),
  foreign key (workspace_id, survey_id) references surveys on delete cascade
);
create index open_links_survey on open_links (workspace_id, survey_id);
comment on table open_links is 'One public address of a survey: on paper, on a kiosk, in a page, in an app; it names nobody.';
comment on column open_links.usual_answers is 'Answers within ten minutes that are nothing unusual here; five times as many, or five times the baseline, are set aside.';
comment on column open_links.identity_version is 'Which secret signs identities (derived from the instance secret, never stored); 0 means none was made.';

create table open_link_days (
  workspace_id uuid not null default nullif(current_setting('app.workspace_id', true), '')::uuid,
  open_link_id uuid not null,
  day date not null,
  opened integer not null default 0,
  primary key (workspace_id, open_link_id, day),
  foreign key (workspace_id, open_link_id) references open_links on delete cascade
);
comment on table open_link_days is 'How often an open link was opened on a day: a count, nothing about who.';

alter table responses
  add column open_link_id uuid,
  add foreign key (workspace_id, open_link_id) references open_links on delete set null (open_link_id),
  add constraint responses_open_key check (source <> 'open' or length(source_key) >= 59);
create index responses_open_link on responses (workspace_id, open_link_id, answered_at desc) where open_link_id is not null;
comment on column responses.open_link_id is 'The open link that an answer came by; source_key holds the link and the key of the page, so that no answer is without one.';

do $$
declare
  walled text;
begin
  foreach walled in array array['open_links', 'open_link_days'] loop
    execute format('alter table %I enable row level security', walled);
    execute format($p$create policy workspace_wall on %I to echolot_app
      using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))
      with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$p$, walled);
    execute format('grant select, insert, update, delete on %I to echolot_app', walled);
  end loop;
end $$;
