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
  expect(filesWith(/process\.env\[(name|key)\]/).filter((path) => path.startsWith('functions/'))).toEqual([])
})

test('work in parallel is limited in one place', () => {
  expect(
    filesWith(/Array\.from\(\{ length: [A-Z_]+ \}, \w+\)/).filter((path) => !path.startsWith('packages/local/')),
  ).toEqual([])
})
