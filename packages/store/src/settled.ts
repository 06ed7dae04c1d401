import { ProgressRow } from '@anjie/contracts/vocabulary/cycles/progressRow'
import { codeOf, ownerOf, type Standpoint } from '@anjie/domain/access/index'
import {
  ownerOfCode,
  ownerPrefix,
  type Place,
  type ProgressOf,
  progressPrefix,
  viewKeys,
} from '@anjie/projections/viewKeys'
import type { Settling } from '@anjie/use-cases/ports'
import { SETTLED_SK } from './keys.ts'
import type { Counters, Item, ItemKey, Tables } from './tables.ts'
import { documentOfItem } from './viewItems.ts'

/** `Z#9901#settled#99.01J…#`: how often that division's posts have settled figures of that cycle. A counter and no record: the facts are the figures'. */
const settledKey = (division: string, cycleId: string): ItemKey => ({
  pk: `${ownerPrefix(ownerOfCode(division))}settled#${cycleId}#`,
  sk: SETTLED_SK,
})

/** A post counts for its own division; it looks at its own counters and at those of divisions below. */
const isOwn = (from: Standpoint, division: string): boolean => codeOf(from) === division
const mayLook = (from: Standpoint, division: string): boolean => division.startsWith(codeOf(from))

export function countersOf(from: Standpoint, { cycleId, raise, unchanged = {} }: Settling): Counters {
  const looked = Object.keys(unchanged)
  if ((raise !== undefined && !isOwn(from, raise)) || !looked.every((division) => mayLook(from, division)))
    throw new Error(`a ${from.level} store does not count for another division`)
  return {
    raise: raise === undefined ? [] : [settledKey(raise, cycleId)],
    unchanged: Object.entries(unchanged).map(([division, times]) => ({ key: settledKey(division, cycleId), times })),
  }
}

export async function readSettledCounts(
  tables: Tables,
  from: Standpoint,
  cycleId: string,
  divisions: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const keys = divisions.filter((division) => mayLook(from, division)).map((division) => settledKey(division, cycleId))
  const items = await tables.getMany('records', keys)
  const times = new Map(items.map((item) => [String(item['pk']), Number(item['times'])]))
  return Object.fromEntries(
    divisions.map((division) => [division, times.get(settledKey(division, cycleId).pk) ?? 0] as const),
  )
}

/** In whose partition a standpoint reads the progress of a cycle: the commission's or, for a city's counties, the city's. */
export function progressOwner(from: Standpoint, cycleId: string): Place | undefined {
  const owner = ownerOf('cycle', cycleId)
  if (owner === undefined) return undefined
  if (owner.code.startsWith(codeOf(from))) return owner
  return from.level === 'city' && owner.code === from.province ? ownerOfCode(from.city) : undefined
}

export async function readProgress(
  tables: Tables,
  owner: Place,
  cycleId: string,
  what: ProgressOf,
): Promise<ReadonlyMap<string, ProgressRow>> {
  const rows = new Map<string, ProgressRow>()
  const skPrefix = progressPrefix(what)
  let after: string | undefined
  do {
    const page = await tables.query('views', viewKeys.progress(owner, cycleId), {
      skPrefix,
      ...(after === undefined ? {} : { after }),
    })
    for (const item of page.items) rows.set(subjectOf(item, skPrefix), ProgressRow.parse(documentOfItem(item)))
    after = page.next
  } while (after !== undefined)
  return rows
}

const subjectOf = (item: Item, skPrefix: string): string => String(item['sk']).slice(skPrefix.length, -1)
