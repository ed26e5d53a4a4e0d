// Who may import whom: the one table behind the walls (dependency-cruiser) and the map in ARCHITECTURE.md.

/** Room → rooms it may import. npm packages are named where a room may not take any it likes. */
export const FLOORS = {
  stats: [],
  languages: [],
  platform: [],
  text: [],
  vocabulary: ['stats'],
  charts: ['stats', 'vocabulary', 'languages'],
  respondent: ['stats', 'vocabulary', 'languages', 'charts'],
  channels: ['vocabulary', 'platform'],
  connections: ['stats', 'vocabulary', 'platform'],
  access: ['vocabulary', 'platform', 'languages'],
  loop: [
    'stats',
    'languages',
    'platform',
    'text',
    'vocabulary',
    'charts',
    'respondent',
    'channels',
    'connections',
    'access',
  ],
  insight: [
    'stats',
    'languages',
    'platform',
    'text',
    'vocabulary',
    'charts',
    'respondent',
    'channels',
    'connections',
    'access',
    'loop',
  ],
  demo: ['stats', 'languages', 'platform', 'vocabulary', 'access', 'loop', 'insight'],
  dashboard: ['stats', 'vocabulary', 'languages', 'charts'],
}

/** Stations of the loop in the order a customer travels: imports go upstream, events go downstream. */
export const STATIONS = [
  'attributes',
  'people',
  'history',
  'segments',
  'surveys',
  'derivations',
  'messages',
  'invitations',
  'responses',
  'replies',
  'links',
  'releases',
  'imports',
  'classification',
  'cases',
  'playbooks',
  'advocacy',
  'initiatives',
  'outcomes',
  'proof',
]

/** Packages that a pure room may take. */
export const PACKAGES = {
  stats: [],
  languages: ['intl-messageformat'],
  vocabulary: ['zod'],
  charts: ['d3-scale'],
  respondent: ['crypto'],
}
