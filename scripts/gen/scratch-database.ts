import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migratedIn, startCluster } from '../../test/harness/start-cluster.ts'

/** A freshly migrated database for generators and measurements; `stop` removes it. */
export async function migratedDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const template = process.env.TEST_TEMPLATE_URL
  if (template) return copyOf(new URL(template))
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

/** In a test run a migrated database stands ready to be copied, which costs a tenth of a cluster of its own. */
async function copyOf(template: URL): Promise<{ url: string; stop: () => Promise<void> }> {
  const name = `echolot_scratch_${randomBytes(6).toString('hex')}`
  const [url, admin] = [new URL(template), new URL(template)]
  url.pathname = `/${name}`
  admin.pathname = '/postgres'
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: admin.href })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`create database ${name} template ${template.pathname.slice(1)}`)
  return { url: url.href, stop: () => ask(`drop database if exists ${name} with (force)`) }
}
