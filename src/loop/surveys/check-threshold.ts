import { Refusal } from '../../vocabulary/index.ts'

/** A survey may show its answers later than the workspace does, never earlier. */
export function checkThreshold(threshold: number, least: number): void {
  if (threshold < least) throw new Refusal('anonymous_threshold_low', { least })
}
