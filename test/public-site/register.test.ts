import { catalogueOf } from '@anjie/function-public-site/catalogue/catalogue'
import { readTitleQuery } from '@anjie/function-public-site/catalogue/filters'
import { keptParts } from '@anjie/function-public-site/catalogue/keptParts'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { packSheet } from '@anjie/projections/public/sheets/packedSheet'
import { type IndexKind, indexedParts, sheetIndexOf } from '@anjie/projections/public/sheets/sheetIndex'
import { sheetOf } from '@anjie/projections/public/sheets/sheetOf'
import { digest } from '@anjie/store/digest'
import { describe, expect, it } from 'vitest'
import { factOf, idOf, title, unit } from '../projector/sampleFacts.ts'
import { siteOf, textOf } from './publishedSite.ts'
import { NAMED, publishedFacts, SERIAL, SOURCE } from './sampleTitles.ts'

const names = (text: string): string[] =>
  [...text.matchAll(/<th scope="row" role="rowheader"><a [^>]*>([^<]*)<\/a>/g)].map((match) => match[1] ?? '')
const offered = (text: string, heading: string): string[] => {
  const part = text.split(`<h2>${heading}</h2>`)[1]?.split('</ul>')[0] ?? ''
  return [...part.matchAll(/<li[^>]*>(?:<a [^>]*>)?([^<（]+)(?:<\/a>)?<span class="count">（(\d+)）/g)].map(
    ([, word, count]) => `${word} ${count}`,
  )
}

const conferred = (index: number, change: Record<string, unknown>) => {
  const id = idOf('990101', index)
  return factOf('title', id, 1, 'TitleConferred', title(id, change))
}
const school = { unitKind: 'campus', honour: 'peace-school', honourName: '平安学校', level: 'city' }
const facts = [
  ...publishedFacts,
  conferred(40, { ...school, unitName: '第一小学', grade: '5A', townshipName: '青松镇' }),
  conferred(41, { ...school, unitName: '第二小学', grade: '3A', townshipName: '白云镇' }),
  conferred(42, { ...school, unitName: '第三小学', townshipName: '白云镇', status: 'revoked' }),
]

describe('the register is narrowed down', () => {
  it('by the tree of places: a city offers its counties, a county its townships, and another city drops both', async () => {
    const site = await siteOf(facts)
    expect(offered(await textOf(site, '/titles'), '县（市、区）')).toEqual([])
    const city = await textOf(site, '/titles?city=5117')
    expect(offered(city, '县（市、区）')).toEqual(['通川区 1', '达川区 1', '宣汉县 1'])
    expect(offered(city, '乡镇（街道）')).toEqual([])
    const county = await textOf(site, '/titles?city=9901&county=990101')
    expect(offered(county, '乡镇（街道）')).toContain('白云镇 2')
    const township = await textOf(site, `/titles?city=9901&county=990101&township=${encodeURIComponent('白云镇')}`)
    expect(names(township)).toEqual(['第二小学', '第三小学'])
    expect(offered(township, '状态')).toEqual(['有效 1', '已撤销 1'])
    expect(township).toMatch(/href="\.\/titles\?city=5117"/)
  })

  it('by kind of unit and by grade, where there are grades', async () => {
    const site = await siteOf(facts)
    expect(offered(await textOf(site, '/titles'), '单位类别')).toContain('学校 3')
    const schools = await textOf(site, '/titles?kind=campus')
    expect(offered(schools, '等级')).toEqual(['3A 1', '5A 1'])
    expect(names(await textOf(site, '/titles?grade=5A'))).toEqual(['第一小学'])
    expect(names(await textOf(site, '/titles?q=5a'))).toEqual(['第一小学'])
    expect(offered(await textOf(site, '/titles?kind=village'), '等级')).toEqual([])
  })

  it('by today’s name and by former ones, in characters and in pinyin', async () => {
    const id = idOf('990101', 900)
    const renamed = factOf('unit', id, 3, 'UnitChanged', {
      ...unit(id, '云山新村'),
      formerNames: [
        { name: '石桥村', until: '2024-12-31' },
        { name: '青松村', until: '2026-06-30' },
      ],
    })
    const site = await siteOf([conferred(50, { unitId: id, unitName: '青松村' }), renamed])
    for (const typed of ['青松村', '云山新村', '石桥', 'yunshanxincun', 'ysxc', 'sqc'])
      expect(names(await textOf(site, `/titles?q=${encodeURIComponent(typed)}`)), typed).toEqual(['青松村'])
    expect(names(await textOf(site, '/titles?q=yunqiao'))).toEqual([])
  })

  it('and each entry says who named it by which document, or where the list is', async () => {
    const text = await textOf(await siteOf(facts), '/titles')
    expect(text).toContain('安和省平安建设领导小组 <span class="document">平安办〔2026〕12号</span>')
    expect(text).toContain(`<a href="${SOURCE}" rel="external noopener noreferrer nofollow">公开名单</a>`)
  })
})

