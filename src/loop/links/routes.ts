import { z } from 'zod'
import { change, download, type Endpoint, look, open } from '../../access/index.ts'
import type { Tools } from '../../platform/tools.ts'
import {
  IdentitySecret,
  LinkKey,
  NewOpenLink,
  OpenAnswer,
  OpenAnswerChange,
  OpenAnswerStored,
  OpenLink,
  OpenLinkChange,
  SetAsideVerdict,
} from '../../vocabulary/index.ts'
import { changeAnswerByToken } from './change-answer.ts'
import { judgeAnswers } from './judge-set-aside.ts'
import { linkingOf } from './linking.ts'
import { changeLink, makeIdentitySecret, makeLink } from './make-link.ts'
import { SheetQuery, sheetOf } from './print/sheet-file.ts'
import { listLinks, readLink } from './read-links.ts'
import { sendAnswer } from './send-answer.ts'

const params = z.strictObject({ openLinkId: z.uuid() })
const house = ({ settings }: Tools) => settings

/** Addresses of open links: for the team, and for programs that draw their own question. */
export const routes: Endpoint[] = [
  look({
    path: '/open-links',
    allow: 'viewer',
    summary: 'Lists the open links with how often they were opened and answered, newest first.',
    query: z.strictObject({ surveyId: z.uuid().optional() }),
    reply: z.object({ items: z.array(OpenLink) }),
    run: ({ tx, query, tools }) => listLinks(tx, query, house(tools)),
  }),
  change('post', {
    path: '/open-links',
    allow: 'manager',
    summary: 'Makes an open link of a survey: a public address, a kiosk, a widget, or a key for a program.',
    body: NewOpenLink,
    reply: OpenLink,
    status: 201,
    run: ({ tx, body, tools }) => makeLink(tx, body, house(tools)),
  }),
  look({
    path: '/open-links/{openLinkId}',
    allow: 'viewer',
    summary: 'Shows an open link with its figures.',
    params,
    reply: OpenLink,
    run: ({ tx, params, tools }) => readLink(tx, params.openLinkId, house(tools)),
  }),
  change('patch', {
    path: '/open-links/{openLinkId}',
    allow: 'manager',
    summary: 'Changes an open link, closes it or opens it again.',
    params,
    body: OpenLinkChange,
    reply: OpenLink,
    run: ({ tx, params, body, tools }) => changeLink(tx, params.openLinkId, body, house(tools)),
  }),
  change('post', {
    path: '/open-links/{openLinkId}/identity-secret',
    allow: 'admin',
    summary: 'Makes the secret with which your server signs who answers; it is shown once, the one before ends.',
    params,
    body: z.strictObject({}),
    reply: IdentitySecret,
    status: 201,
    secret: true,
    run: ({ tx, params, tools }) => makeIdentitySecret(tx, params.openLinkId, house(tools)),
  }),
  change('post', {
    path: '/open-links/{openLinkId}/verdicts',
    allow: 'manager',
    summary: 'Says of all answers of a link that were set aside that they count, or that they are dropped.',
    params,
    body: SetAsideVerdict,
    reply: OpenLink,
    run: ({ tx, params, body, caller, tools }) =>
      judgeAnswers(tx, params.openLinkId, body, { ...house(tools), decidedBy: caller.actor }),
  }),
  download({
    path: '/open-links/{openLinkId}/sheet',
    allow: 'viewer',
    summary: 'The QR code of an open link: a sheet to print (PDF), or the code alone (SVG, PNG).',
    params,
    query: SheetQuery,
    run: ({ params, query, caller, tools }) => sheetOf(tools, caller, params.openLinkId, query),
  }),
  open('post', {
    path: '/open-links/{linkKey}/answers',
    anyOrigin: true,
    summary: 'Takes an answer for a program that draws its own question; the same key again is the same answer.',
    params: z.strictObject({ linkKey: LinkKey }),
    body: OpenAnswer,
    reply: OpenAnswerStored,
    status: 201,
    run: ({ params, body, visit, tools }) =>
      sendAnswer(linkingOf(tools), params.linkKey, body, { network: visit.peer, origin: visit.origin }),
  }),
  open('patch', {
    path: '/open-links/{linkKey}/answers/{answerToken}',
    anyOrigin: true,
    summary: 'Changes an answer within 14 days, by the token that its sender got.',
    params: z.strictObject({ linkKey: LinkKey, answerToken: z.string().max(200) }),
    body: OpenAnswerChange,
    run: ({ params, body, tools }) => changeAnswerByToken(linkingOf(tools), params.answerToken, body),
  }),
]
