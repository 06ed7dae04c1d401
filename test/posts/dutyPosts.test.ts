import { beforeEach, describe, expect, test } from 'vitest'
import {
  CADRE,
  HOLDER,
  OTHER_TOWN,
  OTHER_VILLAGE,
  type PostsWorld,
  postsWorld,
  TOWN,
  VILLAGE,
  WHO,
} from './postsWorld.ts'

let world: PostsWorld
const NAMES = /李清源|赵望|王秋禾/
const startPilot = () =>
  world.must(WHO.admin, 'startDutyPilot', { body: { from: '2026-01-01', basis: '试点方案' }, ifMatch: 0 })

beforeEach(async () => {
  world = await postsWorld()
})

describe('a post', () => {
  test('is set up with its holder, taken over by another the day after, and left', async () => {
    const id = await world.setUp(TOWN, HOLDER)
    const next = { ...HOLDER, name: '赵望', from: '2026-02-01' }
    await world.must(WHO.reviewer, 'fillDutyPost', {
      params: { postId: id },
      body: { holder: next, reason: '换届' },
      ifMatch: 1,
    })
    await world.must(WHO.admin, 'vacateDutyPost', {
      params: { postId: id },
      body: { on: '2026-02-20', reason: '调离' },
      ifMatch: 2,
    })
    const { state } = await world.post(id)
    expect(state.status).toBe('vacant')
    expect(state.holdings.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['李清源', '2026-01-05', '2026-01-31'],
      ['赵望', '2026-02-01', '2026-02-20'],
    ])
  })

  test('is changed from the version that was seen only: of two who replace its holder at once one is told', async () => {
    const id = await world.setUp(TOWN, HOLDER)
    const fill = (name: string) =>
      world.call(WHO.admin, 'fillDutyPost', {
        params: { postId: id },
        body: { holder: { ...HOLDER, name, from: '2026-02-01' }, reason: '换届' },
        ifMatch: 1,
      })
    const answers = await Promise.all([fill('赵望'), fill('孙甲')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await world.post(id)).state.holdings).toHaveLength(2)
  })

  test('of a county in which another post moves on between reading and writing is written all the same, and both are counted', async () => {
    let beside: (() => Promise<unknown>) | undefined
    const busy = await postsWorld({
      through: (tables) => ({
        ...tables,
        transact: async (...given) => {
          const first = beside
          beside = undefined
          await first?.()
          return tables.transact(...given)
        },
      }),
    })
    const [one, other] = [await busy.setUp(TOWN, HOLDER), await busy.setUp(OTHER_TOWN, { ...HOLDER, name: '赵望' })]
    const vacate = (postId: string) =>
      busy.call(WHO.admin, 'vacateDutyPost', {
        params: { postId },
        body: { on: '2026-02-20', reason: '调离' },
        ifMatch: 1,
      })
    beside = () => vacate(one)
    expect((await vacate(other)).status).toBe(200)
    expect(await busy.figures()).toMatchObject({ units: 2, posts: 2, filled: 0, vacant: 2 })
  })

  test('is set up by the county alone, once a unit, and in villages while the pilot is on', async () => {
    const post = { kind: 'township-commissioner', unitId: TOWN, from: '2026-01-01', basis: '任免通知' }
    for (const who of [WHO.reporter, WHO.town, WHO.city, WHO.province])
      expect((await world.call(who, 'setUpDutyPosts', { body: { posts: [post] } })).status).toBe(403)
    expect((await world.call(WHO.neighbour, 'setUpDutyPosts', { body: { posts: [post] } })).status).toBe(400)
    await world.setUp(TOWN)
    const twice = await world.call(WHO.admin, 'setUpDutyPosts', { body: { posts: [post] } })
    expect([twice.status, twice.body['detail']]).toEqual([409, expect.stringContaining('只设一个')])
    await expect(world.setUp(VILLAGE)).rejects.toThrow('试点')
    await world.must(WHO.admin, 'startDutyPilot', { body: { from: '2026-01-01', basis: '试点方案' }, ifMatch: 1 })
    await world.setUp(VILLAGE, CADRE)
    const ending = await world.call(WHO.admin, 'endDutyPilot', { body: { on: '2026-02-01' }, ifMatch: 3 })
    expect([ending.status, ending.body['detail']]).toEqual([409, expect.stringContaining('还有1个')])
  })

  test('of several that are set up together, one at fault keeps all out and is named by its row', async () => {
    const of = (unitId: string, holder = {}) => ({
      kind: 'township-commissioner',
      unitId,
      from: '2026-01-01',
      basis: '任免通知',
      holder: { ...HOLDER, ...holder },
    })
    const refused = await world.call(WHO.admin, 'setUpDutyPosts', {
      body: { posts: [of(TOWN), of(OTHER_TOWN, { from: '2025-12-01' })] },
    })
    expect([refused.status, refused.body['pointer']]).toEqual([400, '/posts/1/holder/from'])
    expect(await world.figures()).toMatchObject({ posts: 0 })
  })

  test('is taken back by its newest step, and the coverage with it', async () => {
    const id = await world.setUp(TOWN, HOLDER)
    await world.must(WHO.admin, 'vacateDutyPost', {
      params: { postId: id },
      body: { on: '2026-02-20', reason: '调离' },
      ifMatch: 1,
    })
    await world.must(WHO.admin, 'takeBackDutyPostStep', {
      params: { postId: id },
      body: { reason: '登记有误' },
      ifMatch: 2,
    })
    expect((await world.post(id)).state.status).toBe('filled')
    expect(await world.figures()).toMatchObject({ posts: 1, filled: 1, deputies: 1, vacant: 0 })
  })
})