describe('a search that many counties may answer', () => {
  const COUNTIES = 230
  const made = Array.from({ length: COUNTIES }, (_, at) => {
    const county = `99${String(1 + Math.floor(at / 9)).padStart(2, '0')}${String(1 + (at % 9)).padStart(2, '0')}`
    const id = idOf(county, at)
    const name = at === 7 ? '独家村' : `第${at}村`
    return sheetOf(county as never, [publicTitle(id, title(id, { county, unitName: name }))], digest)
  })
  const catalogue = () => {
    const read: string[] = []
    const parts = new Map(made.flatMap((each) => [...each.parts]))
    const index = (kind: IndexKind) =>
      new Map(
        made.map(({ sheet, parts: own }) => [
          sheet.county as string,
          { of: indexedParts(sheet), bits: sheetIndexOf(sheet, [...own.values()].flat())[kind] },
        ]),
      )
    const kept = keptParts(async (_county, name) => {
      read.push(name)
      return packSheet(parts.get(name))
    })
    const sheets = made.map(({ sheet }) => sheet)
    return { read, ...catalogueOf(sheets, { parts: kept, indexes: async (kind) => index(kind) }) }
  }
  const query = (text: string) => readTitleQuery(new URLSearchParams(text))

  it('looks through a stretch of whole counties, and goes on where it ended until all are done', async () => {
    const { find } = catalogue()
    const first = await find(query('q=第'), '2026-12-01')
    expect(first.total).toBe(200)
    expect(first.goesOn?.counties).toBe(29)
    const rest = await find(query(`q=第&after=${first.goesOn?.after}`), '2026-12-01')
    expect([rest.total, rest.goesOn]).toEqual([29, undefined])
    expect((await find(query('q=第'), '2026-12-01', 'whole')).total).toBe(COUNTIES - 1)
  })

  it('reads next to nothing for a name that one of them bears, and is whole at once', async () => {
    const { find, read } = catalogue()
    const found = await find(query('q=独家村'), '2026-12-01')
    expect([found.total, found.goesOn]).toEqual([1, undefined])
    expect(read.length).toBeLessThan(10)
  })

  it('reads nothing outside the place that was chosen, and no line for a word that is a place itself', async () => {
    const { find, read } = catalogue()
    expect((await find(query('q=第&city=9901'), '2026-12-01')).total).toBe(8)
    expect(read).toHaveLength(9)
    const { find: again, read: none } = catalogue()
    expect((await again(query('q=安和省'), '2026-12-01')).total).toBe(COUNTIES)
    expect(none).toEqual([])
  })
})

describe('the page of a unit', () => {
  const id = idOf('990101', 900)
  const named = conferred(60, {
    unitId: id,
    unitName: '青松村',
    townshipName: '白云镇',
    batchId: NAMED,
    serial: SERIAL,
  })
  const listed = conferred(61, {
    unitName: '石桥村',
    townshipName: '白云镇',
    year: 2019,
    source: { kind: 'public-listing', url: SOURCE },
  })
  const elsewhere = conferred(62, { unitName: '石桥村', townshipName: '青松镇', year: 2020 })
  const changed = (version: number, change: Record<string, unknown>, details: Record<string, unknown>) => ({
    ...factOf('unit', id, version, 'UnitChanged', { ...unit(id, '青松村'), parentName: '白云镇', ...change }),
    details,
  })
  const renamed = changed(
    2,
    { formerNames: [{ name: '石桥村', until: '2024-12-31' }] },
    { fromName: '石桥村', toName: '青松村', on: '2025-01-01', approvalReference: '县民政〔2025〕3号' },
  )

  it('is one, whichever of its titles or names leads there, with what lists gave it under a former name', async () => {
    const site = await siteOf([named, listed, elsewhere, renamed])
    const text = await textOf(site, `/units/${id}`)
    expect(text).toContain('<h1>青松村</h1>')
    expect(text).toContain('石桥村（至2024年12月31日）')
    expect(text).toContain('共2个，新的在前')
    expect(text).toContain('由“石桥村”更名为“青松村”（依据：县民政〔2025〕3号）')
    expect(text).toContain(`<code>${id}</code>`)
    const byTitle = await textOf(site, `/units/${idOf('990101', 60)}`)
    expect(byTitle.split('<main')[1]).toBe(text.split('<main')[1])
    expect(await textOf(site, `/units/${idOf('990101', 62)}`)).toContain('共1个，新的在前')
  })

  it('tells nothing of a unit that holds no title', async () => {
    const site = await siteOf([renamed])
    expect((await site.request(`/units/${id}`)).status).toBe(404)
  })

  it('reads the same whatever else its county holds', async () => {
    const others = Array.from({ length: 300 }, (_, at) => conferred(100 + at, { unitName: `第${at}村` }))
    const [few, many] = await Promise.all([siteOf([named, renamed]), siteOf([named, renamed, ...others])])
    expect(await textOf(many, `/units/${id}`)).toBe(await textOf(few, `/units/${id}`))
  })
})
