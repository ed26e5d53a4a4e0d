import { bad, type Check, good } from '../check.ts'

export default {
  name: 'Node.js is new enough',
  run: async () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
    const enough = major > 20 || (major === 20 && minor >= 19)
    return enough
      ? good(process.versions.node)
      : bad(`This is ${process.versions.node}.`, 'Install Node.js 20.19 or newer.')
  },
} satisfies Check
