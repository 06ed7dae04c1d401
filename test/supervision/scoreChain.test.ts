import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { digest } from '@anjie/store/index'
import { carryOutScoring } from '@anjie/use-cases/league-tables/carryOutScoring'
import { expect, test } from 'vitest'
import { systemMark } from '../builders/context.ts'
import { countyScheme } from '../builders/scheme.ts'
import { ALL_PASSED, CONTENT, supervisionWorld, TOWN, WHO } from './supervisionWorld.ts'

/** A county's scheme for its townships: two points off for each problem that its covert inspections found. */
function townScheme(): Scheme {
  const base = countyScheme({ code: 'TOWN-2026', name: '乡镇考评方案', subjectKind: 'township' })
  return Scheme.parse({
    ...base,
    items: [
      {
        code: 'COVERT',
        name: '县级暗访发现问题',
        unit: '个',
        definition: '县级暗访下达的整改',
        period: 'year',
        filledBy: 'subject',
        rollUp: 'none',
        overTime: 'latest',
        absentMeans: 'missing',
        min: '0',
        digits: 0,
        countedFrom: {
          source: { kind: 'rectifications', name: '督导整改' },
          where: [{ column: 'kind', name: '措施', op: '=', value: 'covert', words: '暗访' }],
          period: { kind: 'dated', column: 'issuedOn', name: '下达日期' },
          figure: { kind: 'count' },
        },
      },
    ],
    checks: [],
    root: {
      kind: 'branch',
      code: 'ROOT',
      name: '平安建设',
      aggregation: 'sum',
      children: [
        {
          kind: 'leaf',
          code: 'V',
          name: '暗访问题',
          scoring: {
            method: 'per_event_deduct',
            events: [{ item: 'COVERT', pointsEach: '2' }],
            limit: { kind: 'none' },
          },
          scoredBy: '县委政法委',
          evidence: [],
        },
      ],
    },
  })
}

const REPORT = { text: '已经安排专人夜间值守并建立登记簿' }

test('county issues, township reports, county returns, township reports again, closed: the figure in its score is 1 and opens to the rectification', async () => {
  const world = await supervisionWorld()
  const { call, must } = world

  // 签发: not by who drafted it
  const { id: measureId } = await must(WHO.admin, 'draftMeasures', { body: { ...CONTENT, targets: [TOWN] } })
  const measures = { body: { measures: [{ id: measureId, version: 1 }] } }
  expect(await call(WHO.admin, 'issueMeasures', measures)).toMatchObject({ body: { code: 'conflict-of-interest' } })
  await must(WHO.secondAdmin, 'issueMeasures', measures)
  await must(WHO.town, 'acknowledgeMeasure', { params: { measureId }, ifMatch: 2 })
  const rectificationId = (await world.measure(WHO.town, measureId)).rectifications[0]?.id ?? expect.fail()
  const params = { rectificationId }

  // 报告, 退回, 再报告, 销号: not by who reported
  await must(WHO.town, 'reportRectification', { params, ifMatch: 2, body: REPORT })
  const check = (form: boolean) => ({ checks: { ...ALL_PASSED, form }, text: '现场核查', workingDays: 5 })
  const reporter = { ...WHO.reviewer, personId: WHO.town.personId }
  world.api.join(reporter)
  expect(await call(reporter, 'checkRectification', { params, ifMatch: 3, body: check(true) })).toMatchObject({
    body: { code: 'conflict-of-interest' },
  })
  world.api.join(WHO.reviewer)
  await must(WHO.reviewer, 'checkRectification', { params, ifMatch: 3, body: check(false) })
  await must(WHO.town, 'reportRectification', { params, ifMatch: 4, body: REPORT })
  await must(WHO.reviewer, 'checkRectification', { params, ifMatch: 5, body: check(true) })
  expect((await world.rectification(WHO.town, rectificationId)).state).toMatchObject({ status: 'closed' })

  // 计分: the county's own assessment of the township
  const { id: schemeId } = await must(WHO.admin, 'draftScheme', { body: { scheme: townScheme() } })
  await must(WHO.admin, 'publishScheme', { params: { schemeId }, body: { as: 'in-force' } })
  const { id: cycleId } = await must(WHO.admin, 'planCycle', {
    body: {
      name: '2026年度乡镇考评',
      year: 2026,
      schemeId,
      dataFrom: '2026-01-01',
      dataTo: '2026-12-31',
      dueOn: '2027-01-31',
      subjects: [{ code: TOWN, group: 'G1' }],
    },
  })
  await must(WHO.admin, 'openCycle', { params: { cycleId } })
  const submissionId = `${TOWN}-${cycleId.slice(7)}`
  await must(WHO.town, 'submitSubmission', { params: { submissionId } })
  await must(WHO.reviewer, 'verifySubmission', { params: { submissionId }, ifMatch: 2 })
  const { id: runId } = await must(WHO.admin, 'runScores', { params: { cycleId } })
  const now = '2026-03-02T01:00:00.000Z'
  await carryOutScoring({ store: world.api.stores.openPlatformStore('99', systemMark({ now })), now, digest }, cycleId)
  await must(WHO.admin, 'previewRun', { params: { runId }, body: { appealsUntil: '2026-03-31' } })

  // 凭据: as the township reads it, down to the rectification
  const { receipts } = (await must(WHO.town, 'getOwnScorecard', { params: { cycleId } })) as unknown as Scorecard
  const [figure] = receipts.find(({ node }) => node === 'V')?.rawValues ?? []
  expect(figure).toMatchObject({ item: 'COVERT', value: '1', counted: [{ submission: submissionId, rows: 1 }] })
  const opened = { params: { submissionId, item: 'COVERT', period: '2026' } }
  const query = `drawing=${figure?.counted?.[0]?.drawing}`
  expect(await must(WHO.town, 'getCountedRows', { ...opened, query })).toMatchObject({
    figure: { status: 'reported', value: '1' },
    list: [{ id: rectificationId, cells: { round: '2', status: '已销号' } }],
  })

  // 撤回 after the figure was accepted: score and receipt stand, and the form says what would be counted today
  const { version } = await world.measure(WHO.admin, measureId)
  const reason = { reason: '对象有误' }
  await must(WHO.admin, 'withdrawMeasure', { params: { measureId }, ifMatch: version, body: reason })
  const stands = await must(WHO.town, 'getOwnScorecard', { params: { cycleId } })
  expect(stands['receipts']).toEqual(receipts)
  expect(await must(WHO.town, 'getSubmission', { params: { submissionId } })).toMatchObject({
    state: { values: [{ item: 'COVERT', value: '1' }] },
    counted: [{ item: 'COVERT', rows: 1, now: { status: 'reported', value: '0' } }],
  })
  expect(await must(WHO.town, 'getCountedRows', { ...opened, query: `${query}&compare=now` })).toMatchObject({
    now: { figure: { value: '0' }, changes: [{ kind: 'removed', title: '综治中心夜间无人值守' }] },
  })
})
