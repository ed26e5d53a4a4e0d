-- Made by `npm run gen` from migrations/. Do not edit.

-- One-time links (set-up, invitation of a member, password reset, sign-in), stored as SHA-256, bound to their purpose.
create table account_tokens (
  token_hash bytea not null,
  purpose text not null,
  workspace_id uuid default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  account_id uuid,
  email text,
  role text,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint account_tokens_pkey PRIMARY KEY (token_hash),
  constraint account_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id) ON DELETE CASCADE,
  constraint account_tokens_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint account_tokens_purpose CHECK ((purpose = ANY (ARRAY['set_up'::text, 'invitation'::text, 'password_reset'::text, 'sign_in'::text])))
);
CREATE INDEX account_tokens_workspace ON public.account_tokens USING btree (workspace_id, created_at DESC) WHERE (workspace_id IS NOT NULL);
-- policy workspace_wall to {echolot_app}

-- A person who signs in, once per installation; rights come from members.
create table accounts (
  account_id uuid not null default gen_random_uuid(),
  email text not null,
  name text not null,
  password_hash text,
  language text not null default 'en'::text,
  created_at timestamp with time zone not null default now(),
  deactivated_at timestamp with time zone,
  constraint accounts_pkey PRIMARY KEY (account_id),
  constraint accounts_email_check CHECK ((length(email) <= 254)),
  constraint accounts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
CREATE UNIQUE INDEX accounts_email ON public.accounts USING btree (lower(email));

-- One row per address and channel, keyed by HMAC: the lock that sends and objections share; survives the deletion of the person.
create table addresses (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  channel text not null,
  address_key bytea not null,
  suppressed_at timestamp with time zone,
  suppression_reason text,
  created_at timestamp with time zone not null default now(),
  suppressed_until timestamp with time zone,
  paused_until timestamp with time zone,
  surveys_only boolean not null default false,
  constraint addresses_pkey PRIMARY KEY (workspace_id, channel, address_key),
  constraint addresses_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint addresses_reason CHECK ((suppression_reason = ANY (ARRAY['objection'::text, 'hard_bounce'::text, 'soft_bounce'::text, 'complaint'::text, 'erasure'::text, 'operator'::text])))
);
CREATE INDEX addresses_resting ON public.addresses USING btree (suppressed_until) WHERE (suppressed_until IS NOT NULL);
CREATE INDEX addresses_suppressed ON public.addresses USING btree (workspace_id, suppressed_at DESC, address_key) WHERE (suppressed_at IS NOT NULL);
-- policy workspace_wall to {echolot_app}

-- A right to answer an anonymous survey once: the hash of a token that only its holder has; no person, no message, no answer.
create table answer_tickets (
  ticket_hash bytea not null,
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  wave_id uuid not null,
  survey_id uuid not null,
  survey_version integer not null,
  language text,
  expires_on date not null,
  constraint answer_tickets_ticket_hash_key UNIQUE (ticket_hash),
  constraint answer_tickets_pkey PRIMARY KEY (workspace_id, ticket_hash),
  constraint answer_tickets_workspace_id_survey_id_survey_version_fkey FOREIGN KEY (workspace_id, survey_id, survey_version) REFERENCES survey_versions(workspace_id, survey_id, version) ON DELETE CASCADE,
  constraint answer_tickets_workspace_id_wave_id_fkey FOREIGN KEY (workspace_id, wave_id) REFERENCES waves(workspace_id, wave_id) ON DELETE CASCADE
);
-- policy workspace_wall to {echolot_app}

-- Keys for programs: looked up by id, compared by SHA-256, shown once.
create table api_keys (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  api_key_id text not null,
  name text not null,
  secret_hash bytea not null,
  scope text not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_api_key_id_key UNIQUE (api_key_id),
  constraint api_keys_pkey PRIMARY KEY (workspace_id, api_key_id),
  constraint api_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint api_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint api_keys_scope CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text, 'admin'::text])))
);
-- policy workspace_wall to {echolot_app}

-- What an attribute of people means; one without a definition is text as it came.
create table attribute_definitions (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  name text not null,
  label text,
  type text not null,
  bands jsonb,
  parent text,
  source text not null default 'given'::text,
  rule jsonb,
  created_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  constraint attribute_definitions_pkey PRIMARY KEY (workspace_id, name),
  constraint attribute_definitions_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint attribute_definitions_bands CHECK (((bands IS NULL) OR (type = ANY (ARRAY['number'::text, 'date'::text])))),
  constraint attribute_definitions_label CHECK (((length(label) >= 1) AND (length(label) <= 100))),
  constraint attribute_definitions_name CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint attribute_definitions_parent CHECK (((parent IS NULL) OR ((type = 'text'::text) AND (parent <> name)))),
  constraint attribute_definitions_rule CHECK (((source = 'given'::text) = (rule IS NULL))),
  constraint attribute_definitions_source CHECK ((source = ANY (ARRAY['given'::text, 'answer'::text, 'computed'::text]))),
  constraint attribute_definitions_type CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'flag'::text])))
);
-- policy workspace_wall to {echolot_app}

-- Attributes that a person gave in an answer, or that a member entered against one; all others are given or computed.
create table attribute_origins (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  person_id uuid not null,
  name text not null,
  source text not null,
  response_id uuid,
  said_at timestamp with time zone not null,
  given jsonb,
  constraint attribute_origins_pkey PRIMARY KEY (workspace_id, person_id, name),
  constraint attribute_origins_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint attribute_origins_workspace_id_response_id_fkey FOREIGN KEY (workspace_id, response_id) REFERENCES responses(workspace_id, response_id) ON DELETE SET NULL (response_id),
  constraint attribute_origins_source CHECK ((source = ANY (ARRAY['answer'::text, 'member'::text])))
);
CREATE INDEX attribute_origins_response ON public.attribute_origins USING btree (workspace_id, response_id) WHERE (response_id IS NOT NULL);
-- policy workspace_wall to {echolot_app}

-- Work list: attributes by rule are found anew for everybody, in portions of people, after a rule changed and each night.
create table attribute_refreshes (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  due_at timestamp with time zone not null default now(),
  with_answers boolean not null default true,
  after_person uuid,
  dropped text[] not null default '{}'::text[],
  finished_at timestamp with time zone,
  constraint attribute_refreshes_pkey PRIMARY KEY (workspace_id),
  constraint attribute_refreshes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE
);
CREATE INDEX attribute_refreshes_due ON public.attribute_refreshes USING btree (due_at);
-- policy workspace_wall to {echolot_app}

-- Who closed a case when, with cause, outcome and what the customer expected; reopening ends the closure.
create table case_closures (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  closure_id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  cause text not null,
  outcome text not null,
  expected text,
  closed_by uuid,
  closed_at timestamp with time zone not null default now(),
  reopened_by uuid,
  reopened_at timestamp with time zone,
  constraint case_closures_pkey PRIMARY KEY (workspace_id, closure_id),
  constraint case_closures_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint case_closures_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint case_closures_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, case_id) ON DELETE CASCADE,
  constraint case_closures_cause CHECK ((cause = ANY (ARRAY['incident'::text, 'usage_error'::text, 'missing_feature'::text, 'expectation_mismatch'::text, 'support_communication'::text, 'other'::text]))),
  constraint case_closures_outcome CHECK ((outcome = ANY (ARRAY['won_back'::text, 'neutral'::text, 'lost'::text, 'unreachable'::text])))
);
CREATE INDEX case_closures_case ON public.case_closures USING btree (workspace_id, case_id);
CREATE UNIQUE INDEX case_closures_standing ON public.case_closures USING btree (workspace_id, case_id) WHERE (reopened_at IS NULL);
-- policy workspace_wall to {echolot_app}

