import { z } from 'zod'
import { change, type Endpoint, look } from '../../../access/index.ts'
import {
  AskingChannel,
  Audience,
  PageQuery,
  pageOf,
  Reminders,
  Sample,
  SendCheck,
  SubjectTest,
  Wave,
  WaveOptions,
} from '../../../vocabulary/index.ts'
import { approveWave } from './approve-wave.ts'
import { checkSend } from './check-send.ts'
import { changeWave, createWave } from './create-wave.ts'
import { listReasons, listWaves, readWave } from './read-waves.ts'
import { resumeWave, stopWave } from './stop-wave.ts'

const params = z.object({ waveId: z.uuid() })
const name = z.string().trim().min(1).max(200)
const Changes = { channel: AskingChannel, sample: Sample, reminders: Reminders, subjects: SubjectTest }
const Asking = { channel: AskingChannel.default('email'), reminders: Reminders.default([]) }
const Reasons = z.object({
  items: z.array(z.object({ state: z.string(), reason: z.string(), messages: z.number().int() })),
})

/** Addresses of rounds of asking. */
export const routes: Endpoint[] = [
  look({
    path: '/waves',
    allow: 'viewer',
    summary: 'Lists rounds of asking with what became of their messages, newest first.',
    query: PageQuery.extend({ surveyId: z.uuid().optional() }),
    reply: pageOf(Wave),
    run: ({ tx, query }) => listWaves(tx, query),
  }),
  change('post', {
    path: '/waves',
    allow: 'manager',
    summary: 'Makes a round of asking as a draft; nothing is sent before it is approved.',
    body: z.strictObject({ surveyId: z.uuid(), name, audience: Audience, ...WaveOptions.shape }),
    reply: Wave,
    status: 201,
    run: ({ tx, body }) => createWave(tx, body),
  }),
  look({
    path: '/waves/{waveId}',
    allow: 'viewer',
    summary: 'Shows a round of asking.',
    params,
    reply: Wave,
    run: ({ tx, params }) => readWave(tx, params.waveId),
  }),
  change('patch', {
    path: '/waves/{waveId}',
    allow: 'manager',
    summary: 'Changes a draft.',
    params,
    body: z.strictObject({ name, audience: Audience, ...Changes }).partial(),
    reply: Wave,
    run: ({ tx, params, body }) => changeWave(tx, params.waveId, body),
  }),
  look({
    path: '/waves/{waveId}/reasons',
    allow: 'viewer',
    summary: 'Counts why messages of a round did not simply leave.',
    params,
    reply: Reasons,
    run: ({ tx, params }) => listReasons(tx, params.waveId),
  }),
  change('post', {
    path: '/send-checks',
    allow: 'viewer',
    summary: 'Says what a send to an audience would do: how many are asked, who is left out and why. Sends nothing.',
    body: z.strictObject({ audience: Audience, waveId: z.uuid().nullable().default(null), ...Asking }),
    reply: SendCheck,
    run: ({ tx, body, tools }) => checkSend(tx, body, tools),
  }),
  change('post', {
    path: '/waves/{waveId}/approval',
    allow: 'manager',
    summary: 'Approves a send; its messages leave from now on.',
    params,
    reply: Wave,
    run: ({ tx, params, caller, tools }) => approveWave(tx, params.waveId, caller, tools),
  }),
  change('post', {
    path: '/waves/{waveId}/stop',
    allow: 'manager',
    summary: 'Stops a send: what waits stays in the house.',
    params,
    reply: Wave,
    run: ({ tx, params, tools }) => stopWave(tx, params.waveId, tools.clock()),
  }),
  change('delete', {
    path: '/waves/{waveId}/stop',
    allow: 'manager',
    summary: 'Lets a stopped send go on.',
    params,
    reply: Wave,
    run: ({ tx, params, tools }) => resumeWave(tx, params.waveId, tools.clock()),
  }),
]
