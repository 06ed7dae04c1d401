import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import { DataItem, type Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { digest } from '@anjie/store/index'
import { carryOutScoring } from '@anjie/use-cases/league-tables/carryOutScoring'
import { type TestAnswer, type TestApi, testApi } from '../api/testApi.ts'
import { NOW, systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { member } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'
import { ulid } from '../builders/ulid.ts'

export const COUNTY = '990101'
const unitId = () => UnitId.parse(`${COUNTY}.${ulid()}`)
export const TOWN = unitId()
export const OTHER_TOWN = unitId()
export const POLICE = unitId()
export const HOUSING = unitId()

/** People of a county that assesses its townships, of its departments and of a township. */
export const WHO = {
  admin: member({ roles: ['county-admin'], personId: 'admin' }),
  reviewer: member({ roles: ['county-reviewer'], personId: 'reviewer' }),
  second: member({ roles: ['county-reviewer'], personId: 'second' }),
  reporter: member({ roles: ['county-reporter'], personId: 'reporter' }),
  town: member({ roles: ['unit-reporter'], personId: 'town', unit: TOWN }),
  otherTown: member({ roles: ['unit-reporter'], personId: 'other-town', unit: OTHER_TOWN }),
  clerk: member({ roles: ['unit-reporter'], personId: 'clerk', unit: POLICE }),
  head: member({ roles: ['unit-reporter'], personId: 'head', unit: POLICE }),
  housing: member({ roles: ['unit-reporter'], personId: 'housing', unit: HOUSING }),
  city: member({ roles: ['city-reviewer'], personId: 'city' }),
  neighbour: member({ roles: ['county-admin'], jurisdiction: '990102', personId: 'neighbour' }),
} as const satisfies Record<string, Membership>

const item = (code: string, name: string, filledBy: DataItem['filledBy']) =>
  DataItem.parse({
    code,
    name,
    unit: '起',
    definition: name,
    period: 'year',
    filledBy,
    rollUp: 'none',
    overTime: 'latest',
    absentMeans: 'missing',
    min: '0',
    digits: 0,
  })

/** From 100 a point off for each case of the police and two for each of housing; 95 is the best grade. */
const SCHEME: Scheme = countyScheme({
  code: 'TOWN-2026',
  name: '乡镇考评方案',
  subjectKind: 'township',
  items: [
    item('CASES', '刑事案件', 'commission'),
    item('SITES', '工地隐患', 'commission'),
    item('OWN', '自报数', 'subject'),
  ],
  checks: [],
  root: {
    kind: 'branch',
    code: 'ROOT',
    name: '总分',
    aggregation: 'sum',
    children: (
      [
        ['P', '社会治安', 'CASES', '1', '公安局'],
        ['H', '工地安全', 'SITES', '2', '住建局'],
      ] as const
    ).map(([code, name, of, pointsEach, scoredBy]) => ({
      kind: 'leaf' as const,
      code,
      name,
      scoring: {
        method: 'per_event_deduct' as const,
        events: [{ item: of, pointsEach }],
        limit: { kind: 'none' as const },
      },
      scoredBy,
      evidence: [],
    })),
  },
  grades: [
    { code: 'BEST', name: '优秀', minScore: '95' },
    { code: 'PASS', name: '合格' },
  ],
})

type Reply = Record<string, unknown> & { readonly id: string; readonly version: number }
export type Step =
  | 'self-assessment'
  | 'department-scores'
  | 'consultation'
  | 'field-visits'
  | 'veto-review'
  | 'deliberation'

export interface ProcedureWorld {
  readonly api: TestApi
  readonly cycleId: string
  /** Of the two reviewers, by person. */
  readonly posts: ReadonlyMap<string, string>
  call(member: Membership, operation: Parameters<TestApi['call']>[0], given?: object): Promise<TestAnswer>
  must(member: Membership, operation: Parameters<TestApi['call']>[0], given?: object): Promise<Reply>
  /** 安排 these steps, the police scoring cases and housing asked for its opinion. */
  plan(steps: readonly Step[]): Promise<Reply>
  /** A command of the commission at the procedure's version. */
  procedure(): Promise<Found>
  paper(who: Membership, step: string, unit: string): Promise<Found>
  /** A command on a paper at the version at which it stands. */
  onPaper(who: Membership, operation: Parameters<TestApi['call']>[0], paper: Found, body?: object): Promise<TestAnswer>
  /** What the commission enters for both townships. */
  enter(cases: readonly [number, number], sites: readonly [number, number]): Promise<void>
  /** 计分; the run as it stands. */
  score(): Promise<Found>
  /** 开放预览 and 公布, the appeals' days notwithstanding. */
  publish(): Promise<TestAnswer>
}

interface Found {
  readonly version: number
  readonly state: Record<string, never> & { readonly id: string; readonly status: string }
  readonly [more: string]: unknown
}

export const value = (code: string, figure: number) => ({
  item: code,
  period: '2026',
  status: 'reported' as const,
  value: String(figure),
})

/** A county's cycle over two townships, open. */
export async function procedureWorld(): Promise<ProcedureWorld> {
  const api = await testApi()
  for (const person of Object.values(WHO)) api.join(person)
  const platform = api.stores.openPlatformStore('99', systemMark())
  const posts = new Map<string, string>()
  const units: readonly (readonly [UnitId, string, UnitKind])[] = [
    [TOWN, '甲镇', 'township'],
    [OTHER_TOWN, '乙镇', 'township'],
    [POLICE, '公安局', 'department'],
    [HOUSING, '住建局', 'department'],
  ]
  for (const [id, name, kind] of units) {
    const validFrom = '2020-01-01'
    const state = { id, county: COUNTY, kind, name, validFrom, successors: [], updatedAt: NOW }
    await platform.commit([
      {
        kind: 'unit',
        id,
        expectedVersion: 0,
        next: RECORD_KINDS.unit.state.parse(state),
        fact: { type: 'UnitRegistered', details: { name, kind, validFrom } },
      },
    ])
  }
  for (const post of [WHO.reviewer, WHO.second]) {
    const { personId, personName, jurisdiction, jurisdictionName, roles, validUntil } = post
    const id = `${COUNTY}.${ulid()}`
    await platform.commit([
      {
        kind: 'membership',
        id,
        expectedVersion: 0,
        next: RECORD_KINDS.membership.state.parse({
          id,
          holder: 'person',
          personId,
          personName,
          post: post.post,
          jurisdiction,
          jurisdictionName,
          roles,
          validUntil,
          status: 'in-office',
          updatedAt: NOW,
        }),
        fact: { type: 'MembershipGranted', details: someDetails('MembershipGranted') },
      },
    ])
    posts.set(personId, id)
  }
  const must: ProcedureWorld['must'] = async (who, operation, given = {}) => {
    const { status, body } = await api.call(operation, { member: who, ...given })
    if (status >= 300) throw new Error(`${String(operation)}: ${JSON.stringify(body)}`)
    return body as Reply
  }
  const scheme = await must(WHO.admin, 'draftScheme', { body: { scheme: SCHEME } })
  await must(WHO.admin, 'publishScheme', { params: { schemeId: scheme.id }, body: { as: 'in-force' }, ifMatch: 1 })
  const planned = await must(WHO.admin, 'planCycle', {
    body: {
      name: '2026年乡镇考评',
      year: 2026,
      schemeId: scheme.id,
      dataFrom: '2026-01-01',
      dataTo: '2026-12-31',
      dueOn: '2026-12-31',
      subjects: [TOWN, OTHER_TOWN].map((code) => ({ code, group: 'G1' })),
    },
  })
  const cycleId = planned.id
  const params = { cycleId }
  await must(WHO.admin, 'openCycle', { params, ifMatch: planned.version })
  const procedure = async () => (await must(WHO.admin, 'getProcedure', { params })) as unknown as Found
  let latest = ''
  const world: ProcedureWorld = {
    api,
    cycleId,
    posts,
    call: (who, operation, given = {}) => api.call(operation, { member: who, ...given }),
    must,
    plan: async (steps) => {
      const { version } = await must(WHO.admin, 'getProcedurePlan', { params })
      return must(WHO.admin, 'planProcedure', {
        params,
        ifMatch: version,
        body: {
          steps: steps.map((step) => ({ step, dueOn: '2026-12-31' })),
          scorers: [{ unitId: POLICE, items: ['CASES'] }],
          consulted: [HOUSING],
          question: '对拟定等次有无不同意见',
        },
      })
    },
    procedure,
    paper: async (who, step, unit) => {
      const { rows } = (await must(WHO.admin, 'listProcedurePapers', {})) as unknown as {
        rows: readonly { readonly id: string; readonly title: string; readonly fields: { readonly step: string } }[]
      }
      const row = rows.find(({ title, fields }) => title === unit && fields.step === step)
      if (row === undefined) throw new Error(`${unit} owes no ${step}`)
      return (await must(who, 'getProcedurePaper', { params: { paperId: row.id } })) as unknown as Found
    },
    onPaper: (who, operation, { state, version }, body) =>
      api.call(operation, {
        member: who,
        params: { paperId: state.id },
        ifMatch: version,
        ...(body === undefined ? {} : { body }),
      }),
    enter: async (cases, sites) => {
      for (const [index, subject] of [TOWN, OTHER_TOWN].entries()) {
        const values = [value('CASES', cases[index] ?? 0), value('SITES', sites[index] ?? 0)]
        const { rows } = (await must(WHO.admin, 'getCommissionValues', { params })) as unknown as {
          rows: readonly { readonly subject: string; readonly version: number }[]
        }
        const ifMatch = rows.find((row) => row.subject === subject)?.version ?? 0
        await must(WHO.admin, 'enterCommissionValues', { params: { cycleId, subject }, ifMatch, body: { values } })
      }
    },
    score: async () => {
      const { id } = await must(WHO.admin, 'runScores', { params, body: { reason: '填报表不影响本测试' } })
      const store = api.stores.openPlatformStore('99', systemMark())
      await carryOutScoring({ store, now: NOW, digest }, cycleId)
      latest = id
      return (await must(WHO.admin, 'getRun', { params: { runId: id } })) as unknown as Found
    },
    publish: async () => {
      const run = { runId: latest }
      const { state, version } = (await must(WHO.admin, 'getRun', { params: run })) as unknown as Found
      if (state.status === 'computed') {
        const body = { appealsUntil: '2026-03-10' }
        const preview = await api.call('previewRun', { member: WHO.admin, params: run, ifMatch: version, body })
        if (preview.status >= 300) return preview
      }
      const { version: shown } = (await must(WHO.admin, 'getRun', { params: run })) as unknown as Found
      return api.call('publishRun', {
        member: WHO.admin,
        params: run,
        ifMatch: shown,
        body: { earlyReason: '各乡镇已书面确认' },
      })
    },
  }
  return world
}
