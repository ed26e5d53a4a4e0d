// Made by `npm run gen` from migrations/. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Read as what it holds; written as JSON text or a plain object. */
export type Json = ColumnType<Record<string, unknown>, Record<string, unknown> | string, Record<string, unknown> | string>

/** The same, made by the database where it is not given. */
export type OptionalJson = ColumnType<Record<string, unknown>, Record<string, unknown> | string | undefined, Record<string, unknown> | string>

/** Every table, as the migrations leave it. */
export type Tables = {
  account_tokens: {
    token_hash: Buffer
    purpose: 'set_up' | 'invitation' | 'password_reset' | 'sign_in'
    workspace_id: string | null
    account_id: string | null
    email: string | null
    role: string | null
    created_at: Generated<Date>
    expires_at: Date
    used_at: Date | null
  }
  accounts: {
    account_id: Generated<string>
    email: string
    name: string
    password_hash: string | null
    language: Generated<string>
    created_at: Generated<Date>
    deactivated_at: Date | null
  }
  addresses: {
    workspace_id: Generated<string>
    channel: string
    address_key: Buffer
    suppressed_at: Date | null
    suppression_reason: 'objection' | 'hard_bounce' | 'soft_bounce' | 'complaint' | 'erasure' | 'operator' | null
    created_at: Generated<Date>
    suppressed_until: Date | null
    paused_until: Date | null
    surveys_only: Generated<boolean>
  }
  answer_tickets: {
    ticket_hash: Buffer
    workspace_id: Generated<string>
    wave_id: string
    survey_id: string
    survey_version: number
    language: string | null
    expires_on: string
  }
  api_keys: {
    workspace_id: Generated<string>
    api_key_id: string
    name: string
    secret_hash: Buffer
    scope: 'read' | 'write' | 'admin'
    created_by: string | null
    created_at: Generated<Date>
    expires_at: Date | null
    last_used_at: Date | null
    revoked_at: Date | null
  }
  attribute_definitions: {
    workspace_id: Generated<string>
    name: string
    label: string | null
    type: 'text' | 'number' | 'date' | 'flag'
    bands: Json | null
    parent: string | null
    source: Generated<'given' | 'answer' | 'computed'>
    rule: Json | null
    created_at: Generated<Date>
    changed_at: Generated<Date>
    archived_at: Date | null
  }
  attribute_origins: {
    workspace_id: Generated<string>
    person_id: string
    name: string
    source: 'answer' | 'member'
    response_id: string | null
    said_at: Date
    given: Json | null
  }
  attribute_refreshes: {
    workspace_id: Generated<string>
    due_at: Generated<Date>
    with_answers: Generated<boolean>
    after_person: string | null
    dropped: Generated<string[]>
    finished_at: Date | null
  }
  case_closures: {
    workspace_id: Generated<string>
    closure_id: Generated<string>
    case_id: string
    cause: 'incident' | 'usage_error' | 'missing_feature' | 'expectation_mismatch' | 'support_communication' | 'other'
    outcome: 'won_back' | 'neutral' | 'lost' | 'unreachable'
    expected: string | null
    closed_by: string | null
    closed_at: Generated<Date>
    reopened_by: string | null
    reopened_at: Date | null
  }
  case_contacts: {
    workspace_id: Generated<string>
    contact_id: Generated<string>
    case_id: string
    kind: 'email' | 'call'
    note: string | null
    message_id: string | null
    account_id: string | null
    contacted_at: Generated<Date>
    reached: boolean | null
  }
  case_dossier_reads: {
    workspace_id: Generated<string>
    case_id: string
    account_id: string
    read_at: Generated<Date>
  }
  case_notes: {
    workspace_id: Generated<string>
    note_id: Generated<string>
    case_id: string
    account_id: string | null
    body: string
    mentioned: Generated<string[]>
    written_at: Generated<Date>
  }
  case_presences: {
    workspace_id: Generated<string>
    case_id: string
    account_id: string
    writing: Generated<boolean>
    seen_at: Generated<Date>
  }
  cases: {
    workspace_id: Generated<string>
    case_id: Generated<string>
    response_id: string
    person_id: string | null
    queue: 'support' | 'probe' | 'thanks'
    owner_id: string | null
    due_at: Date
    snoozed_until: Date | null
    opened_at: Generated<Date>
  }
  caught_mails: {
    workspace_id: Generated<string>
    caught_id: Generated<number>
    message_id: string | null
    envelope_from: string
    envelope_to: string
    subject: Generated<string>
    raw: Buffer
    caught_at: Generated<Date>
  }
  channel_settings: {
    workspace_id: Generated<string>
    channel: string
    provider: string
    settings: Json
    secrets: Buffer | null
    country: string | null
    two_way: Generated<boolean>
    paused_at: Date | null
    paused_reason: string | null
    paused_reply: string | null
    heard_at: Date | null
    changed_at: Generated<Date>
  }
  complained_addresses: {
    channel: string
    address_key: Buffer
    complained_at: Generated<Date>
  }
  delivery_reports: {
    workspace_id: Generated<string>
    report_id: Generated<number>
    message_id: string | null
    channel: Generated<string>
    address_key: Buffer | null
    kind: 'delivered' | 'soft_bounce' | 'hard_bounce' | 'complaint'
    source: 'mailbox' | 'smtp' | 'ses' | 'sendgrid' | 'postmark' | 'mailgun'
    source_id: string
    status: string | null
    words: string | null
    reported_at: Generated<Date>
  }
  dkim_keys: {
    workspace_id: Generated<string>
    domain: string
    selector: string
    private_key: Buffer
    public_key: string
    made_at: Generated<Date>
  }
  domain_paces: {
    workspace_id: Generated<string>
    domain: string
    per_minute: number | null
    concurrent: number | null
    next_slot_at: Date | null
    backed_off_until: Date | null
    failures: Generated<number>
    failed_at: Date | null
  }
  erasure_requests: {
    workspace_id: Generated<string>
    person_id: string
    requested_at: Generated<Date>
    due_on: string
    requested_by: string
  }
  event_sources: {
    workspace_id: Generated<string>
    source_id: Generated<string>
    name: string
    key_version: Generated<number>
    key_hash: Buffer
    signature_header: string | null
    signature_secret: string | null
    mapping: Json | null
    add_people: Generated<boolean>
    paused_at: Date | null
    created_at: Generated<Date>
  }
  events: {
    workspace_id: Generated<string>
    event_id: Generated<number>
    name: string
    subject_id: string | null
    payload: Json
    actor: string | null
    occurred_at: Generated<Date>
    delivered_at: Date | null
    attempts: Generated<number>
    not_before: Generated<Date>
    problem: string | null
  }
  idempotency_keys: {
    workspace_id: Generated<string>
    caller: string
    idempotency_key: string
    request_hash: Buffer
    status: number | null
    reply: string | null
    created_at: Generated<Date>
  }
  import_mappings: {
    workspace_id: Generated<string>
    header_signature: Buffer
    kind: string
    mapping: Json
    used_at: Generated<Date>
  }
  import_rejections: {
    workspace_id: Generated<string>
    import_id: string
    row_number: number
    column_name: string | null
    value: string | null
    reason: string
    cells: Json
  }
  imports: {
    workspace_id: Generated<string>
    import_id: Generated<string>
    kind: 'people' | 'responses' | 'touchpoints'
    file_name: string
    file_hash: Buffer | null
    mapping: Json
    dry_run: Generated<boolean>
    survey_id: string | null
    wave_id: string | null
    state: Generated<'waiting' | 'running' | 'done' | 'failed'>
    problem: string | null
    rows_read: Generated<number>
    rows_added: Generated<number>
    rows_changed: Generated<number>
    rows_known: Generated<number>
    rows_rejected: Generated<number>
    bytes_read: Generated<number>
    bytes_total: number | null
    created_by: string | null
    created_at: Generated<Date>
    finished_at: Date | null
    turns_made: Generated<number>
    values_kept: Generated<number>
  }
  instance: {
    instance_id: Generated<string>
    only_one: Generated<boolean>
    epoch: Generated<number>
    sending_held_at: Date | null
    sending_held_reason: string | null
    created_at: Generated<Date>
    side_log_mark: number | null
  }
  invitation_visits: {
    workspace_id: Generated<string>
    visit_id: Generated<number>
    invitation_id: string
    score: number | null
    scanner_suspected: Generated<boolean>
    sign: string | null
    visited_at: Generated<Date>
    rating: number | null
  }
  invitations: {
    workspace_id: Generated<string>
    invitation_id: Generated<string>
    wave_id: string
    survey_id: string
    survey_version: number
    person_id: string
    channel: string
    token_hash: Buffer
    expires_at: Date
    revoked_at: Date | null
    created_at: Generated<Date>
    weight: number | null
    arm: number | null
  }
  mail_hooks: {
    workspace_id: Generated<string>
    provider: 'ses' | 'sendgrid' | 'postmark' | 'mailgun'
    token_hash: Buffer
    verification: Buffer | null
    topic: string | null
    made_at: Generated<Date>
    heard_at: Date | null
    refused_at: Date | null
  }
  mailboxes: {
    workspace_id: Generated<string>
    use: 'replies' | 'bounces'
    address: string
    tagged: Generated<boolean>
    host: string
    port: number
    tls: Generated<'tls' | 'starttls' | 'none'>
    user_name: string
    password: Buffer
    folder: Generated<string>
    checker: string | null
    uid_validity: string | null
    last_uid: Generated<number>
    checked_at: Date | null
    problem: string | null
    paused_at: Date | null
    changed_at: Generated<Date>
  }
  members: {
    workspace_id: Generated<string>
    account_id: string
    role: 'owner' | 'admin' | 'manager' | 'agent' | 'viewer'
    joined_at: Generated<Date>
    deactivated_at: Date | null
  }
  message_turns: {
    workspace_id: Generated<string>
    turn_id: Generated<number>
    message_id: string
    state: string
    reason: string | null
    reply: string | null
    turned_at: Generated<Date>
  }
  messages: {
    workspace_id: Generated<string>
    message_id: Generated<string>
    purpose: 'survey' | 'reminder' | 'comment_ask' | 'confirmation' | 'case_reply' | 'member' | 'probe' | 'review' | 'referral' | 'testimonial' | 'news'
    wave_id: string | null
    invitation_id: string | null
    person_id: string | null
    case_id: string | null
    step: Generated<number>
    channel: string
    address: string
    address_key: Buffer
    language: Generated<string>
    subject: string | null
    body: string | null
    state: Generated<'planned' | 'queued' | 'claimed' | 'gate' | 'accepted' | 'deferred' | 'failed' | 'blocked' | 'expired' | 'unknown'>
    reason: string | null
    not_before: Generated<Date>
    expires_at: Date
    attempts: Generated<number>
    lease_until: Date | null
    fence: number | null
    mime_message_id: string | null
    provider_reply: string | null
    created_at: Generated<Date>
    changed_at: Generated<Date>
    accepted_at: Date | null
    gated_at: Date | null
    resent_at: Date | null
    resent_by: string | null
    outcome: 'delivered' | 'soft_bounce' | 'hard_bounce' | 'complaint' | null
    gated_local: string | null
  }
  open_link_days: {
    workspace_id: Generated<string>
    open_link_id: string
    day: string
    opened: Generated<number>
  }
  open_links: {
    workspace_id: Generated<string>
    open_link_id: Generated<string>
    survey_id: string
    key: string
    name: string
    channel: 'link' | 'kiosk' | 'widget' | 'api'
    origins: Generated<string[]>
    language: string | null
    widget: OptionalJson
    period_days: Generated<number>
    usual_answers: Generated<number>
    identity_version: Generated<number>
    created_at: Generated<Date>
    closed_at: Date | null
  }
  opt_ins: {
    workspace_id: Generated<string>
    opt_in_id: Generated<string>
    person_id: string
    channel: 'email' | 'sms'
    address: string
    address_key: Buffer
    language: string
    consent_text: string
    text_version: string
    form_url: string
    requested_ip: string | null
    requested_by: string | null
    requested_at: Generated<Date>
    expires_at: Date
    token_hash: Buffer
    confirmed_at: Date | null
    confirmed_ip: string | null
  }
  people: {
    workspace_id: Generated<string>
    person_id: Generated<string>
    external_id: string | null
    email: string | null
    phone: string | null
    name: string | null
    company: string | null
    language: string | null
    country: string | null
    time_zone: string | null
    attributes: OptionalJson
    created_at: Generated<Date>
    changed_at: Generated<Date>
    email_key: string | null
  }
  permission_records: {
    workspace_id: Generated<string>
    record_id: Generated<number>
    person_id: string | null
    channel: string
    kind: 'basis' | 'opt_in_requested' | 'opt_in_confirmed' | 'objection' | 'suppressed' | 'readmitted' | 'preference'
    basis: string | null
    evidence: OptionalJson
    address_key: Buffer | null
    recorded_by: string | null
    recorded_at: Generated<Date>
  }
  permissions: {
    workspace_id: Generated<string>
    person_id: string
    channel: string
    basis: 'consent' | 'existing_customer' | 'none'
    evidence: OptionalJson
    recorded_by: string | null
    recorded_at: Generated<Date>
  }
  received_events: {
    workspace_id: Generated<string>
    received_id: Generated<number>
    source_id: string
    body: string
    state: 'sample' | 'taken' | 'known' | 'rejected'
    reason: string | null
    field: string | null
    touchpoint_id: string | null
    received_at: Generated<Date>
  }
  released_answers: {
    workspace_id: Generated<string>
    released_answer_id: Generated<string>
    survey_id: string
    response_id: string
    opening: string
    score: number | null
    rating: number | null
    comment: string | null
    further: OptionalJson
    released_at: Generated<Date>
  }
  replies: {
    workspace_id: Generated<string>
    reply_id: Generated<string>
    channel: 'email' | 'sms'
    source_key: string
    kind: 'answer' | 'intent' | 'comment' | 'note' | 'stop' | 'automatic' | 'unmatched'
    message_id: string | null
    person_id: string | null
    response_id: string | null
    score: number | null
    words: string | null
    received_at: Generated<Date>
  }
  response_answers: {
    workspace_id: Generated<string>
    response_id: string
    question_id: string
    rating: number | null
    choices: string[] | null
    words: string | null
    answered_at: Generated<Date>
  }
  response_reviews: {
    workspace_id: Generated<string>
    response_id: string
    decision: 'accepted' | 'discarded'
    evidence: string
    decided_by: string
    decided_at: Generated<Date>
  }
  response_revisions: {
    workspace_id: Generated<string>
    response_id: string
    revision: number
    score: number | null
    comment: string | null
    reason: string | null
    replaced_at: Generated<Date>
    answer_key: string | null
    rating: number | null
    answers: Json | null
  }
  responses: {
    workspace_id: Generated<string>
    response_id: Generated<string>
    survey_id: string
    survey_version: number | null
    wave_id: string | null
    person_id: string | null
    invitation_id: string | null
    channel: string
    score: number | null
    comment: string | null
    reason: string | null
    language: string | null
    weight: number | null
    attributes: OptionalJson
    state: Generated<'confirmed' | 'quarantined' | 'retracted'>
    source: string
    source_key: string
    answered_at: Generated<Date>
    changed_at: Date | null
    answer_key: string | null
    evidence: string | null
    opening: Generated<'nps' | 'csat' | 'ces' | 'stars' | 'five_point' | 'free'>
    rating: number | null
    entered_by: string | null
    open_link_id: string | null
    anonymous: Generated<boolean>
  }
  rolling_plans: {
    workspace_id: Generated<string>
    plan_id: Generated<string>
    survey_id: string
    name: string
    channel: Generated<'email' | 'sms' | 'auto'>
    audience: OptionalJson
    starts_from: Generated<string>
    every_days: Generated<number>
    first_after_days: Generated<number>
    spread_days: Generated<number>
    weekdays: Generated<number[]>
    from_hour: Generated<number>
    until_hour: Generated<number>
    reminders: Generated<number[]>
    started_at: Date | null
    started_by: string | null
    started_as: string | null
    laid_out_on: string | null
    created_at: Generated<Date>
  }
  rolling_turns: {
    workspace_id: Generated<string>
    plan_id: string
    person_id: string
    period: number
    falls_on: string
    due_at: Date
    state: Generated<'waiting' | 'asked' | 'left_out'>
    reason: string | null
    wave_id: string | null
    turned_at: Date | null
  }
  schema_migrations: {
    name: string
    applied_at: Generated<Date>
  }
  sender_domains: {
    workspace_id: Generated<string>
    domain: string
    checked_at: Date | null
    findings: OptionalJson
    dkim_published_at: Date | null
    proven_at: Date | null
    override_at: Date | null
    override_by: string | null
    override_note: string | null
  }
  sending_settings: {
    workspace_id: Generated<string>
    contact_limit: Generated<number>
    contact_days: Generated<number>
    reply_to: string | null
    paused_at: Date | null
    paused_reason: string | null
    paused_reply: string | null
    changed_at: Generated<Date>
    return_address: string | null
    soft_bounces: Generated<number>
    soft_bounce_days: Generated<number>
    warm_up_first: number | null
    warm_up_on: string | null
    complaints_from: Generated<Date>
    contact_rules: OptionalJson
  }
  sessions: {
    token_hash: Buffer
    account_id: string
    workspace_id: string | null
    created_at: Generated<Date>
    last_seen_at: Generated<Date>
    expires_at: Date
    user_agent: string | null
  }
  side_log_queue: {
    workspace_id: Generated<string>
    entry_id: Generated<number>
    kind: 'suppressed' | 'sent' | 'erased'
    facts: Json
    noted_at: Generated<Date>
  }
  sign_in_attempts: {
    attempt_key: Buffer
    attempted_at: Generated<Date>
  }
  suppression_changes: {
    workspace_id: Generated<string>
    change_id: Generated<number>
    channel: string
    address_key: Buffer
    change: 'added' | 'lifted'
    reason: string
    note: string | null
    changed_by: Generated<string>
    changed_at: Generated<Date>
  }
  survey_versions: {
    workspace_id: Generated<string>
    survey_id: string
    version: number
    wording: Json
    published_at: Generated<Date>
  }
  surveys: {
    workspace_id: Generated<string>
    survey_id: Generated<string>
    name: string
    created_at: Generated<Date>
    archived_at: Date | null
    kind: Generated<'relationship' | 'transactional' | 'pulse'>
    opening: Generated<'nps' | 'csat' | 'ces' | 'stars' | 'five_point' | 'free'>
    anonymous: Generated<boolean>
    comment_ask_days: number | null
    anonymous_threshold: Generated<number>
  }
  touchpoints: {
    workspace_id: Generated<string>
    touchpoint_id: Generated<string>
    person_id: string
    kind: 'order' | 'ticket' | 'call' | 'mail' | 'visit' | 'price' | 'note'
    title: string
    body: string | null
    state: string | null
    amount_cents: number | null
    currency: string | null
    discounted: boolean | null
    source: string
    source_id: string
    occurred_at: Date
    created_at: Generated<Date>
  }
  trigger_turns: {
    workspace_id: Generated<string>
    trigger_id: string
    touchpoint_id: string
    person_id: string
    due_at: Date
    state: Generated<'waiting' | 'asked' | 'left_out' | 'cancelled'>
    reason: string | null
    wave_id: string | null
    created_at: Generated<Date>
    turned_at: Date | null
  }
  triggers: {
    workspace_id: Generated<string>
    trigger_id: Generated<string>
    survey_id: string
    name: string
    channel: Generated<'email' | 'sms' | 'auto'>
    audience: OptionalJson
    touchpoint_kind: 'order' | 'ticket' | 'call' | 'mail' | 'visit' | 'price' | 'note'
    states: Generated<string[]>
    contrary_states: Generated<string[]>
    delay_hours: Generated<number>
    rest_days: Generated<number>
    reminders: Generated<number[]>
    started_at: Date | null
    started_by: string | null
    started_as: string | null
    created_at: Generated<Date>
  }
  wave_reminders: {
    workspace_id: Generated<string>
    wave_id: string
    step: number
    after_days: number
    reminded_until: Generated<Date>
  }
  waves: {
    workspace_id: Generated<string>
    wave_id: Generated<string>
    survey_id: string
    name: string
    starts_on: Generated<string>
    channel: Generated<string>
    approved_at: Date | null
    approved_by: string | null
    stopped_at: Date | null
    created_at: Generated<Date>
    audience: OptionalJson
    approved_as: string | null
    planned_at: Date | null
    left_out: OptionalJson
    kind: Generated<'once' | 'rolling' | 'trigger'>
    plan_id: string | null
    trigger_id: string | null
    period: string | null
    sample: Json | null
    drawn: Json | null
    reminders: Generated<number[]>
    subjects: Json | null
    rest: Json | null
  }
  workspaces: {
    workspace_id: Generated<string>
    name: string
    language: Generated<string>
    time_zone: Generated<string>
    sender_name: string | null
    sender_address: string | null
    imprint: string | null
    demo: Generated<boolean>
    created_at: Generated<Date>
    shown_from: Generated<number>
  }
}
