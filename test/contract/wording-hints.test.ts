import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CUSTOMER_LANGUAGES, LANGUAGES, say } from '../../src/languages/index.ts'
import { standardWordings } from '../../src/loop/surveys/index.ts'
import { findHints, loadRules } from '../../src/loop/surveys/wording-hints/index.ts'
import { lookedAt } from '../../src/loop/surveys/wording-hints/places.ts'
import type { Example } from '../../src/loop/surveys/wording-hints/rule.ts'
import { packageRoot } from '../../src/platform/package-root.ts'
import { HINT_RULES, OPENINGS, SURVEY_KINDS, Wordings } from '../../src/vocabulary/index.ts'

const COMPANY = 'Nordwind'
const rules = await loadRules()

/** An example as a survey: the standard one in English and the example's language, with what the example changes. */
function surveyOf({ language = 'en', opening = 'nps', anonymous = false, change = {}, questions = [] }: Example) {
  const standard = standardWordings(COMPANY, 'en', { opening }, [language])
  const texts = { ...standard.texts, [language]: { ...standard.texts[language], ...change } }
  return { opening, anonymous, company: COMPANY, wordings: Wordings.parse({ ...standard, questions, texts }) }
}

test('each rule stands in a file of its own, under its name', () => {
  const folder = join(packageRoot, 'src/loop/surveys/wording-hints')
  const files = readdirSync(folder).filter(name => readFileSync(join(folder, name), 'utf8').includes('export default'))
  const names = files.map(name => name.replace(/\.ts$/, '').replaceAll('-', '_')).sort()
  expect(names).toEqual([...HINT_RULES].sort())
  expect(rules.map(({ name }) => name).sort()).toEqual(names)
})

describe.each(rules)('$name', ({ name, rule }) => {
  test('says in every language of the team what is wrong and how to mend it', () => {
    for (const language of LANGUAGES) {
      const values = { found: 'X', company: 'C', first_name: 'F' }
      const [says, mend] = (['says', 'mend'] as const).map(part =>
        say(language, `surveys.hints.${name}.${part}`, values),
      )
      expect([says, mend]).not.toContain('')
      expect(says).not.toContain('surveys.hints')
      expect(says).not.toBe(mend)
    }
  })

  test.each(rule.examples.wrong)('finds what is wrong in its examples: %#', example => {
    const found = rule.look(lookedAt(surveyOf(example)))
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ path, found }) => path !== '' && found !== '')).toBe(true)
  })

  test.each(rule.examples.right)('leaves alone what is right: %#', example => {
    expect(rule.look(lookedAt(surveyOf(example)))).toEqual([])
  })
})

describe('standard words give rise to no hint', () => {
  const every = SURVEY_KINDS.flatMap(kind => OPENINGS.map(opening => ({ kind, opening })))
  test.each(every)('$kind, $opening', async ({ kind, opening }) => {
    const wordings = standardWordings(COMPANY, 'en', { kind, opening }, CUSTOMER_LANGUAGES)
    const hints = await findHints({ opening, anonymous: false, company: COMPANY, wordings })
    expect(hints).toEqual([])
  })
})
