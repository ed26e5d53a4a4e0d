export { answerLines, listAnswers } from './list-answers.ts'
export { answerRows } from './queries.ts'
export { readAnswerChoices } from './read-choices.ts'
