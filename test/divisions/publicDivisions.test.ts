import { divisionFault } from '@anjie/domain/divisions/divisionFault'
import { findCounty } from '@anjie/domain/divisions/findCounty'
import { readDivisionFile } from '@anjie/local/listing/readDivisionFile'
import { expect, test } from 'vitest'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const place = (code: string, name: string, children?: readonly unknown[]) => ({
  code,
  name,
  ...(children === undefined ? {} : { children }),
})

/** Every odd shape of the public form in one invented province, and a municipality beside it. */
const PUBLIC = [
  place('98', '砚北市', [
    place('9801', '市辖区', [place('980101', '东溪区'), place('980102', '西溪区')]),
    place('9802', '县', [place('980221', '砚山县')]),
  ]),
  place('99', '安河省', [
    place('9901', '岚岭市', [place('990101', '砚洲区'), place('990171', '岚岭经济技术开发区')]),
    place('9902', '莞城市', [place('990200101', '柳湾镇'), place('990200102', '河口镇')]),
    place('9903', '峪关市', []),
    place('9990', '省直辖县级行政区划', [place('999001', '仙湖市'), place('999021', '神木林区')]),
  ]),
]

test('a province of the common public form loads whole: districts, counties under the province, cities without counties, zones', () => {
  const read = readDivisionFile('pca.json', bytes(PUBLIC), '99')
  if (!read.ok) throw new Error(read.error.join('\n'))
  expect(divisionFault(read.value)).toBeNull()
  expect(read.value.counties.map(({ code, name }) => `${code} ${name}`)).toEqual([
    '990101 砚洲区',
    '990171 岚岭经济技术开发区',
    '990200 莞城市',
    '990300 峪关市',
    '999001 仙湖市',
    '999021 神木林区',
  ])
  const found = (city: string, county: string) => {
    const one = findCounty(read.value, city, county)
    return one.ok ? one.value.county.code : one.error
  }
  expect(found('', '仙湖市')).toBe('999001')
  expect(found('岚岭市', '岚岭经开区')).toBe('990171')
  expect(found('莞城市', '柳湾镇')).toBe('990200')
  expect(found('岚岭市', '砚州区')).toContain('砚洲区')
})

test('a municipality of that form loads, and its districts are found beside its name', () => {
  const read = readDivisionFile('pca.json', bytes(PUBLIC), '98')
  if (!read.ok) throw new Error(read.error.join('\n'))
  expect(divisionFault(read.value)).toBeNull()
  const one = findCounty(read.value, '砚北市', '西溪区')
  expect(one.ok && one.value.county.code).toBe('980102')
})

test('a file of several provinces asks which one, and one province alone needs no asking', () => {
  expect(readDivisionFile('pca.json', bytes(PUBLIC))).toMatchObject({
    ok: false,
    error: [expect.stringMatching(/有 2 个省，请用 --province .*98 砚北市、99 安河省/)],
  })
  expect(readDivisionFile('pca.json', bytes(PUBLIC), '51')).toMatchObject({ ok: false })
  expect(readDivisionFile('one.json', bytes(PUBLIC[1])).ok).toBe(true)
})
