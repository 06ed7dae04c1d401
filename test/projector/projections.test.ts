import { continueRebuild } from '@anjie/function-projector/continueRebuild'
import type { PartReader } from '@anjie/projections/partReader'
import { publicKeys } from '@anjie/projections/publicKeys'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Delivery,
  deliver,
  deliveriesOf,
  deliveryOf,
  noParts,
  REBUILT,
  rebuildBook,
  rebuildFrom,
  rebuildOf,
  rebuildSources,
} from './deliver.ts'
import { memoryProjectionTables } from './memoryProjectionTables.ts'
import {
  application,
  batch,
  divisions,
  entry,
  factOf,
  idOf,
  notice,
  run,
  type SampleFact,
  scorecardsOf,
  title,
  unit,
} from './sampleFacts.ts'

const unitId = idOf('990101', 601)
const applicationId = idOf('990101', 501)
const titleId = idOf('990101', 701)
const importedId = idOf('510101', 702)
const batchId = idOf('99', 801)
const [runA, runB] = [idOf('99', 901), idOf('99', 902)]
const serial = '平安99-WL-2026-0001-7K3M'
const serialAttributes = {
  serial,
  certificateHash: 'a'.repeat(64),
  namedOn: '2026-12-02',
  documentNumber: '平安办〔2026〕12号',
}

/** A history of several records, long enough that every projection has something to overtake. */
const history: readonly SampleFact[] = [
  factOf('divisions', '99.divisions', 1, 'DivisionsLoaded', divisions),
  factOf('divisions', '99.divisions', 2, 'DivisionsLoaded', {
    ...divisions,
    province: { code: '99', name: '安和省（新）' },
  }),
  factOf('unit', unitId, 1, 'UnitRegistered', unit(unitId, '青松1村')),
  factOf('unit', unitId, 2, 'UnitChanged', unit(unitId, '青松一村')),
  ...['draft', 'submitted', 'draft', 'submitted', 'recommended', 'accepted', 'proposed', 'named'].map((status, index) =>
    factOf('application', applicationId, index + 1, 'ApplicationSaved', application(applicationId, status)),
  ),
  factOf('batch', batchId, 1, 'BatchCreated', batch(batchId)),
  factOf('batch', batchId, 2, 'BatchEntryAdded', batch(batchId, { entries: [entry(1)] })),
  factOf('batch', batchId, 3, 'NoticeOpened', batch(batchId, { entries: [entry(1)], status: 'on-notice', notice })),
  factOf(
    'batch',
    batchId,
    4,
    'BatchEntryAdded',
    batch(batchId, { entries: [entry(1), entry(2)], status: 'collecting' }),
  ),
  factOf(
    'batch',
    batchId,
    5,
    'NoticeOpened',
    batch(batchId, {
      entries: [entry(1), entry(2)],
      status: 'on-notice',
      notice: { ...notice, startsOn: '2026-11-23', endsOn: '2026-11-27' },
    }),
  ),
  factOf('title', titleId, 1, 'TitleConferred', title(titleId, serialAttributes)),
  factOf('title', titleId, 2, 'TitleConferred', title(titleId, { ...serialAttributes, status: 'revoked' })),
  factOf(
    'title',
    importedId,
    1,
    'TitleImported',
    title(importedId, {
      county: '510101',
      provinceName: '四川省',
      source: { kind: 'public-listing', url: 'https://www.example.gov.cn/list' },
    }),
  ),
  factOf('run', runA, 1, 'ScoresComputed', run(runA, 'computed', '2026-03-02T01:00:00.000Z', '80')),
  factOf('run', runA, 2, 'RunPreviewed', run(runA, 'preview', '2026-03-02T01:00:00.000Z', '80')),
  factOf('run', runA, 3, 'RunPublished', run(runA, 'published', '2026-03-02T01:00:00.000Z', '80')),
  factOf('run', runB, 1, 'ScoresComputed', run(runB, 'computed', '2026-03-03T01:00:00.000Z', '90')),
  factOf('run', runB, 2, 'RunPreviewed', run(runB, 'preview', '2026-03-03T01:00:00.000Z', '90')),
  factOf('run', runB, 3, 'RunPublished', run(runB, 'published', '2026-03-03T01:00:00.000Z', '90')),
]
const items = deliveriesOf(history)
const itemAt = (index: number): Delivery => items[index] ?? expect.fail(`no fact ${index}`)
const scorecards = new Map([
  [runA, scorecardsOf(runA, '80')],
  [runB, scorecardsOf(runB, '90')],
])
const parts: PartReader = async (_kind, id, { name, content }) => {
  const scorecard = scorecards.get(id)?.get(name)
  return scorecard === undefined ? undefined : content.parse(scorecard)
}

