import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { type TestAnswer, type TestApi, testApi } from '../api/testApi.ts'
import { NOW, systemMark } from '../builders/context.ts'
import { member } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'

export const COUNTY = '990101'

const unitId = () => UnitId.parse(`${COUNTY}.${ulid()}`)
export const TOWN = unitId()
export const OTHER_TOWN = unitId()
export const VILLAGE = unitId()
export const OTHER_VILLAGE = unitId()

export const WHO = {
  admin: member({ roles: ['county-admin'], personId: 'posts-admin' }),
  reviewer: member({ roles: ['county-reviewer'], personId: 'posts-reviewer' }),
  reporter: member({ roles: ['county-reporter'], personId: 'posts-reporter' }),
  town: member({ roles: ['unit-reporter'], personId: 'posts-town', unit: TOWN }),
  otherTown: member({ roles: ['unit-reporter'], personId: 'posts-other-town', unit: OTHER_TOWN }),
  neighbour: member({ roles: ['county-admin'], jurisdiction: '990102', personId: 'posts-neighbour' }),
  city: member({ roles: ['city-reviewer'], personId: 'posts-city' }),
  province: member({ roles: ['province-admin'], personId: 'posts-province' }),
} as const satisfies Record<string, Membership>

type Operation = Parameters<TestApi['call']>[0]
type Given = NonNullable<Parameters<TestApi['call']>[1]>

export interface PostsWorld {
  readonly api: TestApi
  call(who: Membership, operation: Operation, given?: Omit<Given, 'member'>): Promise<TestAnswer>
  /** As above; refused is an error with what was said. */
  must<T = { readonly id: string; readonly version: number }>(
    who: Membership,
    operation: Operation,
    given?: Omit<Given, 'member'>,
  ): Promise<T>
  /** 设岗 with a holder, or without; the post's id. */
  setUp(unit: UnitId, holder?: object): Promise<string>
  post(id: string, who?: Membership): Promise<{ readonly state: DutyPost; readonly version: number }>
  figures(): Promise<Readonly<Record<string, number>>>
}

export const HOLDER = { name: '李清源', deputy: true, besides: [], from: '2026-01-05' }
export const CADRE = { name: '王秋禾', cadre: 'director', besides: [], from: '2026-01-05' }

export async function postsWorld(options: Parameters<typeof testApi>[1] = {}): Promise<PostsWorld> {
  const api = await testApi({}, options)
  for (const person of Object.values(WHO)) api.join(person)
  const platform = api.stores.openPlatformStore('99', systemMark())
  const units: readonly (readonly [UnitId, string, UnitKind, UnitId?])[] = [
    [TOWN, '清溪镇', 'township'],
    [OTHER_TOWN, '白水镇', 'township'],
    [VILLAGE, '桃园村', 'village', TOWN],
    [OTHER_VILLAGE, '柳湾村', 'village', TOWN],
  ]
  for (const [id, name, kind, parentId] of units)
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
          ...(parentId === undefined ? {} : { parentId, parentName: '清溪镇' }),
          successors: [],
          updatedAt: NOW,
        }),
        fact: { type: 'UnitRegistered', details: { name, kind, validFrom: '2020-01-01' } },
      },
    ])
  const world: PostsWorld = {
    api,
    call: (who, operation, given = {}) => api.call(operation, { member: who, ...given }),
    must: async <T>(who: Membership, operation: Operation, given: Omit<Given, 'member'> = {}) => {
      const { status, body } = await api.call(operation, { member: who, ...given })
      if (status >= 300) throw new Error(`${String(operation)}: ${JSON.stringify(body)}`)
      return body as T
    },
    setUp: async (unit, holder) => {
      const kind = unit === TOWN || unit === OTHER_TOWN ? 'township-commissioner' : 'village-commissioner'
      const post = {
        kind,
        unitId: unit,
        from: '2026-01-01',
        basis: '任免通知',
        ...(holder === undefined ? {} : { holder }),
      }
      return (await world.must(WHO.admin, 'setUpDutyPosts', { body: { posts: [post] } })).id
    },
    post: (id, who = WHO.admin) => world.must(who, 'getDutyPost', { params: { postId: id } }),
    figures: async () => {
      const { all } = await world.must<{ readonly all: Record<string, Record<string, number>> }>(
        WHO.city,
        'getDutyCoverage',
      )
      return all['township-commissioner'] ?? {}
    },
  }
  return world
}
