/** Station links: answers without an invitation, from open links, printed codes, kiosks, widgets and apps. */
export { countingOpened } from './count-opened.ts'
export { linkPages } from './pages.ts'
export { routes } from './routes.ts'
