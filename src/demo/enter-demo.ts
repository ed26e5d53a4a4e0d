import { linkFor } from '../access/index.ts'
import type { Tools } from '../platform/tools.ts'
import { addDemo } from './add-demo.ts'
import { demoAccount } from './queries.ts'

const VISITOR = 'demo@echolot.invalid'

/** For `npm run demo`: adds the companies where they are missing and gives a one-time link that signs their owner in. */
export async function enterDemo(tools: Tools): Promise<string> {
  const accountId = await tools.database.inInstance(tx => demoAccount(tx, VISITOR))
  await addDemo(tools, accountId)
  const link = await linkFor(tools, VISITOR, 'sign_in')
  if (!link) throw new Error('The account of the demo is gone. Remove the folder of the demo and start it again.')
  return link
}
