import type { DivisionTree, KnownDivisionChange } from '@anjie/contracts/vocabulary/divisions/divisions'

/** Every change of a tree, oldest first: what the province recorded and what came with a loaded tree. */
export function divisionChangesOf(tree: DivisionTree): readonly KnownDivisionChange[] {
  return [...loadedChanges(tree), ...(tree.changes ?? [])].toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
}

/** What a county was at an earlier day, and the changes on the way from there, oldest first. */
export interface Lineage {
  /** Codes that it may have had in a table of that day: its own among them. */
  readonly codes: readonly string[]
  readonly changes: readonly KnownDivisionChange[]
}

/**
 * The predecessors of a county over the changes of the days after `after` up to `until`, last one first. `changes` as
 * `divisionChangesOf` gives them. A county always counts as its own predecessor too: if it was set up by a change, no earlier
 * table has a row of its code, and if it was only enlarged or divided, it went on.
 */
export function lineageOf(
  changes: readonly KnownDivisionChange[],
  county: string,
  after: string,
  until: string,
): Lineage {
  const codes = new Set([county])
  const met: KnownDivisionChange[] = []
  for (const change of changes.toReversed()) {
    if (change.on <= after || change.on > until) continue
    if (!change.to.some(({ code }) => codes.has(code))) continue
    met.push(change)
    for (const { code } of change.from) codes.add(code)
  }
  return { codes: [...codes], changes: met.toReversed() }
}

/**
 * From which codes of a table of `after` each county of `until` comes, chains and all: the links by which rank changes go. A
 * county that was divided and went on has a link to itself, because a code that was succeeded no longer counts by itself.
 */
export function successorLinks(tree: DivisionTree, after: string, until: string): { from: string; to: string }[] {
  const changes = divisionChangesOf(tree)
  const within = changes.filter(({ on }) => on > after && on <= until)
  const divided = new Set<string>(within.flatMap(({ from }) => from.map(({ code }) => code)))
  return tree.counties
    .filter(({ validTo }) => validTo === undefined || validTo >= until)
    .flatMap(({ code }) => {
      const { codes } = lineageOf(within, code, after, until)
      return codes.filter((from) => from !== code || divided.has(code)).map((from) => ({ from, to: code }))
    })
}

/** Lines of a loaded tree say neither how nor by whom: one day's lines to one county are a merger, those from one a split. */
function loadedChanges({ counties, successors = [] }: DivisionTree): KnownDivisionChange[] {
  const calledThen = new Map(successors.map(({ from, name }) => [from as string, name]))
  const named = (code: DivisionTree['counties'][number]['code']) => ({
    code,
    name: calledThen.get(code) ?? counties.find((county) => county.code === code)?.name ?? code,
  })
  const changes: KnownDivisionChange[] = []
  const left = [...successors]
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const { from, to, on } = first
    const mergedWith = take(left, (link) => link.on === on && link.to === to)
    const splitWith = mergedWith.length > 0 ? [] : take(left, (link) => link.on === on && link.from === from)
    changes.push({
      kind: mergedWith.length > 0 ? 'merged' : splitWith.length > 0 ? 'split' : 'renamed',
      on,
      from: [from, ...mergedWith.map((link) => link.from)].map(named),
      to: [to, ...splitWith.map((link) => link.to)].map(named),
    })
  }
  return changes
}

/** Takes those that fit out of the list. */
function take<T>(list: T[], fits: (each: T) => boolean): T[] {
  const taken = list.filter(fits)
  list.splice(0, list.length, ...list.filter((each) => !fits(each)))
  return taken
}
