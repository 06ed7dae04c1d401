import { createHmac } from 'node:crypto'
import type { DisputeEntry } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import { DisputeMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { matchEntries } from '@anjie/domain/disputes/matchEntries'
import { readEntry, readySystem } from '@anjie/domain/disputes/readEntry'
import { type ExportSettings, fourExports, fourMappings } from './fourExports.ts'

const digest = (text: string): string => createHmac('sha256', 'a key of the test').update(text).digest('base64url')

/** Precision and recall of pairs of entries that stand for the same dispute, over groups as they were joined. */
export function judge(settings: ExportSettings) {
  const mapping = DisputeMapping.parse(fourMappings)
  const { files } = fourExports(settings)
  const entries: DisputeEntry[] = []
  const truth: (readonly number[])[] = []
  for (const [at, file] of files.entries()) {
    const system = readySystem(mapping.systems[at] as (typeof mapping.systems)[number])
    for (const [line, row] of file.rows.entries()) {
      const { entry } = readEntry(
        system,
        line + 2,
        (heading) => row.cells[file.headings.indexOf(heading)] ?? '',
        digest,
      )
      if (entry === undefined) continue
      entries.push(entry)
      truth.push(row.truth)
    }
  }
  const begun = performance.now()
  const matched = matchEntries(entries)
  const ms = performance.now() - begun
  const byDispute = new Map<number, number[]>()
  for (const [index, ids] of truth.entries())
    for (const id of ids) byDispute.set(id, [...(byDispute.get(id) ?? []), index])
  const truePairs = new Set<number>()
  const count = entries.length
  for (const list of byDispute.values())
    for (const [at, a] of list.entries())
      for (const b of list.slice(at + 1)) truePairs.add(Math.min(a, b) * count + Math.max(a, b))
  const groups = Map.groupBy(entries.keys(), (index) => matched.groupOf[index] ?? index)
  let found = 0
  let right = 0
  const wrong: [number, number][] = []
  const joined = new Set<number>()
  for (const list of groups.values())
    for (const [at, a] of list.entries())
      for (const b of list.slice(at + 1)) {
        found += 1
        joined.add(a * count + b)
        if (truePairs.has(a * count + b)) right += 1
        else wrong.push([a, b])
      }
  const missed = [...truePairs]
    .filter((code) => !joined.has(code))
    .map((code) => [Math.floor(code / count), code % count] as const)
  const doubts = new Set(matched.doubtful.map(({ a, b }) => Math.min(a, b) * count + Math.max(a, b)))
  return {
    entries,
    matched,
    wrong,
    missed,
    ms,
    asked: missed.filter(([a, b]) => doubts.has(a * count + b)).length,
    precision: right / found,
    recall: right / truePairs.size,
    groups: groups.size,
    disputes: byDispute.size,
  }
}
