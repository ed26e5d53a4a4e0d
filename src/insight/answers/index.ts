export { answerLine, listAnswers } from './list-answers.ts'
export { answerRows } from './queries.ts'
