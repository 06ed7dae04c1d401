import { describe, expect, it } from 'vitest'
import { type Delivery, deliveriesOf, deliverRecords, streamRecord } from './deliver.ts'
import { memoryProjectionTables } from './memoryProjectionTables.ts'
import { factOf, idOf, unit } from './sampleFacts.ts'

const id = idOf('990101', 601)
const [first, second] = deliveriesOf([
  factOf('unit', id, 1, 'UnitRegistered', unit(id, '青松1村')),
  factOf('unit', id, 2, 'UnitChanged', unit(id, '青松一村')),
]) as [Delivery, Delivery]
const part = { pk: `P#99#run#${idOf('99', 901)}#`, sk: 'PART#990101#', part: '{}' }

async function raisedBy(...records: Parameters<typeof streamRecord>[]): Promise<readonly [string, string][]> {
  const raised: [string, string][] = []
  await deliverRecords(
    records.map((record) => streamRecord(...record)),
    memoryProjectionTables(),
    { lying: [first.logged, second.logged], onTampered: (item, change) => raised.push([item, change]) },
  )
  return raised
}

describe('the alarm on history', () => {
  it('is raised when a fact is overwritten or removed, and names it', async () => {
    const altered = { ...second.logged, fact: '{}' }
    const name = `${second.logged['pk']}${second.logged['sk']}`
    expect(await raisedBy([altered, second.logged, '1'])).toEqual([[name, 'MODIFY']])
    expect(await raisedBy([undefined, second.logged, '1'])).toEqual([[name, 'REMOVE']])
  })

  it('is raised when a side document is overwritten, and when a record disappears', async () => {
    expect(await raisedBy([{ ...part, part: '[]' }, part, '1'])).toEqual([[`${part.pk}${part.sk}`, 'MODIFY']])
    expect(await raisedBy([undefined, second.image, '1'])).toEqual([[`${second.image['pk']}STATE#`, 'REMOVE']])
  })

  it('is not raised by a record that goes on, by new facts and parts, or by a receipt that expires', async () => {
    const receipt = { pk: 'T#990101#idempotency#k#', sk: 'RECEIPT#', receipt: '{}', expiresAt: 1 }
    expect(
      await raisedBy(
        [first.image, undefined, '1'],
        [first.logged, undefined, '2'],
        [second.image, first.image, '3'],
        [second.logged, undefined, '4'],
        [part, undefined, '5'],
        [undefined, receipt, '6'],
      ),
    ).toEqual([])
  })
})

describe('a state whose fact comes in another batch', () => {
  it('is projected with the fact that lies in the table', async () => {
    const tables = memoryProjectionTables()
    const records = [streamRecord(first.image, undefined, '1'), streamRecord(second.image, first.image, '2')]
    const answer = await deliverRecords(records, tables, { lying: [first.logged, second.logged] })
    expect(answer.batchItemFailures).toEqual([])
    expect(JSON.stringify(tables.contents())).toContain('青松一村')
  })

  it('fails while its fact cannot be found', async () => {
    const answer = await deliverRecords([streamRecord(first.image, undefined, '1')], memoryProjectionTables())
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '1' }])
  })
})
