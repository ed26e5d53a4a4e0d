import { fileContext } from './context.ts'
import { runCase } from './index.ts'

/** Runs the case or cases in `stdinText`; exit code 2 only where the text is no JSON. */
export async function runCalc(
  stdinText: string,
  options: { dataDir?: string } = {},
): Promise<{ text: string; exitCode: number }> {
  let read: unknown
  try {
    read = JSON.parse(stdinText.replace(/^\uFEFF/, ''))
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    return {
      text: `The input is no JSON: ${reason}. Expected one case {"id", "method", "input"} or a list.`,
      exitCode: 2,
    }
  }
  const context = fileContext(options.dataDir)
  const results = (Array.isArray(read) ? read : [read]).map(candidate => runCase(candidate, context))
  return { text: JSON.stringify(results, null, 1), exitCode: 0 }
}
