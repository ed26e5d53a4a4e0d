import type { Opening, Question, QuestionKind, Wording, WordingLanguage, Wordings } from '../../../vocabulary/index.ts'

/** What a text is for: a question with its scale or options, or words around it. */
export type Role = 'question' | 'follow_up' | 'option' | 'subject' | 'mail' | 'thanks' | 'sms'

/** One text of a survey with its place; `plain` is the text without placeholders and the company's name. */
export type Place = {
  path: string
  language: WordingLanguage
  role: Role
  kind: QuestionKind | null
  text: string
  plain: string
}

/** A survey as the rules see it. */
export type Looked = {
  opening: Opening
  anonymous: boolean
  company: string
  wordings: Wordings
  places: Place[]
}

/** Something a rule found: the place and the very words. */
export type Found = { path: string; language: WordingLanguage | null; found: string }

/** A survey that differs from the standard one; the contract suite looks at each. */
export type Example = {
  language?: WordingLanguage
  opening?: Opening
  anonymous?: boolean
  change?: Partial<Wording>
  questions?: Partial<Question>[]
}

/** One rule, one file; its sentences stand in the language files under `surveys.hints`. */
export type Rule = {
  look: (survey: Looked) => Found[]
  examples: { wrong: Example[]; right: Example[] }
}

/** A rule about single texts: `find` names the words it dislikes in a text of one of these roles. */
export const inTexts =
  (roles: readonly Role[], find: (place: Place, survey: Looked) => string[]): Rule['look'] =>
  survey =>
    survey.places
      .filter(place => roles.includes(place.role))
      .flatMap(place =>
        [...new Set(find(place, survey))].map(found => ({ path: place.path, language: place.language, found })),
      )