describe('a post of a unit that changes', () => {
  const ended = async () => {
    await startPilot()
    const id = await world.setUp(VILLAGE, CADRE)
    await world.must(WHO.admin, 'endUnit', {
      params: { unitId: VILLAGE },
      body: { successors: [OTHER_VILLAGE], on: '2026-02-01', approvalReference: '民政批复1号' },
      ifMatch: 1,
    })
    return id
  }

  test('ends with it in the same commit; the successor takes it over by a step, with its holder', async () => {
    const id = await ended()
    const { state, version } = await world.post(id)
    expect(state).toMatchObject({ status: 'ended', terms: [{ to: '2026-01-31' }], holdings: [{ to: '2026-01-31' }] })
    const body = { unitId: OTHER_VILLAGE, from: '2026-02-01', basis: '合并方案', keepsHolder: true }
    const { id: next } = await world.must(WHO.admin, 'takeOverDutyPost', {
      params: { postId: id },
      body,
      ifMatch: version,
    })
    expect((await world.post(next)).state).toMatchObject({
      unitName: '柳湾村',
      status: 'filled',
      takenOverFrom: { postId: id, title: '清溪镇桃园村综治委员' },
      holdings: [{ name: '王秋禾', from: '2026-02-01' }],
    })
    const twice = await world.call(WHO.admin, 'takeOverDutyPost', { params: { postId: id }, body, ifMatch: version })
    expect([twice.status, twice.body['detail']]).toEqual([409, expect.stringContaining('只设一个')])
  })

  test('bears its new name, and that of its township', async () => {
    await startPilot()
    const [town, village] = [await world.setUp(TOWN, HOLDER), await world.setUp(VILLAGE, CADRE)]
    await world.must(WHO.admin, 'changeUnit', {
      params: { unitId: TOWN },
      body: { name: '清源镇', on: '2026-02-01', approvalReference: '民政批复2号' },
      ifMatch: 1,
    })
    expect(await world.must(WHO.admin, 'getDutyPost', { params: { postId: town } })).toMatchObject({
      title: '清源镇政法委员',
    })
    expect(await world.must(WHO.admin, 'getDutyPost', { params: { postId: village } })).toMatchObject({
      title: '清源镇桃园村综治委员',
    })
  })
})

describe('who holds a post', () => {
  test('is read in the county and at the unit itself; no neighbour and nobody above reads a name', async () => {
    const id = await world.setUp(TOWN, HOLDER)
    await world.must(WHO.admin, 'publishDutyCoverage', { ifMatch: 1 })
    const get = (who: (typeof WHO)[keyof typeof WHO]) => world.call(who, 'getDutyPost', { params: { postId: id } })
    expect((await get(WHO.town)).body).toMatchObject({ state: { holdings: [{ name: '李清源' }] } })
    for (const who of [WHO.otherTown, WHO.neighbour, WHO.city, WHO.province]) {
      const { status, body } = await get(who)
      expect([403, 404]).toContain(status)
      expect(JSON.stringify(body)).not.toMatch(NAMES)
    }
    for (const who of [WHO.city, WHO.province]) {
      const coverage = await world.call(who, 'getDutyCoverage')
      expect(coverage.body).toMatchObject({
        all: { 'township-commissioner': { units: 2, posts: 1, filled: 1, deputies: 1 } },
      })
      expect(JSON.stringify(coverage.body)).not.toMatch(NAMES)
      expect(JSON.stringify((await world.call(who, 'getHome')).body)).not.toMatch(NAMES)
    }
    expect((await world.call(WHO.otherTown, 'listDutyPosts')).body['rows']).toEqual([])
  })

  test('stands in no fact’s details, so that no timeline and no desk of somebody above tells it', async () => {
    const id = await world.setUp(TOWN, HOLDER)
    await world.must(WHO.admin, 'vacateDutyPost', {
      params: { postId: id },
      body: { on: '2026-02-20', reason: '调离' },
      ifMatch: 1,
    })
    const { timeline } = await world.must<{ readonly timeline: unknown }>(WHO.admin, 'getDutyPost', {
      params: { postId: id },
    })
    expect(JSON.stringify(timeline)).not.toMatch(NAMES)
  })
})

describe('a vacancy', () => {
  test('waits for the county’s administrator until its day, and leaves when it is filled', async () => {
    const id = await world.setUp(TOWN)
    const home = () => world.must<{ readonly work: unknown }>(WHO.admin, 'getHome')
    expect(JSON.stringify(await home())).toContain('清溪镇政法委员')
    expect(JSON.stringify(await home())).toContain('2026-03-02')
    await world.must(WHO.admin, 'fillDutyPost', { params: { postId: id }, body: { holder: HOLDER }, ifMatch: 1 })
    expect(JSON.stringify(await home())).not.toContain('清溪镇政法委员')
  })
})

describe('the list of a county', () => {
  test('says where a township has no post, and who holds three', async () => {
    await startPilot()
    await world.setUp(VILLAGE, { ...CADRE, besides: ['grid', 'mediation'] })
    const { rows, missing, own } = await world.must<{
      readonly rows: readonly { readonly overlap?: { readonly isMany: boolean; readonly duties: readonly string[] } }[]
      readonly missing: readonly { readonly name: string }[]
      readonly own: { readonly pilot: object }
    }>(WHO.reporter, 'listDutyPosts')
    expect(missing.map(({ name }) => name).sort()).toEqual(['清溪镇', '白水镇'].sort())
    expect(rows[0]?.overlap).toMatchObject({ isMany: true, duties: ['清溪镇桃园村综治委员', '网格员', '人民调解员'] })
    expect(own.pilot).toMatchObject({ from: '2026-01-01' })
  })
})
