import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

const lines = (say: (log: ReturnType<typeof createLog>) => void) => {
  const said: string[] = []
  const destination = new Writable({
    write: (chunk, _, done) => {
      said.push(String(chunk))
      done()
    },
  })
  say(createLog('info', destination))
  return said.map(line => JSON.parse(line))
}

describe('the log', () => {
  it('writes one line of JSON per event, with a level and a time that people can read', () => {
    const [line] = lines(log => log.info({ port: 4747 }, 'serving'))
    expect(line).toMatchObject({ level: 'info', port: 4747, msg: 'serving' })
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  it('leaves out secrets and addresses of persons', () => {
    const [line] = lines(log =>
      log.info({ token: 't-1', person: { email: 'ann@example.com' }, a: { b: { password: 'p' } } }, 'x'),
    )
    expect(JSON.stringify(line)).not.toMatch(/t-1|ann@example|"p"/)
  })

  it('is silent below its level', () => {
    expect(lines(log => log.debug('detail'))).toEqual([])
  })
})
