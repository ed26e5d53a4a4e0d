import type { Dossier } from '../../../vocabulary/case.ts'

/** What every form of a case gets: the case, how to go away, and what to do when the case has left the list. */
export type FormProps = { found: Dossier; done: () => void; gone: () => void }
