import type { FactType } from '@anjie/contracts/facts/facts'
import { DutyEventId, DutyPostId } from '@anjie/contracts/vocabulary/ids'
import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { digest } from '@anjie/store/index'
import { carryOutScoring } from '@anjie/use-cases/league-tables/carryOutScoring'
import { systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { countyScheme } from '../builders/scheme.ts'
import { ulid } from '../builders/ulid.ts'
import { COUNTY, OTHER_TOWN, supervisionWorld, TOWN, WHO } from '../supervision/supervisionWorld.ts'

export const HOLDERS = ['欧阳青山', '司徒白石'] as const
export const POST = DutyPostId.parse(`${TOWN}-${ulid()}`)
export const OTHER_POST = DutyPostId.parse(`${OTHER_TOWN}-${ulid()}`)
export const TITLE = '甲镇政法委员'
export const NOW = '2026-12-31T02:00:00.000Z'

const ROUTINE = { kind: 'duty-routine', name: '岗位日常工作' } as const
const EVENTS = { kind: 'duty-events', name: '岗位负面事件' } as const
const ON = { kind: 'dated', column: 'on', name: '发生日期' } as const
const item = (code: string, name: string, unit: string, countedFrom: object, digits = 0) => ({
  code,
  name,
  unit,
  definition: name,
  period: 'year',
  filledBy: 'subject',
  rollUp: 'none',
  overTime: 'latest',
  absentMeans: 'missing',
  min: '0',
  digits,
  countedFrom,
})

/** 管理考核: 100 points, 0.5 off for each per cent below 90 of routine work done, the points of negative events, and a veto. */
export function postScheme(): Scheme {
  const base = countyScheme({ code: 'POSTS-2026', name: '乡镇政法委员管理考核办法', subjectKind: 'post' })
  const leaf = (code: string, name: string, scoring: object) => ({
    kind: 'leaf',
    code,
    name,
    scoring,
    scoredBy: '县委政法委',
    evidence: [],
  })
  return Scheme.parse({
    ...base,
    items: [
      item(
        'ROUTINE',
        '日常清单完成率',
        '%',
        {
          source: ROUTINE,
          where: [],
          period: { kind: 'dated', column: 'dueOn', name: '应完成日' },
          figure: {
            kind: 'share',
            of: [{ column: 'result', name: '完成情况', op: '=', value: 'done', words: '按时完成' }],
            whenNone: 'not-applicable',
          },
        },
        2,
      ),
      item(
        'NEGATIVE',
        '负面事件扣分',
        '分',
        {
          source: EVENTS,
          where: [],
          period: ON,
          figure: { kind: 'sum', column: 'points', name: '扣分', whenBlank: 'missing' },
        },
        2,
      ),
      item('VETOES', '一票否决事件', '件', {
        source: EVENTS,
        where: [{ column: 'veto', name: '一票否决', op: '=', value: 'yes' }],
        period: ON,
        figure: { kind: 'count' },
      }),
    ],
    checks: [],
    groups: [{ code: 'G1', name: '乡镇政法委员', overrides: [] }],
    root: {
      kind: 'branch',
      code: 'ROOT',
      name: '管理考核',
      aggregation: 'sum',
      children: [
        leaf('R', '日常清单', {
          method: 'shortfall_slope',
          item: 'ROUTINE',
          slopes: [{ below: '90', perPoint: '0.5' }],
          reading: 'progressive',
          wholePointsOnly: false,
          limit: { kind: 'none' },
        }),
        leaf('N', '负面清单', {
          method: 'per_event_deduct',
          events: [{ item: 'NEGATIVE', pointsEach: '1' }],
          limit: { kind: 'none' },
        }),
      ],
    },
  })
}

/** Two posts of a county, one of which changed hands after 181 days; monthly routine work, some of it done; two events. */
export async function postCycleWorld() {
  const world = await supervisionWorld()
  world.api.setNow(NOW)
  const store = world.api.stores.openPlatformStore('99', systemMark({ now: NOW }))
  const put = async (kind: RecordKind, id: string, type: FactType, next: object) => {
    const written = await store.commit([
      {
        kind,
        id,
        expectedVersion: 0,
        next: RECORD_KINDS[kind].state.parse(next),
        fact: { type, details: someDetails(type) },
      } as never,
    ])
    if (!written.ok) throw new Error(written.error.detail)
  }
  const hand = { personId: 'clerk', personName: '林一', post: '综治办', at: NOW }
  const posts = [
    { id: POST, unitId: TOWN, unitName: '甲镇', change: true },
    { id: OTHER_POST, unitId: OTHER_TOWN, unitName: '乙镇', change: false },
  ]
  for (const { id, unitId, unitName, change } of posts)
    await put('duty-post', id, 'DutyPostSetUp', {
      id,
      kind: 'township-commissioner',
      county: COUNTY,
      unitId,
      unitName,
      unitKind: 'township',
      townshipId: unitId,
      townshipName: unitName,
      status: 'filled',
      terms: [{ from: '2026-01-01', basis: '县委组织部任免通知' }],
      holdings: change
        ? [
            {
              number: 1,
              name: HOLDERS[0],
              besides: [],
              from: '2026-01-01',
              to: '2026-06-30',
              left: { by: 'replaced', reason: '交流任职' },
            },
            { number: 2, name: HOLDERS[1], personId: 'second-admin', besides: [], from: '2026-07-01' },
          ]
        : [{ number: 1, name: '诸葛清风', besides: [], from: '2026-01-01' }],
      updatedAt: NOW,
    })
  const listsId = `${COUNTY}.${ulid()}`
  await put('duty-lists', listsId, 'DutyListsPublished', {
    id: listsId,
    province: '99',
    county: COUNTY,
    status: 'published',
    from: '2026-01-01',
    publishedAt: NOW,
    updatedAt: NOW,
    name: '乡镇政法委员四张清单',
    postKind: 'township-commissioner',
    isExample: false,
    powers: [],
    duties: [],
    routine: [
      { code: 'RC-01', text: '每月走访一次村社区', frequency: 'monthly', times: 1, proof: { kind: 'entered' } },
    ],
    negative: [{ code: 'FM-01', text: '迟报紧急信息', effect: { kind: 'points', points: '1.5' } }],
  })
  // Done in nine months of twelve: of the first holder five of six, of the second four of six.
  const entries = [1, 2, 3, 4, 5, 7, 8, 9, 10].map((month, at) => ({
    number: at + 1,
    line: 'RC-01',
    text: '每月走访一次村社区',
    on: `2026-${String(month).padStart(2, '0')}-10`,
    note: `与${HOLDERS[0]}同志走访`,
    entered: hand,
    decision: { ...hand, personId: 'other', outcome: 'confirmed', reason: '' },
  }))
  await put('duty-entries', `${POST}-2026`, 'DutyEntered', {
    county: COUNTY,
    postId: POST,
    postKind: 'township-commissioner',
    unitId: TOWN,
    unitName: '甲镇',
    year: 2026,
    entries,
    updatedAt: NOW,
  })
  const event = async (on: string, effect: object, number: number, status = 'upheld') => {
    const id = DutyEventId.parse(`${TOWN}-${ulid()}`)
    await put('duty-event', id, 'DutyEventRecorded', {
      id,
      county: COUNTY,
      postId: POST,
      postKind: 'township-commissioner',
      unitId: TOWN,
      unitName: '甲镇',
      holding: { number },
      listsId,
      entry: { code: 'FM-01', text: '迟报紧急信息', effect },
      on,
      ground: `${HOLDERS[number - 1]}未按时报送`,
      status,
      recordedBy: hand,
      wordBy: on,
      updatedAt: NOW,
    })
    return id
  }
  const { must } = world
  const { id: schemeId } = await must(WHO.admin, 'draftScheme', { body: { scheme: postScheme() } })
  const scored = async () => {
    await must(WHO.admin, 'publishScheme', { params: { schemeId }, body: { as: 'in-force' } })
    const { id: cycleId } = await must(WHO.admin, 'planCycle', {
      body: {
        name: '2026年度乡镇政法委员管理考核',
        year: 2026,
        schemeId,
        dataFrom: '2026-01-01',
        dataTo: '2026-12-31',
        dueOn: '2027-01-31',
        subjects: [POST, OTHER_POST].map((code) => ({ code, group: 'G1' })),
      },
    })
    await must(WHO.admin, 'openCycle', { params: { cycleId } })
    const formOf = (post: string) => `${post}-${cycleId.slice(COUNTY.length + 1)}`
    for (const post of [POST, OTHER_POST]) {
      const params = { submissionId: formOf(post) }
      await must(WHO.reporter, 'submitSubmission', { params })
      await must(WHO.reviewer, 'verifySubmission', { params, ifMatch: 2 })
    }
    const { id: runId } = await must(WHO.admin, 'runScores', { params: { cycleId } })
    await carryOutScoring({ store, now: NOW, digest }, cycleId)
    return { cycleId, runId, formOf }
  }
  return { ...world, event, schemeId, scored }
}
