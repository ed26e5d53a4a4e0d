import { recordReceipt } from './channels/record-receipt.ts'
import { queueText } from './channels/try-text.ts'
import { readHookToken } from './message-links.ts'
import { companyOf } from './queries/settings.ts'
import { noteHeard } from './queries/text-settings.ts'
import { texting } from './sending.ts'
import { textSettings } from './text-settings.ts'

/** Text messages: the work that sends them, and what stations after this one need of them. */
export const texts = {
  work: texting,
  settings: textSettings,
  workspaceOf: readHookToken,
  heard: noteHeard,
  queue: queueText,
  company: companyOf,
  recordReceipt,
}
