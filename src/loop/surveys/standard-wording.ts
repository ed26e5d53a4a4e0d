import { type CustomerLanguage, LANGUAGES, say } from '../../languages/index.ts'
import { type Opening, type SurveyKind, Wording, type WordingLanguage, type Wordings } from '../../vocabulary/index.ts'

/** What the standard words depend on, beside the language. */
export type StandardFor = { company: string; opening?: Opening; kind?: SurveyKind }

/** The standard questions with their ends, follow-ups, thanks, mails and SMS, so that nothing has to be written to begin. */
export const standardWordings = (
  company: string,
  language: WordingLanguage,
  asked: Omit<StandardFor, 'company'> = {},
  others: readonly WordingLanguage[] = LANGUAGES,
): Wordings => ({
  language,
  questions: [],
  texts: Object.fromEntries(
    [...new Set([language, ...others])].map(own => [own, standardWording(own, { ...asked, company })]),
  ),
})

/** The standard wording in one of the languages that customers are asked in. */
export function standardWording(language: CustomerLanguage, asked: StandardFor): Wording {
  const { company, opening = 'nps', kind = 'relationship' } = asked
  const t = (key: 'mailSubject' | 'reminderSubject' | 'reminderIntro' | 'smsText') =>
    say(language, `surveys.standard.${key}`, { company })
  return Wording.parse({
    mailSubject: t('mailSubject'),
    mailIntro: mailIntro(language, { company, opening, kind }),
    reminderSubject: t('reminderSubject'),
    reminderIntro: t('reminderIntro'),
    smsText: t('smsText'),
    question: question(language, { company, opening, kind }),
    ...ends(language, opening),
    followUp: byGroup(language, opening === 'nps' ? 'followUp' : 'otherFollowUp'),
    thanks: byGroup(language, 'thanks'),
  })
}

/** The standard follow-ups that ask a 7 and an 8 apart. */
export const apartWording = (language: CustomerLanguage): Record<string, string> => ({
  7: say(language, 'surveys.standard.apart.seven'),
  8: say(language, 'surveys.standard.apart.eight'),
})

function question(language: CustomerLanguage, { company, opening, kind }: Required<StandardFor>): string {
  // "Made it easy" asks about one request already.
  if (kind === 'transactional' && opening !== 'ces') {
    return say(language, `surveys.standard.kinds.transactional.${opening}`, { company })
  }
  if (opening === 'nps') return say(language, 'surveys.standard.question', { company })
  return say(language, `surveys.standard.openings.${opening}.question`, { company })
}

function mailIntro(language: CustomerLanguage, { company, opening, kind }: Required<StandardFor>): string {
  if (kind !== 'relationship') return say(language, `surveys.standard.kinds.${kind}.mailIntro`, { company })
  if (opening === 'free') return say(language, 'surveys.standard.openings.free.mailIntro', { company })
  return say(language, 'surveys.standard.mailIntro', { company })
}

/** The words at the ends of a scale. Free words have none; a wording has ends all the same, which no page shows. */
export function ends(language: CustomerLanguage, opening: Opening): { lowEnd: string; highEnd: string } {
  const t = (key: 'lowEnd' | 'highEnd') =>
    opening === 'nps' || opening === 'free'
      ? say(language, `surveys.standard.${key}`)
      : say(language, `surveys.standard.openings.${opening}.${key}`)
  return { lowEnd: t('lowEnd'), highEnd: t('highEnd') }
}

function byGroup(language: CustomerLanguage, key: 'followUp' | 'otherFollowUp' | 'thanks') {
  const t = (group: 'promoter' | 'passive' | 'detractor') => say(language, `surveys.standard.${key}.${group}`)
  return { promoter: t('promoter'), passive: t('passive'), detractor: t('detractor') }
}
