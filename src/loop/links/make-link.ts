import type { Tx } from '../../platform/database/index.ts'
import {
  type NewOpenLink,
  type OpenLink,
  type OpenLinkChange,
  Refusal,
  WidgetSettings,
} from '../../vocabulary/index.ts'
import { identitySecret } from './identity.ts'
import { makeKey } from './make-key.ts'
import { insertLink, linkRows, surveyToLink, turnIdentity, updateLink } from './queries/links.ts'
import { readLink } from './read-links.ts'

type House = { publicUrl: string; secret: string }

/** Makes an open link of a survey. */
export async function makeLink(tx: Tx, given: NewOpenLink, house: House): Promise<OpenLink> {
  const survey = await surveyToLink(tx, given.surveyId)
  if (!survey) throw new Refusal('not_found')
  if (survey.archived_at) throw new Refusal('survey_archived')
  checkOrigins(given.channel, given.origins)
  const openLinkId = await insertLink(tx, {
    survey_id: given.surveyId,
    key: makeKey(),
    name: given.name,
    channel: given.channel,
    origins: given.origins,
    language: given.language,
    widget: JSON.stringify(WidgetSettings.parse(given.widget)),
    period_days: given.periodDays,
    usual_answers: given.usualAnswers,
  })
  return readLink(tx, openLinkId, house)
}

/** Changes an open link, closes it or opens it again. */
export async function changeLink(tx: Tx, openLinkId: string, change: OpenLinkChange, house: House): Promise<OpenLink> {
  const [row] = await linkRows(tx, { openLinkId })
  if (!row) throw new Refusal('not_found')
  checkOrigins(row.channel, change.origins ?? row.origins)
  const widget = change.widget && { ...WidgetSettings.parse(row.widget), ...change.widget }
  await updateLink(tx, openLinkId, {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.origins === undefined ? {} : { origins: change.origins }),
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(widget ? { widget: JSON.stringify(WidgetSettings.parse(widget)) } : {}),
    ...(change.periodDays === undefined ? {} : { period_days: change.periodDays }),
    ...(change.usualAnswers === undefined ? {} : { usual_answers: change.usualAnswers }),
    closed: change.closed,
  })
  return readLink(tx, openLinkId, house)
}

/** A new secret for signing who answers; the one before is worth nothing from now on. */
export async function makeIdentitySecret(tx: Tx, openLinkId: string, house: House): Promise<{ secret: string }> {
  const turned = await turnIdentity(tx, openLinkId)
  if (!turned) throw new Refusal('not_found')
  return { secret: identitySecret(house.secret, { openLinkId, identityVersion: turned.identity_version }) }
}

/** A widget that no page may send from would never store an answer. */
function checkOrigins(channel: string, origins: string[]): void {
  if (channel === 'widget' && origins.length === 0) {
    throw new Refusal('open_link_without_origin', {}, [{ path: 'origins', problem: 'https://shop.example' }])
  }
}
