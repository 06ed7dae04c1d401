import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { benchApi } from '@anjie/local/bench/units/benchApi'
import { benchStaff, benchTree } from '@anjie/local/bench/units/benchProvince'
import { must, platform } from '@anjie/local/bench/units/fillProvince'
import { loadDivisions } from '@anjie/use-cases/divisions/loadDivisions'
import { registerUnits } from '@anjie/use-cases/units/registerUnits'
import { expect, test } from 'vitest'
import { ALL_PASSED, CONTENT } from './supervisionWorld.ts'

const TARGETS = 40

/** Each step of the chain in DynamoDB's units, in a county where so many acts on forty targets went before. */
async function chainAfter(acts: number) {
  const api = benchApi('2026-03-02T01:00:00.000Z')
  const tree = benchTree(2)
  const staff = benchStaff((membership) => api.stores.putMembership(membership))
  const code = tree.counties[0]?.code ?? ''
  await must(loadDivisions(platform(api), tree))
  const registered = await registerUnits(
    platform(api),
    tree,
    Array.from({ length: TARGETS }, (_, at) => ({
      county: code as never,
      kind: 'township' as const,
      name: `第${at + 1}镇`,
      validFrom: PlainDate.parse('2020-01-01'),
    })),
  )
  const ids = registered.ids.filter((id) => id !== null)
  const [reviewer, admin, reporter] = [staff.countyReviewer(code), staff.countyAdmin(code), staff.countyReporter(code)]
  const city = staff.cityReviewer(code.slice(0, 4))
  const draft = (targets: readonly string[], problems: readonly object[]) =>
    ({ body: { ...CONTENT, kind: 'inspection', problems, targets } }) as never
  const drafts = async () => {
    const { rows } = await api.call(reviewer, 'listMeasures', { query: { status: 'draft' } as never })
    return rows.map(({ id, version }) => ({ id, version }))
  }
  for (let act = 0; act < acts; act++) {
    await api.call(reviewer, 'draftMeasures', draft(ids, []))
    await api.call(admin, 'issueMeasures', { body: { measures: await drafts() } } as never)
  }
  const drafted = await api.measure(reviewer, 'draftMeasures', draft(ids.slice(0, 1), CONTENT.problems))
  const [own] = await drafts()
  const params = { measureId: own?.id ?? '' }
  const issued = await api.measure(admin, 'issueMeasures', { body: { measures: [own] } } as never)
  const acknowledged = await api.measure(reporter, 'acknowledgeMeasure', { params, ifMatch: 2 } as never)
  const opened = await api.measure(reviewer, 'getMeasure', { params } as never)
  const { rectifications } = await api.call(reviewer, 'getMeasure', { params } as never)
  const one = { params: { rectificationId: rectifications[0]?.id ?? '' } }
  const reported = await api.measure(reporter, 'reportRectification', {
    ...one,
    ifMatch: 2,
    body: { text: '已经安排专人夜间值守并建立登记簿' },
  } as never)
  const checked = await api.measure(reviewer, 'checkRectification', {
    ...one,
    ifMatch: 3,
    body: { checks: ALL_PASSED, text: '现场核查' },
  } as never)
  const ledger = await api.measure(admin, 'listMeasures', {})
  const tally = await api.measure(admin, 'getSupervisionTally', {})
  const above = await api.measure(city, 'getSupervisionTally', {})
  const all = { drafted, issued, acknowledged, opened, reported, checked, ledger, tally, above }
  for (const [name, { refused }] of Object.entries(all)) expect(refused, name).toBeUndefined()
  return Object.fromEntries(
    Object.entries(all).map(([name, { cost }]) => [name, [cost.readUnits, cost.writeUnits, cost.projectedUnits]]),
  )
}

test('no step of the chain costs more after four hundred measures than after none', async () => {
  const [first, later] = [await chainAfter(0), await chainAfter(10)]
  // Read and write units of the table, and those of what is projected from it.
  expect(first).toMatchObject({ drafted: [3, 6, 11], opened: [3, 0, 0], tally: [1, 0, 0], above: [1, 0, 0] })
  const { ledger, ...steps } = later
  expect(steps).toEqual(Object.fromEntries(Object.entries(first).filter(([name]) => name !== 'ledger')))
  // A page of fifty rows.
  expect(ledger?.[0]).toBeLessThanOrEqual(5)
}, 120_000)
