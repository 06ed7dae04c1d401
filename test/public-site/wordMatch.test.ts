import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { searchedName, unitNameKey } from '@anjie/domain/units/unitNameKey'
import { lookUp } from '@anjie/function-public-site/catalogue/lookUp'
import { matchesPinyin } from '@anjie/function-public-site/catalogue/pinyinMatch'
import { findWord, groupText, searchedLines } from '@anjie/function-public-site/catalogue/wordMatch'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { sheetIndexOf } from '@anjie/projections/public/sheets/sheetIndex'
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
    former: fc.constantFrom('石桥村', '桥安村', undefined),
  })
  .map((change) => change)

const READ: Readonly<Record<string, string>> = { 石桥村: 'shi qiao cun', 桥安村: 'qiao an cun' }

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
    '石桥',
    '镇桥安',
    'sqc',
    'squ',
  ),
  fc.string({ unit: fc.constantFrom(...'安东区平马房坝村社区青松镇mafbnagsheq12'), minLength: 1, maxLength: 4 }),
)

/** What a word finds, said slowly: title by title, line by line, letter by letter. */
function isFound(one: TitleToday, typed: string): boolean {
  const place = [one.provinceName, one.cityName, one.countyName].join('')
  const { townshipName = '', unitName, unitKind, otherNames = [] } = one
  const lines = [
    `${place}${townshipName}${unitName}`,
    `${place}${unitNameKey(townshipName, 'township')}${unitNameKey(unitName, unitKind)}`,
    `${one.year}年${one.honourName}`,
    one.documentNumber ?? '',
    ...otherNames.flatMap(({ name }) => [
      `${place}${townshipName}${name}`,
      `${place}${unitNameKey(townshipName, 'township')}${unitNameKey(name, unitKind)}`,
    ]),
  ]
  if (lines.some((line) => line.includes(typed) || line.includes(searchedName(typed)))) return true
  // 平安 stands in every number: only what holds a figure is looked for there.
  const number = (one.serial ?? '').toLowerCase()
  if ([typed, searchedName(typed)].some((each) => /\d/.test(each) && number.includes(each))) return true
  const readings = [one.pinyin, ...otherNames.map(({ pinyin }) => pinyin)]
  return (
    /^[a-z]+$/.test(typed) && readings.some((name) => matchesPinyin(typed, `${one.placePinyin} ${name}`.split(' ')))
  )
}

/** One county's titles as the projector stores them. */
function stored(changes: readonly (Record<string, unknown> & { readonly former?: string | undefined })[]) {
  const titles = changes.map(({ former, ...change }, index): TitleToday => {
    const id = idOf('990101', index)
    const one = publicTitle(id, title(id, change))
    return former === undefined ? one : { ...one, otherNames: [{ name: former, pinyin: READ[former] ?? '' }] }
  })
  const { sheet, parts } = sheetOf(titles[0]?.county ?? expect.fail(), titles, digest)
  const lines = [...parts.values()].flat()
  const tallies = sheet.parts[0]?.tallies ?? []
  const tallyOf = lines.map(({ group }) =>
    tallies.findIndex((tally) => tallyKey(tally.group, undefined) === `${group} `),
  )
  return { titles, sheet, lines, searched: searchedLines(sheet.groups, Uint16Array.from(tallyOf), lines) }
}

const someTitles = fc.array(aTitle, { minLength: 1, maxLength: 8 })

it('one pass over all lines finds what a look at each title would find', () => {
  fc.assert(
    fc.property(someTitles, word, (changes, typed) => {
      const { titles, lines, searched } = stored(changes)
      const found = findWord(searched, typed, [])
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

it('what the index of a county tells of a word is what its lines say, whenever it does not send to them', () => {
  let told = 0
  fc.assert(
    fc.property(someTitles, word, (changes, typed) => {
      const { sheet, lines, searched } = stored(changes)
      const answer = lookUp(sheet.groups.map(groupText), sheetIndexOf(sheet, lines), typed, [])
      if (answer === 'read') return
      told += 1
      const found = findWord(searched, typed, [])
      expect(lines.map(({ group }) => answer[group])).toEqual([...found].map((each) => each === 1))
    }),
    { numRuns: 1000 },
  )
  // Otherwise it would be no help.
  expect(told).toBeGreaterThan(200)
})
