import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { BURDEN_RULES } from '@anjie/domain/catalogue/burdenRules'
import { takeItem } from '@anjie/domain/catalogue/takeItem'
import { burdenOf, DEFAULT_RATES, knownItems } from '@anjie/domain/submissions/burdenOf'
import { publicationFindings } from '@anjie/domain/submissions/publicationFindings'
import { beforeEach, describe, expect, test } from 'vitest'
import { codeOf, entry } from '../builders/catalogue.ts'
import { admin, done, Province, refusalOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'

let province: Province
beforeEach(() => {
  province = new Province()
})

const draft = async (scheme: Scheme) => done(await province.run(admin, 'draftScheme', { body: { scheme } })).id as never
const publish = (schemeId: never, version = 1) =>
  province.run(admin, 'publishScheme', { params: { schemeId }, body: { as: 'in-force' } }, version)
const burden = async (schemeId: never) => done(await province.ask(admin, 'getSchemeBurden', { params: { schemeId } }))

const withLeaf = (given: { name?: string; evidence?: string[] }): Scheme => {
  const scheme = countyScheme()
  if (scheme.root.kind !== 'branch') throw new Error('the builder makes a branch')
  const [, second] = scheme.root.children
  if (second === undefined) throw new Error('the builder makes two leaves')
  return { ...scheme, root: { ...scheme.root, children: [{ ...second, ...given } as never] } }
}
const stock = (code: string, name: string): DataItem => ({
  ...takeItem({ code: codeOf('ZZ-001'), edition: 1 }, entry({ name, unit: '个', overTime: 'latest' }), code),
})

describe('the burden meter', () => {
  test('counts the cells of each side, in every period in which one is asked', () => {
    const { sides, lines } = burdenOf(countyScheme(), new Map(), DEFAULT_RATES)
    // Nine items of the subject, one of them twice a year; the register of accidents has no evidence, the survey is the commission's.
    expect(sides).toEqual([
      { filledBy: 'subject', name: '县（市、区）', typed: 10, confirmed: 0, drawn: 0, evidence: 0, minutes: '30' },
      { filledBy: 'commission', name: '考评办公室', typed: 1, confirmed: 0, drawn: 0, evidence: 0, minutes: '3' },
    ])
    expect(lines.find(({ item }) => item === 'DRILLS')).toMatchObject({ cells: 2, known: null })
  })

  test('counts every file that is asked beside a figure of the unit', () => {
    const { sides } = burdenOf(withLeaf({ evidence: ['事故调查报告', '处理决定'] }), new Map(), DEFAULT_RATES)
    expect(sides[0]).toMatchObject({ evidence: 2, minutes: '50' })
  })

  test('knows a stock from last year and never a count of events, and another form of the year before either', () => {
    const scheme = countyScheme()
    const items = [...scheme.items, stock('C', '综治中心总数')]
    const before = { id: '99.before', scheme: { ...scheme, year: 2025 } }
    const known = knownItems(scheme, [], before)
    expect(known.get('CENTERS_TOTAL')).toEqual({ from: 'last-year', where: scheme.name })
    expect(known.get('ACCIDENTS')).toBeUndefined()
    const other = { id: '99.other', scheme: { ...scheme, name: '综治中心季报', items } }
    expect(knownItems(scheme, [other], before).get('CENTERS_TOTAL')).toEqual({
      from: 'other-form',
      where: '综治中心季报',
    })
  })

  test('figures of those below are known above only where they add up', () => {
    const county = { ...countyScheme(), items: [{ ...stock('C', '网格数'), rollUp: 'sum' as const }] }
    const below = { id: '990101.x', scheme: { ...county, subjectKind: 'township' as const, name: '乡镇表' } }
    expect(knownItems(county, [below], undefined).get('C')).toMatchObject({ where: '乡镇表' })
    const alone = { ...county, items: county.items.map((item) => ({ ...item, rollUp: 'none' as const })) }
    expect(knownItems(alone, [below], undefined).get('C')).toBeUndefined()
  })

  test('reads other forms of the year, last year’s scheme, the counties of the province and the province’s own rates', async () => {
    const last = await draft({ ...countyScheme(), year: 2025, name: '2025年方案' })
    done(await publish(last))
    const scheme = countyScheme()
    const id = await draft({ ...scheme, items: scheme.items.filter(({ code }) => code !== 'CENTERS_LED'), checks: [] })
    expect(await burden(id)).toMatchObject({
      units: 3,
      sides: [{ typed: 3, confirmed: 6, minutes: '15' }, {}],
      before: { name: '2025年方案', cells: -1, cellsBefore: 10, minutes: '-3', added: [], removed: ['带动类'] },
      comparable: 8,
      ratesVersion: 0,
    })
    const rates = { typed: '2.5', confirmed: '0', drawn: '0', evidence: '10' }
    const set = (ratesVersion: number) =>
      province.run(admin, 'setBurdenRates', { body: { rates, reason: '两县实测', ratesVersion } })
    done(await set(0))
    expect(refusalOf(await set(0))).toBe('stale-version')
    expect(await burden(id)).toMatchObject({ sides: [{ minutes: '7.5' }, {}], rates, ratesVersion: 1 })
  })

  test('says of an item that was taken whether the catalogue went on, and where the copy departs from its edition', async () => {
    const params = { catalogueItemId: '99.PA-001' as never }
    done(await province.run(admin, 'recordCatalogueItem', { body: { code: codeOf('PA-001'), content: entry() } }))
    const taken = takeItem({ code: codeOf('PA-001'), edition: 1 }, entry(), 'PC')
    const scheme = countyScheme()
    const id = await draft({ ...scheme, items: [...scheme.items, { ...taken, unit: '起' }] })
    expect((await burden(id)).taken).toEqual([
      { item: 'PC', code: 'PA-001', edition: 1, newest: 1, ended: false, departs: ['单位'] },
    ])
    const body = { content: entry({ unit: '起' }), reason: '改单位' }
    done(await province.run(admin, 'reviseCatalogueItem', { params, body }, 1))
    expect((await burden(id)).taken).toMatchObject([{ edition: 1, newest: 2, departs: ['单位'] }])
  })
})

describe('the rules of relief', () => {
  test.each([
    ['press coverage', withLeaf({ name: '媒体发稿数量' }), '新闻宣传、媒体发稿'],
    ['leaders’ comments', withLeaf({ name: '获领导批示情况' }), '领导批示'],
    ['photos as proof', withLeaf({ evidence: ['活动照片'] }), '以照片、截图等留痕'],
    ['activity in apps', withLeaf({ name: '平台签到次数' }), '政务应用程序的点击、打卡、转发'],
  ])('%s bars the publication, by name and with the source', async (_, scheme, what) => {
    const refused = await publish(await draft(scheme))
    expect(refused).toMatchObject({ error: { code: 'scheme-refused', detail: expect.stringContaining(what) } })
    expect(refused).toMatchObject({ error: { detail: expect.stringContaining('依据：《') } })
  })

  test('one question twice in one form bars it; a second form of the year only warns', async () => {
    const scheme = countyScheme()
    const again = { ...scheme.items[4], code: 'AGAIN', name: '排查矛盾纠纷总数' } as DataItem
    const twice = await publish(await draft({ ...scheme, items: [...scheme.items, again] }))
    expect(twice).toMatchObject({ error: { detail: expect.stringContaining('只报一次') } })
    done(await publish(await draft(scheme)))
    const id = await draft({ ...scheme, name: '第二张表' })
    expect((await burden(id)).findings).toContainEqual(
      expect.objectContaining({ severity: 'warning', check: 'burden-relief.other-form', node: 'DRILLS' }),
    )
    done(await publish(id))
  })

  test('monthly figures of a township are called frequent and do not bar; of a county they are not', () => {
    const monthly = (subjectKind: Scheme['subjectKind']) => {
      const scheme = countyScheme()
      const items = scheme.items.map((item) => (item.code === 'DRILLS' ? { ...item, period: 'month' as const } : item))
      return publicationFindings({ ...scheme, subjectKind, items }).filter(({ check }) => check.endsWith('.frequent'))
    }
    expect(monthly('township')).toMatchObject([{ severity: 'warning' }])
    expect(monthly('county')).toEqual([])
  })

  test('each names where it stands', () => {
    for (const { source, says } of BURDEN_RULES) expect(`${says} ${source}`).toMatch(/.{6,} .{6,}/)
  })
})
