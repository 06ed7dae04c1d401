import { PublicNotice, PublicTitle } from '@anjie/contracts/vocabulary/publicRecords'
import { initialsOf, pinyinOf } from '@anjie/projections/public/pinyin'
import { PLACE_READINGS } from '@anjie/projections/public/placeReadings'
import { publicKeys } from '@anjie/projections/publicKeys'
import { describe, expect, it } from 'vitest'
import { deliver, deliveryOf } from './deliver.ts'
import { memoryProjectionTables } from './memoryProjectionTables.ts'
import { batch, entry, factOf, idOf, notice, title } from './sampleFacts.ts'

const titleId = idOf('510703', 1)

async function published(kind: 'title' | 'batch', id: string, type: 'TitleImported' | 'NoticeOpened', state: unknown) {
  const tables = memoryProjectionTables()
  const answer = await deliver([deliveryOf(factOf(kind, id, 1, type, state))], tables)
  expect(answer.batchItemFailures).toEqual([])
  return tables
}

const bodyOf = (attributes: Readonly<Record<string, unknown>> | null | undefined): unknown => attributes?.['body']

/** As if every place lay in one county. */
const ALL_READINGS = new Map(PLACE_READINGS.map(({ name, reading }) => [name, reading]))

describe('pinyin of places', () => {
  it.each([
    ['新都区', 'xin du qu'],
    ['郫都区', 'pi du qu'],
    ['什邡市', 'shi fang shi'],
    ['筠连县', 'jun lian xian'],
    ['阆中市', 'lang zhong shi'],
    ['夹江县', 'jia jiang xian'],
    ['朝天区', 'chao tian qu'],
    ['犍为县', 'qian wei xian'],
    ['马房坝社区', 'ma fang ba she qu'],
    ['吕村', 'lv cun'],
    ['第12村（A区）', 'di 12 cun a qu'],
  ])('%s is read %s', (name, spelled) => {
    expect(pinyinOf(name, ALL_READINGS)).toBe(spelled)
  })

  it('gives first letters', () => {
    expect(initialsOf(pinyinOf('马房坝社区'))).toBe('mfbsq')
  })
})

describe('public rows', () => {
  it('hold the fields of the allow-list and nothing else of a title', async () => {
    const state = { ...title(titleId, { county: '510703' }), contactName: '李四', batchNote: '给评审人的话' }
    const tables = await published('title', titleId, 'TitleImported', state)
    const { pk, sk } = publicKeys.titleRow('510703', titleId)
    const body = bodyOf(tables.find('public', pk, sk))
    expect(Object.keys(PublicTitle.parse(body)).sort()).toEqual(Object.keys(body as object).sort())
    const everything = JSON.stringify(Object.entries(tables.contents()).filter(([key]) => key.includes('public')))
    expect(everything).not.toMatch(/李四|评审人|王小明|科长|p-1/)
  })

  it('hide identity and mobile numbers that were typed into names', async () => {
    const unitName = '青松村 联系人 138-0013-8000 身份证11010519491231002X'
    const tables = await published('title', titleId, 'TitleImported', title(titleId, { county: '510703', unitName }))
    const { pk, sk } = publicKeys.title(titleId)
    expect(bodyOf(tables.find('public', pk, sk))).toMatchObject({
      unitName: '青松村 联系人 （号码已隐去） 身份证（号码已隐去）',
    })
  })

  it('show the office and its telephone in a notice, and no applicant, post or opinion', async () => {
    const id = idOf('99', 3)
    const state = batch(id, {
      status: 'on-notice',
      notice,
      entries: [entry(1, { unitName: '青松1村１３８００１３８０００' })],
    })
    const tables = await published('batch', id, 'NoticeOpened', state)
    const { pk, sk } = publicKeys.notice(id)
    const body = PublicNotice.parse(bodyOf(tables.find('public', pk, sk)))
    expect(body.contact).toBe('安和省委平安办 099-12345678')
    expect(body.entries[0]).toEqual({
      county: '990101',
      cityName: '安平市',
      countyName: '安东区',
      townshipName: '青松镇',
      unitName: '青松1村（号码已隐去）',
      unitKind: 'village',
      outcome: 'pending',
    })
  })

  it('link to a source only when it is a web address', async () => {
    const source = { kind: 'public-listing', url: 'javascript:alert(1)' }
    const tables = await published('title', titleId, 'TitleImported', title(titleId, { county: '510703', source }))
    const { pk, sk } = publicKeys.title(titleId)
    expect(PublicTitle.parse(bodyOf(tables.find('public', pk, sk))).source).toEqual({ kind: 'public-listing' })
  })
})

describe('sources of listed titles', () => {
  it.each([
    ['https://www.example.gov.cn/list', 'https://www.example.gov.cn/list'],
    ['https://copies.example.com/list', undefined],
    ['https://example.gov.cn.copies.example.com/list', undefined],
    ['javascript:alert(1)', undefined],
  ])('links to a public body and to nobody else: %s', async (url, shown) => {
    const listed = { ...title(titleId, {}), source: { kind: 'public-listing', url } }
    const tables = await published('title', titleId, 'TitleImported', listed)
    const { pk, sk } = publicKeys.title(titleId)
    expect(PublicTitle.parse(bodyOf(tables.find('public', pk, sk))).source.url).toBe(shown)
  })
})
