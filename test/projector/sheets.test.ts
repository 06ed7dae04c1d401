import type { PublicSheet } from '@anjie/contracts/vocabulary/publicRecords'
import { coalesced } from '@anjie/function-projector/coalesced'
import type { ProjectionTables } from '@anjie/function-projector/projectionTables'
import { refreshSheet } from '@anjie/function-projector/refreshSheet'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { sheetOf, TITLES_PER_PART, titleOf } from '@anjie/projections/public/sheets/sheetOf'
import { publicKeys } from '@anjie/projections/publicKeys'
import { digest } from '@anjie/store/digest'
import { describe, expect, it } from 'vitest'
import { readerOf, type Site, siteOf, textOf } from '../public-site/publishedSite.ts'
import { deliver, deliveriesOf, rebuildFrom, refresher } from './deliver.ts'
import { type MemoryProjectionTables, memoryProjectionTables } from './memoryProjectionTables.ts'
import { factOf, idOf, title, unit } from './sampleFacts.ts'

const COUNTY = publicTitle(idOf('990101', 1), title(idOf('990101', 1))).county
const named = (count: number, change: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, index) => {
    const id = idOf('990101', index + 1)
    return factOf('title', id, 1, 'TitleConferred', title(id, { unitId: idOf('990101', 900 + index), ...change }))
  })

/** What the sheets of the province say: of each county how many of which status there are, and its titles in order. */
async function sheetsIn(tables: MemoryProjectionTables) {
  const reader = readerOf(tables)
  const sheets = await reader.sheetsOf('99')
  const countOf = ({ groups, parts }: PublicSheet) =>
    parts.flatMap(({ tallies }) =>
      tallies.map(({ group, endedOn, count }) => `${groups[group]?.status} ${endedOn ?? ''} ${count}`),
    )
  return sheets.map((sheet) => [sheet.county, countOf(sheet), sheet.parts.map((part) => part.digest)])
}

describe('the sheet of a county', () => {
  it('counts a title once, however often and in whatever order it is delivered', async () => {
    const facts = [
      ...named(5),
      factOf('title', idOf('990101', 2), 2, 'TitleConferred', title(idOf('990101', 2), { status: 'revoked' })),
    ]
    const once = memoryProjectionTables()
    await deliver(deliveriesOf(facts), once)
    expect((await sheetsIn(once)).map(([, counts]) => counts)).toEqual([['active  4', 'revoked  1']])
    const often = memoryProjectionTables()
    const deliveries = deliveriesOf(facts)
    for (const delivery of [...deliveries.toReversed(), ...deliveries, ...deliveries]) await deliver([delivery], often)
    expect(await sheetsIn(often)).toEqual(await sheetsIn(once))
    const rebuilt = memoryProjectionTables()
    await rebuildFrom(deliveries, rebuilt)
    expect(await sheetsIn(rebuilt)).toEqual(await sheetsIn(once))
  })

  it('tells county, city and province what its titles add up to, as its rows stand', async () => {
    const id = idOf('990101', 2)
    const tables = memoryProjectionTables()
    await deliver(deliveriesOf(named(5)), tables)
    await deliver(deliveriesOf([factOf('title', id, 2, 'TitleRevoked', title(id, { status: 'revoked' }))]), tables)
    for (const owner of ['P#99#', 'Z#9901#', 'T#990101#']) {
      const found = tables.find('views', `${owner}title-tally#`, '990101#')
      expect(found).toMatchObject({
        document: {
          county: '990101',
          counts: [
            { status: 'active', count: 4 },
            { status: 'revoked', count: 1 },
          ],
        },
      })
    }
  })

  it('is not written again when nothing changed', async () => {
    const tables = memoryProjectionTables()
    await deliver(deliveriesOf(named(3)), tables)
    const before = tables.publicNow(publicKeys.sheet(COUNTY).pk)
    await refresher(tables)(COUNTY)
    expect(tables.publicNow(publicKeys.sheet(COUNTY).pk)).toEqual(before)
  })

  it('knows every row, when two make it at the same moment', async () => {
    const tables = memoryProjectionTables()
    const [one, other] = deliveriesOf(named(2))
    if (one === undefined || other === undefined) return expect.fail()
    // The other title comes in, with its own refresh, after this refresh has read the rows.
    let arrived = false
    const slow: ProjectionTables = {
      ...tables,
      replace: async (write, seen) => {
        if (!arrived) {
          arrived = true
          await deliver([other], tables)
        }
        return tables.replace(write, seen)
      },
    }
    await deliver([one], slow)
    expect((await sheetsIn(tables)).map(([, counts]) => counts)).toEqual([['active  2']])
  })

  it('changes its stamp with every change, after the sheet itself', async () => {
    const tables = memoryProjectionTables()
    const reader = readerOf(tables)
    const written: string[] = []
    const watched: ProjectionTables = {
      ...tables,
      store: (write) => {
        written.push(write.pk)
        return tables.store(write)
      },
      replace: (write, seen) => {
        written.push(write.pk)
        return tables.replace(write, seen)
      },
    }
    const stamps = new Set<string | undefined>([await reader.sheetStamp('99')])
    for (const delivery of deliveriesOf(named(3))) {
      await deliver([delivery], watched)
      stamps.add(await reader.sheetStamp('99'))
    }
    expect(stamps.size).toBe(4)
    expect(written.slice(0, 2)).toEqual(['SHEETS#99#', 'SHEETSTAMP#99#'])
  })

  it('leaves the parts of a moment ago for whoever reads by them, and writes only parts that changed', async () => {
    const tables = memoryProjectionTables()
    const facts = named(2 * TITLES_PER_PART)
    await deliver(deliveriesOf(facts), tables)
    const [before] = await readerOf(tables).sheetsOf('99')
    expect(before?.parts).toHaveLength(2)
    const last = facts.at(-1) ?? expect.fail()
    const revoked = factOf('title', last.recordId, 2, 'TitleConferred', title(last.recordId, { status: 'revoked' }))
    await deliver(deliveriesOf([last, revoked]).slice(1), tables)
    const [after] = await readerOf(tables).sheetsOf('99')
    expect(after?.parts[0]?.digest).toBe(before?.parts[0]?.digest)
    expect(after?.parts[1]?.digest).not.toBe(before?.parts[1]?.digest)
    for (const { digest: name } of before?.parts ?? [])
      expect(await readerOf(tables).sheetPart(COUNTY, name)).toBeInstanceOf(Uint8Array)
  })

  it('calls a part otherwise when what its lines share has changed, although the lines are the same', () => {
    const [one, other] = ['平安办〔2026〕12号', '平安办〔2026〕13号'].map((documentNumber) => {
      const id = idOf('990101', 1)
      return sheetOf(COUNTY, [publicTitle(id, title(id, { documentNumber }))], digest)
    })
    expect([...(one?.parts.values() ?? [])]).toEqual([...(other?.parts.values() ?? [])])
    expect(one?.sheet.parts[0]?.digest).not.toBe(other?.sheet.parts[0]?.digest)
  })

  it('gives back each title as it was published', () => {
    const titles = ['active', 'revoked'].map((status, index) => {
      const id = idOf('990101', index)
      const one = publicTitle(
        id,
        title(id, { status, validUntil: '2029-03-01', serial: `平安99-WL-2026-000${index}-7K3M` }),
      )
      return index === 0 ? one : { ...one, unitNow: { name: '新村', endedOn: '2027-01-01' as never } }
    })
    const { sheet, parts } = sheetOf(COUNTY, titles, digest)
    const lines = [...parts.values()].flat()
    expect(lines.map((line) => titleOf(line, sheet.groups[line.group] ?? expect.fail()))).toEqual(titles)
  })
})

