// Starts one PostgreSQL for a whole test run and migrates a template to clone from.
import type { TestProject } from 'vitest/node'
import { migratedIn, startCluster } from './start-cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string
    templateName: string
  }
}

export default async function setup(project: TestProject) {
  const cluster = await startCluster()
  const templateName = `echolot_template_${process.pid}`
  const template = await migratedIn(cluster, templateName)
  project.provide('clusterUrl', cluster.url)
  project.provide('templateName', templateName)
  // Tests that make a database of their own without the runner's help copy this one too.
  process.env.TEST_TEMPLATE_URL = template.url
  return async () => {
    delete process.env.TEST_TEMPLATE_URL
    await template.drop()
    await cluster.stop()
  }
}
