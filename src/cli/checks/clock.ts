import { type Check, good, warning } from '../check.ts'

const mostSeconds = 5

export default {
  name: 'Server and database agree on the time',
  ask: async client => {
    const before = Date.now()
    const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
    const middle = (before + Date.now()) / 2
    const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - middle) / 1000
    if (apart <= mostSeconds) return good(`${apart.toFixed(1)} s apart`)
    return warning(`They are ${Math.round(apart)} seconds apart.`, 'Set both clocks by NTP (timedatectl set-ntp true).')
  },
} satisfies Check