describe('a state that follows from a day', () => {
  /** One site that goes on from day to day. */
  const siteOn = async (facts: Parameters<typeof siteOf>[0]) => {
    let now = ''
    const site = await siteOf(facts, { now: () => now })
    return (day: string) => {
      now = `${day}T04:00:00.000Z`
      return states(site)
    }
  }
  const states = async (site: Site) => {
    const page = await textOf(site, '/titles')
    const filter = /<h2>状态<\/h2>\s*<ul>(.*?)<\/ul>/s.exec(page)?.[1] ?? ''
    const counts = [...filter.matchAll(/>([^<]+)<\/a><span class="count">（(\d+)）/g)].map(
      ([, word, count]) => `${word} ${count}`,
    )
    const marks = [...page.matchAll(/data-label="状态"><span[^>]*><span[^>]*>[^<]*<\/span>([^<]*)/g)].map(
      ([, word]) => word,
    )
    return { counts, marks: [...new Set(marks)].sort() }
  }

  it('changes in the counts and in the lines on that day, although nothing is written', async () => {
    const facts = [...named(2, { validUntil: '2026-12-31' }), ...named(3, { validUntil: '2027-12-31' }).slice(2)]
    const states = await siteOn(facts)
    expect(await states('2026-12-31')).toEqual({ counts: ['有效 3'], marks: ['有效'] })
    expect(await states('2027-01-01')).toEqual({ counts: ['有效 1', '已到期 2'], marks: ['已到期', '有效'] })
  })

  it('is counted for units that ended, from the day after', async () => {
    const ended = idOf('990101', 900)
    const facts = [
      ...named(2),
      factOf('unit', ended, 2, 'UnitEnded', { ...unit(ended, '青松村'), validTo: '2026-12-31' }),
    ]
    const states = await siteOn(facts)
    expect(await states('2026-12-31')).toEqual({ counts: ['有效 2'], marks: ['有效'] })
    expect(await states('2027-01-01')).toEqual({
      counts: ['有效 1', '单位已撤并 1'],
      marks: ['单位已撤并', '有效'],
    })
  })
})

describe('work that is asked for while it runs', () => {
  it('is done once more for all who asked meanwhile, and a failure is told to those who waited for it', async () => {
    let runs = 0
    const ends: (() => void)[] = []
    const work = coalesced<string>(async () => {
      runs += 1
      await new Promise<void>((resolve) => ends.push(resolve))
      if (runs === 2) throw new Error('the table is gone')
    })
    const first = work('a')
    const later = [work('a'), work('a'), work('a')]
    expect(runs).toBe(1)
    ends.shift()?.()
    await first
    await expect.poll(() => ends.length).toBe(1)
    ends.shift()?.()
    const outcomes = await Promise.allSettled(later)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(runs).toBe(2)
    const again = work('a')
    ends.shift()?.()
    await again
    expect(runs).toBe(3)
  })
})

it('a sheet that cannot be written is tried again with its fact', async () => {
  const tables = memoryProjectionTables()
  const broken: ProjectionTables = { ...tables, replace: () => Promise.reject(new Error('throttled')) }
  const [delivery] = deliveriesOf(named(1))
  if (delivery === undefined) return expect.fail()
  expect((await deliver([delivery], broken)).batchItemFailures).toHaveLength(1)
  // The rows stand already; the repeat makes the sheet of them.
  expect((await deliver([delivery], tables)).batchItemFailures).toEqual([])
  expect((await sheetsIn(tables)).map(([, counts]) => counts)).toEqual([['active  1']])
  await expect(refreshSheet({ tables: broken, onUnreadable: () => {} }, COUNTY)).resolves.toBeUndefined()
})
