import type { WordKey } from '../../languages/index.ts'
import type { IconName } from '../ui/index.ts'

export type Place = { to: string; icon: IconName; word: WordKey; key: string }

/** The five verbs, in the order of the loop: the bottom bar of a phone shows these. */
export const VERBS: Place[] = [
  { to: '/ask', icon: 'ask', word: 'shell.nav.ask', key: 'g a' },
  { to: '/listen', icon: 'listen', word: 'shell.nav.listen', key: 'g l' },
  { to: '/understand', icon: 'understand', word: 'shell.nav.understand', key: 'g u' },
  { to: '/act', icon: 'act', word: 'shell.nav.act', key: 'g c' },
  { to: '/prove', icon: 'prove', word: 'shell.nav.prove', key: 'g v' },
]

export const PULSE: Place = { to: '/', icon: 'pulse', word: 'shell.nav.pulse', key: 'g p' }
export const PEOPLE: Place = { to: '/people', icon: 'people', word: 'shell.nav.people', key: 'g e' }
export const SETTINGS: Place = { to: '/settings', icon: 'settings', word: 'shell.nav.settings', key: 'g s' }
export const IMPORT: Place = { to: '/import', icon: 'upload', word: 'shell.nav.import', key: 'g i' }
export const REPORT: Place = { to: '/report', icon: 'report', word: 'shell.nav.report', key: 'g r' }

/** Every place a key or the command palette can go to. */
export const PLACES: Place[] = [PULSE, ...VERBS, PEOPLE, IMPORT, REPORT, SETTINGS]
