import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createLog } from '../../platform/log.ts'
import { readSettings } from '../../platform/settings.ts'
import { borrowStorage, withClient } from '../../platform/storage.ts'
import { demoOption } from '../borrow.ts'
import type { Check, Finding, Patient } from '../check.ts'
import { shelf } from '../checks/shelf.gen.ts'
import type { Command } from '../command.ts'
import { explain } from '../explain.ts'

export default {
  name: 'doctor',
  summary: 'Looks at everything that can stand in the way, and says what to do about it.',
  options: [{ flags: '--json', summary: 'findings as JSON' }, demoOption],
  run: async ({ options }) => {
    const settings = readSettings(process.env, { demo: options.demo === true })
    const findings = await withPatient({ settings, environment: process.env, client: null, trouble: null }, examine)
    if (options.json === true) console.log(JSON.stringify(findings, null, 2))
    else for (const [name, finding] of Object.entries(findings)) console.log(shown(name, finding))
    return Object.values(findings).some(finding => finding.state === 'bad') ? 1 : 0
  },
} satisfies Command

const withPatient = async <T>(patient: Patient, work: (patient: Patient) => Promise<T>): Promise<T> => {
  const { settings } = patient
  if (settings.databaseUrl === null && !existsSync(join(settings.dataFolder, 'postgres'))) {
    return work(patient)
  }
  try {
    const storage = await borrowStorage(settings, createLog('silent'))
    try {
      return await withClient(storage.url, client => work({ ...patient, client }))
    } finally {
      await storage.close()
    }
  } catch (error) {
    return work({ ...patient, trouble: explain(error) })
  }
}

const examine = async (patient: Patient): Promise<Record<string, Finding>> => {
  const findings: Record<string, Finding> = {}
  for (const load of Object.values(shelf)) {
    const { default: check }: { default: Check } = await load()
    const finding = await look(check, patient).catch((error: Error): Finding => {
      return { state: 'bad', sentence: `The check itself failed: ${error.message}.`, remedy: 'Please report this.' }
    })
    if (finding !== null) findings[check.name] = finding
  }
  return findings
}

const look = async (check: Check, patient: Patient): Promise<Finding | null> => {
  if ('run' in check) return check.run(patient)
  return patient.client === null ? null : check.ask(patient.client)
}

const signs = { good: '✓', warning: '!', bad: '✗' }

const shown = (name: string, finding: Finding): string => {
  const line = `${signs[finding.state]} ${name}: ${finding.sentence}`
  return finding.state === 'good' ? line : `${line}\n  → ${finding.remedy}`
}
