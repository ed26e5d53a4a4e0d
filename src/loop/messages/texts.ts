import { recordReceipt } from './channels/record-receipt.ts'
import { queueText } from './channels/try-text.ts'
import { readHookToken } from './message-links.ts'
import { companyOf } from './queries/settings.ts'
import { noteHeard } from './queries/text-settings.ts'
import { textSettings } from './text-settings.ts'

/** What stations after this one need of text messages. */
export const texts = {
  settings: textSettings,
  workspaceOf: readHookToken,
  heard: noteHeard,
  queue: queueText,
  company: companyOf,
  recordReceipt,
}
