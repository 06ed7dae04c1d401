import { PlaceReading, plainSyllables } from '@anjie/contracts/vocabulary/divisions/placeReading'
import { pinyinOf } from '@anjie/projections/public/pinyin'
import { PLACE_READINGS, readingsWithin } from '@anjie/projections/public/placeReadings'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { describe, expect, test } from 'vitest'
import { idOf, title } from './sampleFacts.ts'

describe('the list of place readings', () => {
  test('gives one syllable for each character and a source for each place, and no place twice', () => {
    for (const reading of PLACE_READINGS) expect(PlaceReading.parse(reading)).toEqual(reading)
    expect(new Set(PLACE_READINGS.map(({ code }) => code)).size).toBe(PLACE_READINGS.length)
  })

  test.each([
    ['371722', '单县', 'shan xian'],
    ['341021', '歙县', 'she xian'],
    ['410621', '浚县', 'xun xian'],
    ['320116', '六合区', 'lu he qu'],
    ['130726', '蔚县', 'yu xian'],
    ['341621', '涡阳县', 'guo yang xian'],
    ['621223', '宕昌县', 'tan chang xian'],
    ['341502', '六安市', 'lu an shi'],
    ['530621', '鲁甸县', 'lu dian xian'],
  ])('%s %s is read %s', (code, name, spelled) => {
    expect(pinyinOf(name, readingsWithin(code))).toBe(spelled)
  })

  test('holds where it holds and not inside of other words, nor for the same characters elsewhere', () => {
    expect(pinyinOf('疏浚县河村', readingsWithin('410702'))).toBe('shu jun xian he cun')
    expect(pinyinOf('单县', readingsWithin('410702'))).toBe('dan xian')
    expect(pinyinOf('单家村', readingsWithin('371722'))).not.toContain('shan xian')
    expect(pinyinOf('城北单县街社区', readingsWithin('371722'))).toBe('cheng bei shan xian jie she qu')
  })

  test('finds a title by its county and city as people there say them', () => {
    const county = {
      county: '371722',
      cityName: '菏泽市',
      countyName: '单县',
      townshipName: '南城街道',
      unitName: '单县北街社区',
    }
    const shown = publicTitle(idOf('371722', 1), title(idOf('371722', 1), county))
    expect(shown.placePinyin).toMatch(/^he ze shi shan xian nan cheng/)
    expect(shown.pinyin).toBe('shan xian bei jie she qu')
    const city = { county: '341502', cityName: '六安市', countyName: '金安区' }
    expect(publicTitle(idOf('341502', 1), title(idOf('341502', 1), city)).placePinyin).toMatch(/^lu an shi jin an qu/)
  })

  test('is typed without tones', () => {
    expect(plainSyllables('lǜ nǚ xiàn è')).toBe('lv nv xian e')
  })
})

test.each([
  ['without tones', { reading: 'shan4 xian4' }],
  ['with a syllable too few', { reading: 'shàn' }],
  ['without a source', { source: '' }],
  ['of a whole province', { code: '37' }],
])('a reading %s is refused', (_what, change) => {
  const good = { code: '371722', name: '单县', reading: 'shàn xiàn', source: '县志' }
  expect(PlaceReading.safeParse(good).success).toBe(true)
  expect(PlaceReading.safeParse({ ...good, ...change }).success).toBe(false)
})
