import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import { benchApi } from '@anjie/local/bench/units/benchApi'
import { benchStaff, benchTree } from '@anjie/local/bench/units/benchProvince'
import { must, platform } from '@anjie/local/bench/units/fillProvince'
import { TOWNSHIP_TEMPLATE } from '@anjie/local/seed/demoDutyLists'
import { loadDivisions } from '@anjie/use-cases/divisions/loadDivisions'
import { expect, test } from 'vitest'
import { ulid } from '../../builders/ulid.ts'

const POSTS = 20

/** Each step in DynamoDB's units, in a county where so many events of the year before stand against one post. */
async function stepsAfter(earlier: number) {
  const api = benchApi('2026-03-02T01:00:00.000Z')
  const tree = benchTree(2)
  const staff = benchStaff((membership) => api.stores.putMembership(membership))
  const code = tree.counties[0]?.code ?? ''
  await must(loadDivisions(platform(api), tree))
  const store = api.stores.openPlatformStore(tree.province.code, api.platformMark())
  const posts = Array.from({ length: POSTS }, (_, at) => {
    const unitId = `${code}.${ulid()}`
    return { id: `${unitId}-${ulid()}`, unitId, unitName: `第${at + 1}镇` }
  })
  for (const { id, unitId, unitName } of posts)
    await store.commit([
      {
        kind: 'duty-post',
        id,
        expectedVersion: 0,
        next: RECORD_KINDS['duty-post'].state.parse({
          id,
          kind: 'township-commissioner',
          county: code,
          unitId,
          unitName,
          unitKind: 'township',
          townshipId: unitId,
          townshipName: unitName,
          status: 'filled',
          terms: [{ from: '2020-01-01', basis: '县委文件' }],
          holdings: [{ number: 1, name: '林一', deputy: true, besides: [], from: '2020-01-01' }],
          updatedAt: api.now,
        }),
        fact: { type: 'DutyPostSetUp', details: { from: '2020-01-01', basis: '县委文件' } },
      },
    ])
  const [reporter, reviewer, admin] = [staff.countyReporter(code), staff.countyReviewer(code), staff.countyAdmin(code)]
  const postId = posts[0]?.id ?? ''
  const drafted = await api.measure(admin, 'draftDutyLists', { body: TOWNSHIP_TEMPLATE } as never)
  const { rows } = await api.call(admin, 'listDutyLists')
  const lists = { params: { listsId: rows[0]?.id } }
  const published = await api.measure(admin, 'publishDutyLists', {
    ...lists,
    ifMatch: 1,
    body: { from: '2024-01-01' },
  } as never)
  const event = (on: string) =>
    ({ body: { postId, line: 'FM-07', on, ground: '县级调度会无故缺席，签到表为证' } }) as never
  for (let at = 0; at < earlier; at++) await api.call(reviewer, 'recordDutyEvent', event('2025-06-01'))
  const recorded = await api.measure(reviewer, 'recordDutyEvent', event('2026-02-20'))
  const events = await api.call(reviewer, 'listDutyEvents', { query: { year: 2026 } } as never)
  const one = { params: { eventId: events.rows[0]?.id } }
  const answered = await api.measure(reporter, 'giveDutyWord', {
    ...one,
    ifMatch: 1,
    body: { kind: 'said', text: '当日防汛值守' },
  } as never)
  const decided = await api.measure(admin, 'decideDutyEvent', {
    ...one,
    ifMatch: 2,
    body: { outcome: 'upheld', reason: '事实清楚' },
  } as never)
  const entry = { params: { postId }, body: { line: 'RC-06', on: '2026-02-10', note: '走访三个村' } }
  const entered = await api.measure(reporter, 'enterDuty', entry as never)
  const confirmed = await api.measure(reviewer, 'decideDutyEntry', {
    params: { postId },
    ifMatch: 1,
    body: { year: 2026, number: 1, outcome: 'confirmed', reason: '' },
  } as never)
  const page = await api.measure(reviewer, 'getDutyPerformance', { params: { postId }, query: {} } as never)
  const all = { drafted, published, recorded, answered, decided, entered, confirmed, page }
  for (const [name, { refused }] of Object.entries(all)) expect(refused, name).toBeUndefined()
  return Object.fromEntries(
    Object.entries(all).map(([name, { cost }]) => [name, [cost.readUnits, cost.writeUnits, cost.projectedUnits]]),
  )
}

test('no step costs more for a post with forty events of the year before than for one with none', async () => {
  const [first, later] = [await stepsAfter(0), await stepsAfter(40)]
  expect(later).toEqual(first)
  expect(first['page']?.[0]).toBeLessThanOrEqual(16)
}, 120_000)
