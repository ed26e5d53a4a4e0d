/** The customer's pages as a web application of their own. */
export { answerPages } from './pages.ts'
/** Addresses of the API about answers. */
export { routes } from './routes.ts'
