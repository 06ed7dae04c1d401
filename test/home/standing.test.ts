import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { OwnStanding } from '@anjie/contracts/vocabulary/home/standing'
import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { standingWrites } from '@anjie/projections/released/standings'
import { describe, expect, test } from 'vitest'
import { everyRole, member, PLACES } from '../builders/people.ts'
import { admin, cityOf, done, type Opened, Province, reporterOf, reviewerOf } from '../builders/province.ts'
import { townshipCycle } from '../builders/townships.ts'

const county = PLACES.county.code
const neighbour = PLACES.neighbourCounty.code
const far = PLACES.farCounty.code

const homeOf = async (province: Province, who: ReturnType<typeof member>) => done(await province.ask(who, 'getHome'))
const ownOf = async (province: Province, who: ReturnType<typeof member>) => (await homeOf(province, who)).standings.own

async function previewed(province: Province, opened: Opened, year = 2026) {
  const runId = (await province.score(opened, ['88', '92', '96'], year)) as never
  const body = { appealsUntil: province.now.slice(0, 10) as never }
  const { version } = done(await province.run(admin, 'previewRun', { params: { runId }, body }, 1))
  return { runId, version }
}
async function published(province: Province, opened: Opened, year = 2026) {
  const { runId, version } = await previewed(province, opened, year)
  const body = { earlyReason: '各县无异议' }
  done(await province.run(admin, 'publishRun', { params: { runId }, body }, version))
}

describe('本级名次', () => {
  test('says place, points lost first and what the place before is ahead, as the published table has it', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    await published(province, opened)
    const params = { cycleId: opened.cycleId }
    const { rows } = done(await province.ask(reporterOf(county), 'getLeagueTable', { params }))
    const rowOf = (code: string) => rows.find(({ subject }) => subject === code) as LeagueRow
    let lostSomewhere = 0
    for (const code of [county, neighbour, far]) {
      const own = await ownOf(province, reporterOf(code))
      const { receipts, row } = done(await province.ask(reporterOf(code), 'getOwnScorecard', { params }))
      expect(own).toMatchObject({ cycleId: opened.cycleId, released: 'published', ranked: 3 })
      expect(own?.row).toMatchObject({ rank: row.rank, publishedScore: row.publishedScore })
      const lost = receipts.filter(({ leaf, lostPoints }) => leaf && Number(lostPoints) > 0)
      const most = lost.toSorted((one, other) => Number(other.lostPoints) - Number(one.lostPoints)).slice(0, 5)
      expect(own?.lost.map(({ node, points }) => [node, points])).toEqual(
        most.map(({ node, lostPoints }) => [node, lostPoints]),
      )
      lostSomewhere += lost.length
      const places = rows.flatMap(({ rank }) => (rank !== null && rank < (row.rank ?? 0) ? [rank] : []))
      expect(own?.next?.rank ?? null).toBe(places.length === 0 ? null : Math.max(...places))
    }
    expect(lostSomewhere).toBeGreaterThan(0)
    const last = await ownOf(province, reporterOf(county))
    const better = rowOf(neighbour)
    const ahead = Number(better.publishedScore) - Number(rowOf(county).publishedScore)
    expect(last?.next).toEqual({ rank: better.rank, points: String(Number(ahead.toFixed(6))) })
    expect(await ownOf(province, reporterOf(far))).toMatchObject({ row: { rank: 1 }, next: null })
  })

  test('in a preview tells a county of itself alone, and nothing of places', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    await previewed(province, opened)
    const own = await ownOf(province, reporterOf(county))
    expect(own).toMatchObject({ released: 'preview', next: null, row: { rank: null, grade: null, rankChange: null } })
    expect(own?.row.publishedScore).not.toBeNull()
    for (const who of [admin, cityOf(county)]) {
      const { standings } = await homeOf(province, who)
      expect(standings).toEqual({ own: null, below: null })
    }
  })

  test('is of the latest year, whichever year is scored last', async () => {
    const province = new Province()
    const later = await province.openCycle(undefined, 2026)
    await published(province, later)
    province.now = '2026-04-02T01:00:00.000Z'
    await published(province, await province.openCycle(undefined, 2025), 2025)
    expect(await ownOf(province, reporterOf(county))).toMatchObject({ cycleId: later.cycleId })
  })

  test('of a unit says nothing of where others stand, who may not read its county’s table', () => {
    const unit = `${county}.01J00000000000000000000001`
    const receipts = [{ node: 'A', name: '甲', lostPoints: '3', leaf: true, nextBand: '少1起' }]
    const row = { group: 'G', rank: 2, publishedScore: '90.00' }
    const rows = [{ ...row, subject: 'first', rank: 1, publishedScore: '91.00' }, row]
    const run = { county, cycleId: 'x', cycleName: '考评', period: '2026', status: 'published', groups: [], rows }
    const nextOf = (owner: string) => {
      const released = { what: 'scorecard', owner, subject: owner, cycleId: 'x', order: 1, document: { row, receipts } }
      const [write] = standingWrites({ kind: 'run', after: run } as never, [released as never])
      const content = write?.content as unknown as { readonly document: OwnStanding } | undefined
      if (content === undefined) throw new Error('a standing is written')
      const { next, lost } = content.document
      expect(lost).toEqual([{ node: 'A', name: '甲', points: '3', nextBand: '少1起' }])
      return next
    }
    expect(nextOf(county)).toEqual({ rank: 1, points: '1' })
    expect(nextOf(unit)).toBeNull()
  })

  test('is shown to nobody who may not open the page that it leads to', async () => {
    const province = new Province()
    await published(province, await province.openCycle())
    for (const who of everyRole()) {
      const { standings } = await homeOf(province, who)
      const may = (operation: { access: { roles: readonly string[] } }) =>
        who.roles.some((role) => operation.access.roles.includes(role))
      if (standings.own !== null) expect(may(OPERATIONS.getOwnScorecard), who.roles[0]).toBe(true)
      if (standings.below !== null) expect(may(OPERATIONS.getLeagueTable), who.roles[0]).toBe(true)
    }
    const bound = member({ roles: ['county-reviewer'], honours: ['six-no-village'] })
    expect((await homeOf(province, bound)).standings).toEqual({ own: null, below: null })
  })
})

