/** The customer's pages as a web application of their own. */

/** What people write back instead of opening their link. */
export { addComment } from './add-comment.ts'
export { answerByReply, noteIntent } from './answer-by-reply.ts'
/** Work list: asks for the reasons behind numbers without words. */
export { askingForComments } from './ask-for-comments.ts'
/** What is kept of a comment, for answers that come by file. */
export { cleanComment } from './clean-comment.ts'
/** What pages of other doors share with the personal ones. */
export * as pageParts from './page-parts.ts'
export { answerPages } from './pages.ts'
/** Addresses of the API about answers. */
export { routes } from './routes.ts'
