import { z } from 'zod'
import { change, type Endpoint } from '../../access/index.ts'
import { AttributeName, AttributeRule, RuleTrial } from '../../vocabulary/index.ts'
import { removeRule, setRule } from './set-rule.ts'
import { tryRule } from './try-rule.ts'

const params = z.object({ attribute: AttributeName })

/** Addresses that say by which rule the values of an attribute are found. */
export const routes: Endpoint[] = [
  change('post', {
    path: '/attribute-rules',
    allow: 'admin',
    summary:
      'Says how the values of an attribute are found: from an answer, or computed from history. They are found anew for everybody.',
    body: z.strictObject({ name: AttributeName, rule: AttributeRule }),
    run: ({ tx, body }) => setRule(tx, body),
  }),
  change('post', {
    path: '/attribute-rule-trials',
    allow: 'admin',
    summary: 'Says how many people would get a value by a rule, and which; saves nothing.',
    body: z.strictObject({ rule: AttributeRule }),
    reply: RuleTrial,
    run: ({ tx, body }) => tryRule(tx, body.rule),
  }),
  change('delete', {
    path: '/attributes/{attribute}/rule',
    allow: 'admin',
    summary: 'Ends the rule of an attribute: its values are given by people, imports and API again.',
    params,
    run: ({ tx, params }) => removeRule(tx, params.attribute),
  }),
]
