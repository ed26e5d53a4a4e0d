import { type Language, say } from '../../languages/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { type Wording, Wordings } from '../../vocabulary/index.ts'
import type { Asked } from './queries/invitations.ts'
import { wordingOf } from './queries/wordings.ts'

const MOST = 500

/** Finds the wording of a link's survey; versions never change, so what was read once is kept. */
export function wordingShelf(database: Database): (asked: Asked) => Promise<Wordings> {
  const kept = new Map<string, Wordings>()
  return async asked => {
    const key = `${asked.workspaceId}/${asked.surveyId}/${asked.surveyVersion}`
    const known = kept.get(key)
    if (known) return known
    const stored = await database.readWorkspace({ workspaceId: asked.workspaceId }, reader =>
      wordingOf(reader, asked.surveyId, asked.surveyVersion),
    )
    const read = Wordings.safeParse(stored)
    const wordings = read.success ? read.data : standardWordings
    if (kept.size >= MOST) kept.clear()
    kept.set(key, wordings)
    return wordings
  }
}

/** The standard question, for surveys that came in without a wording of their own. */
function standardWording(language: Language): Wording {
  const t = (key: 'question' | 'lowEnd' | 'highEnd' | 'mailSubject' | 'mailIntro') =>
    say(language, `surveys.standard.${key}`, { company: '{{company}}' })
  const groups = (kind: 'followUp' | 'thanks') => ({
    promoter: say(language, `surveys.standard.${kind}.promoter`),
    passive: say(language, `surveys.standard.${kind}.passive`),
    detractor: say(language, `surveys.standard.${kind}.detractor`),
  })
  return {
    question: t('question'),
    lowEnd: t('lowEnd'),
    highEnd: t('highEnd'),
    followUp: groups('followUp'),
    thanks: groups('thanks'),
    mailSubject: t('mailSubject'),
    mailIntro: t('mailIntro'),
  }
}

const standardWordings: Wordings = {
  language: 'en',
  texts: { en: standardWording('en'), de: standardWording('de'), fi: standardWording('fi') },
}
