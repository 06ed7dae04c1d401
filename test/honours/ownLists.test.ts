import { LIST_ROWS, type ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { scopeOf } from '@anjie/domain/access/scopeOf'
import { LIST_ORDERS } from '@anjie/projections/lists/listOrders'
import { orderKeysOf } from '@anjie/projections/lists/orderKeys'
import { ownerOfCode, viewKeys } from '@anjie/projections/viewKeys'
import { orderOfVersion } from '@anjie/projections/write'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { openStore } from '@anjie/store/stores'
import { viewItemOf } from '@anjie/store/viewItems'
import type { ListFilter } from '@anjie/use-cases/ports'
import { expect, test } from 'vitest'
import { member } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'

const COUNTY = '990101'
const UNIT = `${COUNTY}.01J00000000000000000000000`

/** What one village has applied for, year by year: a list of its own, and the same rows in the county's. */
const rows: readonly ListRowOf<'application'>[] = (
  [
    ['青松村', 'named', 2023],
    ['青松村', 'rejected', 2024],
    ['青松村', 'draft', 2026],
    ['清水村', 'submitted', 2026],
  ] as const
).map(([title, status, year]) =>
  LIST_ROWS.application.parse({
    kind: 'application',
    id: `${COUNTY}.${ulid()}`,
    version: 1,
    title,
    place: '某县某镇',
    status,
    statusName: status,
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: `${year}-03-02T01:00:00.000Z`,
    fields: {
      roundId: `99.${ulid()}`,
      roundName: `${year}年度`,
      honour: 'six-no-village',
      year,
      unitId: UNIT,
      unitKind: 'village',
      county: COUNTY,
      city: COUNTY.slice(0, 4),
      cityName: '某市',
      countyName: '某县',
      returned: false,
    },
  }),
)

const stores = memoryStores()
for (const owner of [COUNTY, UNIT].map(ownerOfCode))
  for (const row of rows) {
    const content = { row, orders: orderKeysOf(row, owner.level) }
    const key = viewKeys.listRow(owner, 'application', row.id)
    stores.tables.putView(viewItemOf({ table: 'views', ...key, order: orderOfVersion(1), content }))
  }

const OVER: ReadonlySet<string> = new Set(['named', 'rejected'])
const filters: readonly (readonly [ListFilter, (row: (typeof rows)[number]) => boolean])[] = [
  [{}, () => true],
  [{ stage: 'open' }, ({ status }) => !OVER.has(status)],
  [{ stage: 'closed' }, ({ status }) => OVER.has(status)],
  [{ status: 'draft' }, ({ status }) => status === 'draft'],
  [{ year: 2024 }, ({ fields }) => fields.year === 2024],
  [{ year: 2026, stage: 'open' }, ({ fields }) => fields.year === 2026],
  [{ place: COUNTY }, () => true],
  [{ place: '990102' }, () => false],
  [{ place: COUNTY, stage: 'open' }, ({ status }) => !OVER.has(status)],
  [{ name: '青' }, ({ title }) => title === '青松村'],
  [{ name: 'qs' }, () => true],
  [{ name: 'qingsong', stage: 'open' }, ({ title, status }) => title === '青松村' && status === 'draft'],
]

for (const who of [member({ roles: ['county-reporter'] }), member({ roles: ['unit-reporter'] })])
  test.each(filters)(
    `a ${who.roles[0]}’s own list answers %j, although it stands in fewer orders than the province’s`,
    async (filter, isFound) => {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const store = openStore(stores, scopeOf(who.jurisdiction, who.units?.[0]))
        const page = await store.find('application', filter, { cursor, limit: 2 })
        if (!page.ok) throw new Error(page.error.detail)
        found.push(...page.value.rows.map(({ id }) => id))
        cursor = page.value.cursor
      } while (cursor !== undefined)
      expect(found.toSorted()).toEqual(
        rows
          .filter(isFound)
          .map(({ id }) => id)
          .toSorted(),
      )
    },
  )

test('a row is written once for each order that its list is asked for in, and a unit’s own list in none', () => {
  const [row] = rows
  if (row === undefined) throw new Error('there is a row')
  const orders = (level: 'unit' | 'county' | 'province') => Object.keys(orderKeysOf(row, level))
  const asked = LIST_ORDERS.filter((order) => order !== 'byYear')
  expect(orders('province')).toEqual(asked)
  expect(orders('county')).toEqual(asked.filter((order) => order !== 'byPlace'))
  expect(orders('unit')).toEqual([])
})