-- Personal replies and calls made from a case; the first one stops the clock of first contact.
create table case_contacts (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  contact_id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  kind text not null,
  note text,
  message_id uuid,
  account_id uuid,
  contacted_at timestamp with time zone not null default now(),
  reached boolean,
  constraint case_contacts_pkey PRIMARY KEY (workspace_id, contact_id),
  constraint case_contacts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint case_contacts_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, case_id) ON DELETE CASCADE,
  constraint case_contacts_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, message_id) ON DELETE SET NULL (message_id),
  constraint case_contacts_kind CHECK ((kind = ANY (ARRAY['email'::text, 'call'::text])))
);
CREATE INDEX case_contacts_case ON public.case_contacts USING btree (workspace_id, case_id, contacted_at);
CREATE INDEX case_contacts_message ON public.case_contacts USING btree (workspace_id, message_id);
-- policy workspace_wall to {echolot_app}

-- Who read the time line when: contact is possible only afterwards (001-3).
create table case_dossier_reads (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  case_id uuid not null,
  account_id uuid not null,
  read_at timestamp with time zone not null default now(),
  constraint case_dossier_reads_pkey PRIMARY KEY (workspace_id, case_id, account_id),
  constraint case_dossier_reads_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id) ON DELETE CASCADE,
  constraint case_dossier_reads_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, case_id) ON DELETE CASCADE
);
-- policy workspace_wall to {echolot_app}

-- Comments of members on a case, with the accounts they mention.
create table case_notes (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  note_id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  account_id uuid,
  body text not null,
  mentioned uuid[] not null default '{}'::uuid[],
  written_at timestamp with time zone not null default now(),
  constraint case_notes_pkey PRIMARY KEY (workspace_id, note_id),
  constraint case_notes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint case_notes_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, case_id) ON DELETE CASCADE,
  constraint case_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
);
CREATE INDEX case_notes_case ON public.case_notes USING btree (workspace_id, case_id, written_at);
CREATE INDEX case_notes_mentioned ON public.case_notes USING gin (mentioned);
-- policy workspace_wall to {echolot_app}

-- Who has a case open just now, and whether they are writing: the warning before two reply.
create table case_presences (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  case_id uuid not null,
  account_id uuid not null,
  writing boolean not null default false,
  seen_at timestamp with time zone not null default now(),
  constraint case_presences_pkey PRIMARY KEY (workspace_id, case_id, account_id),
  constraint case_presences_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id) ON DELETE CASCADE,
  constraint case_presences_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, case_id) ON DELETE CASCADE
);
CREATE INDEX case_presences_account ON public.case_presences USING btree (account_id);
-- policy workspace_wall to {echolot_app}

-- One case per answer; open while it has no closure that stands.
create table cases (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  case_id uuid not null default gen_random_uuid(),
  response_id uuid not null,
  person_id uuid,
  queue text not null,
  owner_id uuid,
  due_at timestamp with time zone not null,
  snoozed_until timestamp with time zone,
  opened_at timestamp with time zone not null default now(),
  constraint cases_workspace_id_response_id_key UNIQUE (workspace_id, response_id),
  constraint cases_pkey PRIMARY KEY (workspace_id, case_id),
  constraint cases_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint cases_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint cases_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE SET NULL (person_id),
  constraint cases_workspace_id_response_id_fkey FOREIGN KEY (workspace_id, response_id) REFERENCES responses(workspace_id, response_id) ON DELETE CASCADE,
  constraint cases_queue CHECK ((queue = ANY (ARRAY['support'::text, 'probe'::text, 'thanks'::text])))
);
CREATE INDEX cases_due ON public.cases USING btree (workspace_id, queue, due_at);
CREATE INDEX cases_person ON public.cases USING btree (workspace_id, person_id);
-- policy workspace_wall to {echolot_app}

-- What left through the built-in catcher when no SMTP server is set: the raw mail as the wire had it, for the page /mail.
create table caught_mails (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  caught_id bigint not null,
  message_id uuid,
  envelope_from text not null,
  envelope_to text not null,
  subject text not null default ''::text,
  raw bytea not null,
  caught_at timestamp with time zone not null default now(),
  constraint caught_mails_pkey PRIMARY KEY (workspace_id, caught_id),
  constraint caught_mails_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE
);
CREATE INDEX caught_mails_newest ON public.caught_mails USING btree (workspace_id, caught_id DESC);
-- policy workspace_wall to {echolot_app}

-- Through which provider a workspace sends on a channel; passwords and keys are sealed together in secrets.
create table channel_settings (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  channel text not null,
  provider text not null,
  settings jsonb not null,
  secrets bytea,
  country text,
  two_way boolean not null default false,
  paused_at timestamp with time zone,
  paused_reason text,
  paused_reply text,
  heard_at timestamp with time zone,
  changed_at timestamp with time zone not null default now(),
  constraint channel_settings_pkey PRIMARY KEY (workspace_id, channel),
  constraint channel_settings_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint channel_settings_channel CHECK ((channel = 'sms'::text)),
  constraint channel_settings_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint channel_settings_provider_check CHECK (((length(provider) >= 1) AND (length(provider) <= 40)))
);
-- policy workspace_wall to {echolot_app}

-- Addresses that called a mail of this installation spam: no workspace writes to them again (guarantee G5). HMACs only.
create table complained_addresses (
  channel text not null,
  address_key bytea not null,
  complained_at timestamp with time zone not null default now(),
  constraint complained_addresses_pkey PRIMARY KEY (channel, address_key)
);

-- What a mailbox, a server or a provider reported about a mail, each report once.
create table delivery_reports (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  report_id bigint not null,
  message_id uuid,
  channel text not null default 'email'::text,
  address_key bytea,
  kind text not null,
  source text not null,
  source_id text not null,
  status text,
  words text,
  reported_at timestamp with time zone not null default now(),
  constraint delivery_reports_workspace_id_source_source_id_key UNIQUE (workspace_id, source, source_id),
  constraint delivery_reports_pkey PRIMARY KEY (workspace_id, report_id),
  constraint delivery_reports_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint delivery_reports_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, message_id) ON DELETE CASCADE,
  constraint delivery_reports_kind CHECK ((kind = ANY (ARRAY['delivered'::text, 'soft_bounce'::text, 'hard_bounce'::text, 'complaint'::text]))),
  constraint delivery_reports_source CHECK ((source = ANY (ARRAY['mailbox'::text, 'smtp'::text, 'ses'::text, 'sendgrid'::text, 'postmark'::text, 'mailgun'::text]))),
  constraint delivery_reports_source_id_check CHECK (((length(source_id) >= 1) AND (length(source_id) <= 300))),
  constraint delivery_reports_words_check CHECK ((length(words) <= 1000))
);
CREATE INDEX delivery_reports_address ON public.delivery_reports USING btree (workspace_id, address_key, report_id DESC);
CREATE INDEX delivery_reports_complaints ON public.delivery_reports USING btree (workspace_id, reported_at) WHERE (kind = 'complaint'::text);
CREATE INDEX delivery_reports_message ON public.delivery_reports USING btree (workspace_id, message_id, report_id);
-- policy workspace_wall to {echolot_app}

-- The key that signs the mails of a sender domain: the private half sealed with the secret of the installation.
create table dkim_keys (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  domain text not null,
  selector text not null,
  private_key bytea not null,
  public_key text not null,
  made_at timestamp with time zone not null default now(),
  constraint dkim_keys_pkey PRIMARY KEY (workspace_id, domain),
  constraint dkim_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint dkim_keys_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 253)))
);
-- policy workspace_wall to {echolot_app}

-- How fast the mailboxes of a provider may be written to, the next free moment, and until when it asked to be left alone.
create table domain_paces (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  domain text not null,
  per_minute integer,
  concurrent smallint,
  next_slot_at timestamp with time zone,
  backed_off_until timestamp with time zone,
  failures smallint not null default 0,
  failed_at timestamp with time zone,
  constraint domain_paces_pkey PRIMARY KEY (workspace_id, domain),
  constraint domain_paces_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint domain_paces_concurrent CHECK (((concurrent >= 1) AND (concurrent <= 100))),
  constraint domain_paces_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 253))),
  constraint domain_paces_per_minute CHECK (((per_minute >= 1) AND (per_minute <= 100000)))
);
-- policy workspace_wall to {echolot_app}

