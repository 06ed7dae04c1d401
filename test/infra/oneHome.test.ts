import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const project = fileURLToPath(new URL('../../', import.meta.url))
const sources = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'contracts/src', 'functions', 'infra', 'packages'],
  {
    cwd: project,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((path) => {
    try {
      return [{ path, text: readFileSync(`${project}${path}`, 'utf8') }]
    } catch {
      return [] // deleted and not committed yet
    }
  })
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

test('division codes are cut in one place', () => {
  expect(
    filesWith(/\b(county|city|code|unit|unitId|submissionId|jurisdiction)(\.code)?\.(slice|substring)\(0, [246]\)/),
  ).toEqual(['contracts/src/vocabulary/divisions/divisionCodes.ts'])
})

test('the environment of a function is read in one place', () => {
  // The commands on one's own machine read a shell's environment; what is deployed reads its settings through `settingsOf`.
  const reading = filesWith(/process\.env\b(?!,|\))|environment\[/).filter(
    (path) => !path.startsWith('packages/local/'),
  )
  expect(reading).toEqual(['packages/kernel/src/environment.ts'])
})

test('work in parallel is limited in one place', () => {
  expect(filesWith(/running \+= 1|Array\.from\(\{ length: [A-Z_]+ \}, \w+\)/)).toEqual([
    'packages/kernel/src/inParallel.ts',
  ])
})

test('faults of zod are put into Chinese in one place, and JSON pointers are made in one', () => {
  expect(filesWith(/case '(too_big|too_small|invalid_type|unrecognized_keys)'/)).toEqual([
    'contracts/src/vocabulary/faultText.ts',
  ])
  expect(filesWith(/replaceAll\('~1?', '[~/]/)).toEqual(['contracts/src/vocabulary/jsonPointer.ts'])
})

test('JSON has one canonical form', () => {
  expect(filesWith(/(function\*?|const) \w*[cC]anonical/)).toEqual(['packages/kernel/src/canonicalJson.ts'])
})

test('pages of a table are walked by the SDK, never by hand', () => {
  // These hand a page and the place of the next one to whoever asked; they walk none.
  expect(filesWith(/LastEvaluatedKey\b/)).toEqual([
    'functions/projector/src/scanPage.ts',
    'packages/store/src/aws/dynamoTables.ts',
  ])
})

test('the Chinese names of a vocabulary stand once, for server, console and public site', () => {
  const homes = new Map<string, string[]>()
  for (const { path, text } of sources)
    for (const [, names] of text.matchAll(
      /= \{[^{}]*\p{Script=Han}[^{}]*\} as const satisfies (Record<\w+(?:\['\w+'\])*, string>)/gu,
    ))
      homes.set(names ?? '', [...(homes.get(names ?? '') ?? []), path])
  const twice = [...homes].filter(([, paths]) => paths.length > 1)
  expect(homes.size).toBeGreaterThan(30)
  expect(twice).toEqual([])
})
