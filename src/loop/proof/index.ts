/** Addresses of the API about proof. */
export { routes } from './routes.ts'
