import type { Tools } from '../platform/tools.ts'
import { deleteDemo } from './queries.ts'

/** Takes the demo companies that this account owns away with everything in them; the rest of the installation stays as it is. */
export const removeDemo = async (tools: Tools, accountId: string): Promise<{ removed: number }> => ({
  removed: await tools.database.inInstance(tx => deleteDemo(tx, accountId)),
})
