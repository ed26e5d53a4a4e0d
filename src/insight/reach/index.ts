export { readResponseRates } from './read-response-rates.ts'
