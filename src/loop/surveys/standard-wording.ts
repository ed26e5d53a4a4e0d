import { type CustomerLanguage, LANGUAGES, say } from '../../languages/index.ts'
import { Wording, type WordingLanguage, type Wordings } from '../../vocabulary/index.ts'

const GROUPS = ['promoter', 'passive', 'detractor'] as const

/** The standard question with its ends, follow-ups, thanks and mail in every language, so that nothing has to be written to begin. */
export const standardWordings = (company: string, language: WordingLanguage): Wordings => ({
  language,
  questions: [],
  texts: Object.fromEntries(LANGUAGES.map(own => [own, standardWording(company, own)])),
})

function standardWording(company: string, language: CustomerLanguage): Wording {
  const t = (key: 'question' | 'lowEnd' | 'highEnd' | 'mailSubject' | 'mailIntro') =>
    say(language, `surveys.standard.${key}`, { company })
  const byGroup = (key: 'followUp' | 'thanks') => {
    const [promoter, passive, detractor] = GROUPS.map(group => say(language, `surveys.standard.${key}.${group}`))
    return { promoter: promoter ?? '', passive: passive ?? '', detractor: detractor ?? '' }
  }
  return Wording.parse({
    question: t('question'),
    lowEnd: t('lowEnd'),
    highEnd: t('highEnd'),
    followUp: byGroup('followUp'),
    thanks: byGroup('thanks'),
    mailSubject: t('mailSubject'),
    mailIntro: t('mailIntro'),
  })
}
