import { setUpLink } from './access/index.ts'
import { createApp } from './app.ts'
import { enterDemo } from './demo/index.ts'
import { systemClock } from './platform/clock.ts'
import { Database } from './platform/database/index.ts'
import { listen } from './platform/http/listen.ts'
import { createLog, type Logger } from './platform/log.ts'
import { explain } from './platform/problems.ts'
import { loadDotEnv, readSettings, type Settings, unknownSettings } from './platform/settings.ts'
import { openStorage } from './platform/storage.ts'

const main = async () => {
  loadDotEnv()
  const settings = readSettings(process.env, { demo: process.argv.includes('--demo') })
  const log = createLog(settings.logLevel)
  for (const sentence of unknownSettings(process.env)) log.warn(sentence)
  const stop = await serve(settings, log)
  stopOnSignal(stop, log)
}

/** Brings everything up in order and returns how it goes down again, in the opposite order. */
const serve = async (settings: Settings, log: Logger): Promise<() => Promise<void>> => {
  const storage = await openStorage(settings, log)
  const database = new Database(storage.url)
  const tools = { database, settings, log, clock: systemClock }
  const app = createApp(tools)
  const stopped = async () => {
    await database.close()
    await storage.close()
  }
  const door = await listen(app.fetch, settings.port, settings.host).catch(async error => {
    await stopped()
    throw error
  })
  app.start()
  const link = settings.demo ? await enterDemo(tools) : await setUpLink(tools)
  const what = settings.demo ? 'Look around' : 'Set it up within an hour'
  const next = link ? `. ${what} by this link: ${link}` : ''
  console.log(`Echolot is ready at ${settings.publicUrl}${next}`)
  return async () => {
    await door.close(6_000)
    await app.stop()
    await stopped()
  }
}

/** The first signal ends in order, within ten seconds; whatever hangs then is left to the watchdog of the database. */
const stopOnSignal = (stop: () => Promise<void>, log: Logger) => {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 9_500).unref()
    stop().then(
      () => process.exit(0),
      error => {
        log.error({ err: error }, 'could not stop in order')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
}

main().catch(error => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
