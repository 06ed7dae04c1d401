import { publicKeys } from '@anjie/projections/publicKeys'
import type { Write } from '@anjie/projections/write'
import { describe, expect, it } from 'vitest'
import { deliver, deliveriesOf, rebuildFrom } from './deliver.ts'
import { type MemoryProjectionTables, memoryProjectionTables } from './memoryProjectionTables.ts'
import { batch, divisions, entry, factOf, idOf, notice, title, unit } from './sampleFacts.ts'

/** As DynamoDB: a text with half a character is not taken. */
function strictTables(refuse: (write: Write) => boolean = () => false): MemoryProjectionTables {
  const tables = memoryProjectionTables()
  const check = (write: Write): void => {
    for (const text of stringsIn(write.content)) if (!text.isWellFormed()) throw new Error('SerializationException')
    if (refuse(write)) throw new Error('ValidationException')
  }
  const checked =
    <Rest extends unknown[]>(store: (write: Write, ...rest: Rest) => Promise<boolean>) =>
    async (write: Write, ...rest: Rest) => {
      check(write)
      return store(write, ...rest)
    }
  return { ...tables, apply: checked(tables.apply), overwrite: checked(tables.overwrite) }
}

/** What an item holds: rows and documents of signed-in people are packed as JSON, which escapes; the public's are not. */
const stringsIn = (content: unknown): readonly string[] => {
  if (typeof content === 'string') return [content]
  if (typeof content !== 'object' || content === null || 'row' in content || 'document' in content) return []
  return Object.values(content).flatMap(stringsIn)
}

const batchId = idOf('99', 801)
const titleId = idOf('990101', 701)
const named = batch(batchId, {
  entries: [entry(1), { ...entry(2), unitName: '代\ud800理村' }, entry(3)],
  status: 'on-notice',
  notice,
})
const facts = deliveriesOf([
  factOf('divisions', '99.divisions', 1, 'DivisionsLoaded', divisions),
  factOf('batch', batchId, 1, 'NoticeOpened', named),
  factOf(
    'title',
    titleId,
    1,
    'TitleConferred',
    title(titleId, { unitName: '代\ud800理\ufffe村', cityName: '安\u202e平市' }),
  ),
  factOf('unit', idOf('990101', 601), 1, 'UnitRegistered', unit(idOf('990101', 601), '青松村')),
])

describe('a name that was kept with half a character in it', () => {
  it('takes neither its notice nor its title off the site, and shows where it was', async () => {
    const tables = strictTables()
    expect((await deliver(facts, tables)).batchItemFailures).toEqual([])
    const page = publicKeys.notice(batchId)
    const shown = JSON.stringify(tables.find('public', page.pk, page.sk))
    expect(shown).toContain('代□理村')
    expect(shown).toContain(entry(3).unitName)
    const row = publicKeys.titleRow('990101', titleId)
    expect(tables.find('public', row.pk, row.sk)).toMatchObject({ body: { unitName: '代□理□村', cityName: '安□平市' } })
  })

  it('stops no rebuild of the province', async () => {
    const tables = strictTables()
    expect(await rebuildFrom(facts, tables)).toMatchObject({ facts: facts.length, parked: [] })
  })
})

describe('a row that the table does not take', () => {
  const line = publicKeys.titleRow('990101', titleId)
  const refusesLine = (write: Write) => write.pk === line.pk && write.sk === line.sk

  it('is reported with its fact, and every other row of that fact is there', async () => {
    const tables = strictTables(refusesLine)
    expect((await deliver(facts, tables)).batchItemFailures).toEqual([{ itemIdentifier: '2' }])
    const page = publicKeys.title(titleId)
    expect(tables.find('public', page.pk, page.sk)).toMatchObject({ body: { titleId } })
    expect(tables.find('public', publicKeys.province('99').pk, '99#')).toBeDefined()
  })

  it('is named by a rebuild, which stores everything else and deletes nothing', async () => {
    const tables = strictTables(refusesLine)
    const gone = { table: 'public', pk: 'TITLES#99#', sk: 'gone#', order: '1', content: { body: {} } } as const
    await tables.apply(gone)
    const report = await rebuildFrom(facts, tables)
    expect(report).toMatchObject({ facts: facts.length, deleted: 0 })
    expect(report.parked).toEqual([expect.stringContaining(`title#${titleId}#`)])
    const page = publicKeys.title(titleId)
    expect(tables.find('public', page.pk, page.sk)).toMatchObject({ body: { titleId } })
    expect(tables.find('views', 'T#990101#unit#list#', `${idOf('990101', 601)}#`)).toBeDefined()
    expect(tables.find('public', gone.pk, gone.sk)).toBeDefined()
  })

  it('keeps what a fact made while it could still be read', async () => {
    const tables = memoryProjectionTables()
    await deliver(facts, tables)
    const before = tables.contents()
    const spoilt = facts.map((item, index) =>
      index === 2 ? { ...item, logged: { ...item.logged, fact: '{"kind":"title"}' } } : item,
    )
    expect(await rebuildFrom(spoilt, tables)).toMatchObject({ parked: [expect.stringContaining(titleId)] })
    expect(tables.contents()).toEqual(before)
  })
})
