import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { SchemeId } from '@anjie/contracts/vocabulary/ids'
import { DataItem, type Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { APPEAL_WORKFLOWS } from '@anjie/domain/appeals/appealTransitions'
import { CYCLE_WORKFLOWS } from '@anjie/domain/cycles/cycleTransitions'
import { RUN_WORKFLOWS } from '@anjie/domain/league-tables/runTransitions'
import { SCHEME_WORKFLOWS } from '@anjie/domain/schemes/schemeTransitions'
import { SUBMISSION_WORKFLOWS } from '@anjie/domain/submissions/submissionTransitions'
import { allowedBy } from '@anjie/domain/workflow/transition'
import { beforeEach, describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { admin, cityOf, done, Province, refusalOf, reporterOf, reviewerOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'
import { reported } from '../builders/submission.ts'

const COUNTY = PLACES.county.code
const NEIGHBOUR = PLACES.neighbourCounty.code
const countyAdmin = member({ roles: ['county-admin'], jurisdiction: COUNTY })
const provinceReviewer = member({ roles: ['province-reviewer'] })

const disputes = DataItem.parse({
  code: 'DISPUTES',
  name: '矛盾纠纷数',
  unit: '件',
  definition: '排查出的矛盾纠纷',
  period: 'year',
  filledBy: 'subject',
  rollUp: 'sum',
  overTime: 'latest',
  absentMeans: 'missing',
  min: '0',
  digits: 0,
})

/** One point off for each dispute, from 100. */
const schemeOf = (subjectKind: Scheme['subjectKind'], over: Partial<Scheme> = {}): Scheme =>
  countyScheme({
    code: `S-${subjectKind}`,
    name: `${subjectKind}考评方案`,
    subjectKind,
    items: [disputes],
    checks: [],
    root: {
      kind: 'branch',
      code: 'ROOT',
      name: '总分',
      aggregation: 'sum',
      children: [
        {
          kind: 'leaf',
          code: 'D',
          name: '矛盾纠纷',
          scoring: {
            method: 'per_event_deduct',
            events: [{ item: 'DISPUTES', pointsEach: '1' }],
            limit: { kind: 'none' },
          },
          scoredBy: '平安办',
          evidence: [],
        },
      ],
    },
    ...over,
  })

let province: Province
beforeEach(() => {
  province = new Province()
})

async function publish(who: Membership, scheme: Scheme): Promise<SchemeId> {
  const drafted = done(await province.run(who, 'draftScheme', { body: { scheme } }))
  const schemeId = drafted.id as SchemeId
  done(await province.run(who, 'publishScheme', { params: { schemeId }, body: { as: 'in-force' } }, 1))
  return schemeId
}

interface Plan {
  readonly schemeId: SchemeId
  readonly subjects: readonly string[]
  readonly rollUpFrom?: string
  readonly span?: readonly [string, string]
}

const plan = (who: Membership, { schemeId, subjects, rollUpFrom, span = ['2026-01-01', '2026-12-31'] }: Plan) =>
  province.run(who, 'planCycle', {
    body: {
      name: '2026年考评',
      year: 2026,
      schemeId,
      dataFrom: span[0],
      dataTo: span[1],
      dueOn: '2027-01-31',
      subjects: subjects.map((code) => ({ code, group: 'G1' })),
      ...(rollUpFrom === undefined ? {} : { rollUpFrom }),
    } as never,
  })

async function open(who: Membership, given: Plan): Promise<string> {
  const { id } = done(await plan(who, given))
  done(await province.run(who, 'openCycle', { params: { cycleId: id as never } }, 1))
  return id
}

/** The subject's form, filled and passed by everybody whose step it is. */
async function settle(who: Membership, cycleId: string, subject: string, values: readonly FormValue[]): Promise<void> {
  const cycle = done(await province.ask(who, 'getCycle', { params: { cycleId: cycleId as never } })).state
  const submissionId = cycle.subjects.find(({ code }) => code === subject)?.submissionId
  if (submissionId === undefined) throw new Error(`${subject} has no form`)
  const county = submissionId.slice(0, 6)
  const params = { submissionId: submissionId as never }
  const reporter = reporterOf(county)
  done(await province.run(reporter, 'saveValues', { params, body: { values: [...values] } }, 1))
  done(await province.run(reporter, 'submitSubmission', { params }, 2))
  done(await province.run(reviewerOf(county), 'verifySubmission', { params, body: {} }, 3))
  if (cycle.county === undefined) done(await province.run(cityOf(county), 'acceptSubmission', { params, body: {} }, 4))
}

async function publishResult(who: Membership, cycleId: string): Promise<string> {
  const { id } = done(await province.run(who, 'runScores', { params: { cycleId: cycleId as never }, body: {} }))
  const params = { runId: id as never }
  const preview = { params, body: { appealsUntil: '2026-03-02' as never } }
  done(await province.run(who, 'previewRun', preview, 1))
  done(await province.run(who, 'publishRun', { params, body: { earlyReason: '各单位均无异议' } }, 2))
  return id
}

const published = async (who: Membership, cycleId: string): Promise<Record<string, string | null>> => {
  const { rows } = done(await province.ask(who, 'getLeagueTable', { params: { cycleId: cycleId as never } }))
  return Object.fromEntries(rows.map((row) => [row.name, row.publishedScore]))
}

describe('a county that assesses its own townships', () => {
  let townships: string[]
  let cycleId: string
  beforeEach(async () => {
    townships = [await province.register(COUNTY, '甲镇'), await province.register(COUNTY, '乙镇')]
    cycleId = await open(countyAdmin, {
      schemeId: await publish(countyAdmin, schemeOf('township')),
      subjects: townships,
    })
  })

  test('has the last word on their figures, scores them and publishes a table that nobody else lists', async () => {
    await settle(countyAdmin, cycleId, townships[0] ?? '', [reported('DISPUTES', '3')])
    const open = await province.run(countyAdmin, 'runScores', { params: { cycleId: cycleId as never }, body: {} })
    expect(refusalOf(open)).toBe('submissions-outstanding')
    await settle(countyAdmin, cycleId, townships[1] ?? '', [reported('DISPUTES', '5')])
    await publishResult(countyAdmin, cycleId)
    expect(await published(reporterOf(COUNTY), cycleId)).toEqual({ 甲镇: '97.00', 乙镇: '95.00' })

    const own = done(await province.ask(reporterOf(COUNTY), 'listCycles')).rows
    expect(own.map((row) => row.id)).toEqual([cycleId])
    for (const other of [admin, cityOf(COUNTY), reporterOf(NEIGHBOUR)])
      expect(done(await province.ask(other, 'listCycles')).rows).toEqual([])
    expect(
      refusalOf(await province.ask(reporterOf(NEIGHBOUR), 'getCycle', { params: { cycleId: cycleId as never } })),
    ).toBe('not-found')
  })

  test('is spoken of as its own: no step, status or refusal of its tables names the city or the province', async () => {
    const workflows = [CYCLE_WORKFLOWS, RUN_WORKFLOWS, SCHEME_WORKFLOWS, APPEAL_WORKFLOWS, SUBMISSION_WORKFLOWS]
    const said = workflows.flatMap(({ county }) => {
      const { statusNames, actionNames } = county
      const refusals = Object.keys(statusNames).flatMap((status) =>
        [countyAdmin, reviewerOf(COUNTY), reporterOf(COUNTY)].flatMap((post) =>
          allowedBy(
            county as never,
            Object.keys(actionNames) as never[],
            status as never,
            post,
            () => COUNTY,
            () => null,
          ),
        ),
      )
      return refusals.map(({ reason }) => reason ?? '')
    })
    expect(said.length).toBeGreaterThan(100)
    expect(said.filter((text) => /[市省]级/.test(text))).toEqual([])
    await settle(countyAdmin, cycleId, townships[0] ?? '', [reported('DISPUTES', '3')])
    const { state } = done(await province.ask(countyAdmin, 'getCycle', { params: { cycleId: cycleId as never } }))
    const params = { submissionId: state.subjects[0]?.submissionId as never }
    for (const post of [countyAdmin, reviewerOf(COUNTY), reporterOf(COUNTY)])
      for (const [operation, given] of [
        ['getSubmission', { params }],
        ['getCycle', { params: { cycleId: cycleId as never } }],
      ] as const) {
        const { allowed } = done(await province.ask(post, operation, given))
        expect(JSON.stringify(allowed)).not.toMatch(/[市省]级/)
      }
    const refused = await province.run(countyAdmin, 'runScores', { params: { cycleId: cycleId as never }, body: {} })
    expect(JSON.stringify(refused)).not.toMatch(/[市省]级/)
  })

  test('keeps their forms to itself, settled or not', async () => {
    await settle(countyAdmin, cycleId, townships[0] ?? '', [reported('DISPUTES', '3')])
    const cycle = done(await province.ask(countyAdmin, 'getCycle', { params: { cycleId: cycleId as never } })).state
    const params = { submissionId: cycle.subjects[0]?.submissionId as never }
    const form = done(await province.ask(countyAdmin, 'getSubmission', { params }))
    expect(form.state).toMatchObject({ status: 'verified', finalLevel: 'county', subject: { name: '甲镇' } })
    expect(form.allowed.map(({ action }) => action)).not.toContain('accept')
    for (const other of [cityOf(COUNTY), admin, provinceReviewer, reporterOf(NEIGHBOUR)])
      expect(refusalOf(await province.ask(other, 'getSubmission', { params }))).toBe('not-found')
    // What was settled can be opened again by who settled it, until the result stands.
    done(
      await province.run(reviewerOf(COUNTY), 'returnSubmission', { params, body: { to: 'draft', reason: '更正' } }, 4),
    )
  })

  test('keeps its scores to itself until they are published; from then on they can be read from above', async () => {
    for (const township of townships) await settle(countyAdmin, cycleId, township, [reported('DISPUTES', '3')])
    const { id } = done(
      await province.run(countyAdmin, 'runScores', { params: { cycleId: cycleId as never }, body: {} }),
    )
    const params = { runId: id as never }
    done(await province.ask(reviewerOf(COUNTY), 'getRun', { params }))
    expect(refusalOf(await province.ask(provinceReviewer, 'getRun', { params }))).toBe('not-found')
    expect(refusalOf(await province.ask(reviewerOf(NEIGHBOUR), 'getRun', { params }))).toBe('not-found')
    done(await province.run(countyAdmin, 'previewRun', { params, body: { appealsUntil: '2026-03-09' as never } }, 1))
    done(await province.run(countyAdmin, 'publishRun', { params, body: { earlyReason: '均无异议' } }, 2))
    done(await province.ask(provinceReviewer, 'getRun', { params }))
    expect(refusalOf(await province.ask(reviewerOf(NEIGHBOUR), 'getRun', { params }))).toBe('not-found')
  })

  test('answers the appeal of a township itself; the province has no part in it', async () => {
    for (const township of townships) await settle(countyAdmin, cycleId, township, [reported('DISPUTES', '3')])
    const { id } = done(
      await province.run(countyAdmin, 'runScores', { params: { cycleId: cycleId as never }, body: {} }),
    )
    const preview = { params: { runId: id as never }, body: { appealsUntil: '2026-03-09' as never } }
    done(await province.run(countyAdmin, 'previewRun', preview, 1))
    const query = { subject: townships[0] as never }
    const card = done(
      await province.ask(reviewerOf(COUNTY), 'getOwnScorecard', { params: { cycleId: cycleId as never }, query }),
    )
    expect(card.row).toMatchObject({ name: '甲镇', publishedScore: '97.00', rank: null })

    const filed = done(
      await province.run(reviewerOf(COUNTY), 'fileAppeal', {
        params: { cycleId: cycleId as never },
        body: { subject: townships[0] as never, node: 'D', claim: '有一件不属于本镇' },
      }),
    )
    expect(done(await province.ask(admin, 'listAppeals')).rows).toEqual([])
    const params = { appealId: filed.id as never }
    const answer = { params, body: { outcome: 'upheld', answer: '同意更正' } as const }
    expect(refusalOf(await province.run(provinceReviewer, 'answerAppeal', answer, 1))).toBe('not-permitted')
    done(await province.run(countyAdmin, 'answerAppeal', answer, 1))
  })

  test('starts from a copy of the province’s scheme, and cannot touch the province’s own', async () => {
    const original = await publish(admin, schemeOf('township'))
    const copied = done(
      await province.run(countyAdmin, 'copyScheme', {
        params: { schemeId: original },
        body: { name: '云溪县乡镇考评方案', year: 2027 },
      }),
    )
    expect(copied.id.slice(0, 7)).toBe(`${COUNTY}.`)
    const closing = { params: { schemeId: original }, body: { reason: '试试' } }
    expect(refusalOf(await province.run(countyAdmin, 'closeScheme', closing, 2))).toBe('not-permitted')
    const foreign = await plan(countyAdmin, { schemeId: original, subjects: townships })
    expect(foreign.ok ? '' : foreign.error.pointer).toBe('/schemeId')
  })

  test('assesses its own units only', async () => {
    const elsewhere = await province.register(NEIGHBOUR, '丙镇')
    const village = await province.register(COUNTY, '一村', 'village', townships[0])
    const schemeId = await publish(countyAdmin, schemeOf('township'))
    for (const subject of [elsewhere, village, COUNTY]) {
      const refused = await plan(countyAdmin, { schemeId, subjects: [subject] })
      expect(refused.ok ? '' : refused.error.pointer, subject).toBe('/subjects/0/code')
    }
    const countySchemeId = await publish(countyAdmin, schemeOf('county'))
    expect(refusalOf(await plan(countyAdmin, { schemeId: countySchemeId, subjects: [COUNTY] }))).toBe('invalid-input')
  })
})

describe('figures of the level below', () => {
  const far = PLACES.farCounty.code
  let townships: Record<string, string>
  beforeEach(async () => {
    townships = {
      甲镇: await province.register(COUNTY, '甲镇'),
      乙镇: await province.register(COUNTY, '乙镇'),
      丙镇: await province.register(NEIGHBOUR, '丙镇'),
      丁镇: await province.register(far, '丁镇'),
    }
  })

  test('the province chooses townships from the registers of all counties', async () => {
    await province.register(COUNTY, '一村', 'village', townships['甲镇'])
    const query = { subjectKind: 'township' as const }
    const all = done(await province.ask(admin, 'listCandidates', { query })).candidates
    expect(all.map(({ name, countyName }) => `${countyName}${name}`)).toEqual(
      expect.arrayContaining(['云溪县甲镇', '云溪县乙镇', '石塘县丙镇', '柳泉区丁镇']),
    )
    expect(all).toHaveLength(4)
    const own = done(await province.ask(countyAdmin, 'listCandidates', { query })).candidates
    expect(own.map(({ name }) => name)).toEqual(['甲镇', '乙镇'])
  })

  /** Townships published, then their counties on the sums, then the cities on the counties'. */
  test('add up from townships to counties and from counties to cities, once the lower table stands', async () => {
    const lower = await open(admin, {
      schemeId: await publish(admin, schemeOf('township')),
      subjects: Object.values(townships),
    })
    const upper = await open(admin, {
      schemeId: await publish(admin, schemeOf('county')),
      subjects: [COUNTY, NEIGHBOUR, far],
      rollUpFrom: lower,
    })
    // Nobody fills a second time what is added up.
    const cycle = done(await province.ask(admin, 'getCycle', { params: { cycleId: upper as never } })).state
    expect(cycle.rollUp).toMatchObject({ from: lower, items: ['DISPUTES'] })
    const params = { submissionId: cycle.subjects[0]?.submissionId as never }
    expect(done(await province.ask(reporterOf(COUNTY), 'getSubmission', { params })).form.cells).toEqual([])
    for (const county of [COUNTY, NEIGHBOUR, far]) await settle(admin, upper, county, [])

    const early = await province.run(admin, 'runScores', { params: { cycleId: upper as never }, body: {} })
    expect(early.ok ? '' : early.error.detail).toContain('公布之后')
    for (const [name, count] of Object.entries({ 甲镇: '3', 乙镇: '4', 丙镇: '1', 丁镇: '9' }))
      await settle(admin, lower, townships[name] ?? '', [reported('DISPUTES', count)])
    await publishResult(admin, lower)
    const runId = await publishResult(admin, upper)
    expect(await published(admin, upper)).toEqual({ 云溪县: '93.00', 石塘县: '99.00', 柳泉区: '91.00' })
    const part = done(
      await province.ask(admin, 'getRunArchivePart', { params: { runId: runId as never, subject: COUNTY as never } }),
    )
    expect(part.values).toEqual([{ subject: COUNTY, item: 'DISPUTES', period: '2026', status: 'reported', value: '7' }])

    const cities = await open(admin, {
      schemeId: await publish(admin, schemeOf('city')),
      subjects: [PLACES.city.code, PLACES.neighbourCity.code],
      rollUpFrom: upper,
    })
    await publishResult(admin, cities)
    expect(await published(admin, cities)).toEqual({ 安和市: '92.00', 宁川市: '91.00' })
    const own = done(await province.ask(cityOf(COUNTY), 'getOwnScorecard', { params: { cycleId: cities as never } }))
    expect(own.row.name).toBe('安和市')
  })

  test('a township that owes its figure leaves its county’s sum missing, not smaller', async () => {
    const lower = await open(admin, {
      schemeId: await publish(admin, schemeOf('township')),
      subjects: Object.values(townships),
    })
    for (const name of ['甲镇', '丙镇', '丁镇'])
      await settle(admin, lower, townships[name] ?? '', [reported('DISPUTES', '3')])
    await settle(admin, lower, townships['乙镇'] ?? '', [
      { item: 'DISPUTES', period: '2026', status: 'missing', note: '台账被水淹' },
    ])
    await publishResult(admin, lower)
    const upper = await open(admin, {
      schemeId: await publish(admin, schemeOf('county')),
      subjects: [COUNTY, NEIGHBOUR],
      rollUpFrom: lower,
    })
    for (const county of [COUNTY, NEIGHBOUR]) await settle(admin, upper, county, [])
    const runId = await publishResult(admin, upper)
    expect(await published(admin, upper)).toMatchObject({ 云溪县: null, 石塘县: '97.00' })
    const part = done(
      await province.ask(admin, 'getRunArchivePart', { params: { runId: runId as never, subject: COUNTY as never } }),
    )
    expect(part.values[0]).toMatchObject({ status: 'missing', note: '1个下级单位未报' })
  })

  test('are taken from a cycle of the level below, over the same time, with the same items', async () => {
    const lower = await open(admin, {
      schemeId: await publish(admin, schemeOf('township')),
      subjects: Object.values(townships),
    })
    const county = await publish(admin, schemeOf('county'))
    const half = await plan(admin, {
      schemeId: county,
      subjects: [COUNTY],
      rollUpFrom: lower,
      span: ['2026-01-01', '2026-06-30'],
    })
    const city = await plan(admin, {
      schemeId: await publish(admin, schemeOf('city')),
      subjects: [PLACES.city.code],
      rollUpFrom: lower,
    })
    const none = await plan(admin, {
      schemeId: await publish(admin, schemeOf('county', { items: [{ ...disputes, rollUp: 'none' }] })),
      subjects: [COUNTY],
      rollUpFrom: lower,
    })
    for (const refused of [half, city, none]) expect(refused.ok ? '' : refused.error.pointer).toBe('/rollUpFrom')
  })

  /** F20 of Wenzhou 2019: a county pays for its townships among the last of a table. */
  test('last places of townships count against their county by themselves; without a table they are unknown, not nought', async () => {
    const counted: DataItem = {
      ...disputes,
      code: 'LAST_HALF',
      name: '列入末位的乡镇',
      unit: '次',
      period: 'half-year',
      rollUp: 'none',
      overTime: 'sum',
      bottomOf: { subjectKind: 'township', bottom: 1 },
    }
    const countySchemeId = await publish(
      admin,
      schemeOf('county', {
        items: [counted],
        root: {
          kind: 'branch',
          code: 'ROOT',
          name: '总分',
          aggregation: 'sum',
          children: [
            {
              kind: 'leaf',
              code: 'L',
              name: '末位连带',
              scoring: {
                method: 'child_rank_spillover',
                tiers: [{ item: 'LAST_HALF', each: 'half-year', bottom: 1, pointsEach: '0.5' }],
                limit: { kind: 'none' },
              },
              scoredBy: '平安办',
              evidence: [],
            },
          ],
        },
      }),
    )
    const upper = await open(admin, { schemeId: countySchemeId, subjects: [COUNTY, NEIGHBOUR, far] })
    for (const county of [COUNTY, NEIGHBOUR, far]) await settle(admin, upper, county, [])
    const blind = done(await province.run(admin, 'runScores', { params: { cycleId: upper as never }, body: {} }))
    const rows = done(await province.ask(admin, 'getRun', { params: { runId: blind.id as never } })).state.rows
    expect(rows.map((row) => row.publishedScore)).toEqual([null, null, null])

    province.now = '2026-03-02T02:00:00.000Z'
    const townshipScheme = await publish(
      admin,
      schemeOf('township', { cycle: 'half-year', items: [{ ...disputes, period: 'half-year' }] }),
    )
    const halves: readonly (readonly [string, readonly [string, string], Record<string, string>])[] = [
      ['2026-H1', ['2026-01-01', '2026-06-30'], { 甲镇: '9', 乙镇: '2', 丙镇: '1', 丁镇: '3' }],
      // Two of them share the last place, and both count.
      ['2026-H2', ['2026-07-01', '2026-12-31'], { 甲镇: '9', 乙镇: '9', 丙镇: '1', 丁镇: '3' }],
    ]
    for (const [period, span, figures] of halves) {
      const lower = await open(admin, { schemeId: townshipScheme, subjects: Object.values(townships), span })
      for (const [name, count] of Object.entries(figures))
        await settle(admin, lower, townships[name] ?? '', [reported('DISPUTES', count, period)])
      await publishResult(admin, lower)
    }
    // What was scored before the tables came is not the result any more.
    const early = { params: { runId: blind.id as never }, body: { appealsUntil: '2026-03-09' as never } }
    expect(refusalOf(await province.run(admin, 'previewRun', early, 1))).toBe('run-not-latest')
    await publishResult(admin, upper)
    expect(await published(admin, upper)).toEqual({ 云溪县: '98.50', 石塘县: '100.00', 柳泉区: '100.00' })
  })
})
