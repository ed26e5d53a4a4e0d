export { type Caller, change, type Endpoint, look } from './endpoint.ts'
