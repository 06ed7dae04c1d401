import { CountyHonourId, EvidenceId } from '@anjie/contracts/vocabulary/ids'
import { honourRuns, honourRunText } from '@anjie/domain/honours/honourRuns'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { type HonourWorld, honourWorld, mustHold, PEOPLE } from '../builders/honours.ts'

let world: HonourWorld
beforeEach(async () => {
  world = await honourWorld()
})

const content = {
  name: '维护社会稳定先进县',
  level: 'city' as 'city' | 'province' | 'national',
  issuer: '中共岚岭市委',
  year: 2021,
  documentNumber: '岚委发〔2022〕8号',
}
const record = (more: Partial<typeof content> = {}, member = PEOPLE.reporter) =>
  world.run(HONOURS.recordCountyHonour, member, { params: {}, query: {}, body: { ...content, ...more } })
const listed = async (member: (typeof PEOPLE)[keyof typeof PEOPLE], county?: string) =>
  mustHold(
    world.ask(HONOURS.listCountyHonours, member, {
      params: {},
      query: county === undefined ? {} : { county: county as never },
      body: {},
    }),
  )
const PDF = new TextEncoder().encode('%PDF-1.7 表彰决定')

/** Recorded with its paper, and sent to who gave it. */
async function submitted(more: Partial<typeof content> = {}) {
  const made = await mustHold(record(more))
  const params = { countyHonourId: CountyHonourId.parse(made.id) }
  const slot = await mustHold(
    world.run(
      HONOURS.requestCountyHonourFile,
      PEOPLE.reporter,
      { params, query: {}, body: { fileName: '表彰决定.pdf', contentType: 'application/pdf', bytes: PDF.length } },
      1,
    ),
  )
  const [state] = (await listed(PEOPLE.reporter)).honours.filter(({ id }) => id === made.id)
  const { completeAnswer } = HONOURS.requestCountyHonourFile
  const asked = {
    params,
    query: {},
    body: { fileName: '表彰决定.pdf', contentType: 'application/pdf' as const, bytes: PDF.length },
  }
  const { upload } = (await mustHold(completeAnswer(world.context(PEOPLE.reporter), asked, slot))) as {
    upload: { fields: Record<string, string> }
  }
  expect(world.stores.evidence.upload(upload.fields, 'application/pdf', PDF)).toBe(true)
  expect(state?.files).toMatchObject([{ status: 'pending' }])
  await mustHold(
    world.run(
      HONOURS.attachCountyHonourFile,
      PEOPLE.reporter,
      { params: { ...params, evidenceId: EvidenceId.parse(slot.id) }, query: {}, body: {} },
      2,
    ),
  )
  await mustHold(world.run(HONOURS.submitCountyHonour, PEOPLE.reporter, { params, query: {}, body: {} }, 3))
  return params
}

describe('an honour of the county itself', () => {
  test('goes nowhere without the paper that gave it', async () => {
    const made = await mustHold(record())
    const params = { countyHonourId: CountyHonourId.parse(made.id) }
    expect(
      await world.run(HONOURS.submitCountyHonour, PEOPLE.reporter, { params, query: {}, body: {} }, 1),
    ).toMatchObject({ error: { code: 'incomplete', detail: '还没有上传表彰文件，请先上传文件原件再报送' } })
  })

  test.each([
    ['city', PEOPLE.cityReviewer, PEOPLE.provinceReviewer],
    ['province', PEOPLE.provinceReviewer, PEOPLE.cityReviewer],
    ['national', PEOPLE.provinceReviewer, PEOPLE.cityReviewer],
  ] as const)(
    'given by the %s is confirmed there and nowhere else, and waits in that list alone',
    async (level, right, wrong) => {
      const params = await submitted({ level })
      expect((await listed(right)).honours).toHaveLength(1)
      expect((await listed(wrong)).honours).toHaveLength(0)
      const confirming = { params, query: {}, body: {} }
      expect(await world.run(HONOURS.confirmCountyHonour, wrong, confirming, 4)).toMatchObject({
        error: { code: 'not-permitted' },
      })
      await mustHold(world.run(HONOURS.confirmCountyHonour, right, confirming, 4))
      expect((await listed(right)).honours).toHaveLength(0)
      expect((await listed(right, '990101')).runs).toMatchObject([{ times: 1, from: 2021, to: 2021 }])
      expect((await listed(PEOPLE.reporter)).honours).toMatchObject([{ status: 'confirmed' }])
    },
  )

  test('of another city’s county is out of reach', async () => {
    const params = await submitted()
    expect(
      await world.run(HONOURS.confirmCountyHonour, PEOPLE.otherCityReviewer, { params, query: {}, body: {} }, 4),
    ).toMatchObject({ error: { code: 'not-found' } })
  })

  test('counts one year once, and counts nothing before it is confirmed', async () => {
    await submitted()
    expect(await record()).toMatchObject({
      error: {
        code: 'already-titled',
        pointer: '/year',
        detail: '2021年度“维护社会稳定先进县”已经登记，一个年度只登记一次',
      },
    })
    expect((await listed(PEOPLE.reporter)).runs).toEqual([])
    expect(await record({ year: 2030 })).toMatchObject({ error: { pointer: '/year', detail: '荣誉年度不能晚于今年' } })
  })

  test('that is sent back says why, is mended and goes again', async () => {
    const params = await submitted()
    const back = { params, query: {}, body: { reason: '文号与文件不符' } }
    await mustHold(world.run(HONOURS.returnCountyHonour, PEOPLE.cityReviewer, back, 4))
    expect((await listed(PEOPLE.reporter)).honours).toMatchObject([
      { status: 'returned', returnReason: '文号与文件不符' },
    ])
    const mended = { params, query: {}, body: { issuer: content.issuer, documentNumber: '岚委发〔2022〕9号' } }
    await mustHold(world.run(HONOURS.changeCountyHonour, PEOPLE.reporter, mended, 5))
    await mustHold(world.run(HONOURS.submitCountyHonour, PEOPLE.reporter, { params, query: {}, body: {} }, 6))
    expect(await world.run(HONOURS.changeCountyHonour, PEOPLE.reporter, mended, 7)).toMatchObject({
      error: { code: 'transition-not-allowed' },
    })
  })
})

describe('runs of years', () => {
  const of = (years: readonly number[], status: 'confirmed' | 'submitted' = 'confirmed') =>
    years.map((year) => ({ name: '先进县', level: 'city' as const, year, status }))
  test.each<[string, readonly number[], string]>([
    ['five in a row', [2021, 2022, 2023, 2024, 2025], '5次；连续5年（2021—2025年）'],
    ['a year missing', [2019, 2021, 2022], '3次；连续2年（2021—2022年），已中断'],
    ['two apart', [2017, 2020], '2次'],
    ['in any order', [2025, 2023, 2024], '3次；连续3年（2023—2025年）'],
  ])('%s', (_, years, text) => {
    expect(honourRuns(of(years), 2026).map(honourRunText)).toEqual([text])
  })
  test('what is not confirmed breaks them', () => {
    const years = [...of([2023, 2025]), ...of([2024], 'submitted')]
    expect(honourRuns(years, 2026)).toMatchObject([{ times: 2, from: 2025, to: 2025 }])
  })
})
