/** Station invitations: rounds of asking, who is asked in them, and personal links. */
export { approveWave } from './approve-wave.ts'
export { createWave } from './create-wave.ts'
export { planning, planWave } from './plan-wave.ts'
export { listWaves, readWave } from './read-waves.ts'
export { routes } from './routes.ts'
