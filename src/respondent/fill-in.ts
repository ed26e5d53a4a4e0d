export { fillPlaceholders as fillIn, unknownPlaceholders } from '../vocabulary/placeholders.ts'
