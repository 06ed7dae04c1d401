import { PlatformCommand } from '@anjie/contracts/platform/command'
import { DivisionTree, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import { readListingRow } from '@anjie/domain/honours/listing'
import { runCommand } from '@anjie/function-platform/runCommand'
import { runImport } from '@anjie/local/commands/import'
import { importListing } from '@anjie/local/listing/importListing'
import { readDivisionFile } from '@anjie/local/listing/readDivisionFile'
import { readListing } from '@anjie/local/listing/readListing'
import { digest, type MemoryStores, memoryStores } from '@anjie/store/index'
import { memoryLogIns } from '@anjie/store/memory/memoryLogIns'
import { describe, expect, test } from 'vitest'
import { DIVISIONS } from '../builders/honours.ts'
import { sharedIsThere, sharedText } from '../shared.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function platformOf(stores: MemoryStores) {
  let calls = 0
  return (command: PlatformCommand) =>
    runCommand(PlatformCommand.parse(JSON.parse(JSON.stringify(command))), {
      openStore: (province) =>
        stores.openPlatformStore(province, {
          actor: {
            personId: 'system',
            personName: '平台运维',
            post: '平台运维',
            level: 'system',
            jurisdiction: 'system',
            jurisdictionName: '平台',
          },
          correlationId: `c-${++calls}`,
          now: '2026-03-02T01:00:00.000Z',
          idempotencyKey: `k-${calls}`,
          requestHash: '',
        }),
      logIns: memoryLogIns(),
      ownProvince: ProvinceCode.parse('99'),
      now: '2026-03-02T01:00:00.000Z',
      digest,
    })
}

const LISTING = 'samples/peace_honours_complete.csv'
const SICHUAN = 'samples/divisions/sichuan_divisions.json'
/** Cities of other provinces in that file. */
const OTHERS = new Set(['荆州市', '莆田市', '杭州市', '安康市'])
const there = sharedIsThere(LISTING) && sharedIsThere(SICHUAN)

describe.skipIf(!there)(
  there ? 'the public lists' : 'the public lists (skipped: the shared samples are not beside the project)',
  () => {
    const divisions = () => {
      const read = readDivisionFile(SICHUAN, bytes(sharedText(SICHUAN)))
      if (!read.ok) throw new Error(read.error.join('\n'))
      return read.value
    }
    const listing = async () => {
      const read = await readListing(LISTING, bytes(sharedText(LISTING)))
      if (!read.ok) throw new Error(read.error.join('\n'))
      return read.value
    }

    test('bring in the 20 villages of Dazhou 2019, the functional zone included, and repeating changes nothing', async () => {
      const stores = memoryStores()
      const invoke = platformOf(stores)
      const first = await importListing(await listing(), divisions(), invoke, OTHERS)
      expect(first).toMatchObject({ created: 20, unchanged: 0, refused: [] })
      expect(first.leftOut).toHaveLength(47)
      const facts = stores.recordedFacts()
      const titles = facts.filter(({ type }) => type === 'TitleImported').map(({ after }) => after)
      expect(titles).toContainEqual(
        expect.objectContaining({
          county: '5117H1',
          countyName: '高新区',
          unitName: '北坪村',
          honour: 'six-no-village',
          level: 'province',
          year: 2019,
          provinceName: '四川省',
          cityName: '达州市',
        }),
      )
      expect(titles).toContainEqual(expect.objectContaining({ unitName: '马房坝社区', unitKind: 'community' }))

      const second = await importListing(await listing(), divisions(), invoke, OTHERS)
      expect(second).toMatchObject({ created: 0, unchanged: 20, refused: [] })
      expect(stores.recordedFacts()).toHaveLength(facts.length)
    })

    test('two imports at once bring every line in once', async () => {
      const stores = memoryStores()
      await platformOf(stores)({ command: 'loadDivisions', divisions: divisions() })
      const reports = await Promise.all(
        [1, 2].map(async () => importListing(await listing(), divisions(), platformOf(stores), OTHERS)),
      )
      expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(20)
      expect(stores.recordedFacts().filter(({ type }) => type === 'TitleImported')).toHaveLength(20)
    })

    test('the command prints what came of it, and a line that stays out unasked is a failure', async () => {
      const said: string[] = []
      const io = {
        read: async (file: string) => bytes(sharedText(file)),
        platform: async () => platformOf(memoryStores()),
        out: (text: string) => void said.push(text),
        report: (text: string) => void said.push(text),
      }
      const left = ['--leave', [...OTHERS].join('，')]
      expect(await runImport([LISTING, '--divisions', SICHUAN, ...left], io)).toBe(0)
      expect(said.join('\n')).toContain('新增或变动  20')
      expect(said.join('\n')).toMatch(/外省，略过 {2}47[\s\S]*荆州市荆州区/)

      said.length = 0
      expect(await runImport([LISTING, '--divisions', SICHUAN], io)).toBe(1)
      expect(said.join('\n')).toMatch(/未能导入 {4}47[\s\S]*四川省没有“荆州市”/)
    })
  },
)

const HEADER = 'year,level,honour,city,county,township,unit,source_url'
const LINE = '2019,provincial,六无平安村(社区),岚岭市,砚洲区,柳湾镇,柳湾村,https://example.org/a'

