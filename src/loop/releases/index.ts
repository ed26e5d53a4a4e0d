/** Station releases: answers of anonymous surveys become visible together or not at all. */
export { changeAnonymityRule } from './change-anonymity-rule.ts'
export { releaseAnswers, releasingAnswers } from './release-answers.ts'
export { routes } from './routes.ts'
