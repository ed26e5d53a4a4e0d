export { type FileKind, guessRoles, ROLES } from './guess-roles.ts'
export { isNamed } from './names.ts'
export { type DayOrder, dayOrderOf, momentText, readDate } from './read-date.ts'
export { type DecimalSign, decimalSignOf, readNumber } from './read-number.ts'
