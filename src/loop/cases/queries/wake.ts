import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/** Ends the snooze of a person's open cases, and says so. */
export const wakeCasesOf = (tx: Tx, personId: string) =>
  sql`with woken as (
      update cases c set snoozed_until = null where c.person_id = ${personId} and c.snoozed_until > now()
        and not exists (select from case_closures l where l.case_id = c.case_id and l.reopened_at is null)
      returning c.case_id)
    insert into events (name, subject_id, payload)
    select 'case.snoozed', case_id, '{"until": null}' from woken`.execute(tx)
