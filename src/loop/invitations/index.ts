/** Station invitations: rounds of asking, who is asked in them, and personal links. */
export { routes } from './routes.ts'
export { hookPages } from './sources/hook-pages.ts'
export { noticeTouchpoint } from './triggers/notice-touchpoint.ts'
export { approveWave } from './waves/approve-wave.ts'
export { createWave } from './waves/create-wave.ts'
export { planWave } from './waves/plan-wave.ts'
export { listWaves, readWave } from './waves/read-waves.ts'
export { works } from './works.ts'
