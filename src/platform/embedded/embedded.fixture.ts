import { startEmbedded } from './index.ts'

// Run by the tests as a process of its own: starts the database of a folder, says so in one line, and waits for a signal.
const main = async () => {
  const embedded = await startEmbedded(process.argv[2] ?? '')
  process.on('SIGTERM', () => embedded.stop().then(() => process.exit(0)))
  console.log(JSON.stringify({ url: embedded.url, database: embedded.pid, server: process.pid }))
  setInterval(() => undefined, 1_000)
}

const began = performance.now()

main().catch((error: Error) => {
  console.log(JSON.stringify({ refused: error.message, afterMs: performance.now() - began }))
  process.exit(1)
})
