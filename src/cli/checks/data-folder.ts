import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { bad, type Check, good, warning } from '../check.ts'

const leastFree = 1e9

export default {
  name: 'The data folder is private, writable and has room',
  run: async ({ settings: { dataFolder } }) => {
    if (!existsSync(dataFolder)) return good(`${dataFolder} is made at the first start`)
    try {
      accessSync(dataFolder, constants.W_OK | constants.X_OK)
    } catch {
      return bad(
        `${dataFolder} cannot be written.`,
        'Run doctor as the user that runs Echolot, or give the folder to it.',
      )
    }
    if ((statSync(dataFolder).mode & 0o077) !== 0) {
      return warning(`${dataFolder} is open to other users.`, `Run: chmod 700 ${dataFolder}`)
    }
    const { bavail, bsize } = await statfs(dataFolder)
    const free = bavail * bsize
    const shown = `${(free / 1e9).toFixed(1)} GB free in ${dataFolder}`
    return free < leastFree
      ? warning(`Only ${shown}.`, 'Make room: answers are refused when the disk is full.')
      : good(shown)
  },
} satisfies Check
