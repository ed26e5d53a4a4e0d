import { type CustomerLanguage, LANGUAGES, say } from '../../languages/index.ts'
import { type Opening, Wording, type WordingLanguage, type Wordings } from '../../vocabulary/index.ts'

/** The standard questions with their ends, follow-ups, thanks, mails and SMS, so that nothing has to be written to begin. */
export const standardWordings = (
  company: string,
  language: WordingLanguage,
  opening: Opening = 'nps',
  others: readonly WordingLanguage[] = LANGUAGES,
): Wordings => ({
  language,
  questions: [],
  texts: Object.fromEntries(
    [...new Set([language, ...others])].map(own => [own, standardWording(company, own, opening)]),
  ),
})

/** The standard wording in one of the languages that customers are asked in. */
export function standardWording(company: string, language: CustomerLanguage, opening: Opening = 'nps'): Wording {
  const t = (key: 'mailSubject' | 'mailIntro' | 'reminderSubject' | 'reminderIntro' | 'smsText') =>
    say(language, `surveys.standard.${key}`, { company })
  return Wording.parse({
    mailSubject: t('mailSubject'),
    mailIntro: t('mailIntro'),
    reminderSubject: t('reminderSubject'),
    reminderIntro: t('reminderIntro'),
    smsText: t('smsText'),
    followUp: byGroup(language, opening === 'nps' ? 'followUp' : 'otherFollowUp'),
    thanks: byGroup(language, 'thanks'),
    ...asked(company, language, opening),
  })
}

/** The opening question and the ends of its scale. */
function asked(company: string, language: CustomerLanguage, opening: Opening) {
  const t = (key: 'question' | 'lowEnd' | 'highEnd') =>
    opening === 'nps' || opening === 'free'
      ? say(language, `surveys.standard.${key}`, { company })
      : say(language, `surveys.standard.openings.${opening}.${key}`, { company })
  const ends = { lowEnd: t('lowEnd'), highEnd: t('highEnd') }
  if (opening !== 'free') return { question: t('question'), ...ends }
  const free = (key: 'question' | 'mailIntro') => say(language, `surveys.standard.openings.free.${key}`, { company })
  // Free words have no scale; a wording has ends all the same, which no page shows.
  return { question: free('question'), mailIntro: free('mailIntro'), ...ends }
}

function byGroup(language: CustomerLanguage, key: 'followUp' | 'otherFollowUp' | 'thanks') {
  const t = (group: 'promoter' | 'passive' | 'detractor') => say(language, `surveys.standard.${key}.${group}`)
  return { promoter: t('promoter'), passive: t('passive'), detractor: t('detractor') }
}
