// The import rules of packages/handbook: vocabulary ← domain ← use-cases ← store, http ← functions.
// TypeScript 7 offers no compiler API, so the files are read with swc.

const room = (path) => `^${path}/`
const npm = (pattern) => `node_modules/(${pattern})(/|$)`
const ANYWHERE = '^(contracts|functions|packages|infra)/'

/** What a room may import of ours, besides itself. Whoever is not named here is forbidden. */
const allowedRooms = {
  'contracts/src': ['packages/kernel'],
  'packages/kernel': [],
  'packages/calendar-cn': ['packages/kernel', 'contracts/src'],
  'packages/domain': ['packages/kernel', 'contracts/src/vocabulary', 'contracts/src/facts', 'packages/calendar-cn'],
  'packages/use-cases': ['packages/kernel', 'contracts/src', 'packages/domain', 'packages/calendar-cn'],
  'packages/projections': ['packages/kernel', 'contracts/src', 'packages/domain', 'packages/calendar-cn'],
  'packages/store': [
    'packages/kernel',
    'contracts/src',
    'packages/domain',
    'packages/projections',
    'packages/use-cases',
  ],
  'packages/http': ['packages/kernel', 'contracts/src', 'packages/domain', 'packages/use-cases', 'packages/store'],
  'packages/documents': ['packages/kernel', 'contracts/src', 'packages/domain'],
  'packages/web': [
    'packages/kernel',
    'contracts/src',
    'packages/domain',
    'packages/calendar-cn',
    'packages/documents',
    'packages/tokens',
  ],
  'packages/tokens': [],
  infra: ['contracts/src/vocabulary', 'packages/domain/src/access', 'packages/projections'],
}

const roomRules = Object.entries(allowedRooms).map(([from, allowed]) => ({
  name: `rooms-of-${from.replace(/\W+/g, '-')}`,
  comment: `${from} may import of ours: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: room(from) },
  to: { path: ANYWHERE, pathNot: [from, ...allowed].map(room) },
}))

// The areas are floors as well: a folder of the domain imports only areas that stand before its own in the list. `access` and
// `workflow` lie beneath all.
const areas = require('./contracts/areas.json').map(({ code }) => code)
const floors = ['access', 'workflow', ...areas.filter((code) => code !== 'access')]
const domainFloor = (name) => `^packages/domain/src/${name}/`
const floorRules = floors.slice(0, -1).map((name, index) => ({
  name: `domain-${name}-imports-no-higher-area`,
  comment: `packages/domain/src/${name} imports only areas that stand before it in contracts/areas.json`,
  severity: 'error',
  from: { path: domainFloor(name) },
  to: { path: floors.slice(index + 1).map(domainFloor) },
}))

const functionNames = ['api', 'public-site', 'projector', 'clock', 'signer', 'paper', 'scorer', 'platform']

module.exports = {
  forbidden: [
    ...roomRules,
    ...floorRules,
    {
      name: 'domain-is-pure',
      comment: 'No clock, chance, IO, AWS, HTTP and no parsing in the domain: it takes values and gives values.',
      severity: 'error',
      from: { path: room('packages/domain') },
      to: {
        path: [
          npm('zod|hono|@hono|@aws-sdk|@smithy|@aws-lambda-powertools|aws-cdk-lib|ulid|exceljs'),
          '^(node:)?(fs|http|https|net|crypto|os|path|child_process|timers|process)(/|$)',
        ],
      },
    },
    {
      name: 'contracts-need-zod-only',
      severity: 'error',
      from: { path: room('contracts/src') },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'],
        pathNot: npm('zod'),
      },
    },
    {
      name: 'no-aws-outside-its-rooms',
      comment: 'Use cases speak to ports; only the store, the functions and the local commands know AWS.',
      severity: 'error',
      from: { path: ['^packages/(use-cases|projections|documents|web|kernel|calendar-cn)/'] },
      to: { path: npm('@aws-sdk|@smithy|aws-cdk-lib') },
    },
    ...functionNames.map((name) => ({
      name: `function-${name}-stands-alone`,
      comment: 'One folder is one trust boundary; what two of them need lives in a package.',
      severity: 'error',
      from: { path: room(`functions/${name}`) },
      to: { path: '^functions/', pathNot: room(`functions/${name}`) },
    })),
    {
      name: 'functions-do-not-deploy',
      severity: 'error',
      from: { path: '^(functions|packages/(?!local))' },
      to: { path: ['^infra/', '^packages/local/'] },
    },
    {
      name: 'production-never-imports-tests',
      severity: 'error',
      from: { path: ANYWHERE },
      to: { path: ['^test/', npm('vitest|fast-check')] },
    },
    {
      name: 'local-tools-load-no-function',
      comment:
        'The commands call what is deployed; they do not run a function inside themselves. The bench measures one.',
      severity: 'error',
      from: { path: room('packages/local'), pathNot: room('packages/local/src/bench') },
      to: { path: '^functions/' },
    },
    {
      name: 'web-ui-never-imports-app',
      comment: 'Components that every area shares know neither the shell nor a page.',
      severity: 'error',
      from: { path: room('packages/web/src/ui') },
      to: { path: '^packages/web/src/(app|areas)/' },
    },
    {
      name: 'web-parts-do-not-import-their-page',
      comment:
        'A page puts its parts together; what both need stands in a file of its own. Only the routes load pages.',
      severity: 'error',
      from: { path: room('packages/web/src'), pathNot: '^packages/web/src/app/routes\\.tsx$' },
      to: { path: '^packages/web/src/areas/.*Page\\.tsx$' },
    },
    {
      name: 'public-site-reads-published-rows-only',
      comment: 'The public site has one table of published rows; records and use cases are not its business.',
      severity: 'error',
      from: { path: room('functions/public-site') },
      to: { path: ['^packages/(store|use-cases|http|web)/'] },
    },
    {
      name: 'no-circles',
      comment: 'Types included: two files that need each other are one file, or lack a third beneath both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-missing-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cdk\\.out|node_modules/\\.vite)/' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
