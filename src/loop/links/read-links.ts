import type { Reader } from '../../platform/database/index.ts'
import {
  type OpenLink,
  Refusal,
  WidgetSettings,
  WORDING_LANGUAGES,
  WordingLanguage,
  Wordings,
} from '../../vocabulary/index.ts'
import { linkRows } from './queries/links.ts'

type Row = Awaited<ReturnType<typeof linkRows>>[number]
type House = { publicUrl: string }

/** Where each kind of link is met. */
const PATHS = { link: 'o', kiosk: 'k', widget: 'w', api: 'o' } as const

const addressOf = ({ channel, key }: Pick<Row, 'channel' | 'key'>, { publicUrl }: House): string =>
  `${publicUrl}/${PATHS[channel]}/${key}${channel === 'widget' ? '.js' : ''}`

const languagesIn = (wording: unknown) => {
  const { texts } = Wordings.parse(wording)
  return WORDING_LANGUAGES.filter(language => texts[language] !== undefined)
}

const linkOf = (row: Row, house: House): OpenLink => ({
  openLinkId: row.open_link_id,
  surveyId: row.survey_id,
  surveyName: row.survey_name,
  anonymous: row.anonymous,
  key: row.key,
  address: addressOf(row, house),
  channel: row.channel,
  name: row.name,
  origins: row.origins,
  language: WordingLanguage.nullable().catch(null).parse(row.language),
  languages: languagesIn(row.wording),
  widget: WidgetSettings.parse(row.widget),
  periodDays: row.period_days,
  usualAnswers: row.usual_answers,
  hasSecret: row.identity_version > 0,
  opened: row.opened,
  answered: row.answered,
  quarantined: row.quarantined,
  createdAt: row.created_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
})

/** The open links of a survey, or of all, newest first. */
export async function listLinks(reader: Reader, filter: { surveyId?: string | undefined }, house: House) {
  return { items: (await linkRows(reader, filter)).map(row => linkOf(row, house)) }
}

/** One open link with its figures. */
export async function readLink(reader: Reader, openLinkId: string, house: House): Promise<OpenLink> {
  const [row] = await linkRows(reader, { openLinkId })
  if (!row) throw new Refusal('not_found')
  return linkOf(row, house)
}
