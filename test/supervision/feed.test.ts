import type { CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { MeasureId, RectificationId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { MeasureContent } from '@anjie/contracts/vocabulary/supervision/measure'
import { beforeEach, describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { admin, cityOf, done, type Opened, Province, reporterOf, reviewerOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'
import { WHOLE_FORM } from '../builders/submission.ts'

const COUNTY = PLACES.county.code
const [reporter, reviewer, city] = [reporterOf(COUNTY), reviewerOf(COUNTY), cityOf(COUNTY)]
const provinceReviewer = member({ roles: ['province-reviewer'] })
const SOURCE = { kind: 'rectifications', name: '督导整改' } as const

/** 省级暗访问题点: what covert inspections of the province found in the year. */
const COVERT: CountedFrom = {
  source: SOURCE,
  where: [
    { column: 'level', name: '下发级', op: '=', value: 'province', words: '省级' },
    { column: 'kind', name: '措施', op: '=', value: 'covert', words: '暗访' },
  ],
  period: { kind: 'dated', column: 'issuedOn', name: '下达日期' },
  figure: { kind: 'count' },
}

const scheme = (countedFrom = COVERT) => {
  const base = countyScheme()
  return {
    ...base,
    items: base.items.map((item) =>
      item.code === 'ACCIDENTS' ? { ...item, countedFrom, absentMeans: 'missing' as const } : item,
    ),
  }
}

let province: Province
let opened: Opened
let params: { submissionId: ReturnType<Opened['formOf']> }

const CONTENT: MeasureContent = {
  kind: 'covert',
  matter: '第一季度省级暗访',
  trigger: 'planned',
  on: '2026-03-02' as PlainDate,
  participants: [],
  demands: '限期整改',
  isPublished: false,
  problems: [
    { text: '综治中心夜间无人值守', workingDays: 10 },
    { text: '铁路护路责任未落实', workingDays: 10 },
  ],
}

/** Found by the province in this county: the measure's id. */
async function covert(content: Partial<MeasureContent> = {}, county: string = COUNTY): Promise<MeasureId> {
  const targets = [`${county}.division`] as never
  const drafted = done(
    await province.run(provinceReviewer, 'draftMeasures', { body: { ...CONTENT, ...content, targets } }),
  )
  const id = drafted.id as MeasureId
  done(await province.run(admin, 'issueMeasures', { body: { measures: [{ id, version: 1 }] } }))
  return id
}

const form = async () => done(await province.ask(reporter, 'getSubmission', { params }))
const figure = async () => {
  const value = (await form()).state.values.find(({ item }) => item === 'ACCIDENTS')
  return value?.status === 'reported' ? value.value : value?.status
}
const rows = async (query: object = {}) =>
  done(
    await province.ask(reporter, 'getCountedRows', { params: { ...params, item: 'ACCIDENTS', period: '2026' }, query }),
  )

async function submitted(): Promise<void> {
  const typed = WHOLE_FORM.filter(({ item }) => item !== 'ACCIDENTS')
  done(await province.run(reporter, 'saveValues', { params, body: { values: [...typed] } }, (await form()).version))
  done(await province.run(reporter, 'submitSubmission', { params }, (await form()).version))
}

beforeEach(async () => {
  province = new Province()
  opened = await province.openCycle(scheme())
  params = { submissionId: opened.formOf(COUNTY) }
})

describe('a figure that is counted from rectifications', () => {
  test('is nought where nothing was found, which is a figure; and what was found in another county is not its own', async () => {
    expect(await figure()).toBe('0')
    await covert({}, PLACES.neighbourCounty.code)
    expect(await figure()).toBe('0')
    await covert()
    expect(await figure()).toBe('2')
  })

  test('leaves out what was found by another level or in another way, and what fell in another year', async () => {
    await covert({ kind: 'inspection' })
    province.now = '2025-12-30T02:00:00.000Z'
    await covert({ on: '2025-12-30' as PlainDate })
    province.now = '2026-03-02T01:00:00.000Z'
    expect(await figure()).toBe('0')
  })

  test('opens to the very rectifications, and a measure withdrawn after it was accepted changes nothing of it', async () => {
    const id = await covert()
    await submitted()
    done(await province.run(reviewer, 'verifySubmission', { params, body: {} }, (await form()).version))
    done(await province.run(city, 'acceptSubmission', { params, body: {} }, (await form()).version))
    const { list, ledgerKind, figure: frozen } = await rows()
    expect(ledgerKind).toBe('rectifications')
    expect(frozen).toMatchObject({ status: 'reported', value: '2' })
    const rectificationId = list[0]?.id as RectificationId
    expect(
      done(await province.ask(reporter, 'getRectification', { params: { rectificationId } })).state.measureId,
    ).toBe(id)
    const second = member({ roles: ['province-admin'], personId: 'second' })
    done(await province.run(second, 'withdrawMeasure', { params: { measureId: id }, body: { reason: '对象有误' } }, 2))
    expect(await figure()).toBe('2')
    expect((await rows()).figure).toMatchObject({ value: '2' })
    expect((await rows({ compare: 'now' })).now).toMatchObject({ figure: { value: '0' } })
  })

  test('is refused a column that the ledger has not, by its name', async () => {
    const wrong = scheme({ ...COVERT, where: [{ column: 'staff', name: '人数', op: 'filled' }] })
    const drafted = done(await province.run(admin, 'draftScheme', { body: { scheme: { ...wrong, code: 'OTHER' } } }))
    const { findings } = done(await province.ask(admin, 'getScheme', { params: { schemeId: drafted.id as never } }))
    expect(findings.map(({ message }) => message)).toContainEqual(expect.stringContaining('“人数”（staff）'))
  })
})
