import { LIST_ROWS, type ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { scopeOf } from '@anjie/domain/access/index'
import { orderKeysOf } from '@anjie/projections/lists/orderKeys'
import { ownerOfCode, viewKeys } from '@anjie/projections/viewKeys'
import { orderOfVersion } from '@anjie/projections/write'
import { type CountingTables, countingTables } from '@anjie/store/counting/countingTables'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { openStore } from '@anjie/store/stores'
import { viewItemOf } from '@anjie/store/viewItems'
import type { ListFilter } from '@anjie/use-cases/ports'
import { expect, test } from 'vitest'
import { member } from '../builders/people.ts'

const CYCLES = [1, 2, 3].map((number) => `99.01J${String(number).padStart(23, '0')}`)
const COUNTIES = Array.from({ length: 90 }, (_, at) => `99${String(10 + Math.floor(at / 9))}0${1 + (at % 9)}`)

const rows: readonly ListRowOf<'submission'>[] = COUNTIES.flatMap((county) =>
  CYCLES.map((cycleId) =>
    LIST_ROWS.submission.parse({
      kind: 'submission',
      id: `${county}.${cycleId.slice(3)}`,
      version: 1,
      title: '年度考评',
      place: county,
      status: 'accepted',
      statusName: '市级已审定',
      queue: null,
      nextVerb: null,
      dueOn: null,
      updatedAt: '2026-03-02T01:00:00.000Z',
      fields: { cycleId, county, city: county.slice(0, 4), returned: false },
    }),
  ),
)

const held: { counting?: CountingTables } = {}
const stores = memoryStores({
  through: (tables) => {
    held.counting = countingTables(tables)
    return held.counting.tables
  },
})
for (const row of rows) {
  const key = viewKeys.listRow(ownerOfCode('99'), 'submission', row.id)
  const content = { row, orders: orderKeysOf(row, 'province') }
  stores.tables.putView(viewItemOf({ table: 'views', ...key, order: orderOfVersion(1), content }))
}
const store = openStore(stores, scopeOf(member({ roles: ['province-admin'], jurisdiction: '99' }).jurisdiction))

test.each<[ListFilter, (row: ListRowOf<'submission'>) => boolean]>([
  [{}, () => true],
  [{ group: CYCLES[1] }, ({ fields }) => fields.cycleId === CYCLES[1]],
  [{ group: CYCLES[0], status: 'draft' }, () => false],
])(
  'forms %j are found once each, a page at a time, and a page costs the same however many there are',
  async (filter, isMeant) => {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const { value, spent } = await (held.counting as CountingTables).spend(() =>
        store.find('submission', filter, { cursor }),
      )
      if (!value.ok) throw new Error(value.error.detail)
      expect(spent.readUnits).toBeLessThanOrEqual(6)
      found.push(...value.value.rows.map(({ id }) => id))
      cursor = value.value.cursor
    } while (cursor !== undefined)
    expect(found).toEqual(
      rows
        .filter(isMeant)
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    )
  },
)

test('a form’s row is written once, in no further order: it changes with every save', () => {
  expect(rows[0] === undefined ? undefined : orderKeysOf(rows[0], 'province')).toEqual({})
})
