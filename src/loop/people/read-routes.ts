import { z } from 'zod'
import { type Endpoint, look } from '../../access/index.ts'
import { PageQuery, Person, PersonLine, pageOf } from '../../vocabulary/index.ts'
import { listPeople, readPerson } from './read-person.ts'

/** Addresses that show people. */
export const readRoutes: Endpoint[] = [
  look({
    path: '/people',
    allow: 'viewer',
    summary: 'People by name, with their last answer; q finds by name, company or address.',
    query: PageQuery.extend({ q: z.string().trim().max(200).optional() }),
    reply: pageOf(PersonLine),
    run: ({ tx, query }) => listPeople(tx, query),
  }),
  look({
    path: '/people/{personId}',
    allow: 'viewer',
    summary: 'One person with everything that is stored of them.',
    params: z.object({ personId: z.uuid() }),
    reply: Person,
    run: ({ tx, params, tools }) => readPerson(tx, params.personId, tools.settings.secret),
  }),
]