-- People who asked for deletion and the last day for it (Art. 12(3) GDPR); gone with the person.
create table erasure_requests (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  person_id uuid not null,
  requested_at timestamp with time zone not null default now(),
  due_on date not null,
  requested_by text not null,
  constraint erasure_requests_pkey PRIMARY KEY (workspace_id, person_id),
  constraint erasure_requests_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE
);
CREATE INDEX erasure_requests_due ON public.erasure_requests USING btree (workspace_id, due_on);
-- policy workspace_wall to {echolot_app}

-- An address under which another system tells what happened with customers, and how its JSON is read.
create table event_sources (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  source_id uuid not null default gen_random_uuid(),
  name text not null,
  key_version integer not null default 1,
  key_hash bytea not null,
  signature_header text,
  signature_secret text,
  mapping jsonb,
  add_people boolean not null default true,
  paused_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint event_sources_key_hash_key UNIQUE (key_hash),
  constraint event_sources_workspace_id_name_key UNIQUE (workspace_id, name),
  constraint event_sources_pkey PRIMARY KEY (workspace_id, source_id),
  constraint event_sources_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint event_sources_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);
-- policy workspace_wall to {echolot_app}

-- What happened, written in the transaction of its cause: audit trail, work list of listeners, webhook payload, raw material of proof.
create table events (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  event_id bigint not null,
  name text not null,
  subject_id uuid,
  payload jsonb not null,
  actor text default NULLIF(current_setting('app.actor'::text, true), ''::text),
  occurred_at timestamp with time zone not null default now(),
  delivered_at timestamp with time zone,
  attempts smallint not null default 0,
  not_before timestamp with time zone not null default now(),
  problem text,
  constraint events_pkey PRIMARY KEY (workspace_id, event_id),
  constraint events_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE
);
CREATE INDEX events_subject ON public.events USING btree (workspace_id, subject_id, event_id);
CREATE INDEX events_waiting ON public.events USING btree (not_before, event_id) WHERE (delivered_at IS NULL);
-- policy workspace_wall to {echolot_app}

-- A repeated POST with the same key gets the stored reply; kept at least 24 hours.
create table idempotency_keys (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  caller text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  status smallint,
  reply text,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (workspace_id, caller, idempotency_key),
  constraint idempotency_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint idempotency_keys_idempotency_key_check CHECK ((length(idempotency_key) <= 255))
);
-- policy workspace_wall to {echolot_app}

-- The mapping that was used last for a header, offered again.
create table import_mappings (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  header_signature bytea not null,
  kind text not null,
  mapping jsonb not null,
  used_at timestamp with time zone not null default now(),
  constraint import_mappings_pkey PRIMARY KEY (workspace_id, header_signature, kind),
  constraint import_mappings_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE
);
-- policy workspace_wall to {echolot_app}

-- Rows that were not taken, with the reason, for the downloadable file.
create table import_rejections (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  import_id uuid not null,
  row_number bigint not null,
  column_name text,
  value text,
  reason text not null,
  cells jsonb not null,
  constraint import_rejections_pkey PRIMARY KEY (workspace_id, import_id, row_number),
  constraint import_rejections_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, import_id) ON DELETE CASCADE
);
-- policy workspace_wall to {echolot_app}

-- One run over one file: its mapping, progress and counts.
create table imports (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  import_id uuid not null default gen_random_uuid(),
  kind text not null,
  file_name text not null,
  file_hash bytea,
  mapping jsonb not null,
  dry_run boolean not null default false,
  survey_id uuid,
  wave_id uuid,
  state text not null default 'waiting'::text,
  problem text,
  rows_read bigint not null default 0,
  rows_added bigint not null default 0,
  rows_changed bigint not null default 0,
  rows_known bigint not null default 0,
  rows_rejected bigint not null default 0,
  bytes_read bigint not null default 0,
  bytes_total bigint,
  created_by text,
  created_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  turns_made bigint not null default 0,
  values_kept bigint not null default 0,
  constraint imports_pkey PRIMARY KEY (workspace_id, import_id),
  constraint imports_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint imports_kind CHECK ((kind = ANY (ARRAY['people'::text, 'responses'::text, 'touchpoints'::text]))),
  constraint imports_state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX imports_newest ON public.imports USING btree (workspace_id, created_at DESC);
-- policy workspace_wall to {echolot_app}

-- One row: this installation; sending_held_at stops every send until an admin confirms (after a restore).
create table instance (
  instance_id uuid not null default gen_random_uuid(),
  only_one boolean not null default true,
  epoch bigint not null default 1,
  sending_held_at timestamp with time zone,
  sending_held_reason text,
  created_at timestamp with time zone not null default now(),
  side_log_mark bigint,
  constraint instance_only_one_key UNIQUE (only_one),
  constraint instance_pkey PRIMARY KEY (instance_id),
  constraint instance_only_one_check CHECK (only_one)
);

-- Links that were opened: an intent at most, never a vote (guarantee G3).
create table invitation_visits (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  visit_id bigint not null,
  invitation_id uuid not null,
  score smallint,
  scanner_suspected boolean not null default false,
  sign text,
  visited_at timestamp with time zone not null default now(),
  rating smallint,
  constraint invitation_visits_pkey PRIMARY KEY (workspace_id, visit_id),
  constraint invitation_visits_workspace_id_invitation_id_fkey FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations(workspace_id, invitation_id) ON DELETE CASCADE,
  constraint invitation_visits_rating CHECK (((rating >= 1) AND (rating <= 7))),
  constraint invitation_visits_score CHECK (((score >= 0) AND (score <= 10)))
);
CREATE INDEX invitation_visits_intents ON public.invitation_visits USING btree (workspace_id, invitation_id, visited_at) WHERE ((score IS NOT NULL) OR (rating IS NOT NULL));
CREATE INDEX invitation_visits_invitation ON public.invitation_visits USING btree (workspace_id, invitation_id, visited_at);
-- policy workspace_wall to {echolot_app}

-- One person asked in one wave, by a personal link whose token is stored as SHA-256.
create table invitations (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  invitation_id uuid not null default gen_random_uuid(),
  wave_id uuid not null,
  survey_id uuid not null,
  survey_version integer not null,
  person_id uuid not null,
  channel text not null,
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  weight real,
  arm smallint,
  constraint invitations_token_hash_key UNIQUE (token_hash),
  constraint invitations_workspace_id_wave_id_person_id_key UNIQUE (workspace_id, wave_id, person_id),
  constraint invitations_pkey PRIMARY KEY (workspace_id, invitation_id),
  constraint invitations_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint invitations_workspace_id_survey_id_survey_version_fkey FOREIGN KEY (workspace_id, survey_id, survey_version) REFERENCES survey_versions(workspace_id, survey_id, version) ON DELETE CASCADE,
  constraint invitations_workspace_id_wave_id_fkey FOREIGN KEY (workspace_id, wave_id) REFERENCES waves(workspace_id, wave_id) ON DELETE CASCADE,
  constraint invitations_weight CHECK ((weight > (0)::double precision))
);
CREATE INDEX invitations_person ON public.invitations USING btree (workspace_id, person_id);
CREATE INDEX invitations_version ON public.invitations USING btree (workspace_id, survey_id, survey_version);
-- policy workspace_wall to {echolot_app}

-- Where a mail provider reports to: the address by its hash, the key that proves the provider sealed.
create table mail_hooks (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  provider text not null,
  token_hash bytea not null,
  verification bytea,
  topic text,
  made_at timestamp with time zone not null default now(),
  heard_at timestamp with time zone,
  refused_at timestamp with time zone,
  constraint mail_hooks_token_hash_key UNIQUE (token_hash),
  constraint mail_hooks_pkey PRIMARY KEY (workspace_id, provider),
  constraint mail_hooks_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint mail_hooks_provider CHECK ((provider = ANY (ARRAY['ses'::text, 'sendgrid'::text, 'postmark'::text, 'mailgun'::text])))
);
-- policy workspace_wall to {echolot_app}

-- A mailbox that is read by IMAP and how far it was read; the password is sealed.
create table mailboxes (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  use text not null,
  address text not null,
  tagged boolean not null default true,
  host text not null,
  port integer not null,
  tls text not null default 'tls'::text,
  user_name text not null,
  password bytea not null,
  folder text not null default 'INBOX'::text,
  checker text,
  uid_validity text,
  last_uid bigint not null default 0,
  checked_at timestamp with time zone,
  problem text,
  paused_at timestamp with time zone,
  changed_at timestamp with time zone not null default now(),
  constraint mailboxes_pkey PRIMARY KEY (workspace_id, use),
  constraint mailboxes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint mailboxes_address_check CHECK ((length(address) <= 254)),
  constraint mailboxes_checker_check CHECK (((length(checker) >= 1) AND (length(checker) <= 253))),
  constraint mailboxes_folder_check CHECK (((length(folder) >= 1) AND (length(folder) <= 200))),
  constraint mailboxes_host_check CHECK (((length(host) >= 1) AND (length(host) <= 253))),
  constraint mailboxes_port CHECK (((port >= 1) AND (port <= 65535))),
  constraint mailboxes_problem_check CHECK ((length(problem) <= 500)),
  constraint mailboxes_tls CHECK ((tls = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mailboxes_use CHECK ((use = ANY (ARRAY['replies'::text, 'bounces'::text]))),
  constraint mailboxes_user_name_check CHECK (((length(user_name) >= 1) AND (length(user_name) <= 254)))
);
-- policy workspace_wall to {echolot_app}

-- Which account belongs to which workspace, with which role.
create table members (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  account_id uuid not null,
  role text not null,
  joined_at timestamp with time zone not null default now(),
  deactivated_at timestamp with time zone,
  constraint members_pkey PRIMARY KEY (workspace_id, account_id),
  constraint members_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id) ON DELETE CASCADE,
  constraint members_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint members_role CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'agent'::text, 'viewer'::text])))
);
CREATE INDEX members_account ON public.members USING btree (account_id);
-- policy workspace_wall to {echolot_app}

