-- Why: a repeated or late POST of an answer is recognised by its key, so that it is neither stored twice nor put back over a newer one.

alter table responses
  add column answer_key text,
  add column evidence text;
comment on column responses.answer_key is 'Key of the page and score that wrote the answer as it stands; null for imports.';
comment on column responses.evidence is 'Why an answer was quarantined: what showed that a machine sent it.';

alter table response_revisions add column answer_key text;
comment on column response_revisions.answer_key is 'Key of the page and score that had written this replaced answer.';

create index invitation_visits_intents on invitation_visits (workspace_id, invitation_id, visited_at) where score is not null;
