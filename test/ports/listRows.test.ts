import { LIST_ROWS, ListRow } from '@anjie/contracts/vocabulary/listRow'
import { scopeOf } from '@anjie/domain/access/index'
import { viewKeys } from '@anjie/projections/viewKeys'
import { openStore } from '@anjie/store'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'

const owner = { level: 'county', code: PLACES.county.code } as const
const id = (number: number): string => `${owner.code}.01J${String(number).padStart(23, '0')}`

const row = (number: number): ListRow =>
  ListRow.parse({
    kind: 'unit',
    id: id(number),
    version: 1,
    title: `第${number}村`,
    place: '青松镇',
    status: 'current',
    statusName: '现行',
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: '2026-03-02T01:00:00.000Z',
    fields: { unitKind: 'village', validFrom: '2026-01-01' },
  })

test('one row that has not its kind’s shape keeps nobody from the list', async () => {
  const stores = memoryStores()
  const put = (number: number, text: string): void =>
    stores.tables.putView({ ...viewKeys.listRow(owner, 'unit', id(number)), order: '1', row: text })
  put(1, JSON.stringify(row(1)))
  // As it was written before rows had types: figures as text, 是 for true.
  put(2, JSON.stringify({ ...row(2), status: '现行', fields: { returned: '是' } }))
  put(3, '{"half":')
  put(4, JSON.stringify(row(4)))
  const scope = scopeOf(member({ roles: ['county-admin'], jurisdiction: owner.code }).jurisdiction)
  const { rows } = await openStore(stores, scope).list('unit')
  expect(rows.map(({ title }) => title)).toEqual(['第4村', '第1村'])
})

test('the union of rows knows every kind that stands in lists', () => {
  expect(new Set(ListRow.options)).toEqual(new Set(Object.values(LIST_ROWS)))
})
