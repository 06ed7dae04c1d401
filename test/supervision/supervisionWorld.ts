import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import type { Rectification } from '@anjie/contracts/vocabulary/supervision/rectification'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { digest } from '@anjie/store/index'
import { carryOutTerms } from '@anjie/use-cases/aftercare/dueTerms'
import { type TestAnswer, type TestApi, testApi } from '../api/testApi.ts'
import { NOW, systemMark } from '../builders/context.ts'
import { member } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'

export const COUNTY = '990101'

const unitId = () => UnitId.parse(`${COUNTY}.${ulid()}`)
export const TOWN = unitId()
export const OTHER_TOWN = unitId()
export const BUREAU = unitId()
export const MERGED = unitId()

/** People of a county who supervise, those of the units that answer, and those above. */
export const WHO = {
  reviewer: member({ roles: ['county-reviewer'], personId: 'reviewer' }),
  admin: member({ roles: ['county-admin'], personId: 'admin' }),
  secondAdmin: member({ roles: ['county-admin'], personId: 'second-admin' }),
  reporter: member({ roles: ['county-reporter'], personId: 'reporter' }),
  town: member({ roles: ['unit-reporter'], personId: 'town', unit: TOWN }),
  otherTown: member({ roles: ['unit-reporter'], personId: 'other-town', unit: OTHER_TOWN }),
  neighbour: member({ roles: ['county-admin'], jurisdiction: '990102', personId: 'neighbour' }),
  city: member({ roles: ['city-reviewer'], personId: 'city' }),
  secondCity: member({ roles: ['city-reviewer'], personId: 'second-city' }),
  otherCity: member({ roles: ['city-reviewer'], jurisdiction: '9902', personId: 'other-city' }),
  province: member({ roles: ['province-admin'], personId: 'province' }),
} as const satisfies Record<string, Membership>

export interface SupervisionWorld {
  readonly api: TestApi
  call(member: Membership, operation: Parameters<TestApi['call']>[0], given?: object): Promise<TestAnswer>
  /** As above; refused is an error with what was said. */
  must(
    member: Membership,
    operation: Parameters<TestApi['call']>[0],
    given?: object,
  ): Promise<Record<string, unknown> & { readonly id: string; readonly version: number }>
  /** 拟制 and 签发; the measure's id. */
  issue(content?: object, targets?: readonly string[]): Promise<string>
  measure(member: Membership, id: string): Promise<Found<Measure>>
  rectification(member: Membership, id: string): Promise<Found<Rectification>>
  passTime(now: string): ReturnType<typeof carryOutTerms>
}

interface Found<S> {
  readonly version: number
  readonly state: S
  readonly allowed: readonly { readonly action: string; readonly allowed: boolean; readonly reason?: string }[]
  readonly rectifications: readonly { readonly id: string; readonly status: string }[]
}

export const CONTENT = {
  kind: 'covert',
  matter: '第一季度省安暗访复查',
  trigger: 'planned',
  on: '2026-03-02',
  participants: ['县委政法委副书记'],
  demands: '限期整改并报告结果',
  isPublished: false,
  problems: [{ text: '综治中心夜间无人值守', workingDays: 10 }],
}

export const ALL_PASSED = { facts: true, solution: true, lawfulness: true, form: true }

export async function supervisionWorld(): Promise<SupervisionWorld> {
  const api = await testApi()
  let now = NOW
  for (const person of Object.values(WHO)) api.join(person)
  const platform = api.stores.openPlatformStore('99', systemMark())
  const units: readonly (readonly [UnitId, string, UnitKind, string?])[] = [
    [TOWN, '甲镇', 'township'],
    [OTHER_TOWN, '乙镇', 'township'],
    [BUREAU, '住建局', 'department'],
    [MERGED, '丙村', 'village', '2026-01-01'],
  ]
  for (const [id, name, kind, validTo] of units)
    await platform.commit([
      {
        kind: 'unit',
        id,
        expectedVersion: 0,
        next: RECORD_KINDS.unit.state.parse({
          id,
          county: COUNTY,
          kind,
          name,
          validFrom: '2020-01-01',
          ...(validTo === undefined ? {} : { validTo }),
          successors: [],
          updatedAt: NOW,
        }),
        fact: { type: 'UnitRegistered', details: { name, kind, validFrom: '2020-01-01' } },
      },
    ])
  const world: SupervisionWorld = {
    api,
    call: (who, operation, given = {}) => api.call(operation, { member: who, ...given }),
    must: async (who, operation, given = {}) => {
      const { status, body } = await api.call(operation, { member: who, ...given })
      if (status >= 300) throw new Error(`${String(operation)}: ${JSON.stringify(body)}`)
      return body as Awaited<ReturnType<SupervisionWorld['must']>>
    },
    issue: async (content = {}, targets = [TOWN]) => {
      const { id } = await world.must(WHO.reviewer, 'draftMeasures', { body: { ...CONTENT, ...content, targets } })
      await world.must(WHO.admin, 'issueMeasures', { body: { measures: [{ id, version: 1 }] } })
      return id
    },
    measure: async (who, measureId) =>
      (await world.must(who, 'getMeasure', { params: { measureId } })) as unknown as Found<Measure>,
    rectification: async (who, rectificationId) =>
      (await world.must(who, 'getRectification', { params: { rectificationId } })) as unknown as Found<Rectification>,
    passTime: (instant) => {
      now = instant
      api.setNow(instant)
      return carryOutTerms({ store: api.stores.openPlatformStore('99', systemMark({ now })), now, digest }, () => true)
    },
  }
  return world
}
