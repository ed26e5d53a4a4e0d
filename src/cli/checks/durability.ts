import { durabilityRisks } from '../../platform/durability.ts'
import { bad, type Check, good, warning } from '../check.ts'

export default {
  name: 'What was acknowledged survives a crash',
  ask: async client => {
    const risks = await durabilityRisks(client)
    if (risks.length === 0) return good('fsync, full_page_writes and synchronous_commit are on')
    const sentences = risks.map(risk => risk.sentence).join(' ')
    if (risks.every(risk => risk.kind === 'on_failover')) {
      return warning(sentences, 'Make one standby synchronous (synchronous_standby_names).')
    }
    return bad(sentences, 'Turn the named settings on: alter system set NAME = on; select pg_reload_conf();')
  },
} satisfies Check