-- Every turn a message took that was not plain sailing: put off, refused at the gate, bounced, unknown, sent again.
create table message_turns (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  turn_id bigint not null,
  message_id uuid not null,
  state text not null,
  reason text,
  reply text,
  turned_at timestamp with time zone not null default now(),
  constraint message_turns_pkey PRIMARY KEY (workspace_id, turn_id),
  constraint message_turns_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, message_id) ON DELETE CASCADE
);
CREATE INDEX message_turns_message ON public.message_turns USING btree (workspace_id, message_id, turn_id);
-- policy workspace_wall to {echolot_app}

-- Everything that leaves for a person: claimed, prepared, gate, accepted or unknown; never twice (guarantee G4).
create table messages (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  message_id uuid not null default gen_random_uuid(),
  purpose text not null,
  wave_id uuid,
  invitation_id uuid,
  person_id uuid,
  case_id uuid,
  step smallint not null default 0,
  channel text not null,
  address text not null,
  address_key bytea not null,
  language text not null default 'en'::text,
  subject text,
  body text,
  state text not null default 'queued'::text,
  reason text,
  not_before timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  attempts smallint not null default 0,
  lease_until timestamp with time zone,
  fence bigint,
  mime_message_id text,
  provider_reply text,
  created_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  accepted_at timestamp with time zone,
  gated_at timestamp with time zone,
  resent_at timestamp with time zone,
  resent_by text,
  outcome text,
  gated_local text,
  constraint messages_workspace_id_mime_message_id_key UNIQUE (workspace_id, mime_message_id),
  constraint messages_workspace_id_wave_id_step_channel_address_key_key UNIQUE (workspace_id, wave_id, step, channel, address_key),
  constraint messages_pkey PRIMARY KEY (workspace_id, message_id),
  constraint messages_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint messages_workspace_id_invitation_id_fkey FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations(workspace_id, invitation_id) ON DELETE SET NULL (invitation_id),
  constraint messages_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE SET NULL (person_id),
  constraint messages_outcome CHECK ((outcome = ANY (ARRAY['delivered'::text, 'soft_bounce'::text, 'hard_bounce'::text, 'complaint'::text]))),
  constraint messages_purpose CHECK ((purpose = ANY (ARRAY['survey'::text, 'reminder'::text, 'comment_ask'::text, 'confirmation'::text, 'case_reply'::text, 'member'::text, 'probe'::text, 'review'::text, 'referral'::text, 'testimonial'::text, 'news'::text]))),
  constraint messages_state CHECK ((state = ANY (ARRAY['planned'::text, 'queued'::text, 'claimed'::text, 'gate'::text, 'accepted'::text, 'deferred'::text, 'failed'::text, 'blocked'::text, 'expired'::text, 'unknown'::text])))
);
CREATE UNIQUE INDEX messages_comment_ask ON public.messages USING btree (workspace_id, invitation_id) WHERE (purpose = 'comment_ask'::text);
CREATE INDEX messages_contacts ON public.messages USING btree (workspace_id, address_key, gated_at) WHERE (state = ANY (ARRAY['gate'::text, 'accepted'::text, 'unknown'::text]));
CREATE INDEX messages_in_line ON public.messages USING btree (((purpose = ANY (ARRAY['survey'::text, 'reminder'::text]))), not_before) WHERE (state = ANY (ARRAY['queued'::text, 'deferred'::text]));
CREATE INDEX messages_invitation ON public.messages USING btree (workspace_id, invitation_id);
CREATE INDEX messages_latest ON public.messages USING btree (workspace_id, changed_at DESC, message_id DESC);
CREATE INDEX messages_leases ON public.messages USING btree (lease_until) WHERE (state = ANY (ARRAY['claimed'::text, 'gate'::text]));
CREATE INDEX messages_of_address ON public.messages USING btree (workspace_id, address_key, created_at DESC);
CREATE INDEX messages_person ON public.messages USING btree (workspace_id, person_id, created_at DESC);
CREATE INDEX messages_person_contacts ON public.messages USING btree (workspace_id, person_id, gated_at) WHERE (state = ANY (ARRAY['gate'::text, 'accepted'::text, 'unknown'::text]));
CREATE INDEX messages_provider_reply ON public.messages USING btree (workspace_id, provider_reply) WHERE (channel = 'sms'::text);
CREATE INDEX messages_queue ON public.messages USING btree (not_before) WHERE (state = ANY (ARRAY['queued'::text, 'deferred'::text]));
CREATE INDEX messages_sent_lately ON public.messages USING btree (workspace_id, gated_at) WHERE (state = ANY (ARRAY['gate'::text, 'accepted'::text, 'unknown'::text]));
CREATE INDEX messages_texts ON public.messages USING btree (workspace_id, address_key, accepted_at DESC) WHERE ((channel = 'sms'::text) AND (state = 'accepted'::text));
CREATE INDEX messages_to_remind ON public.messages USING btree (workspace_id, wave_id, step, accepted_at) WHERE ((state = 'accepted'::text) AND (purpose = ANY (ARRAY['survey'::text, 'reminder'::text])));
CREATE INDEX messages_too_late ON public.messages USING btree (expires_at) WHERE (state = ANY (ARRAY['queued'::text, 'deferred'::text]));
CREATE INDEX messages_wave ON public.messages USING btree (workspace_id, wave_id, state);
-- policy workspace_wall to {echolot_app}

-- How often an open link was opened on a day: a count, nothing about who.
create table open_link_days (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  open_link_id uuid not null,
  day date not null,
  opened integer not null default 0,
  constraint open_link_days_pkey PRIMARY KEY (workspace_id, open_link_id, day),
  constraint open_link_days_workspace_id_open_link_id_fkey FOREIGN KEY (workspace_id, open_link_id) REFERENCES open_links(workspace_id, open_link_id) ON DELETE CASCADE
);
-- policy workspace_wall to {echolot_app}

