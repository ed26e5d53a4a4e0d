import { z } from 'zod'
import { change, type Endpoint } from '../../access/index.ts'
import { AttributeName, AttributeRule } from '../../vocabulary/index.ts'
import { removeRule, setRule } from './set-rule.ts'

const params = z.object({ attribute: AttributeName })

/** Addresses that say by which rule the values of an attribute are found. */
export const routes: Endpoint[] = [
  change('put', {
    path: '/attributes/{attribute}/rule',
    allow: 'admin',
    summary:
      'Takes the values of an attribute from an answer or computes them from history; they are found anew for everybody.',
    params,
    body: AttributeRule,
    run: ({ tx, params, body }) => setRule(tx, { name: params.attribute, rule: body }),
  }),
  change('delete', {
    path: '/attributes/{attribute}/rule',
    allow: 'admin',
    summary: 'Ends the rule of an attribute: its values are given by people, imports and API again.',
    params,
    run: ({ tx, params }) => removeRule(tx, params.attribute),
  }),
]
