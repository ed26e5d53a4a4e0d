export type { Attributes, Conditions } from './candidates.ts'
export { type Discoveries, type Discovery, type DiscoveryOptions, discoverSubgroups } from './discover-subgroups.ts'
export { type SubgroupTest, subgroupTests } from './subgroup-tests.ts'
