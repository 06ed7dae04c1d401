import { OPERATIONS } from '@anjie/contracts/operations/index'
import { describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { admin, cityOf, done, Province, refusalOf, reporterOf, reviewerOf } from '../builders/province.ts'
import { townshipCycle } from '../builders/townships.ts'

const county = PLACES.county.code
const provinceReviewer = member({ roles: ['province-reviewer'] })
const minutesLater = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

async function opened() {
  const province = new Province()
  const cycle = await province.openCycle()
  province.now = '2026-03-02T02:00:00.000Z'
  const params = { caseKind: 'submission' as const, caseId: cycle.formOf(county) }
  const urge = (who: ReturnType<typeof member>, emergency?: string) =>
    province.run(who, 'urgeCase', { params, body: emergency === undefined ? {} : { emergency } })
  const urged = async (who: ReturnType<typeof member>) =>
    done(await province.ask(who, 'listMessages')).rows.filter(({ text }) => text.includes('催报'))
  return { province, cycle, params, urge, urged }
}

describe('催报', () => {
  test('is told to the post in whose hands the case is, by the level above, and leaves the case as it is', async () => {
    const { province, cycle, params, urge, urged } = await opened()
    const before = done(
      await province.ask(reporterOf(county), 'getSubmission', { params: { submissionId: cycle.formOf(county) } }),
    )
    done(await urge(cityOf(county)))
    expect(await urged(reporterOf(county))).toMatchObject([
      { box: 'work', text: `${PLACES.city.name}催报，待填报`, pageId: params.caseId, page: 'submission', unread: true },
    ])
    for (const who of [reviewerOf(county), cityOf(county), admin, reporterOf(PLACES.neighbourCounty.code)])
      expect(await urged(who)).toEqual([])
    const after = done(
      await province.ask(reporterOf(county), 'getSubmission', { params: { submissionId: cycle.formOf(county) } }),
    )
    expect(after.version).toBe(before.version)
    expect(province.stores.recordedFacts().at(-1)).toMatchObject({ type: 'CaseUrged', details: { verb: '填报' } })
  })

  test('is refused to the same level, to those below, to a neighbour, and once nobody has the case', async () => {
    const { province, cycle, urge } = await opened()
    expect(refusalOf(await urge(cityOf(PLACES.farCounty.code)))).toBe('not-found')
    expect(refusalOf(await urge(member({ roles: ['county-admin'] })))).toBe('not-permitted')
    await province.fill(cycle, county, 'verified')
    expect(refusalOf(await urge(cityOf(county)))).toBe('not-permitted')
    expect(refusalOf(await urge(provinceReviewer))).toBe('ok')
    const params = { submissionId: cycle.formOf(county) }
    const { version } = done(await province.ask(cityOf(county), 'getSubmission', { params }))
    done(await province.run(cityOf(county), 'acceptSubmission', { params, body: {} }, version))
    expect(refusalOf(await urge(admin))).toBe('transition-not-allowed')
  })

  test('goes out twice a day for one case whoever urges, three minutes apart, and anew the next day', async () => {
    const { province, urge, params } = await opened()
    done(await urge(cityOf(county)))
    province.now = minutesLater(province.now, 2)
    expect(refusalOf(await urge(admin))).toBe('urged-enough')
    province.now = minutesLater(province.now, 1)
    done(await urge(admin))
    province.now = minutesLater(province.now, 120)
    for (const who of [admin, cityOf(county), provinceReviewer]) expect(refusalOf(await urge(who))).toBe('urged-enough')
    expect(done(await province.ask(admin, 'getUrgings', { params }))).toMatchObject({ mayUrge: true, left: 0 })
    // 2 March 23:59 and 3 March 00:00 in Beijing.
    province.now = '2026-03-02T15:59:00.000Z'
    expect(refusalOf(await urge(admin))).toBe('urged-enough')
    province.now = '2026-03-02T16:00:00.000Z'
    expect(refusalOf(await urge(admin))).toBe('ok')
  })

  test('of two at the same moment one goes out', async () => {
    const { urge } = await opened()
    const outcomes = (await Promise.all([urge(admin), urge(cityOf(county)), urge(provinceReviewer)])).map(refusalOf)
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
  })

  test('goes as a message once the case has left that post’s hands', async () => {
    const { province, cycle, urge, urged } = await opened()
    done(await urge(admin))
    expect(await urged(reporterOf(county))).toHaveLength(1)
    province.now = minutesLater(province.now, 60)
    await province.fill(cycle, county, 'submitted')
    expect(await urged(reporterOf(county))).toEqual([])
    expect(done(await province.ask(reporterOf(county), 'countMessages')).work).toBe(0)
  })

  test('goes from a county to its own units: to the unit and to the county’s reporter, to no other unit, and to nobody above', async () => {
    const province = new Province()
    const { units, formOf, reporterOf: unitReporter, countyAdmin } = await townshipCycle(province, county)
    const [unit, other] = units
    // As the API takes the address of the case.
    const params = OPERATIONS.urgeCase.params.parse({ caseKind: 'submission', caseId: formOf(unit) })
    expect(refusalOf(await province.run(admin, 'urgeCase', { params, body: {} }))).toBe('not-found')
    done(await province.run(countyAdmin, 'urgeCase', { params, body: {} }))
    const urgedOf = async (who: ReturnType<typeof member>) =>
      done(await province.ask(who, 'listMessages')).rows.filter(({ text }) => text.includes('催报'))
    for (const who of [unitReporter(unit), reporterOf(county)])
      expect(await urgedOf(who)).toMatchObject([{ box: 'work', pageId: params.caseId, page: 'submission' }])
    for (const who of [unitReporter(other), reviewerOf(county), cityOf(county), admin])
      expect(await urgedOf(who)).toEqual([])
  })

  test('says that it is an emergency, and keeps the reason to the fact', async () => {
    const { urge, urged, province } = await opened()
    done(await urge(admin, '国务院督查组明日到县'))
    const messages = await urged(reporterOf(county))
    expect(messages).toMatchObject([{ text: `${PLACES.province.name}催报（急件），待填报` }])
    expect(JSON.stringify(messages)).not.toContain('督查组')
    expect(province.stores.recordedFacts().at(-1)).toMatchObject({ details: { emergency: '国务院督查组明日到县' } })
  })
})