describe('a listing file', () => {
  test.each([
    ['with a BOM', bytes(`\ufeff${HEADER}\n${LINE}\n`)],
    [
      'in GBK',
      Buffer.concat([
        bytes(`${HEADER}\n2019,provincial,`),
        // 六无平安村,岚岭市,… in GBK: 砚洲区 柳湾镇 柳湾村
        Buffer.from('c1f9cedec6bdb0b2b4e52cc1ebcad02cbbf22cd5f22cb4e5', 'hex'),
        bytes(',https://example.org/a\n'),
      ]),
    ],
    ['with Chinese headings', bytes(`年度,级别,荣誉名称,市,县,乡镇,单位名称,来源网址\n${LINE}\n`)],
    ['with hostile headings', bytes(`__proto__,constructor,toString,${HEADER}\nx,y,z,${LINE}\n`)],
  ])('%s is read', async (_kind, content) => {
    const read = await readListing('a.csv', content)
    if (!read.ok) throw new Error(read.error.join('\n'))
    expect(read.value.rows).toHaveLength(1)
    expect(read.value.rows[0]).toMatchObject({ row: 2, year: '2019', level: 'provincial' })
    expect(read.value.rows[0]?.honour).toMatch(/^六无平安村/)
    expect(Object.getPrototypeOf(read.value.rows[0])).toBe(Object.prototype)
  })

  test('with a column for it says who named the unit', async () => {
    const read = await readListing('a.csv', bytes(`${HEADER},命名机关\n${LINE},中共某省委平安建设领导小组\n${LINE},\n`))
    if (!read.ok) throw new Error(read.error.join('\n'))
    const titles = read.value.rows.map((row) => readListingRow(row, DIVISIONS))
    expect(titles).toMatchObject([{ value: { issuer: '中共某省委平安建设领导小组' } }, { ok: true }])
    expect(titles[1]).not.toHaveProperty('value.issuer')
  })

  test('with half a character, a zero-width space or an endless cell refuses that line by its column, and takes the others', async () => {
    const odd = [
      LINE.replace('柳湾村', '柳\u200b湾村'),
      LINE.replace('柳湾镇', '柳湾\u202e镇'),
      LINE.replace('柳湾村', '长'.repeat(400)),
    ]
    const read = await readListing('a.csv', bytes(`${HEADER}\n${[...odd, LINE].join('\n')}\n`))
    if (!read.ok) throw new Error(read.error.join('\n'))
    expect(read.value.rows.map(({ row }) => row)).toEqual([5])
    expect(read.value.refused).toEqual([
      { row: 2, reason: '“单位”栏第2个字是看不见的字符，编码U+200B，请删去或改正' },
      { row: 3, reason: '“乡镇”栏第3个字是改变文字方向的字符，编码U+202E，请删去或改正' },
      { row: 4, reason: '“单位”栏有 400 个字，最多 300 个字' },
    ])
  })

  test('of divisions with a character that nobody sees is refused with its place', () => {
    const tree = {
      ...DIVISIONS,
      counties: DIVISIONS.counties.map((each, index) => (index === 1 ? { ...each, name: '甲\u0007县' } : each)),
    }
    const read = readDivisionFile('区划.json', bytes(JSON.stringify(tree)))
    expect(read).toMatchObject({ ok: false, error: [expect.stringMatching(/counties → 1 → name：第2个字是控制字符/)] })
  })

  test('without a wanted heading is refused and names it', async () => {
    expect(await readListing('a.csv', bytes(`${HEADER.replace(',unit', '')}\n`))).toMatchObject({
      ok: false,
      error: [expect.stringContaining('unit')],
    })
  })
})

describe('a line', () => {
  const [year = '', level = '', honour = '', city = '', county = '', township = '', unit = '', sourceUrl = ''] =
    LINE.split(',')
  const row: ListingRow = { row: 2, year, level, honour, city, county, township, unit, sourceUrl }

  test('that is understood keeps the unit as the list names it and its source', () => {
    expect(readListingRow(row, DIVISIONS)).toMatchObject({
      ok: true,
      value: { county: '990101', unitName: '柳湾村', unitKind: 'village', source: { url: 'https://example.org/a' } },
    })
  })

  test.each([
    ['an unknown county', { county: '甲县' }, '岚岭市没有“甲县”'],
    ['an abbreviated county', { county: '砚洲' }, '岚岭市没有“砚洲”'],
    ['no county', { county: '' }, '岚岭市下没有写县（市、区）'],
    ['a county of another city', { city: '霁陂市' }, '霁陂市没有“砚洲区”'],
    ['an unknown level', { level: '部级' }, '级别'],
    ['a year in words', { year: '二〇一九' }, '年份'],
    ['no unit', { unit: '' }, '不能为空'],
    ['a unit that is neither village nor community', { unit: '柳湾' }, '不能确定单位类型'],
    ['a script as its source', { sourceUrl: 'javascript:alert(1)' }, '来源网址'],
    ['no source', { sourceUrl: '' }, '来源网址'],
    ['an identity number', { unit: '柳湾村11010519491231002X' }, '身份证'],
    ['a mobile number', { township: '柳湾镇 13800138000' }, '手机号'],
    ['a character that turns the writing round', { unit: '柳湾\u202e村' }, '第3个字是改变文字方向的字符'],
  ])('with %s is refused with its reason', (_fault, change, reason) => {
    expect(readListingRow({ ...row, ...change }, DIVISIONS)).toEqual({
      ok: false,
      error: expect.stringContaining(reason),
    })
  })

  test('of a name that two counties of the city bear is refused and not guessed', () => {
    const twin = DivisionTree.parse({
      ...DIVISIONS,
      counties: [...DIVISIONS.counties, { code: '990109', name: '砚洲区', city: '9901' }],
    })
    expect(readListingRow(row, twin)).toEqual({ ok: false, error: '岚岭市的“砚洲区”不止一个' })
  })
})
