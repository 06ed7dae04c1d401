import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { benchApi } from '@anjie/local/bench/units/benchApi'
import { benchStaff, benchTree } from '@anjie/local/bench/units/benchProvince'
import { must, platform } from '@anjie/local/bench/units/fillProvince'
import { loadDivisions } from '@anjie/use-cases/divisions/loadDivisions'
import { registerUnits } from '@anjie/use-cases/units/registerUnits'
import { expect, test } from 'vitest'

/** What the lists of posts cost in DynamoDB's units: a page costs a page, however many posts a county has. */
const VILLAGES = 462

async function county(villages: number) {
  const api = benchApi('2026-03-02T01:00:00.000Z')
  const tree = benchTree(2)
  const staff = benchStaff((membership) => api.stores.putMembership(membership))
  const code = tree.counties[0]?.code ?? ''
  await must(loadDivisions(platform(api), tree))
  const names = Array.from({ length: villages }, (_, at) => `第${at + 1}村`)
  const units = names.map((name) => ({
    county: code as never,
    kind: 'village' as const,
    name,
    parentName: '青石镇',
    validFrom: PlainDate.parse('2020-01-01'),
  }))
  const town = { ...units[0], kind: 'township' as const, name: '青石镇', parentName: undefined }
  const { parentName: _none, ...township } = town
  const { refused } = await registerUnits(platform(api), tree, [township as never, ...(units as never[])])
  expect(refused).toEqual([])
  const rows = names.map((name, at) => ({
    personName: `专干${at + 1}`,
    post: '村平安专干',
    unitNames: name,
    roleNames: '',
    validUntil: '2027-12-31',
  }))
  return { api, staff, admin: staff.countyAdmin(code), code, rows }
}

test('a page of posts costs a page whether a county has 40 or 462, and a file of 462 eight units a post, nothing the second time', async () => {
  for (const villages of [40, VILLAGES]) {
    const { api, admin, rows } = await county(villages)
    const { cost: invited } = await api.measure(admin, 'inviteMembers', { body: { rows, renew: false } })
    const { cost: again } = await api.measure(admin, 'inviteMembers', { body: { rows, renew: false } })
    const { cost: list } = await api.measure(admin, 'listMemberships', { query: { stage: 'open' } })
    const { cost: named } = await api.measure(admin, 'listMemberships', { query: { stage: 'open', name: '专干' } })
    // A state and a fact for the post and for its code, at two units each in a transaction; one receipt for all.
    expect(invited.writeUnits).toBe(8 * villages + 2)
    expect([again.writeUnits, again.projectedUnits]).toEqual([0, 0])
    // Its unit and whether it is there, a unit each; the register once.
    expect(again.readUnits / villages).toBeLessThanOrEqual(2.1)
    // A hundred rows, and the two reads of every request.
    for (const page of [list, named]) {
      expect(page.readUnits).toBeLessThanOrEqual(7)
      expect(page.waves).toBe(2)
    }
  }
}, 120_000)
