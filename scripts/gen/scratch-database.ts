import { migratedIn, startCluster } from '../../test/harness/start-cluster.ts'

/** A freshly migrated database for generators and measurements; `stop` removes it. */
export async function migratedDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const cluster = await startCluster()
  const { url, drop } = await migratedIn(cluster, `echolot_gen_${process.pid}`)
  return {
    url,
    stop: async () => {
      await drop()
      await cluster.stop()
    },
  }
}