-- One public address of a survey: on paper, on a kiosk, in a page, in an app; it names nobody.
create table open_links (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  open_link_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  key text not null,
  name text not null,
  channel text not null,
  origins text[] not null default '{}'::text[],
  language text,
  widget jsonb not null default '{}'::jsonb,
  period_days smallint not null default 90,
  usual_answers integer not null default 10,
  identity_version smallint not null default 0,
  created_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  constraint open_links_key_key UNIQUE (key),
  constraint open_links_pkey PRIMARY KEY (workspace_id, open_link_id),
  constraint open_links_workspace_id_survey_id_fkey FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys(workspace_id, survey_id) ON DELETE CASCADE,
  constraint open_links_channel CHECK ((channel = ANY (ARRAY['link'::text, 'kiosk'::text, 'widget'::text, 'api'::text]))),
  constraint open_links_key CHECK ((key ~ '^[a-z2-9]{10}$'::text)),
  constraint open_links_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint open_links_period CHECK (((period_days >= 1) AND (period_days <= 3650))),
  constraint open_links_usual CHECK (((usual_answers >= 1) AND (usual_answers <= 100000)))
);
CREATE INDEX open_links_survey ON public.open_links USING btree (workspace_id, survey_id);
-- policy workspace_wall to {echolot_app}

-- Consents that were asked for by a form and wait for, or got, their confirmation by the owner of the address (double opt-in).
create table opt_ins (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  opt_in_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  channel text not null,
  address text not null,
  address_key bytea not null,
  language text not null,
  consent_text text not null,
  text_version text not null,
  form_url text not null,
  requested_ip text,
  requested_by text,
  requested_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  token_hash bytea not null,
  confirmed_at timestamp with time zone,
  confirmed_ip text,
  constraint opt_ins_token_hash_key UNIQUE (token_hash),
  constraint opt_ins_pkey PRIMARY KEY (workspace_id, opt_in_id),
  constraint opt_ins_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint opt_ins_channel CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text])))
);
CREATE INDEX opt_ins_person ON public.opt_ins USING btree (workspace_id, person_id, requested_at DESC);
-- policy workspace_wall to {echolot_app}

-- Customers: identity, language and typed attributes (size, plan, annual_value in euro, since ...).
create table people (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  person_id uuid not null default gen_random_uuid(),
  external_id text,
  email text,
  phone text,
  name text,
  company text,
  language text,
  country text,
  time_zone text,
  attributes jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  email_key text default lower(email),
  constraint people_pkey PRIMARY KEY (workspace_id, person_id),
  constraint people_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE
);
CREATE INDEX people_attributes ON public.people USING gin (attributes jsonb_path_ops);
CREATE UNIQUE INDEX people_email_key ON public.people USING btree (workspace_id, email_key) WHERE (email_key IS NOT NULL);
CREATE UNIQUE INDEX people_external_id ON public.people USING btree (workspace_id, external_id) WHERE (external_id IS NOT NULL);
-- policy workspace_wall to {echolot_app}

-- The ledger of legal bases: every change with its evidence, who and when; rows are added, never changed.
create table permission_records (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  record_id bigint not null,
  person_id uuid,
  channel text not null,
  kind text not null,
  basis text,
  evidence jsonb not null default '{}'::jsonb,
  address_key bytea,
  recorded_by text,
  recorded_at timestamp with time zone not null default now(),
  constraint permission_records_pkey PRIMARY KEY (workspace_id, record_id),
  constraint permission_records_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint permission_records_kind CHECK ((kind = ANY (ARRAY['basis'::text, 'opt_in_requested'::text, 'opt_in_confirmed'::text, 'objection'::text, 'suppressed'::text, 'readmitted'::text, 'preference'::text])))
);
CREATE INDEX permission_records_address ON public.permission_records USING btree (workspace_id, address_key, record_id) WHERE (address_key IS NOT NULL);
CREATE INDEX permission_records_person ON public.permission_records USING btree (workspace_id, person_id, record_id);
-- policy workspace_wall to {echolot_app}

-- Legal basis per person and channel with its evidence; absent or none cannot be sent.
create table permissions (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  person_id uuid not null,
  channel text not null,
  basis text not null,
  evidence jsonb not null default '{}'::jsonb,
  recorded_by text,
  recorded_at timestamp with time zone not null default now(),
  constraint permissions_pkey PRIMARY KEY (workspace_id, person_id, channel),
  constraint permissions_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint permissions_basis CHECK ((basis = ANY (ARRAY['consent'::text, 'existing_customer'::text, 'none'::text])))
);
-- policy workspace_wall to {echolot_app}

-- The last bodies that an event source received, for mapping and for looking after trouble; older ones are thrown away.
create table received_events (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  received_id bigint not null,
  source_id uuid not null,
  body text not null,
  state text not null,
  reason text,
  field text,
  touchpoint_id uuid,
  received_at timestamp with time zone not null default now(),
  constraint received_events_pkey PRIMARY KEY (workspace_id, received_id),
  constraint received_events_workspace_id_source_id_fkey FOREIGN KEY (workspace_id, source_id) REFERENCES event_sources(workspace_id, source_id) ON DELETE CASCADE,
  constraint received_events_state CHECK ((state = ANY (ARRAY['sample'::text, 'taken'::text, 'known'::text, 'rejected'::text])))
);
CREATE INDEX received_events_newest ON public.received_events USING btree (workspace_id, source_id, received_id DESC);
-- policy workspace_wall to {echolot_app}

-- What is shown of anonymous surveys: copies as they were when enough had come together; all of one batch bear one moment.
create table released_answers (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  released_answer_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  response_id uuid not null,
  opening text not null,
  score smallint,
  rating smallint,
  comment text,
  further jsonb not null default '[]'::jsonb,
  released_at timestamp with time zone not null default now(),
  constraint released_answers_workspace_id_response_id_key UNIQUE (workspace_id, response_id),
  constraint released_answers_pkey PRIMARY KEY (workspace_id, released_answer_id),
  constraint released_answers_workspace_id_response_id_fkey FOREIGN KEY (workspace_id, response_id) REFERENCES responses(workspace_id, response_id) ON DELETE CASCADE,
  constraint released_answers_workspace_id_survey_id_fkey FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys(workspace_id, survey_id) ON DELETE CASCADE
);
CREATE INDEX released_answers_batches ON public.released_answers USING btree (workspace_id, survey_id, released_at DESC);
-- policy workspace_wall to {echolot_app}

-- What people wrote back by mail or text, each message once, and where it landed; of what belongs to none of ours only the id.
create table replies (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  reply_id uuid not null default gen_random_uuid(),
  channel text not null,
  source_key text not null,
  kind text not null,
  message_id uuid,
  person_id uuid,
  response_id uuid,
  score smallint,
  words text,
  received_at timestamp with time zone not null default now(),
  constraint replies_workspace_id_channel_source_key_key UNIQUE (workspace_id, channel, source_key),
  constraint replies_pkey PRIMARY KEY (workspace_id, reply_id),
  constraint replies_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint replies_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, message_id) ON DELETE SET NULL (message_id),
  constraint replies_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint replies_workspace_id_response_id_fkey FOREIGN KEY (workspace_id, response_id) REFERENCES responses(workspace_id, response_id) ON DELETE SET NULL (response_id),
  constraint replies_channel CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint replies_kind CHECK ((kind = ANY (ARRAY['answer'::text, 'intent'::text, 'comment'::text, 'note'::text, 'stop'::text, 'automatic'::text, 'unmatched'::text]))),
  constraint replies_score CHECK (((score >= 0) AND (score <= 10))),
  constraint replies_source_key_check CHECK (((length(source_key) >= 1) AND (length(source_key) <= 300))),
  constraint replies_words_check CHECK ((length(words) <= 5000))
);
CREATE INDEX replies_message ON public.replies USING btree (workspace_id, message_id);
CREATE INDEX replies_newest ON public.replies USING btree (workspace_id, received_at DESC, reply_id);
CREATE INDEX replies_person ON public.replies USING btree (workspace_id, person_id, received_at DESC);
CREATE INDEX replies_response ON public.replies USING btree (workspace_id, response_id);
-- policy workspace_wall to {echolot_app}

