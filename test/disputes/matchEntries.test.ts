import { matchEntries } from '@anjie/domain/disputes/matchEntries'
import { expect, test } from 'vitest'
import { type ExportSettings, usual } from './fourExports.ts'
import { judge } from './judge.ts'

const small = { ...usual, disputes: 1200 }

const worlds: Record<string, ExportSettings> = {
  usual: small,
  'names masked in every system': { ...small, masked: 1 },
  'a name in six is misspelt, half of the days are off, no number is quoted': {
    ...small,
    typo: 0.15,
    shiftedDay: 0.5,
    quoted: 0,
  },
  'every text rewritten': { ...small, rewritten: 1 },
  'two kinds in five mapped elsewhere': { ...small, otherKind: 0.4 },
  'a tenth entered twice': { ...small, split: 0.1 },
  'systems that hold little in common': { ...small, coverage: [0.9, 0.2, 0.5, 0.1] },
}

for (const [world, settings] of Object.entries(worlds))
  test(`entries of one dispute are joined, and of two are not (seed ${settings.seed}): ${world}`, () => {
    const { precision, recall } = judge(settings)
    expect({ precision, recall }).toEqual({ precision: expect.any(Number), recall: expect.any(Number) })
    expect(precision, `precision ${precision}`).toBeGreaterThanOrEqual(0.99)
    expect(recall, `recall ${recall}`).toBeGreaterThanOrEqual(settings.masked === 1 ? 0.97 : 0.98)
  }, 120_000)

test('the same entries give the same groups in any order of files', () => {
  const { entries, matched } = judge({ ...usual, disputes: 300 })
  const turned = entries.toReversed()
  const again = matchEntries(turned)
  const named = (list: typeof entries, groupOf: Int32Array) =>
    [...Map.groupBy(list.keys(), (index) => groupOf[index]).values()]
      .map((members) =>
        members
          .map((index) => `${list[index]?.system} ${list[index]?.line}`)
          .toSorted()
          .join('+'),
      )
      .toSorted()
  expect(named(turned, again.groupOf)).toEqual(named(entries, matched.groupOf))
})

test('the same parties half a year later have another dispute', () => {
  const { wrong, entries } = judge({ ...usual, disputes: 800, again: 0.1, typo: 0, masked: 0 })
  expect(wrong.length / entries.length).toBeLessThan(0.03)
})

test('a pair that is left to a person says why in words, and no name stands in it', () => {
  const { matched } = judge({ ...usual, disputes: 1200, masked: 1 })
  expect(matched.doubtful.length).toBeGreaterThan(0)
  for (const { reasons } of matched.doubtful) expect(reasons.length).toBeGreaterThan(0)
})