const deliveredInOrder = async () => {
  const tables = memoryProjectionTables()
  await deliver(items, tables, parts)
  return tables
}

describe('projections', () => {
  it('end in the same tables however the facts arrive: shuffled, repeated, in batches of any size, or rebuilt', async () => {
    const expected = (await deliveredInOrder()).contents()
    const rebuilt = memoryProjectionTables()
    await rebuildFrom(items, rebuilt, parts)
    expect(rebuilt.contents()).toEqual(expected)

    const order = fc.shuffledSubarray([...items.keys(), ...items.keys()], { minLength: items.length * 2 })
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 12 }), async (deliveries, batchSize) => {
        const tables = memoryProjectionTables()
        for (let from = 0; from < deliveries.length; from += batchSize) {
          const chunk = deliveries.slice(from, from + batchSize).map((index) => itemAt(index))
          expect((await deliver(chunk, tables, parts)).batchItemFailures).toEqual([])
        }
        expect(tables.contents()).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('are made anew over whatever stood there: stale rows, rows of an order that no fact has, rows that nothing accounts for', async () => {
    const tables = await deliveredInOrder()
    const expected = tables.contents()
    const row = publicKeys.title(titleId)
    await tables.apply({ table: 'public', ...row, order: 'zzz', content: { body: { unitName: '旧格式' } } })
    await tables.apply({ table: 'public', pk: 'TITLES#99#', sk: 'gone#', order: '1', content: { body: {} } })
    await tables.apply({
      table: 'views',
      pk: 'T#990101#unit#list#',
      sk: 'gone#',
      order: '1',
      content: { body: {} },
    })
    const report = await rebuildFrom(items, tables, parts)
    expect(tables.contents()).toEqual(expected)
    expect(report).toMatchObject({ facts: items.length, deleted: 2, parked: [] })
  })

  it('never show an older state on the way, however many facts lie between two that write the same item', async () => {
    const tables = await deliveredInOrder()
    const scorecard = () => JSON.stringify(tables.find('views', `T#990102#scorecard#${idOf('99', 1)}#`, '990102#'))
    const expected = scorecard()
    const between = Array.from({ length: 500 }, (_, index) => {
      const id = idOf('990101', 2000 + index)
      return deliveryOf(factOf('unit', id, 1, 'UnitRegistered', unit(id, `第${index}村`)))
    })
    const watched: typeof tables = {
      ...tables,
      overwrite: async (write, start) => {
        const stored = await tables.overwrite(write, start)
        expect(scorecard()).toBe(expected)
        return stored
      },
    }
    // As the table may hold them: one run far before the other.
    const runs = (id: string) => items.filter(({ logged }) => logged['pk'] === `P#99#run#${id}#`)
    const logged = [...runs(runA), ...between, ...runs(runB)].map((item) => item.logged)
    const report = await rebuildOf(logged, watched, parts)
    expect(report.parked).toEqual([])
  })

  it('keep what a newer fact wrote while they are made anew', async () => {
    let now = '2026-05-01T00:00:00.000Z'
    const tables = memoryProjectionTables(() => now)
    await deliver(items.slice(0, 3), tables)
    const [newer] = items.slice(3, 4)
    const arriving: typeof tables = {
      ...tables,
      // The newer name of the unit comes in after the inventory and after its older fact was read.
      overwrite: async (write, start) => {
        now = '2026-06-01T00:00:01.000Z'
        if (newer !== undefined) await deliver([newer], tables)
        return tables.overwrite(write, start)
      },
    }
    await rebuildFrom(items.slice(0, 3), arriving)
    expect(JSON.stringify(tables.find('views', 'T#990101#unit#list#', `${unitId}#`))).toContain('青松一村')
  })

  /** A table with a stale row, a row of an order that no fact has, and one that nothing accounts for. */
  const damaged = async () => {
    const tables = await deliveredInOrder()
    await tables.apply({
      table: 'public',
      ...publicKeys.title(titleId),
      order: 'zzz',
      content: { body: { unitName: '旧格式' } },
    })
    await tables.apply({ table: 'public', pk: 'TITLES#99#', sk: 'gone#', order: '1', content: { body: {} } })
    return tables
  }
  const logged = items
    .map((item) => item.logged)
    .toSorted((one, other) => (`${one['pk']}${one['sk']}` < `${other['pk']}${other['sk']}` ? -1 : 1))
  const call = { now: () => REBUILT, fresh: false, mayContinue: () => true }

  /** How often a whole rebuild of this history notes how far it has come. */
  const pieces = async () => {
    const book = rebuildBook()
    let written = 0
    const counted = {
      ...book,
      write: (...given: Parameters<typeof book.write>) => {
        written += 1
        return book.write(...given)
      },
    }
    await continueRebuild(rebuildSources(logged, await damaged(), parts), counted, call)
    return written
  }

  it('goes on where it was, when it is killed before or after any of its pieces is noted, and ends in the same tables', async () => {
    const expected = (await deliveredInOrder()).contents()
    const count = await pieces()
    expect(count).toBeGreaterThan(10)
    for (let fatal = 1; fatal <= count; fatal += 1) {
      for (const when of ['before', 'after']) {
        const tables = await damaged()
        const book = rebuildBook()
        let writes = 0
        const failing: typeof book = {
          ...book,
          write: async (progress, seen) => {
            writes += 1
            if (writes === fatal && when === 'before') throw new Error('the function was stopped')
            const written = await book.write(progress, seen)
            if (writes === fatal) throw new Error('the function was stopped')
            return written
          },
        }
        const sources = rebuildSources(logged, tables, parts)
        await expect(continueRebuild(sources, failing, call), `piece ${fatal}`).rejects.toThrow('stopped')
        // Called a second later, it is still the same rebuild.
        const report = await continueRebuild(sources, book, { ...call, now: () => '2026-06-01T00:00:01.000Z' })
        expect(tables.contents(), `${when} piece ${fatal}`).toEqual(expected)
        const begun = when === 'before' && fatal === 1 ? '2026-06-01T00:00:01.000Z' : REBUILT
        // The last piece had only to be noted as done, so another call begins anew.
        if (fatal < count || when === 'before') expect(report.start, `${when} piece ${fatal}`).toBe(begun)
      }
    }
  })

  it('stops when its time is up and says how far it has come', async () => {
    const tables = await deliveredInOrder()
    const book = rebuildBook()
    const sources = rebuildSources(logged, tables, parts)
    const report = await continueRebuild(sources, book, { ...call, mayContinue: () => false })
    expect(report).toMatchObject({ phase: 'facts', facts: 0 })
    let asked = 0
    expect(await continueRebuild(sources, book, { ...call, mayContinue: () => ++asked < 3 })).toMatchObject({
      phase: 'facts',
      start: REBUILT,
    })
    expect(await continueRebuild(sources, book, call)).toMatchObject({ phase: 'done', facts: items.length, deleted: 0 })
  })

  it('begins anew when it is asked to, and where one was left for a day', async () => {
    const sources = rebuildSources(logged, await deliveredInOrder(), parts)
    const book = rebuildBook()
    let asked = 0
    await continueRebuild(sources, book, { ...call, mayContinue: () => ++asked < 3 })
    const later = '2026-06-02T00:00:00.000Z'
    const stop = { now: () => later, mayContinue: () => false }
    expect(await continueRebuild(sources, book, { ...stop, fresh: false })).toMatchObject({ start: later, facts: 0 })
    const now = '2026-06-02T01:00:00.000Z'
    expect(await continueRebuild(sources, book, { ...stop, fresh: false, now: () => now })).toMatchObject({
      start: later,
    })
    expect(await continueRebuild(sources, book, { ...stop, fresh: true, now: () => now })).toMatchObject({ start: now })
  })

  it('two at once: the one that was there first stops, and the tables end the same', async () => {
    const tables = await damaged()
    const book = rebuildBook()
    const sources = rebuildSources(logged, tables, parts)
    let asked = 0
    const first = continueRebuild(sources, book, {
      ...call,
      mayContinue: () => {
        asked += 1
        if (asked === 2) void continueRebuild(sources, book, { ...call, mayContinue: () => false })
        return true
      },
    })
    await expect(first).rejects.toThrow('another rebuild')
    expect(await continueRebuild(sources, book, call)).toMatchObject({ phase: 'done' })
    expect(tables.contents()).toEqual((await deliveredInOrder()).contents())
  })

  it('leave every list as full as it was while they are made anew', async () => {
    const tables = await deliveredInOrder()
    const before = Object.keys(tables.contents())
    const sources = rebuildSources(logged, tables, parts)
    const book = rebuildBook()
    await continueRebuild(sources, book, {
      ...call,
      mayContinue: () => {
        expect(Object.keys(tables.contents())).toEqual(before)
        return true
      },
    })
  })

  it('take a withdrawn notice off, and an old fact does not bring it back', async () => {
    const tables = memoryProjectionTables()
    const facts = deliveriesOf(history.filter(({ kind }) => kind === 'batch').slice(0, 4))
    await deliver(facts, tables)
    const { pk, sk } = publicKeys.notice(batchId)
    expect(tables.find('public', pk, sk)).toBeNull()
    await deliver(facts.slice(2, 3), tables)
    expect(tables.find('public', pk, sk)).toBeNull()
  })

  it('leave one line when a notice starts again on another day', async () => {
    const lines = Object.keys((await deliveredInOrder()).contents()).filter((key) => key.includes('NOTICES#99#'))
    expect(lines).toHaveLength(1)
  })

  it('give a county its scorecard of the latest run', async () => {
    const tables = await deliveredInOrder()
    const scorecard = tables.find('views', `T#990102#scorecard#${idOf('99', 1)}#`, '990102#')
    expect(JSON.stringify(scorecard)).toContain('90')
    expect(tables.find('views', `P#99#league-table#${idOf('99', 1)}#`, 'DOC#')).toBeDefined()
  })
})

describe('a batch with a fact that cannot be read', () => {
  const good = Array.from({ length: 9 }, (_, index) => {
    const id = idOf('990101', 30 + index)
    return deliveryOf(factOf('unit', id, 1, 'UnitRegistered', unit(id, `第${index}村`)))
  })
  const first = good[0] ?? expect.fail()
  const pk = 'T#990101#unit#990101.X#'
  const bad: Delivery = {
    image: { ...first.image, pk, state: JSON.stringify({ name: '没有别的' }) },
    logged: { ...first.logged, pk, fact: JSON.stringify({ kind: 'unit', recordId: 'x' }) },
  }
  const mixed = [...good.slice(0, 3), bad, ...good.slice(3)]

  it('reports that record alone and projects the others', async () => {
    const tables = memoryProjectionTables()
    expect((await deliver(mixed, tables)).batchItemFailures).toEqual([{ itemIdentifier: '3' }])
    expect(Object.keys(tables.contents()).filter((key) => key.includes('T#990101#unit#list#'))).toHaveLength(9)
  })

  it('is reported even when it is the whole batch', async () => {
    expect((await deliver([bad], memoryProjectionTables())).batchItemFailures).toEqual([{ itemIdentifier: '0' }])
  })

  it('is named by a rebuild, which goes on with the rest', async () => {
    const tables = memoryProjectionTables()
    const report = await rebuildFrom(mixed, tables)
    expect(report.parked).toEqual([`${pk}${first.logged['sk']}`])
    expect(Object.keys(tables.contents()).filter((key) => key.includes('T#990101#unit#list#'))).toHaveLength(9)
  })

  it('skips a kind of record that it does not know, and items that are no facts', async () => {
    const unknown = { image: { ...first.image, pk: 'T#990101#weather#990101.X#' }, logged: first.logged }
    const others = good.map(({ logged }) => ({ image: logged, logged }))
    const tables = memoryProjectionTables()
    expect((await deliver([unknown, ...others], tables)).batchItemFailures).toEqual([])
    expect(tables.contents()).toEqual({})
  })

  it('reads facts that the store compressed', async () => {
    const id = idOf('99', 40)
    const entries = Array.from({ length: 600 }, (_, index) => entry(index))
    const large = deliveryOf(
      factOf('batch', id, 1, 'NoticeOpened', batch(id, { entries, status: 'on-notice', notice })),
    )
    expect(large.image['state']).toBeInstanceOf(Uint8Array)
    const tables = memoryProjectionTables()
    expect((await deliver([large], tables)).batchItemFailures).toEqual([])
    const { pk, sk } = publicKeys.notice(id)
    expect(tables.find('public', pk, sk)).toMatchObject({ body: { unitCount: 600 } })
  })

  it('fails when a run was released without its scorecards', async () => {
    const released = deliveryOf(
      factOf('run', runA, 2, 'RunPreviewed', run(runA, 'preview', '2026-03-02T01:00:00.000Z', '80')),
    )
    expect((await deliver([released], memoryProjectionTables(), noParts)).batchItemFailures).toHaveLength(1)
  })
})
