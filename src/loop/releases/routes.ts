import { change, type Endpoint, look } from '../../access/index.ts'
import { AnonymityRule } from '../../vocabulary/index.ts'
import { changeAnonymityRule, readAnonymityRule } from './change-anonymity-rule.ts'

/** Addresses of how anonymous answers are shown. */
export const routes: Endpoint[] = [
  look({
    path: '/anonymity',
    allow: 'viewer',
    summary: 'How many answers of an anonymous survey have to come together before any of them is shown.',
    reply: AnonymityRule,
    run: ({ tx }) => readAnonymityRule(tx),
  }),
  change('put', {
    path: '/anonymity',
    allow: 'admin',
    summary:
      'Sets how many answers of an anonymous survey have to come together, 5 at least; what is shown stays, and surveys with answers never go below what stood.',
    body: AnonymityRule,
    reply: AnonymityRule,
    run: ({ tx, body, tools }) => changeAnonymityRule(tx, body, tools.clock()),
  }),
]
