import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import { AudienceField, Channel, Permission, PersonInput } from '../../vocabulary/index.ts'
import { listAudienceFields } from './list-audience-fields.ts'
import { suppressPerson } from './object-to-messages.ts'
import { BasisRecording, countPermissions, listPermissions, PermissionCounts, recordBasis } from './record-basis.ts'
import { changePerson, savePerson } from './save-person.ts'

const params = z.object({ personId: z.uuid() })
const Saved = z.object({
  personId: z.uuid(),
  created: z.boolean(),
  /** Attributes that stay as the person gave them in an answer. */
  kept: z.array(z.string()),
})
const Suppression = z.strictObject({ channel: z.enum(['email', 'sms']), reason: z.enum(['objection', 'operator']) })

/** Addresses that change people and what they permit. */
export const writeRoutes: Endpoint[] = [
  change('post', {
    path: '/people',
    allow: 'manager',
    summary:
      'Adds a person, or changes the one with the same external id or mail address; what people said of themselves is kept.',
    body: PersonInput,
    reply: Saved,
    run: ({ tx, body }) => savePerson(tx, body),
  }),
  change('patch', {
    path: '/people/{personId}',
    allow: 'manager',
    summary: 'Changes a person; attributes are merged, an attribute that is null goes away.',
    params,
    body: PersonInput,
    reply: z.object({ personId: z.uuid() }),
    run: ({ tx, params, body }) => changePerson(tx, params.personId, body),
  }),
  look({
    path: '/people/{personId}/permissions',
    allow: 'viewer',
    summary: 'Lists the legal basis of a person per channel, with its evidence.',
    params,
    reply: z.object({ items: z.array(Permission) }),
    run: ({ tx, params }) => listPermissions(tx, params.personId),
  }),
  change('post', {
    path: '/people/{personId}/suppressions',
    allow: 'agent',
    summary: 'Notes that a person does not want to be asked on a channel.',
    params,
    body: Suppression,
    run: ({ tx, params, body, tools }) => suppressPerson(tx, { ...params, ...body }, tools.settings.secret),
  }),
  change('post', {
    path: '/permissions',
    allow: 'manager',
    summary: 'Records the legal basis for everybody of an audience, with the evidence.',
    body: BasisRecording,
    reply: z.object({ people: z.number().int() }),
    run: ({ tx, body, caller }) => recordBasis(tx, body, caller.actor),
  }),
  look({
    path: '/permissions/counts',
    allow: 'viewer',
    summary: 'Counts people by legal basis and suppressed addresses by reason.',
    query: z.strictObject({ channel: Channel.default('email') }),
    reply: PermissionCounts,
    run: ({ tx, query }) => countPermissions(tx, query.channel),
  }),
  look({
    path: '/audience-fields',
    allow: 'viewer',
    summary: 'Lists the fields by which people can be chosen, with their values.',
    reply: z.object({ items: z.array(AudienceField) }),
    run: ({ tx }) => listAudienceFields(tx),
  }),
]
