import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { departures, retakeItem, takeItem } from '@anjie/domain/catalogue/takeItem'
import { beforeEach, describe, expect, test } from 'vitest'
import { codeOf, entry, itemId } from '../builders/catalogue.ts'
import { member, PLACES } from '../builders/people.ts'
import { admin, done, Province, refusalOf, reporterOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'

let province: Province
beforeEach(() => {
  province = new Province()
})

const countyAdmin = member({ roles: ['county-admin'], jurisdiction: PLACES.county.code })
const otherAdmin = member({ roles: ['county-admin'], jurisdiction: PLACES.neighbourCounty.code })

const record = (code: string, content: CatalogueContent = entry(), apartBecause?: string) =>
  province.run(admin, 'recordCatalogueItem', {
    body: { code: codeOf(code), content, ...(apartBecause === undefined ? {} : { apartBecause }) },
  })
const revise = (code: string, content: CatalogueContent, version: number, more: { apartBecause?: string } = {}) =>
  province.run(
    admin,
    'reviseCatalogueItem',
    { params: { catalogueItemId: itemId(code) }, body: { content, reason: '口径调整', ...more } },
    version,
  )
const read = async (code: string, who = admin) =>
  done(await province.ask(who, 'getCatalogueItem', { params: { catalogueItemId: itemId(code) } }))
const found = async (name: string, who = admin) =>
  done(await province.ask(who, 'listCatalogue', { query: { name } })).rows.map(({ fields }) => fields.code)

const taking = (items: readonly DataItem[]) => {
  const scheme = countyScheme()
  return { ...scheme, items: [...scheme.items, ...items] }
}

describe('an item of the catalogue', () => {
  test('is a new edition by every change, and each earlier edition stays readable as it was', async () => {
    done(await record('PA-001'))
    done(await revise('PA-001', entry({ definition: '只计本年度新排查的，不含上年结转' }), 1))
    done(await revise('PA-001', entry({ definition: '只计本年度新排查的，不含上年结转', unit: '起' }), 2))
    const { state, editions, timeline } = await read('PA-001', reporterOf(PLACES.county.code))
    expect(state).toMatchObject({ edition: 3, content: { unit: '起' } })
    expect(editions.map(({ edition, content }) => [edition, content.unit, content.definition])).toEqual([
      [3, '起', '只计本年度新排查的，不含上年结转'],
      [2, '件', '只计本年度新排查的，不含上年结转'],
      [1, '件', entry().definition],
    ])
    expect(timeline.map(({ type }) => type)).toEqual([
      'CatalogueItemRecorded',
      'CatalogueItemRevised',
      'CatalogueItemRevised',
    ])
  })

  test('is not revised from a version that somebody else has moved on, nor into what it says already', async () => {
    done(await record('PA-001'))
    done(await revise('PA-001', entry({ unit: '起' }), 1))
    expect(refusalOf(await revise('PA-001', entry({ unit: '次' }), 1))).toBe('stale-version')
    expect(await revise('PA-001', entry({ unit: '起' }), 2)).toMatchObject({
      error: { code: 'invalid-input', detail: '与现行版本相同，没有修订' },
    })
  })

  test('keeps its code for ever: neither another item nor one after its end gets it', async () => {
    done(await record('PA-001'))
    const params = { catalogueItemId: itemId('PA-001') }
    done(await province.run(admin, 'endCatalogueItem', { params, body: { reason: '不再统计' } }, 1))
    expect(await record('PA-001', entry({ name: '命案发案数' }))).toMatchObject({
      error: { code: 'catalogue-code-taken', detail: '代码“PA-001”已用于“排查矛盾纠纷数”' },
    })
    expect(refusalOf(await revise('PA-001', entry({ unit: '起' }), 2))).toBe('transition-not-allowed')
  })

  test('that the commission enters names the office that supplies it', async () => {
    expect(await record('PA-001', entry({ filledBy: 'commission' }))).toMatchObject({
      error: { code: 'invalid-input', pointer: '/content/supplier' },
    })
  })

  test('is found by the beginning of its name, by pinyin, by initials, by what occurs in it, and by its code', async () => {
    done(await record('PA-001'))
    done(await record('ZZ-014', entry({ name: '综治中心总数', unit: '个', definition: '三级已建成的综治中心' })))
    expect(await found('排查')).toEqual(['PA-001'])
    expect(await found('paichamaodun')).toEqual(['PA-001'])
    expect(await found('zzzx')).toEqual(['ZZ-014'])
    expect(await found('纠纷')).toEqual(['PA-001'])
    expect(await found('ZZ-0')).toEqual(['ZZ-014'])
    expect(await found('纠纷', reporterOf(PLACES.farCounty.code))).toEqual(['PA-001'])
  })
})

describe('two that ask the same', () => {
  test.each([
    ['the same name', entry({ name: '排查矛盾纠纷总数（件）', definition: '另一种说法的口径' }), 'same-name'],
    ['the same definition', entry({ name: '矛盾登记' }), 'same-definition'],
    ['a near name', entry({ name: '排查登记矛盾纠纷数', definition: '又一种口径' }), 'near-name'],
  ])('%s: refused by name until it is said why both are needed', async (_, content, why) => {
    done(await record('PA-001'))
    expect(await record('PA-002', content)).toMatchObject({
      error: { code: 'catalogue-double', detail: expect.stringContaining('PA-001 排查矛盾纠纷数') },
    })
    done(await record('PA-002', content, '两个系统口径不同，并行一年'))
    const { state, doubles } = await read('PA-002')
    expect(state.apart).toEqual({ from: ['PA-001'], because: '两个系统口径不同，并行一年' })
    expect(doubles).toMatchObject([{ code: 'PA-001', why }])
    expect((await read('PA-001')).doubles).toMatchObject([{ code: 'PA-002', why }])
    expect(done(await province.ask(admin, 'findCatalogueDoubles')).pairs).toMatchObject([
      { one: { code: 'PA-001' }, other: { code: 'PA-002', why } },
    ])
    // What was answered for once is not asked about again.
    done(await revise('PA-002', { ...content, owner: '省平安办' }, 1))
  })

  test('a part and its whole, this year and last, a count and its rate are two questions', async () => {
    done(await record('PA-001', entry({ name: '矛盾纠纷调解数' })))
    done(await record('PA-002', entry({ name: '矛盾纠纷调解成功数', definition: '其中达成协议并履行的' })))
    done(await record('PA-003', entry({ name: '上年矛盾纠纷调解数', definition: '上一年度的件数' })))
    done(await record('PA-004', entry({ name: '矛盾纠纷调解率', unit: '%', definition: '成功数占总数的比例' })))
    done(await record('SP-001', entry({ name: '天网工程接入点位数', definition: '接入的天网点位' })))
    done(await record('SP-002', entry({ name: '雪亮工程接入点位数', definition: '接入的雪亮点位' })))
    expect(done(await province.ask(admin, 'findCatalogueDoubles')).pairs).toEqual([])
  })

  test('are told while one is written, and the item itself is none', async () => {
    done(await record('PA-001'))
    const asked = { name: '排查矛盾纠纷总数', unit: '件' }
    const ask = async (query: object) =>
      done(await province.ask(admin, 'findCatalogueDoubles', { query: query as never })).doubles
    expect(await ask(asked)).toMatchObject([{ code: 'PA-001', why: 'same-name' }])
    expect(await ask({ ...asked, except: 'PA-001' })).toEqual([])
  })
})

describe('a scheme takes an item', () => {
  const matters = entry({ name: '信访事项数', definition: '本年度登记的信访事项件数' })
  const source = (edition: number) => ({ code: codeOf('PA-001'), edition })

  test('as a frozen copy: what the catalogue says later does not reach it, and taking the newer keeps what is the scheme’s own', () => {
    const taken = takeItem(source(1), entry(), 'PC')
    expect(taken).toMatchObject({ code: 'PC', name: '排查矛盾纠纷数', fromCatalogue: { code: 'PA-001', edition: 1 } })
    expect(taken).not.toHaveProperty('owner')
    expect(departures(taken, entry())).toEqual([])
    expect(departures(taken, entry({ unit: '起', sourceSystem: undefined }))).toEqual(['unit', 'sourceSystem'])
    const next = retakeItem({ ...taken, formula: '[甲]+[乙]' }, source(2), entry({ sourceSystem: undefined, max: '9' }))
    expect(next).toMatchObject({ code: 'PC', formula: '[甲]+[乙]', max: '9', fromCatalogue: { edition: 2 } })
    expect(next.sourceSystem).toBeUndefined()
  })

  test('and the item says which schemes took which edition; drafts of others are not told', async () => {
    done(await record('PA-001', matters))
    const scheme = taking([takeItem(source(1), matters, 'PC')])
    const drafted = done(await province.run(admin, 'draftScheme', { body: { scheme } }))
    expect((await read('PA-001')).uses).toMatchObject([{ name: scheme.name, edition: 1, item: 'PC', status: 'draft' }])
    expect((await read('PA-001', countyAdmin)).uses).toEqual([])
    const params = { schemeId: drafted.id as never }
    done(await province.run(admin, 'publishScheme', { params, body: { as: 'in-force' } }, 1))
    expect((await read('PA-001', countyAdmin)).uses).toMatchObject([{ status: 'in-force' }])
  })

  test('of a county’s own the province and that county read, its neighbour only that there is one', async () => {
    done(await record('PA-001', matters))
    const scheme = { ...taking([takeItem(source(1), matters, 'PC')]), subjectKind: 'township' as const }
    const drafted = done(await province.run(countyAdmin, 'draftScheme', { body: { scheme } }))
    const params = { schemeId: drafted.id as never }
    expect(await read('PA-001', otherAdmin)).toMatchObject({ uses: [], usesElsewhere: 0 })
    done(await province.run(countyAdmin, 'publishScheme', { params, body: { as: 'in-force' } }, 1))
    expect(await read('PA-001', otherAdmin)).toMatchObject({ uses: [], usesElsewhere: 1 })
    expect((await read('PA-001', countyAdmin)).uses).toHaveLength(1)
    expect((await read('PA-001', admin)).uses).toHaveLength(1)
  })

  test('and gives it back: a draft that drops the item is no use of it any more', async () => {
    done(await record('PA-001', matters))
    const drafted = done(
      await province.run(admin, 'draftScheme', { body: { scheme: taking([takeItem(source(1), matters, 'PC')]) } }),
    )
    const params = { schemeId: drafted.id as never }
    done(await province.run(admin, 'editScheme', { params, body: { scheme: taking([]) } }, 1))
    expect((await read('PA-001')).uses).toEqual([])
  })
})
