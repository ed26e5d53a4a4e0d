export {
  type AccountCaller,
  account,
  type Caller,
  change,
  type Download,
  download,
  type Endpoint,
  look,
  open,
  upload,
  type Visit,
} from './endpoint.ts'
