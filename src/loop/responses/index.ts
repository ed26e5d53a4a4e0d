/** The customer's pages as a web application of their own. */

/** What is kept of a comment, for answers that come by file. */
export { cleanComment } from './clean-comment.ts'
export { answerPages } from './pages.ts'
/** Addresses of the API about answers. */
export { routes } from './routes.ts'
