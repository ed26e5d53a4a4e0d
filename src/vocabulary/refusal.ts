/** Every refusal with its HTTP status; the sentence stands in the language files under `refusals`. */
export const REFUSALS = {
  body_invalid: 400,
  query_invalid: 400,
  not_signed_in: 401,
  sign_in_wrong: 401,
  sign_in_too_often: 429,
  right_missing: 403,
  origin_foreign: 403,
  not_found: 404,
  content_type_wrong: 415,
  body_too_large: 413,
  idempotency_mismatch: 409,
  idempotency_in_flight: 409,
  survey_archived: 409,
  survey_questions_wrong: 400,
  survey_answered: 409,
  survey_changed_meanwhile: 409,
  survey_promised_anonymous: 409,
  anonymous_threshold_low: 400,
  anonymous_threshold_fixed: 409,
  wave_already_approved: 409,
  wave_not_approved: 409,
  wave_without_people: 409,
  event_source_known: 409,
  reminder_to_anonymous: 409,
  anonymous_survey_unlinked: 409,
  subject_without_mail: 400,
  subject_test_of_sample: 400,
  subject_test_running: 409,
  subject_test_without_rest: 409,
  sender_missing: 409,
  imprint_missing: 409,
  text_provider_missing: 409,
  message_not_unknown: 409,
  suppression_not_liftable: 409,
  address_wrong: 400,
  hook_key_wrong: 400,
  address_suppressed: 409,
  address_missing: 409,
  phone_invalid: 400,
  mailbox_unusable: 422,
  file_missing: 400,
  file_empty: 422,
  file_without_rows: 422,
  file_too_large: 413,
  file_not_a_table: 415,
  file_archive_unsafe: 422,
  file_workbook_unreadable: 422,
  file_row_too_long: 422,
  file_cell_too_long: 422,
  file_columns_too_many: 422,
  file_character_zero: 422,
  file_quote_open: 422,
  file_row_unreadable: 422,
  score_column_missing: 422,
  score_column_empty: 422,
  column_unknown: 422,
  import_mapping_incomplete: 422,
  import_running: 409,
  import_done: 409,
  import_file_gone: 410,
  answer_in_future: 400,
  answer_without_survey_or_person: 404,
  answer_unsuited: 400,
  answer_names_person: 409,
  answer_not_set_aside: 409,
  waves_are_the_same: 400,
  too_many_requests: 429,
  too_busy: 503,
  method_wrong: 405,
  unexpected: 500,
  reply_not_kept: 409,
  set_up_done: 409,
  link_used_up: 410,
  password_weak: 400,
  password_wrong: 403,
  person_known: 409,
  member_known: 409,
  member_last_owner: 409,
  member_elsewhere: 409,
  role_above_own: 403,
  workspace_missing: 409,
  account_needed: 403,
  case_dossier_unread: 409,
  case_already_closed: 409,
  case_not_closed: 409,
  case_owner_unknown: 400,
  open_link_closed: 410,
  open_link_without_origin: 400,
  sheet_letters_missing: 422,
  opt_in_waiting: 409,
  attribute_type_differs: 409,
  attribute_rules_many: 409,
  attribute_from_anonymous: 409,
  attribute_computed: 409,
} as const

/** The code of a refusal. */
export type RefusalCode = keyof typeof REFUSALS

/** What a use case throws when it will not do what was asked; the server alone turns it into a status. */
export class Refusal extends Error {
  readonly code: RefusalCode
  /** Values for the sentence and for programs (never secrets). */
  readonly facts: Record<string, string | number>
  /** Which fields are wrong and why, for forms. */
  readonly fields: { path: string; problem: string }[]

  constructor(
    code: RefusalCode,
    facts: Record<string, string | number> = {},
    fields: { path: string; problem: string }[] = [],
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
    this.fields = fields
  }
}
