import type { MeasureId } from '@anjie/contracts/vocabulary/ids'
import type { Veto } from '@anjie/contracts/vocabulary/schemes/scheme'
import { passMeasureDay } from '@anjie/use-cases/supervision/dueMeasures'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemMark } from '../builders/context.ts'
import { member, PLACES } from '../builders/people.ts'
import { done, Province, refusalOf } from '../builders/province.ts'
import {
  COUNTY,
  countyAdmin,
  filledQuarter,
  previewed,
  publish,
  publishedScheme,
  quarterly,
  score,
} from './townTables.ts'

const drafter = member({ roles: ['county-reviewer'], jurisdiction: COUNTY, personId: 'drafter' })
const decider = member({ roles: ['county-admin'], jurisdiction: COUNTY, personId: 'decider' })
const VETO: Veto = {
  code: 'V1',
  name: '挂牌督办期满未摘牌',
  item: 'VETOED',
  atLeast: '1',
  effect: { kind: 'disqualify' },
}

let province: Province
let towns: string[]
beforeEach(async () => {
  province = new Province()
  towns = []
  for (const name of ['甲镇', '乙镇', '丙镇']) towns.push(await province.register(COUNTY, name))
})

const figures = () => Object.fromEntries(towns.map((town, at) => [town, String(at + 1)]))

/** A listing of the first township until the given day, which nobody lifted. */
async function endedListing(until: string, town = towns[0] ?? ''): Promise<MeasureId> {
  const drafted = done(
    await province.run(drafter, 'draftMeasures', {
      body: {
        kind: 'listing',
        matter: '命案多发整治',
        trigger: 'incident',
        on: '2026-03-02',
        until,
        documentNumber: '砚平安办〔2026〕3号',
        participants: [],
        demands: '限期整治',
        isPublished: false,
        problems: [{ text: '矛盾纠纷排查不到位', workingDays: 10 }],
        targets: [town],
      } as never,
    }),
  )
  const id = drafted.id as MeasureId
  done(await province.run(countyAdmin, 'issueMeasures', { body: { measures: [{ id, version: 1 }] } }))
  province.now = `${until}T16:00:01.000Z`
  await passMeasureDay(store(), id, province.now)
  return id
}

const store = () => province.stores.openPlatformStore(PLACES.province.code, systemMark({ now: province.now }))

const decide = async (measureId: MeasureId, outcome: 'veto' | 'spare' = 'veto') =>
  done(
    await province.run(decider, 'decideVeto', { params: { measureId }, body: { outcome, reason: '整治未达要求' } }, 3),
  )

const rowsOf = async (runId: string) =>
  done(await province.ask(countyAdmin, 'getRun', { params: { runId: runId as never } })).state.rows.map(
    ({ name, rank, notRankedReason }) => `${name} ${rank ?? notRankedReason}`,
  )

const cardOf = async (runId: string, subject = towns[0]) =>
  done(
    await province.ask(countyAdmin, 'getScorecard', { params: { runId: runId as never, subject: subject as never } }),
  )

