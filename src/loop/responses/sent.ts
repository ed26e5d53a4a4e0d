import type { Wished } from './find-visit.ts'
import type { SentForm } from './read-form.ts'

/** A form on its way to a use case. */
export type Sent = {
  token: string
  form: SentForm
  wished: Wished
  /** The browser is signed in to the team's pages. */
  insider: boolean
}
