// The walls of the house, made from the floor table (scripts/floors.mjs).
import { FLOORS, PACKAGES, STATIONS } from './scripts/floors.mjs'

const rooms = Object.keys(FLOORS)
const folder = room => `^src/${room}/`
/** Tests, and what sets them up. */
const TESTS = '\\.(test|fixture)\\.tsx?$'

const floors = rooms.map(room => {
  const allowed = [room, ...FLOORS[room]]
  return {
    name: `floor-of-${room}`,
    comment: `${room} may import ${FLOORS[room].join(', ') || 'no other room'}`,
    severity: 'error',
    from: { path: folder(room), pathNot: TESTS },
    to: { path: '^src/', pathNot: allowed.map(folder) },
  }
})

const packages = Object.entries(PACKAGES).map(([room, names]) => ({
  name: `packages-of-${room}`,
  comment: `${room} may take ${names.join(', ') || 'no package'}`,
  severity: 'error',
  from: { path: folder(room), pathNot: TESTS },
  to: {
    dependencyTypesNot: ['local', 'aliased', 'undetermined'],
    pathNot: [...names.map(name => `node_modules/${name}/|^${name}$`), '^src/'],
  },
}))

const upstream = STATIONS.map((station, place) => ({
  name: `upstream-of-${station}`,
  comment: `${station} may only know stations before it; later ones react to its events`,
  severity: 'error',
  from: { path: `^src/loop/${station}/`, pathNot: TESTS },
  to: {
    path: STATIONS.slice(place + 1)
      .map(later => `^src/loop/${later}/`)
      .concat('^src/nothing/'),
  },
}))

const frontDoor = {
  name: 'front-door',
  comment: 'a station is entered by its index.ts',
  severity: 'error',
  from: { path: '^src/loop/([^/]+)/', pathNot: TESTS },
  to: { path: '^src/loop/[^/]+/.+', pathNot: ['^src/loop/$1/', '^src/loop/[^/]+/index\\.ts$'] },
}

const sqlInQueries = {
  name: 'sql-in-queries',
  comment: 'in loop, insight and access only queries.ts (or queries/) speaks SQL',
  severity: 'error',
  from: {
    path: '^src/(loop|insight|access)/',
    pathNot: ['/queries(\\.ts$|/)', TESTS, '^src/loop/[^/]+/queries-[a-z-]+\\.ts$'],
  },
  to: { path: 'node_modules/(kysely|pg|pg-copy-streams)/', dependencyTypesNot: ['type-only'] },
}

export default {
  forbidden: [
    ...floors,
    ...packages,
    ...upstream,
    frontDoor,
    sqlInQueries,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-stay-outside',
      comment: 'the product does not import tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: ['^(test|scripts)/', TESTS] },
    },
    {
      name: 'main-is-the-top',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(main|app)\\.ts$', '^src/cli/', TESTS] },
      to: { path: '^src/(main|app)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
