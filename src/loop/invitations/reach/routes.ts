import { z } from 'zod'
import { type Endpoint, look } from '../../../access/index.ts'
import { Coverage } from '../../../vocabulary/index.ts'
import { readCoverage } from './read-coverage.ts'

const field = z.enum(['country', 'language', 'company']).or(z.string().regex(/^attributes\.[^\s.][^.]{0,99}$/))

/** Addresses of coverage. */
export const routes: Endpoint[] = [
  look({
    path: '/coverage',
    allow: 'viewer',
    summary: 'Says who can be asked, was asked and answered, and who never is, in parts by one field.',
    query: z.strictObject({ by: field.default('country'), days: z.coerce.number().int().min(1).max(730).default(365) }),
    reply: Coverage,
    run: ({ tx, query, tools }) => readCoverage(tx, query, tools),
  }),
]