test('所辖名次: a city is told of its own counties, the province of all', async () => {
  const province = new Province()
  await published(province, await province.openCycle())
  const belowOf = async (who: ReturnType<typeof member>) =>
    ((await homeOf(province, who)).standings.below?.rows ?? []).map(({ subject }) => subject).sort()
  expect(await belowOf(admin)).toEqual([county, neighbour, far])
  expect(await belowOf(cityOf(county))).toEqual([county, neighbour])
  expect(await belowOf(cityOf(far))).toEqual([far])
  expect(await belowOf(reporterOf(county))).toEqual([])
})

describe('未报单位', () => {
  const awaitedOf = async (province: Province, who: ReturnType<typeof member>) =>
    (await homeOf(province, who)).awaited.rows.map(({ pageId }) => pageId).sort()

  test('are whose figures have not come up yet: for the city and the province, until the county passes them on', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const [one, two, three] = [county, neighbour, far].map((code) => opened.formOf(code))
    expect(await awaitedOf(province, admin)).toEqual([one, two, three])
    expect(await awaitedOf(province, cityOf(county))).toEqual([one, two])
    for (const who of [reporterOf(county), reviewerOf(county)]) expect(await awaitedOf(province, who)).toEqual([])
    expect((await homeOf(province, cityOf(county))).awaited.all).toEqual([{ cycleId: opened.cycleId, forms: 2 }])
    expect((await homeOf(province, admin)).awaited.all).toEqual([{ cycleId: opened.cycleId, forms: 3 }])
    await province.fill(opened, county, 'submitted')
    expect(await awaitedOf(province, cityOf(county))).toEqual([one, two])
    const params = { submissionId: opened.formOf(county) }
    const { version } = done(await province.ask(reviewerOf(county), 'getSubmission', { params }))
    done(await province.run(reviewerOf(county), 'verifySubmission', { params, body: {} }, version))
    expect(await awaitedOf(province, cityOf(county))).toEqual([two])
    expect(await awaitedOf(province, admin)).toEqual([two, three])
    const back = { to: 'draft' as const, reason: '请核对' }
    done(await province.run(cityOf(county), 'returnSubmission', { params, body: back }, version + 1))
    expect(await awaitedOf(province, cityOf(county))).toEqual([one, two])
  })

  test('go with a cycle that was called back, come again with it, and end with the result', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { cycleId: opened.cycleId }
    done(await province.run(admin, 'callBackCycle', { params, body: { reason: '方案附件有误' } }, 2))
    expect(await awaitedOf(province, admin)).toEqual([])
    done(await province.run(admin, 'openCycle', { params }, 3))
    expect(await awaitedOf(province, admin)).toHaveLength(3)
    const { runId, version } = await previewed(province, opened)
    const form = { submissionId: opened.formOf(county) }
    const accepted = done(await province.ask(cityOf(county), 'getSubmission', { params: form }))
    const back = { params: form, body: { to: 'draft' as const, reason: '请核对' } }
    done(await province.run(cityOf(county), 'returnSubmission', back, accepted.version))
    expect(await awaitedOf(province, admin)).toHaveLength(1)
    done(await province.run(admin, 'publishRun', { params: { runId }, body: { earlyReason: '各县无异议' } }, version))
    for (const who of [admin, cityOf(county)]) expect(await awaitedOf(province, who)).toEqual([])
  })

  test('of a county’s own assessment are the county’s business, and no unit’s', async () => {
    const province = new Province()
    const { units, formOf, countyAdmin, reporterOf: unitReporter } = await townshipCycle(province, county)
    expect(await awaitedOf(province, countyAdmin)).toEqual(units.map(formOf).sort())
    for (const who of [admin, cityOf(county), reporterOf(neighbour), unitReporter(units[0])])
      expect(await awaitedOf(province, who)).toEqual([])
  })

  test('are nobody’s message', async () => {
    const province = new Province()
    await province.openCycle()
    const { rows } = done(await province.ask(admin, 'listMessages'))
    expect(rows.filter(({ kind }) => kind === 'submission')).toEqual([])
  })
})
