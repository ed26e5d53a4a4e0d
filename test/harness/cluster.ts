// Starts one PostgreSQL for a whole test run (DATABASE_URL, else the embedded one) and migrates a template to clone from.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/platform/database/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string
    templateName: string
  }
}

async function startCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => undefined }
  const { startEmbedded } = await import('../../src/platform/embedded/index.ts')
  const folder = await mkdtemp(join(tmpdir(), 'echolot-test-'))
  const running = await startEmbedded(folder)
  return {
    url: running.url,
    stop: async () => {
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export default async function setup(project: TestProject) {
  const running = await startCluster()
  const templateName = `echolot_template_${process.pid}`
  const admin = new pg.Client({ connectionString: running.url })
  await admin.connect()
  await admin.query(`create database ${templateName}`)
  const url = new URL(running.url)
  url.pathname = `/${templateName}`
  await migrate(url.toString())
  project.provide('clusterUrl', running.url)
  project.provide('templateName', templateName)
  return async () => {
    await admin.query(`drop database if exists ${templateName} with (force)`)
    await admin.end()
    await running.stop()
  }
}
