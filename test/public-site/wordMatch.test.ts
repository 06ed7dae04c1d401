import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { searchedName, unitNameKey } from '@anjie/domain/units/unitNameKey'
import { matchesPinyin } from '@anjie/function-public-site/catalogue/pinyinMatch'
import { findWord, searchedLines } from '@anjie/function-public-site/catalogue/wordMatch'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { sheetOf, tallyKey } from '@anjie/projections/public/sheets/sheetOf'
import { digest } from '@anjie/store/digest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idOf, title } from '../projector/sampleFacts.ts'

const NAMES = ['马房坝社区', '房坝村', '安村', '新安东村', '安东区社区', '平安', '第12村', '阿坝']
const TOWNSHIPS = ['青松镇', '安平街道', undefined]

const aTitle = fc
  .record({
    unitName: fc.constantFrom(...NAMES),
    townshipName: fc.constantFrom(...TOWNSHIPS),
    unitKind: fc.constantFrom('village', 'community'),
    year: fc.constantFrom(2025, 2026),
    serial: fc.constantFrom('平安99-WL-2026-0001-7K3M', undefined),
    documentNumber: fc.constantFrom('平安办〔2026〕12号', undefined),
  })
  .map((change) => change)

const word = fc.oneof(
  fc.constantFrom(
    '安东区青',
    '市安东',
    '区马房坝',
    '东区安',
    '青松镇马',
    '平安',
    '2026',
    '〔2026〕',
    '7k3m',
    '马房坝居委会',
    '村',
    'mfb',
    'mafb',
    'anping',
    'apsad',
    'angba',
    'dqs',
    'shequ',
    '社区居委会',
    '区平安99',
  ),
  fc.string({ unit: fc.constantFrom(...'安东区平马房坝村社区青松镇mafbnagsheq12'), minLength: 1, maxLength: 4 }),
)

/** What a word finds, said slowly: title by title, line by line, letter by letter. */
function isFound(one: TitleToday, typed: string): boolean {
  const place = [one.provinceName, one.cityName, one.countyName].join('')
  const { townshipName = '', unitName, unitKind } = one
  const lines = [
    `${place}${townshipName}${unitName}`,
    `${place}${unitNameKey(townshipName, 'township')}${unitNameKey(unitName, unitKind)}`,
    `${one.year}年${one.honourName}`,
    one.documentNumber ?? '',
    (one.serial ?? '').toLowerCase(),
  ]
  if (lines.some((line) => line.includes(typed) || line.includes(searchedName(typed)))) return true
  return /^[a-z]+$/.test(typed) && matchesPinyin(typed, `${one.placePinyin} ${one.pinyin}`.split(' '))
}

it('one pass over all lines finds what a look at each title would find', () => {
  fc.assert(
    fc.property(fc.array(aTitle, { minLength: 1, maxLength: 8 }), word, (changes, typed) => {
      const titles = changes.map((change, index) => {
        const id = idOf('990101', index)
        return publicTitle(id, title(id, change))
      })
      const { sheet, parts } = sheetOf(titles[0]?.county ?? expect.fail(), titles, digest)
      const lines = [...parts.values()].flat()
      const tallies = sheet.parts[0]?.tallies ?? []
      const tallyOf = lines.map(({ group }) =>
        tallies.findIndex((tally) => tallyKey(tally.group, undefined) === `${group} `),
      )
      const found = findWord(searchedLines(sheet.groups, Uint16Array.from(tallyOf), lines), typed, [])
      const ids = lines.flatMap(({ titleId }, at) => (found[at] === 1 ? [titleId] : []))
      expect(ids.sort()).toEqual(
        titles
          .filter((one) => isFound(one, typed))
          .map(({ titleId }) => titleId)
          .sort(),
      )
    }),
    { numRuns: 1000 },
  )
})
