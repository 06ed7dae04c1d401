import { CountyCode, DivisionTree, type KnownDivisionChange } from '@anjie/contracts/vocabulary/divisions/divisions'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { divisionChangesOf, lineageOf, successorLinks } from '@anjie/domain/divisions/lineage'
import { describe, expect, test } from 'vitest'

const names: Readonly<Record<string, string>> = {
  '990101': '甲县',
  '990102': '乙县',
  '990103': '丙区',
  '990104': '丁市',
}
const named = (code: string) => ({ code: CountyCode.parse(code), name: names[code] ?? code })
const change = (
  kind: KnownDivisionChange['kind'],
  on: string,
  from: readonly string[],
  to: readonly string[],
): KnownDivisionChange => ({ kind, on: PlainDate.parse(on), from: from.map(named), to: to.map(named) })

const merger = change('merged', '2025-03-01', ['990101', '990102'], ['990103'])
const codesOf = (changes: readonly KnownDivisionChange[], county: string, after: string, until = '2030-12-31') =>
  [...lineageOf(changes, county, after, until).codes].sort()

describe('the way back of a county', () => {
  test('that was merged leads to all that were merged, before that day only', () => {
    expect(codesOf([merger], '990103', '2024-12-31')).toEqual(['990101', '990102', '990103'])
    expect(lineageOf([merger], '990103', '2024-12-31', '2025-12-31').changes).toEqual([merger])
    expect(codesOf([merger], '990103', '2025-12-31')).toEqual(['990103'])
    expect(codesOf([merger], '990103', '2023-12-31', '2024-12-31')).toEqual(['990103'])
  })

  test('that was split off leads to the whole, whether or not the rest went on under the old code', () => {
    const ended = change('split', '2025-03-01', ['990101'], ['990102', '990103'])
    expect(codesOf([ended], '990102', '2024-12-31')).toEqual(['990101', '990102'])
    const rest = change('split', '2025-03-01', ['990101'], ['990101', '990102'])
    expect(codesOf([rest], '990102', '2024-12-31')).toEqual(['990101', '990102'])
    expect(codesOf([rest], '990101', '2024-12-31')).toEqual(['990101'])
  })

  test('goes on over several years, and no further than asked', () => {
    const chain = [merger, change('renamed', '2026-07-01', ['990103'], ['990104'])]
    expect(codesOf(chain, '990104', '2024-12-31')).toEqual(['990101', '990102', '990103', '990104'])
    expect(codesOf(chain, '990104', '2025-12-31')).toEqual(['990103', '990104'])
    expect(lineageOf(chain, '990104', '2024-12-31', '2030-12-31').changes).toEqual(chain)
  })

  test('of a mere rename stays with its code and names the change', () => {
    const rename = change('renamed', '2025-03-01', ['990101'], ['990101'])
    expect(lineageOf([rename], '990101', '2024-12-31', '2025-12-31')).toEqual({ codes: ['990101'], changes: [rename] })
  })

  test('ends, even when a county that was absorbed is set up again', () => {
    const there = change('merged', '2025-03-01', ['990101', '990102'], ['990101'])
    const back = change('split', '2026-03-01', ['990101'], ['990101', '990102'])
    expect(codesOf([there, back], '990102', '2024-12-31')).toEqual(['990101', '990102'])
  })
})

describe('rank links', () => {
  const tree = (more: object) =>
    DivisionTree.parse({
      province: { code: '99', name: '安和省' },
      cities: [{ code: '9901', name: '岚岭市' }],
      counties: Object.entries(names).map(([code, name]) => ({ code, name, city: '9901' })),
      ...more,
    })
  const counties = (ended: readonly string[]) =>
    Object.entries(names).map(([code, name]) => ({
      code,
      name,
      city: '9901',
      ...(ended.includes(code) ? { validTo: '2025-02-28' } : {}),
    }))
  const recorded = (given: KnownDivisionChange) => ({
    ...given,
    id: `99.${'0'.repeat(26)}`,
    approvalReference: '国函〔2025〕1号',
  })

  test('of a recorded merger lead to its county alone', () => {
    const merged = tree({ counties: counties(['990101', '990102']), changes: [recorded(merger)] })
    expect(successorLinks(merged, '2024-12-31', '2025-12-31')).toEqual([
      { from: '990101', to: '990103' },
      { from: '990102', to: '990103' },
    ])
    expect(successorLinks(merged, '2025-12-31', '2026-12-31')).toEqual([])
  })

  test('of a county that was divided and went on keep its own rank to it', () => {
    const split = recorded(change('split', '2025-03-01', ['990101'], ['990101', '990102']))
    const links = successorLinks(tree({ changes: [split] }), '2024-12-31', '2025-12-31')
    expect(links).toEqual([
      { from: '990101', to: '990101' },
      { from: '990101', to: '990102' },
    ])
  })

  test('that came with a loaded tree are read as mergers and splits', () => {
    const on = '2025-03-01'
    const loaded = tree({
      successors: [
        { from: '990101', to: '990103', on },
        { from: '990199', to: '990104', on },
        { from: '990102', to: '990103', on },
      ],
    })
    expect(divisionChangesOf(loaded).map(({ kind, from }) => [kind, from.map(({ name }) => name)])).toEqual([
      ['merged', ['甲县', '乙县']],
      ['renamed', ['990199']],
    ])
  })
})

test('the way of a county that went to another city leads back over its former code, through a merger before', () => {
  const moved = change('renamed', '2026-07-01', ['990103'], ['990205'])
  expect(codesOf([merger, moved], '990205', '2024-12-31')).toEqual(['990101', '990102', '990103', '990205'])
  expect(codesOf([merger, moved], '990205', '2025-12-31')).toEqual(['990103', '990205'])
  expect(lineageOf([merger, moved], '990205', '2024-12-31', '2026-12-31').changes).toEqual([merger, moved])
})
