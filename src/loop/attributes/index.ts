/** Station attributes: what is known about people means the same in every cut, filter and import. */
export { readDefinitions } from './queries/definitions.ts'
export { answersAt, isOneOf, PEOPLE, partOf, partsOf } from './queries/parts.ts'
export { partOfPeople } from './queries/people-parts.ts'
export { readAttributes } from './read-attributes.ts'
export { readValue } from './read-value.ts'
export { routes } from './routes.ts'
