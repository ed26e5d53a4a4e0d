/** Station people: whom we may ask, on which basis, and who does not want to be asked. */
export { objectToMessages } from './object-to-messages.ts'
export { ensureAddress, suppressionOf } from './queries/addresses.ts'
export { inAudience } from './queries/audience.ts'
export { readPerson } from './read-person.ts'
export { readRoutes } from './read-routes.ts'
export { recordBasis } from './record-basis.ts'
export { savePerson } from './save-person.ts'
export { writeRoutes } from './write-routes.ts'
