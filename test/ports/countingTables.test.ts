import { dynamoBytes } from '@anjie/store/counting/capacityUnits'
import { countingTables } from '@anjie/store/counting/countingTables'
import { memoryTables } from '@anjie/store/memory/memoryTables'
import type { Item, ItemKey } from '@anjie/store/tables'
import { describe, expect, test } from 'vitest'

const item = (pk: string, sk: string, textBytes: number): Item & ItemKey => ({ pk, sk, text: 'x'.repeat(textBytes) })

async function filled(...items: readonly (Item & ItemKey)[]) {
  const counting = countingTables(memoryTables())
  for (const each of items) await counting.tables.transact([{ item: each, condition: { is: 'absent' } }])
  return counting
}

describe('units are counted by DynamoDB’s own rules', () => {
  test('an item is as large as its names and values in UTF-8', () => {
    expect(dynamoBytes({ pk: 'T#1#', n: 1234, t: '平安', b: new Uint8Array(10) })).toBe(2 + 4 + 1 + 3 + 1 + 6 + 1 + 10)
  })

  test('a strong read costs one unit for each begun 4 KB, and one for what is not there', async () => {
    const { tables, spend } = await filled(item('A', 'small', 10), item('A', 'large', 9000))
    const { spent } = await spend(async () => {
      await tables.get('records', { pk: 'A', sk: 'small' })
      await tables.get('records', { pk: 'A', sk: 'large' })
      await tables.get('records', { pk: 'A', sk: 'absent' })
    })
    expect(spent).toMatchObject({ trips: 3, waves: 3, readUnits: 1 + 3 + 1, items: 2, writeUnits: 0 })
  })

  test('a query costs the sum of its items and ends its page at a megabyte; a batch costs item by item, a hundred a trip and eight trips at once', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => item('A', String(index).padStart(3, '0'), 10_000))
    const { tables, spend } = await filled(...rows)
    const { spent, value } = await spend(() => tables.query('records', 'A'))
    expect(value.items.length).toBeLessThan(110)
    expect(value.next).toBe(value.items.at(-1)?.['sk'])
    expect(spent.readUnits).toBe(Math.ceil(spent.bytes / 4096))
    const batch = await spend(() =>
      tables.getMany(
        'records',
        rows.map(({ pk, sk }) => ({ pk, sk })),
      ),
    )
    expect(batch.spent).toMatchObject({ trips: 3, waves: 1, readUnits: 250 * 3, items: 250 })
  })

  test('a transaction costs twice the begun kilobytes of each item, by the larger of old and new', async () => {
    const { tables, spend } = await filled(item('A', 'shrinks', 3000))
    const { spent } = await spend(() =>
      tables.transact([
        { item: item('A', 'shrinks', 10), condition: { is: 'absent-or-expired', nowSeconds: 0 } },
        { item: item('A', 'new', 1500), condition: { is: 'absent' } },
      ]),
    )
    expect(spent).toMatchObject({ trips: 1, waves: 1, writeUnits: 2 * 3 + 2 * 2 })
  })

  test('requests that are under way at once are one wave, those that wait for each other are several', async () => {
    const { tables, spend } = await filled(item('A', 'one', 1), item('A', 'two', 1))
    const read = (sk: string) => tables.get('records', { pk: 'A', sk })
    const together = await spend(() => Promise.all([read('one'), read('two')]))
    expect(together.spent).toMatchObject({ trips: 2, waves: 1 })
    const chained = await spend(() => Promise.all([read('one').then(() => read('two')), read('two')]))
    expect(chained.spent).toMatchObject({ trips: 3, waves: 2 })
  })

  test('what is done outside of a counted piece of work costs nothing', async () => {
    const { tables, spend } = await filled(item('A', 'one', 1))
    await tables.get('records', { pk: 'A', sk: 'one' })
    expect((await spend(async () => undefined)).spent.trips).toBe(0)
  })
})