-- What the questions after the first one got: a rating on the scale of its kind, chosen options, or words.
create table response_answers (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  response_id uuid not null,
  question_id text not null,
  rating smallint,
  choices text[],
  words text,
  answered_at timestamp with time zone not null default now(),
  constraint response_answers_pkey PRIMARY KEY (workspace_id, response_id, question_id),
  constraint response_answers_workspace_id_response_id_fkey FOREIGN KEY (workspace_id, response_id) REFERENCES responses(workspace_id, response_id) ON DELETE CASCADE,
  constraint response_answers_question_id_check CHECK (((length(question_id) >= 1) AND (length(question_id) <= 40))),
  constraint response_answers_rating_check CHECK (((rating >= 0) AND (rating <= 10))),
  constraint response_answers_words_check CHECK ((length(words) <= 5000))
);
-- policy workspace_wall to {echolot_app}

-- Who decided about an answer that was set aside, when, and what had spoken against it.
create table response_reviews (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  response_id uuid not null,
  decision text not null,
  evidence text not null,
  decided_by text not null,
  decided_at timestamp with time zone not null default now(),
  constraint response_reviews_pkey PRIMARY KEY (workspace_id, response_id),
  constraint response_reviews_workspace_id_response_id_fkey FOREIGN KEY (workspace_id, response_id) REFERENCES responses(workspace_id, response_id) ON DELETE CASCADE,
  constraint response_reviews_decision CHECK ((decision = ANY (ARRAY['accepted'::text, 'discarded'::text])))
);
-- policy workspace_wall to {echolot_app}

-- What an answer said before it was changed within its window of 14 days.
create table response_revisions (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  response_id uuid not null,
  revision integer not null,
  score smallint,
  comment text,
  reason text,
  replaced_at timestamp with time zone not null default now(),
  answer_key text,
  rating smallint,
  answers jsonb,
  constraint response_revisions_pkey PRIMARY KEY (workspace_id, response_id, revision),
  constraint response_revisions_workspace_id_response_id_fkey FOREIGN KEY (workspace_id, response_id) REFERENCES responses(workspace_id, response_id) ON DELETE CASCADE
);
-- policy workspace_wall to {echolot_app}

-- One current answer per invitation or import row; attributes are the snapshot of the person at that moment.
create table responses (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  response_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  survey_version integer,
  wave_id uuid,
  person_id uuid,
  invitation_id uuid,
  channel text not null,
  score smallint,
  comment text,
  reason text,
  language text,
  weight real,
  attributes jsonb not null default '{}'::jsonb,
  state text not null default 'confirmed'::text,
  source text not null,
  source_key text not null,
  answered_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone,
  answer_key text,
  evidence text,
  opening text not null default 'nps'::text,
  rating smallint,
  entered_by uuid,
  open_link_id uuid,
  anonymous boolean not null default false,
  constraint responses_workspace_id_invitation_id_key UNIQUE (workspace_id, invitation_id),
  constraint responses_workspace_id_source_source_key_key UNIQUE (workspace_id, source, source_key),
  constraint responses_pkey PRIMARY KEY (workspace_id, response_id),
  constraint responses_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint responses_survey FOREIGN KEY (workspace_id, survey_id, anonymous) REFERENCES surveys(workspace_id, survey_id, anonymous) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint responses_workspace_id_invitation_id_fkey FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations(workspace_id, invitation_id) ON DELETE SET NULL (invitation_id),
  constraint responses_workspace_id_open_link_id_fkey FOREIGN KEY (workspace_id, open_link_id) REFERENCES open_links(workspace_id, open_link_id) ON DELETE SET NULL (open_link_id),
  constraint responses_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE SET NULL (person_id),
  constraint responses_of_nobody CHECK (((NOT anonymous) OR ((person_id IS NULL) AND (invitation_id IS NULL) AND (attributes = '{}'::jsonb)))),
  constraint responses_open_key CHECK (((source <> 'open'::text) OR (length(source_key) >= 59))),
  constraint responses_opening CHECK ((opening = ANY (ARRAY['nps'::text, 'csat'::text, 'ces'::text, 'stars'::text, 'five_point'::text, 'free'::text]))),
  constraint responses_personal_link CHECK (((channel <> ALL (ARRAY['email'::text, 'sms'::text])) OR (source = ANY (ARRAY['import'::text, 'ticket'::text])) OR (invitation_id IS NOT NULL))),
  constraint responses_rating CHECK (((rating >= 1) AND (rating <= 7))),
  constraint responses_rating_is_other CHECK (((opening = ANY (ARRAY['csat'::text, 'ces'::text, 'stars'::text, 'five_point'::text])) = (rating IS NOT NULL))),
  constraint responses_score CHECK (((score >= 0) AND (score <= 10))),
  constraint responses_score_is_nps CHECK (((opening = 'nps'::text) = (score IS NOT NULL))),
  constraint responses_state CHECK ((state = ANY (ARRAY['confirmed'::text, 'quarantined'::text, 'retracted'::text])))
);
CREATE INDEX responses_entered_by ON public.responses USING btree (entered_by) WHERE (entered_by IS NOT NULL);
CREATE INDEX responses_moments ON public.responses USING btree (workspace_id, answered_at) INCLUDE (score, survey_id, person_id) WHERE (state = 'confirmed'::text);
CREATE INDEX responses_open_link ON public.responses USING btree (workspace_id, open_link_id, answered_at DESC) WHERE (open_link_id IS NOT NULL);
CREATE INDEX responses_person ON public.responses USING btree (workspace_id, person_id, answered_at DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX responses_set_aside ON public.responses USING btree (workspace_id, answered_at) WHERE (state = 'quarantined'::text);
CREATE INDEX responses_time ON public.responses USING btree (workspace_id, survey_id, answered_at DESC);
CREATE INDEX responses_wave ON public.responses USING btree (workspace_id, wave_id, person_id) WHERE (wave_id IS NOT NULL);
-- policy workspace_wall to {echolot_app}

-- Asks each person every so many days, counted from a day of their own.
create table rolling_plans (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  plan_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  name text not null,
  channel text not null default 'email'::text,
  audience jsonb not null default '{"kind": "all"}'::jsonb,
  starts_from text not null default 'first_purchase'::text,
  every_days smallint not null default 90,
  first_after_days smallint not null default 90,
  spread_days smallint not null default 7,
  weekdays smallint[] not null default '{1,2,3,4,5}'::smallint[],
  from_hour smallint not null default 9,
  until_hour smallint not null default 17,
  reminders smallint[] not null default '{}'::smallint[],
  started_at timestamp with time zone,
  started_by uuid,
  started_as text,
  laid_out_on date,
  created_at timestamp with time zone not null default now(),
  constraint rolling_plans_pkey PRIMARY KEY (workspace_id, plan_id),
  constraint rolling_plans_started_by_fkey FOREIGN KEY (started_by) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint rolling_plans_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint rolling_plans_workspace_id_survey_id_fkey FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys(workspace_id, survey_id) ON DELETE CASCADE,
  constraint rolling_plans_channel CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'auto'::text]))),
  constraint rolling_plans_every CHECK (((every_days >= 21) AND (every_days <= 730))),
  constraint rolling_plans_first CHECK (((first_after_days >= 0) AND (first_after_days <= 730))),
  constraint rolling_plans_hours CHECK (((from_hour >= 8) AND (until_hour <= 21) AND (from_hour < until_hour))),
  constraint rolling_plans_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint rolling_plans_spread CHECK (((spread_days >= 1) AND (spread_days <= 365))),
  constraint rolling_plans_starts_from CHECK ((starts_from ~ '^(first_purchase|first_seen|attributes\..+)$'::text))
);
CREATE INDEX rolling_plans_started_by ON public.rolling_plans USING btree (started_by);
CREATE INDEX rolling_plans_survey ON public.rolling_plans USING btree (workspace_id, survey_id);
-- policy workspace_wall to {echolot_app}

