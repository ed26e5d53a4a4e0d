/** Station surveys: what is asked, in every language, in versions that never change. */
export { changeSurvey } from './change-survey.ts'
export { createSurvey } from './create-survey.ts'
export { previewPages } from './preview-pages.ts'
export { publishWording } from './publish-wording.ts'
export { listSurveys, readSurvey } from './read-survey.ts'
export { routes } from './routes.ts'
export { standardWordings } from './standard-wording.ts'
export { wordingShelf } from './wording-shelf.ts'
