import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

/** A small copy of the rooms in which every forbidden import is really made. */
const root = mkdtempSync(`${tmpdir()}/anjie-imports-`)
const project = fileURLToPath(new URL('../../', import.meta.url))
afterAll(() => rmSync(root, { recursive: true }))

const nothing = 'export const nothing = 0\n'
const imports = (...targets: string[]): string =>
  targets
    .map((target, index) => `import * as i${index} from '${target}'\nexport const e${index} = i${index}\n`)
    .join('')

const files: Readonly<Record<string, string>> = {
  'contracts/src/vocabulary/codes.ts': nothing,
  'contracts/src/operations/save.ts': imports('../vocabulary/codes.ts'),
  'packages/kernel/src/result.ts': nothing,
  'packages/domain/src/good.ts': imports('../../../contracts/src/vocabulary/codes.ts', '../../kernel/src/result.ts'),
  'packages/domain/src/readsFiles.ts': imports('node:fs'),
  'packages/domain/src/parses.ts': imports('zod'),
  'packages/domain/src/knowsOperations.ts': imports('../../../contracts/src/operations/save.ts'),
  'packages/domain/src/typeOfOperations.ts': `import type { e0 } from '../../../contracts/src/operations/save.ts'\nexport type T = typeof e0\n`,
  'packages/domain/src/loadsLater.ts': `export const later = () => import('../../use-cases/src/save.ts')\n`,
  'packages/domain/src/circleA.ts': imports('./circleB.ts'),
  'packages/domain/src/circleB.ts': imports('./circleA.ts'),
  'packages/domain/src/typeCircleA.ts': `import type { B } from './typeCircleB.ts'\nexport type A = B | 0\n`,
  'packages/domain/src/typeCircleB.ts': `import type { A } from './typeCircleA.ts'\nexport type B = A | 1\n`,
  'packages/domain/src/ranking/leansUp.ts': imports('../scoring/score.ts'),
  'packages/domain/src/scoring/score.ts': nothing,
  'functions/public-site/src/readsRecords.ts': imports('../../../packages/store/src/open.ts'),
  'packages/use-cases/src/save.ts': imports('../../domain/src/good.ts'),
  'packages/use-cases/src/knowsStore.ts': imports('../../store/src/open.ts'),
  'packages/store/src/open.ts': imports('../../use-cases/src/save.ts'),
  'packages/web/src/page.ts': imports('../../domain/src/good.ts'),
  'packages/web/src/knowsStore.ts': imports('../../store/src/open.ts'),
  'packages/web/src/app/routes.tsx': imports('../areas/home/HomePage.tsx'),
  'packages/web/src/app/problem.ts': nothing,
  'packages/web/src/areas/home/HomePage.tsx': imports('./row.ts'),
  'packages/web/src/areas/home/row.ts': nothing,
  'packages/web/src/areas/home/Part.tsx': `import type { e0 } from './HomePage.tsx'\nexport type T = typeof e0\n`,
  'packages/web/src/ui/Notice.tsx': `import type { nothing } from '../app/problem.ts'\nexport type T = typeof nothing\n`,
  'functions/api/src/handler.ts': imports('../../../packages/store/src/open.ts'),
  'functions/clock/src/handler.ts': imports('../../api/src/handler.ts'),
  'infra/bin/app.ts': imports('../../functions/api/src/handler.ts'),
  'packages/local/src/runs.ts': imports('../../../functions/api/src/handler.ts'),
  'packages/http/src/usesTests.ts': imports('../../../test/builders/unit.ts'),
  'test/builders/unit.ts': imports('../../packages/domain/src/good.ts'),
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(`${root}/${path}`), { recursive: true })
  writeFileSync(`${root}/${path}`, text)
}
symlinkSync(`${project}contracts/node_modules`, `${root}/node_modules`)

const { stdout } = spawnSync(
  `${project}node_modules/.bin/depcruise`,
  [
    '--config',
    `${project}.dependency-cruiser.cjs`,
    '--output-type',
    'json',
    'contracts',
    'functions',
    'packages',
    'infra',
    'test',
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
const report: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(stdout)
const rulesBroken = (from: string): string[] =>
  [...new Set(report.summary.violations.filter((each) => each.from === from).map(({ rule }) => rule.name))].sort()

describe('the import rules', () => {
  test.each([
    ['packages/domain/src/readsFiles.ts', ['domain-is-pure']],
    ['packages/domain/src/parses.ts', ['domain-is-pure']],
    ['packages/domain/src/knowsOperations.ts', ['rooms-of-packages-domain']],
    ['packages/domain/src/typeOfOperations.ts', ['rooms-of-packages-domain']],
    ['packages/domain/src/loadsLater.ts', ['rooms-of-packages-domain']],
    ['packages/use-cases/src/knowsStore.ts', ['rooms-of-packages-use-cases']],
    ['packages/web/src/knowsStore.ts', ['rooms-of-packages-web']],
    ['packages/web/src/areas/home/Part.tsx', ['web-parts-do-not-import-their-page']],
    ['packages/web/src/ui/Notice.tsx', ['web-ui-never-imports-app']],
    ['functions/clock/src/handler.ts', ['function-clock-stands-alone']],
    ['infra/bin/app.ts', ['rooms-of-infra']],
    ['packages/local/src/runs.ts', ['local-tools-load-no-function']],
    ['packages/http/src/usesTests.ts', ['production-never-imports-tests']],
    ['packages/domain/src/ranking/leansUp.ts', ['domain-ranking-imports-no-higher-area']],
    ['functions/public-site/src/readsRecords.ts', ['public-site-reads-published-rows-only']],
  ])('catch %s', (from, rules) => {
    expect(rulesBroken(from)).toEqual(rules)
  })

  test('catch a circle', () => {
    expect([
      ...rulesBroken('packages/domain/src/circleA.ts'),
      ...rulesBroken('packages/domain/src/circleB.ts'),
    ]).toContain('no-circles')
  })

  test('catch a circle of types', () => {
    expect([
      ...rulesBroken('packages/domain/src/typeCircleA.ts'),
      ...rulesBroken('packages/domain/src/typeCircleB.ts'),
    ]).toContain('no-circles')
  })

  test.each([
    'contracts/src/operations/save.ts',
    'packages/domain/src/good.ts',
    'packages/use-cases/src/save.ts',
    'packages/store/src/open.ts',
    'packages/web/src/page.ts',
    'packages/web/src/app/routes.tsx',
    'packages/web/src/areas/home/HomePage.tsx',
    'functions/api/src/handler.ts',
    'test/builders/unit.ts',
  ])('let %s be', (from) => {
    expect(rulesBroken(from)).toEqual([])
  })
})