-- A person's turn in one period of a rolling plan; the key keeps anybody from being asked twice for it.
create table rolling_turns (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  plan_id uuid not null,
  person_id uuid not null,
  period integer not null,
  falls_on date not null,
  due_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  reason text,
  wave_id uuid,
  turned_at timestamp with time zone,
  constraint rolling_turns_pkey PRIMARY KEY (workspace_id, plan_id, person_id, period),
  constraint rolling_turns_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint rolling_turns_workspace_id_plan_id_fkey FOREIGN KEY (workspace_id, plan_id) REFERENCES rolling_plans(workspace_id, plan_id) ON DELETE CASCADE,
  constraint rolling_turns_workspace_id_wave_id_fkey FOREIGN KEY (workspace_id, wave_id) REFERENCES waves(workspace_id, wave_id) ON DELETE SET NULL (wave_id),
  constraint rolling_turns_state CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'left_out'::text])))
);
CREATE INDEX rolling_turns_due ON public.rolling_turns USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX rolling_turns_person ON public.rolling_turns USING btree (workspace_id, person_id);
CREATE INDEX rolling_turns_plan ON public.rolling_turns USING btree (workspace_id, plan_id, due_at);
CREATE INDEX rolling_turns_wave ON public.rolling_turns USING btree (workspace_id, wave_id);
-- policy workspace_wall to {echolot_app}

-- 
create table schema_migrations (
  name text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

-- What the DNS said about a sender domain, and the admin who lets it send before SPF, DKIM and DMARC stand.
create table sender_domains (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  domain text not null,
  checked_at timestamp with time zone,
  findings jsonb not null default '[]'::jsonb,
  dkim_published_at timestamp with time zone,
  proven_at timestamp with time zone,
  override_at timestamp with time zone,
  override_by text,
  override_note text,
  constraint sender_domains_pkey PRIMARY KEY (workspace_id, domain),
  constraint sender_domains_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint sender_domains_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 253))),
  constraint sender_domains_override_note_check CHECK ((length(override_note) <= 1000))
);
-- policy workspace_wall to {echolot_app}

-- How often a person may be asked, where replies go, and why sending is paused; absent means the defaults.
create table sending_settings (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  contact_limit smallint not null default 1,
  contact_days smallint not null default 30,
  reply_to text,
  paused_at timestamp with time zone,
  paused_reason text,
  paused_reply text,
  changed_at timestamp with time zone not null default now(),
  return_address text,
  soft_bounces smallint not null default 2,
  soft_bounce_days smallint not null default 30,
  warm_up_first smallint,
  warm_up_on date,
  complaints_from timestamp with time zone not null default '-infinity'::timestamp with time zone,
  contact_rules jsonb not null default '{}'::jsonb,
  constraint sending_settings_pkey PRIMARY KEY (workspace_id),
  constraint sending_settings_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint sending_settings_days CHECK (((contact_days >= 1) AND (contact_days <= 365))),
  constraint sending_settings_limit CHECK (((contact_limit >= 1) AND (contact_limit <= 50))),
  constraint sending_settings_soft_bounces CHECK (((soft_bounces >= 0) AND (soft_bounces <= 20))),
  constraint sending_settings_soft_days CHECK (((soft_bounce_days >= 1) AND (soft_bounce_days <= 365))),
  constraint sending_settings_warm_up CHECK (((warm_up_first >= 10) AND (warm_up_first <= 5000)))
);
-- policy workspace_wall to {echolot_app}

-- Signed-in browsers: opaque token as SHA-256, idle 12 hours, at most 7 days.
create table sessions (
  token_hash bytea not null,
  account_id uuid not null,
  workspace_id uuid,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  user_agent text,
  constraint sessions_pkey PRIMARY KEY (token_hash),
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(account_id) ON DELETE CASCADE,
  constraint sessions_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE SET NULL
);
CREATE INDEX sessions_account ON public.sessions USING btree (account_id);

-- Entries on their way to the side log; removed once they are there for good.
create table side_log_queue (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  entry_id bigint not null,
  kind text not null,
  facts jsonb not null,
  noted_at timestamp with time zone not null default now(),
  constraint side_log_queue_pkey PRIMARY KEY (workspace_id, entry_id),
  constraint side_log_queue_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint side_log_queue_kind CHECK ((kind = ANY (ARRAY['suppressed'::text, 'sent'::text, 'erased'::text])))
);
CREATE INDEX side_log_queue_order ON public.side_log_queue USING btree (entry_id);
-- policy workspace_wall to {echolot_app}

-- Failed sign-ins by hash of address and e-mail, for the limit of ten in fifteen minutes.
create table sign_in_attempts (
  attempt_key bytea not null,
  attempted_at timestamp with time zone not null default now()
);
CREATE INDEX sign_in_attempts_key ON public.sign_in_attempts USING btree (attempt_key, attempted_at);

-- Who added or lifted a suppression by hand, when, and why.
create table suppression_changes (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  change_id bigint not null,
  channel text not null,
  address_key bytea not null,
  change text not null,
  reason text not null,
  note text,
  changed_by text not null default COALESCE(NULLIF(current_setting('app.actor'::text, true), ''::text), 'echolot'::text),
  changed_at timestamp with time zone not null default now(),
  constraint suppression_changes_pkey PRIMARY KEY (workspace_id, change_id),
  constraint suppression_changes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint suppression_changes_change CHECK ((change = ANY (ARRAY['added'::text, 'lifted'::text]))),
  constraint suppression_changes_note_check CHECK ((length(note) <= 1000))
);
CREATE INDEX suppression_changes_address ON public.suppression_changes USING btree (workspace_id, channel, address_key, change_id DESC);
-- policy workspace_wall to {echolot_app}

-- Wording per language as it was asked; never changed, so that an answer always shows the question it answered.
create table survey_versions (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  survey_id uuid not null,
  version integer not null,
  wording jsonb not null,
  published_at timestamp with time zone not null default now(),
  constraint survey_versions_pkey PRIMARY KEY (workspace_id, survey_id, version),
  constraint survey_versions_workspace_id_survey_id_fkey FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys(workspace_id, survey_id) ON DELETE CASCADE
);
-- policy workspace_wall to {echolot_app}

-- A survey with the standard question; its wording is versioned.
create table surveys (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  survey_id uuid not null default gen_random_uuid(),
  name text not null,
  created_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  kind text not null default 'relationship'::text,
  opening text not null default 'nps'::text,
  anonymous boolean not null default false,
  comment_ask_days smallint,
  anonymous_threshold smallint not null default 10,
  constraint surveys_anonymity UNIQUE (workspace_id, survey_id, anonymous),
  constraint surveys_pkey PRIMARY KEY (workspace_id, survey_id),
  constraint surveys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint surveys_anonymous_threshold CHECK (((anonymous_threshold >= 5) AND (anonymous_threshold <= 1000))),
  constraint surveys_comment_ask CHECK (((comment_ask_days >= 1) AND (comment_ask_days <= 14))),
  constraint surveys_kind CHECK ((kind = ANY (ARRAY['relationship'::text, 'transactional'::text, 'pulse'::text]))),
  constraint surveys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint surveys_opening CHECK ((opening = ANY (ARRAY['nps'::text, 'csat'::text, 'ces'::text, 'stars'::text, 'five_point'::text, 'free'::text])))
);
-- policy workspace_wall to {echolot_app}

