import { setUpLink } from './access/index.ts'
import { createApp } from './app.ts'
import { enterDemo } from './demo/index.ts'
import { sideLog } from './loop/messages/index.ts'
import { systemClock, watchClock } from './platform/clock.ts'
import { Database } from './platform/database/index.ts'
import { listen } from './platform/http/listen.ts'
import { createLog, type Logger } from './platform/log.ts'
import { explain } from './platform/problems.ts'
import { whenLauncherDies } from './platform/process/launcher.ts'
import { loadDotEnv, readSettings, type Settings, unknownSettings } from './platform/settings.ts'
import { openSideLog } from './platform/side-log/index.ts'
import { openStorage } from './platform/storage.ts'
import type { Tools } from './platform/tools.ts'

const main = async () => {
  loadDotEnv()
  const settings = await withPort(readSettings(process.env, { demo: process.argv.includes('--demo') }))
  const log = createLog(settings.logLevel)
  for (const sentence of unknownSettings(process.env)) log.warn(sentence)
  const { line, stop } = await serve(settings, log)
  // First able to end, then announced: whoever reads the line may send a signal at once.
  stopWhenAsked(stop, log)
  console.log(line)
}

/** Brings everything up in order and returns how it goes down again, in the opposite order. */
const serve = async (settings: Settings, log: Logger): Promise<{ line: string; stop: () => Promise<void> }> => {
  const storage = await openStorage(settings, log)
  const database = new Database(storage.url)
  const ledger = await openSideLog(settings, database.pool)
  const tools = { database, settings, log, clock: systemClock, steady: watchClock(systemClock), sideLog: ledger }
  await sideLog.mind(tools, ledger)
  const app = createApp(tools)
  const stop = async () => {
    await app.stop()
    await ledger.close()
    await database.close()
    await storage.close()
  }
  try {
    const door = await listen(app.fetch, settings.port, settings.host)
    app.start()
    const closeAndStop = async () => {
      await door.close(6_000)
      await stop()
    }
    return { line: await greeting(tools), stop: closeAndStop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The one line that people look for: where it is, and the way in for who has no account yet. */
const greeting = async (tools: Tools): Promise<string> => {
  const where = `Echolot is ready at ${tools.settings.publicUrl}`
  if (tools.settings.demo) return `${where}. Look around by this link, once: ${await enterDemo(tools)}`
  const link = await setUpLink(tools)
  return link === null ? where : `${where}. Set it up within an hour by this link: ${link}`
}

/** The first signal ends in order, within ten seconds; whatever hangs then is left to the watchdog of the database. */
const stopWhenAsked = (stop: () => Promise<void>, log: Logger) => {
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
  whenLauncherDies(end)
}

/** Port 0 means any free one; it has to be known before the first link is made. */
const withPort = async (settings: Settings): Promise<Settings> => {
  if (settings.port !== 0) return settings
  const free = await listen(() => new Response(), 0, settings.host)
  await free.close(0)
  return { ...settings, port: free.port, publicUrl: settings.publicUrl.replace(/:0$/, `:${free.port}`) }
}

main().catch(error => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
