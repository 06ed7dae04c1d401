import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { DutyPostId, UnitId } from '@anjie/contracts/vocabulary/ids'
import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import { digest } from '@anjie/store/index'
import { carryOutTerms } from '@anjie/use-cases/aftercare/dueTerms'
import { type TestAnswer, type TestApi, testApi } from '../../api/testApi.ts'
import { NOW, systemMark } from '../../builders/context.ts'
import { member } from '../../builders/people.ts'
import { ulid } from '../../builders/ulid.ts'

export const COUNTY = '990101'
const unitId = () => UnitId.parse(`${COUNTY}.${ulid()}`)
export const TOWN = unitId()
export const OTHER_TOWN = unitId()
const postOf = (unit: UnitId) => DutyPostId.parse(`${unit}-${ulid()}`)
export const POST = postOf(TOWN)
export const OTHER_POST = postOf(OTHER_TOWN)

export const WHO = {
  reviewer: member({ roles: ['county-reviewer'], personId: 'reviewer' }),
  admin: member({ roles: ['county-admin'], personId: 'admin' }),
  /** The same person with another account. */
  adminToo: { ...member({ roles: ['county-reviewer'], personId: 'admin-too' }), personId: 'admin' },
  reporter: member({ roles: ['county-reporter'], personId: 'reporter' }),
  town: member({ roles: ['unit-reporter'], personId: 'town', unit: TOWN }),
  otherTown: member({ roles: ['unit-reporter'], personId: 'other-town', unit: OTHER_TOWN }),
  neighbour: member({ roles: ['county-admin'], jurisdiction: '990102', personId: 'neighbour' }),
  city: member({ roles: ['city-reviewer'], personId: 'city' }),
  province: member({ roles: ['province-admin'], personId: 'province' }),
} as const satisfies Record<string, Membership>

/** The holder of the town's post, until the end of January, and whoever followed. */
export const [FORMER, HOLDER] = ['赵前任', '钱现任']

export const CONTENT = {
  name: '乡镇政法委员四张清单',
  postKind: 'township-commissioner',
  isExample: true,
  powers: [{ code: 'QL-01', text: '列席县级会议' }],
  duties: [{ code: 'ZZ-01', text: '牵头平安建设' }],
  routine: [
    { code: 'RC-01', text: '每月研判', frequency: 'monthly', times: 1, proof: { kind: 'entered' } },
    {
      code: 'RC-02',
      text: '政治轮训',
      frequency: 'yearly',
      times: 2,
      proof: { kind: 'training', training: 'political' },
    },
    { code: 'RC-03', text: '整改销号', frequency: 'monthly', times: 1, proof: { kind: 'rectification' } },
    { code: 'RC-04', text: '纠纷化解', frequency: 'monthly', times: 1, proof: { kind: 'mediation' } },
    { code: 'RC-05', text: '按期填报', frequency: 'monthly', times: 1, proof: { kind: 'form' } },
  ],
  negative: [
    { code: 'FM-01', text: '缺席调度会', effect: { kind: 'points', points: '0.5' } },
    { code: 'FM-02', text: '弄虚作假', effect: { kind: 'veto' } },
  ],
}

export interface DutyWorld {
  readonly api: TestApi
  call(member: Membership, operation: Parameters<TestApi['call']>[0], given?: object): Promise<TestAnswer>
  /** As above; refused is an error with what was said. */
  must(
    member: Membership,
    operation: Parameters<TestApi['call']>[0],
    given?: object,
  ): Promise<Record<string, unknown> & { readonly id: string; readonly version: number }>
  /** The county's version, in force from a day on. */
  publish(from?: string, content?: object): Promise<string>
  record(more?: object): Promise<string>
  passTime(now: string): ReturnType<typeof carryOutTerms>
}

export async function dutyWorld(): Promise<DutyWorld> {
  const api = await testApi()
  for (const person of Object.values(WHO)) api.join(person)
  const platform = api.stores.openPlatformStore('99', systemMark())
  for (const [id, unit, unitName, holdings] of [
    [
      POST,
      TOWN,
      '甲镇',
      [
        { number: 1, name: FORMER, deputy: true, besides: [], from: '2025-01-01', to: '2026-01-31' },
        { number: 2, name: HOLDER, deputy: true, besides: [], from: '2026-02-01' },
      ],
    ],
    [OTHER_POST, OTHER_TOWN, '乙镇', [{ number: 1, name: '孙另人', deputy: true, besides: [], from: '2025-01-01' }]],
  ] as const) {
    const next = RECORD_KINDS['duty-post'].state.parse({
      id,
      kind: 'township-commissioner',
      county: COUNTY,
      unitId: unit,
      unitName,
      unitKind: 'township',
      townshipId: unit,
      townshipName: unitName,
      status: 'filled',
      terms: [{ from: '2025-01-01', basis: '县委文件' }],
      holdings,
      updatedAt: NOW,
    })
    const written = await platform.commit([
      {
        kind: 'duty-post',
        id,
        expectedVersion: 0,
        next,
        fact: { type: 'DutyPostSetUp', details: { from: '2025-01-01', basis: '县委文件' } },
      },
    ])
    if (!written.ok) throw new Error(written.error.detail)
  }
  const must: DutyWorld['must'] = async (who, operation, given = {}) => {
    const { status, body } = await api.call(operation, { member: who, ...given })
    if (status >= 300) throw new Error(`${String(operation)}: ${JSON.stringify(body)}`)
    return body as Awaited<ReturnType<DutyWorld['must']>>
  }
  return {
    api,
    call: (who, operation, given = {}) => api.call(operation, { member: who, ...given }),
    must,
    publish: async (from = '2025-01-01', content = {}) => {
      const { id } = await must(WHO.admin, 'draftDutyLists', { body: { ...CONTENT, ...content } })
      await must(WHO.admin, 'publishDutyLists', { params: { listsId: id }, ifMatch: 1, body: { from } })
      return id
    },
    record: async (more = {}) => {
      const body = {
        postId: POST,
        line: 'FM-01',
        on: '2026-02-20',
        ground: '二月二十日调度会无故缺席，签到表为证',
        ...more,
      }
      return (await must(WHO.reviewer, 'recordDutyEvent', { body })).id
    },
    passTime: (now) => {
      api.setNow(now)
      return carryOutTerms({ store: api.stores.openPlatformStore('99', systemMark({ now })), now, digest }, () => true)
    },
  }
}