-- Orders, tickets, calls, mails and visits: what a member reads before contacting a person.
create table touchpoints (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  touchpoint_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  title text not null,
  body text,
  state text,
  amount_cents bigint,
  currency text,
  discounted boolean,
  source text not null,
  source_id text not null,
  occurred_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  constraint touchpoints_workspace_id_source_source_id_key UNIQUE (workspace_id, source, source_id),
  constraint touchpoints_pkey PRIMARY KEY (workspace_id, touchpoint_id),
  constraint touchpoints_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint touchpoints_kind CHECK ((kind = ANY (ARRAY['order'::text, 'ticket'::text, 'call'::text, 'mail'::text, 'visit'::text, 'price'::text, 'note'::text])))
);
CREATE INDEX touchpoints_person ON public.touchpoints USING btree (workspace_id, person_id, occurred_at DESC);
-- policy workspace_wall to {echolot_app}

-- What a trigger made of one touchpoint: waits, asked, left out with its reason, or called off; once per touchpoint.
create table trigger_turns (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  trigger_id uuid not null,
  touchpoint_id uuid not null,
  person_id uuid not null,
  due_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  reason text,
  wave_id uuid,
  created_at timestamp with time zone not null default now(),
  turned_at timestamp with time zone,
  constraint trigger_turns_pkey PRIMARY KEY (workspace_id, trigger_id, touchpoint_id),
  constraint trigger_turns_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, person_id) ON DELETE CASCADE,
  constraint trigger_turns_workspace_id_touchpoint_id_fkey FOREIGN KEY (workspace_id, touchpoint_id) REFERENCES touchpoints(workspace_id, touchpoint_id) ON DELETE CASCADE,
  constraint trigger_turns_workspace_id_trigger_id_fkey FOREIGN KEY (workspace_id, trigger_id) REFERENCES triggers(workspace_id, trigger_id) ON DELETE CASCADE,
  constraint trigger_turns_workspace_id_wave_id_fkey FOREIGN KEY (workspace_id, wave_id) REFERENCES waves(workspace_id, wave_id) ON DELETE SET NULL (wave_id),
  constraint trigger_turns_state CHECK ((state = ANY (ARRAY['waiting'::text, 'asked'::text, 'left_out'::text, 'cancelled'::text])))
);
CREATE INDEX trigger_turns_due ON public.trigger_turns USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX trigger_turns_newest ON public.trigger_turns USING btree (workspace_id, trigger_id, created_at DESC);
CREATE INDEX trigger_turns_person ON public.trigger_turns USING btree (workspace_id, person_id, trigger_id, state);
CREATE INDEX trigger_turns_touchpoint ON public.trigger_turns USING btree (workspace_id, touchpoint_id);
CREATE INDEX trigger_turns_wave ON public.trigger_turns USING btree (workspace_id, wave_id);
-- policy workspace_wall to {echolot_app}

-- Asks a person some time after something happened with them, such as a delivered order.
create table triggers (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  trigger_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  name text not null,
  channel text not null default 'email'::text,
  audience jsonb not null default '{"kind": "all"}'::jsonb,
  touchpoint_kind text not null,
  states text[] not null default '{}'::text[],
  contrary_states text[] not null default '{}'::text[],
  delay_hours integer not null default 0,
  rest_days smallint not null default 90,
  reminders smallint[] not null default '{}'::smallint[],
  started_at timestamp with time zone,
  started_by uuid,
  started_as text,
  created_at timestamp with time zone not null default now(),
  constraint triggers_pkey PRIMARY KEY (workspace_id, trigger_id),
  constraint triggers_started_by_fkey FOREIGN KEY (started_by) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint triggers_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id) ON DELETE CASCADE,
  constraint triggers_workspace_id_survey_id_fkey FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys(workspace_id, survey_id) ON DELETE CASCADE,
  constraint triggers_channel CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'auto'::text]))),
  constraint triggers_delay CHECK (((delay_hours >= 0) AND (delay_hours <= 8760))),
  constraint triggers_kind CHECK ((touchpoint_kind = ANY (ARRAY['order'::text, 'ticket'::text, 'call'::text, 'mail'::text, 'visit'::text, 'price'::text, 'note'::text]))),
  constraint triggers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint triggers_rest CHECK (((rest_days >= 7) AND (rest_days <= 730)))
);
CREATE INDEX triggers_started_by ON public.triggers USING btree (started_by);
CREATE INDEX triggers_survey ON public.triggers USING btree (workspace_id, survey_id);
-- policy workspace_wall to {echolot_app}

-- How far the reminders of a wave are: all whose mail before was taken until that moment have been looked at.
create table wave_reminders (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  wave_id uuid not null,
  step smallint not null,
  after_days smallint not null,
  reminded_until timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint wave_reminders_pkey PRIMARY KEY (workspace_id, wave_id, step),
  constraint wave_reminders_workspace_id_wave_id_fkey FOREIGN KEY (workspace_id, wave_id) REFERENCES waves(workspace_id, wave_id) ON DELETE CASCADE,
  constraint wave_reminders_after_days_check CHECK (((after_days >= 1) AND (after_days <= 60))),
  constraint wave_reminders_step_check CHECK (((step >= 1) AND (step <= 3)))
);
-- policy workspace_wall to {echolot_app}

-- One round of asking (or one imported round): the unit that proof compares.
create table waves (
  workspace_id uuid not null default (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid,
  wave_id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  name text not null,
  starts_on date not null default CURRENT_DATE,
  channel text not null default 'email'::text,
  approved_at timestamp with time zone,
  approved_by uuid,
  stopped_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  audience jsonb not null default '{"kind": "all"}'::jsonb,
  approved_as text,
  planned_at timestamp with time zone,
  left_out jsonb not null default '{}'::jsonb,
  kind text not null default 'once'::text,
  plan_id uuid,
  trigger_id uuid,
  period text,
  sample jsonb,
  drawn jsonb,
  reminders smallint[] not null default '{}'::smallint[],
  subjects jsonb,
  rest jsonb,
  constraint waves_pkey PRIMARY KEY (workspace_id, wave_id),
  constraint waves_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES accounts(account_id) ON DELETE SET NULL,
  constraint waves_of_plan FOREIGN KEY (workspace_id, plan_id) REFERENCES rolling_plans(workspace_id, plan_id) ON DELETE SET NULL (plan_id),
  constraint waves_of_trigger FOREIGN KEY (workspace_id, trigger_id) REFERENCES triggers(workspace_id, trigger_id) ON DELETE SET NULL (trigger_id),
  constraint waves_workspace_id_survey_id_fkey FOREIGN KEY (workspace_id, survey_id) REFERENCES surveys(workspace_id, survey_id) ON DELETE CASCADE,
  constraint waves_kind CHECK ((kind = ANY (ARRAY['once'::text, 'rolling'::text, 'trigger'::text]))),
  constraint waves_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE UNIQUE INDEX waves_plan_period ON public.waves USING btree (workspace_id, plan_id, period) WHERE (plan_id IS NOT NULL);
CREATE INDEX waves_survey ON public.waves USING btree (workspace_id, survey_id, starts_on);
CREATE INDEX waves_to_plan ON public.waves USING btree (approved_at) WHERE ((approved_at IS NOT NULL) AND (planned_at IS NULL));
CREATE UNIQUE INDEX waves_trigger_period ON public.waves USING btree (workspace_id, trigger_id, period) WHERE (trigger_id IS NOT NULL);
-- policy workspace_wall to {echolot_app}

-- A company or a part of one: the wall around people, answers and cases.
create table workspaces (
  workspace_id uuid not null default gen_random_uuid(),
  name text not null,
  language text not null default 'en'::text,
  time_zone text not null default 'Europe/Berlin'::text,
  sender_name text,
  sender_address text,
  imprint text,
  demo boolean not null default false,
  created_at timestamp with time zone not null default now(),
  shown_from smallint not null default 10,
  constraint workspaces_pkey PRIMARY KEY (workspace_id),
  constraint workspaces_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint workspaces_shown_from CHECK (((shown_from >= 5) AND (shown_from <= 1000)))
);
-- policy workspace_wall to {echolot_app}
