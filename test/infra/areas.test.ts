import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import listed from '../../contracts/areas.json' with { type: 'json' }

const areas = listed.map(({ code }) => code)
const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const foldersOf = (path: string): string[] =>
  existsSync(inProject(path))
    ? readdirSync(inProject(path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
        .map(({ name }) => name)
    : []

/** Folders of `test` that are named after a room or a way of testing, because they guard more than one area. */
const TEST_ROOMS = [
  'api',
  'api-deployed',
  'bench',
  'builders',
  'calendar-cn',
  'cli',
  'clock',
  'documents',
  'e2e',
  'exact',
  'facts',
  'golden',
  'infra',
  'kernel',
  'local',
  'platform',
  'ports',
  'projector',
  'public-site',
  'tenancy',
  'tenancy-deployed',
  'web',
]

const PLACES: readonly (readonly [folder: string, others: readonly string[]])[] = [
  ['contracts/src/vocabulary', []],
  ['packages/domain/src', ['workflow']],
  ['packages/use-cases/src', []],
  ['packages/web/src/areas', []],
  ['test', TEST_ROOMS],
]

for (const [folder, others] of PLACES) {
  test(`${folder} has folders for listed areas only: an area has one name in every room`, () => {
    const unknown = foldersOf(folder).filter((name) => !areas.includes(name) && !others.includes(name))
    expect(unknown, 'not in contracts/areas.json').toEqual([])
  })
}

test('the files of operations are named by areas', () => {
  const shared = ['index', 'operation', 'readers']
  const files = readdirSync(inProject('contracts/src/operations')).map((name) => name.replace(/\.ts$/, ''))
  expect(files.filter((name) => !areas.includes(name) && !shared.includes(name))).toEqual([])
})

test('an operation and its use case are filed under the same area', () => {
  const misplaced = readdirSync(inProject('contracts/src/operations'))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((area) => areas.includes(area) && !existsSync(inProject(`packages/use-cases/src/${area}/index.ts`)))
  expect(misplaced).toEqual([])
})
