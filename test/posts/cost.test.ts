import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { benchApi } from '@anjie/local/bench/units/benchApi'
import { benchStaff, benchTree } from '@anjie/local/bench/units/benchProvince'
import { must, platform } from '@anjie/local/bench/units/fillProvince'
import { loadDivisions } from '@anjie/use-cases/divisions/loadDivisions'
import { registerUnits } from '@anjie/use-cases/units/registerUnits'
import { expect, test } from 'vitest'

const TOWNSHIPS = 33

/** Steps of one post in DynamoDB's units, in a county of 33 of them whose holders changed so many times before. */
async function stepsAfter(changes: number) {
  const api = benchApi('2026-03-02T01:00:00.000Z')
  const tree = benchTree(2)
  const staff = benchStaff((membership) => api.stores.putMembership(membership))
  const code = tree.counties[0]?.code ?? ''
  await must(loadDivisions(platform(api), tree))
  const registered = await registerUnits(
    platform(api),
    tree,
    Array.from({ length: TOWNSHIPS }, (_, at) => ({
      county: code as never,
      kind: 'township' as const,
      name: `第${at + 1}镇`,
      validFrom: PlainDate.parse('2020-01-01'),
    })),
  )
  const ids = registered.ids.filter((id) => id !== null)
  const admin = staff.countyAdmin(code)
  const holder = (at: number) => ({
    name: `某某${at}`,
    deputy: true,
    besides: [],
    from: new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
  })
  const posts = ids.map((unitId) => ({
    kind: 'township-commissioner',
    unitId,
    from: '2025-01-01',
    basis: '任免通知',
    holder: holder(0),
  }))
  const setUp = await api.measure(admin, 'setUpDutyPosts', { body: { posts } } as never)
  const listed = await api.call(admin, 'listDutyPosts', { query: {} } as never)
  const params = { postId: listed.rows[0]?.id ?? '' }
  const fill = (at: number) => ({ params, ifMatch: at, body: { holder: holder(at), reason: '换届' } }) as never
  for (let at = 1; at <= changes; at++) await api.call(admin, 'fillDutyPost', fill(at))
  const filled = await api.measure(admin, 'fillDutyPost', fill(changes + 1))
  const list = await api.measure(admin, 'listDutyPosts', { query: {} } as never)
  const page = await api.measure(admin, 'getDutyPost', { params } as never)
  const coverage = await api.measure(staff.cityReviewer(code.slice(0, 4)), 'getDutyCoverage', {})
  const all = { setUp, filled, list, page, coverage }
  for (const [name, { refused }] of Object.entries(all)) expect(refused, name).toBeUndefined()
  return { setUp: setUp.cost, filled: filled.cost, list: list.cost, page: page.cost, coverage: coverage.cost }
}

test('33 posts are set up, filled, listed and counted at a stated price; a long history is the post’s own and nobody else’s', async () => {
  const [few, many] = [await stepsAfter(1), await stepsAfter(20)]
  expect(few.setUp.writeUnits).toBeLessThanOrEqual(TOWNSHIPS * 5)
  expect(few.list.readUnits).toBeLessThanOrEqual(20)
  expect(few.coverage.readUnits).toBeLessThanOrEqual(2)
  expect(many.coverage.readUnits).toBe(few.coverage.readUnits)
  expect(many.filled.writeUnits).toBeLessThanOrEqual(few.filled.writeUnits + 8)
  expect(many.list.readUnits).toBeLessThanOrEqual(few.list.readUnits + 1)
}, 120_000)
