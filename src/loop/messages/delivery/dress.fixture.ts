import type { Tools } from '../../../platform/tools.ts'
import type { ClaimedMessage } from '../queries/claim.ts'
import { mailDresser } from './dress-mail.ts'

/** What a message of a workspace would wear. */
export const dressOf = (tools: Tools, workspaceId: string, messageId: string) =>
  mailDresser(tools)({ workspaceId, messageId } as ClaimedMessage)
