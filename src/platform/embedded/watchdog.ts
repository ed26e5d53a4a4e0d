import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { Identity } from './identity.ts'

// The watchdog is a shell, which costs a megabyte where a second Node would cost forty. It leads a session of its own, so that
// a Ctrl-C meant for the server passes it by, and it reads from a pipe that only the server holds: when the pipe closes,
// because the server asked for it or because it was killed, the database gets an orderly stop.
const script = `
trap '' INT TERM HUP
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
(
  read -r _ <&3
  kill -INT $child
  for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    sleep 1
    kill -0 $child || exit
  done
  kill -QUIT $child
) >/dev/null 2>&1 &
keeper=$!
wait $child
code=$?
kill -KILL $keeper 2>/dev/null
exit $code
`

/** A program that stops in order when this process asks for it or ends in whatever way. */
export type Watched = { stop(): void; ended: Promise<number>; isRunning(): boolean }

/** Starts a program under the watchdog; what it says goes to the end of a file. */
export const startWatched = (
  identity: Identity,
  command: string[],
  env: NodeJS.ProcessEnv,
  sayings: string,
): Watched => {
  const output = openSync(sayings, 'a', 0o600)
  const child: ChildProcess = spawn('/bin/sh', ['-c', script, 'echolot-watchdog', ...identity.prefix, ...command], {
    ...identity.spawn,
    env,
    cwd: '/',
    detached: true,
    stdio: ['pipe', output, output],
  })
  closeSync(output)
  let running = true
  const ended = new Promise<number>(resolve => {
    child.once('error', () => resolve(-1))
    child.once('exit', code => resolve(code ?? -1))
  }).then(code => {
    running = false
    return code
  })
  child.stdin?.on('error', () => undefined)
  return { stop: () => child.stdin?.end(), ended, isRunning: () => running }
}
