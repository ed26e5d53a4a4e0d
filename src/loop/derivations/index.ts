/** Station derivations: attributes of people that come from their answers and from their history. */
export { attributesThen, type Then } from './attributes-then.ts'
export { noticeAnswers, noticeHistory } from './notice-changes.ts'
export { refreshing, requestAttributes } from './refresh-attributes.ts'
export { routes } from './routes.ts'
