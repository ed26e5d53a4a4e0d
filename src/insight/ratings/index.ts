export { readQuestionFigures } from './read-questions.ts'
export { readRatings } from './read-ratings.ts'