describe('a listing that ended unsatisfied', () => {
  let cycleId: string
  let schemeId: string
  beforeEach(async () => {
    schemeId = await publishedScheme(province, quarterly([], [VETO]))
    cycleId = await filledQuarter(province, schemeId, '2026-Q1', figures())
  })

  test('takes its target out of the table once a person decided it as a veto, and the scorecard shows measure and document', async () => {
    const measureId = await endedListing('2026-03-20')
    // The term alone decides nothing.
    expect(await rowsOf(await score(province, cycleId))).toEqual(['甲镇 1', '乙镇 2', '丙镇 3'])
    await decide(measureId)
    const runId = await score(province, cycleId)
    expect(await rowsOf(runId)).toEqual(['乙镇 1', '丙镇 2', '甲镇 因“挂牌督办期满未摘牌”取消资格'])
    expect((await cardOf(runId)).vetoes).toMatchObject([
      {
        name: '挂牌督办期满未摘牌',
        measures: [{ measure: measureId, document: '砚平安办〔2026〕3号', missedOn: '2026-03-20' }],
      },
    ])
    expect((await cardOf(runId, towns[1])).vetoes).toBeUndefined()
  })

  test('that was spared counts for nothing', async () => {
    await decide(await endedListing('2026-03-20'), 'spare')
    expect(await rowsOf(await score(province, cycleId))).toEqual(['甲镇 1', '乙镇 2', '丙镇 3'])
  })

  test('decided after the scores were worked out makes them stale: the table is not published without it', async () => {
    const measureId = await endedListing('2026-03-20')
    const runId = await score(province, cycleId)
    await previewed(province, runId)
    await decide(measureId)
    const refused = await publish(province, runId)
    expect(refused).toMatchObject({ error: { code: 'run-not-latest', detail: expect.stringContaining('甲镇') } })
    const again = await score(province, cycleId)
    done(await publish(province, again, 1))
    expect(await rowsOf(again)).toContain('甲镇 因“挂牌督办期满未摘牌”取消资格')
  })

  test('withdrawn after it was counted makes the scores stale as well', async () => {
    const measureId = await endedListing('2026-03-20')
    await decide(measureId)
    const runId = await score(province, cycleId)
    await previewed(province, runId)
    const withdrawal = { params: { measureId }, body: { reason: '对象有误' } }
    done(await province.run(countyAdmin, 'withdrawMeasure', withdrawal, 4))
    expect(refusalOf(await publish(province, runId))).toBe('run-not-latest')
    expect(await rowsOf(await score(province, cycleId))).toEqual(['甲镇 1', '乙镇 2', '丙镇 3'])
  })

  test('decided after the table stands leaves it as it is, and counts once, in the next one', async () => {
    const measureId = await endedListing('2026-03-20')
    const runId = await score(province, cycleId)
    await previewed(province, runId)
    done(await publish(province, runId))
    province.now = '2026-04-10T01:00:00.000Z'
    await decide(measureId)
    expect(await rowsOf(runId)).toEqual(['甲镇 1', '乙镇 2', '丙镇 3'])
    const second = await filledQuarter(province, schemeId, '2026-Q2', figures())
    const next = await score(province, second)
    expect(await rowsOf(next)).toContain('甲镇 因“挂牌督办期满未摘牌”取消资格')
    await previewed(province, next)
    done(await publish(province, next))
    const third = await filledQuarter(province, schemeId, '2026-Q3', figures())
    expect(await rowsOf(await score(province, third))).toEqual(['甲镇 1', '乙镇 2', '丙镇 3'])
  })
})

test('a yellow card or an interview bars where its rule says so, as long as that says; any other measure does not', async () => {
  const draft = (over: object) =>
    province.run(drafter, 'draftMeasures', {
      body: {
        kind: 'interview',
        matter: '连续两期排名末位',
        trigger: 'league-table',
        on: '2026-03-02',
        documentNumber: '砚平安办〔2026〕4号',
        participants: [],
        demands: '分析原因',
        isPublished: false,
        problems: [],
        targets: [towns[0]],
        bars: { months: 9, basis: '乡镇季度考评方案第12条' },
        ...over,
      } as never,
    })
  expect(await draft({ kind: 'dispatch' })).toMatchObject({ error: { pointer: '/bars' } })
  expect(await draft({ documentNumber: undefined })).toMatchObject({ error: { pointer: '/documentNumber' } })
  const { id } = done(await draft({}))
  const measures = [{ id: id as MeasureId, version: 1 }]
  done(await province.run(countyAdmin, 'issueMeasures', { body: { measures } }))
  const bars = async () =>
    done(await province.ask(countyAdmin, 'getBars', { params: { subject: towns[0] as never } })).bars
  expect(await bars()).toMatchObject([
    { kind: 'interview', from: '2026-03-02', until: '2026-12-02', document: '砚平安办〔2026〕4号', inForce: true },
  ])
  const withdrawal = { params: { measureId: id as MeasureId }, body: { reason: '对象有误' } }
  done(await province.run(countyAdmin, 'withdrawMeasure', withdrawal, 2))
  expect(await bars()).toMatchObject([{ inForce: false }])
})
