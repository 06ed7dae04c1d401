import { schemeLimits } from '@anjie/contracts/vocabulary/schemes/schemeLimits'
import type { CellProblem, ReadRow } from '../tables/readTable.ts'
import type { Places } from './places.ts'
import { NODES } from './schemeLayout.ts'

interface Entry {
  readonly row: ReadRow
  readonly code: string
  readonly level: number | undefined
  readonly children: Entry[]
}

/**
 * Puts the rows of 指标 together to the tree by their parents' codes. Answers the root as JSON, with the place of every node
 * noted; undefined where the rows do not make one tree, with the reasons added.
 */
export function buildTree(rows: readonly ReadRow[], places: Places, problems: CellProblem[]): unknown {
  const problem = (row: ReadRow, field: string, message: string) =>
    problems.push({ sheet: NODES.sheet, row: row.row, column: row.places.get(field)?.letters ?? '', message })
  const firstTooMany = rows[schemeLimits.nodes]
  if (firstTooMany !== undefined) {
    problem(firstTooMany, '', `指标超过 ${schemeLimits.nodes} 行；请拆成几个方案`)
    return undefined
  }
  const entries = rows.map((row): Entry => {
    const level = row.value['level']
    return {
      row,
      code: String(row.value['code'] ?? ''),
      level: typeof level === 'number' ? level : undefined,
      children: [],
    }
  })
  const byCode = new Map<string, number[]>()
  entries.forEach(({ code }, index) => {
    const same = byCode.get(code)
    if (same === undefined) byCode.set(code, [index])
    else same.push(index)
  })

  const parents = new Map<Entry, Entry>()
  const roots: Entry[] = []
  entries.forEach((entry, index) => {
    const parent = entry.row.value['parent']
    if (parent === undefined) {
      roots.push(entry)
      return
    }
    const found = parentOf(entries, byCode.get(String(parent)) ?? [], entry, index)
    if (found === undefined)
      problem(entry.row, '/parent', `没有代码为“${String(parent).slice(0, 40)}”的上级；请改正上级代码，或补上这个大类`)
    else if (found === entry) problem(entry.row, '/parent', '上级不能是自己；请改正上级代码')
    else if (found.row.kind === 'leaf')
      problem(
        entry.row,
        '/parent',
        `上级“${found.code}”（第 ${found.row.row} 行）是指标，不能有下级；请把它改为大类，或改正上级代码`,
      )
    else {
      found.children.push(entry)
      parents.set(entry, found)
    }
  })
  const [root, second] = roots
  if (root === undefined) {
    const [first] = entries
    if (first !== undefined) problem(first.row, '/parent', '没有总项；总项的“上级代码”要留空')
    return undefined
  }
  if (second !== undefined) {
    for (const other of roots.slice(1))
      problem(other.row, '/parent', `“上级代码”没有填；只有总项（第 ${root.row.row} 行）可以留空`)
    return undefined
  }
  return assembled(root, entries, parents, places, problem)
}

/** Codes are unique in a sound scheme. In a draft they may not be yet: then the level decides, and the nearest row above. */
function parentOf(
  entries: readonly Entry[],
  indices: readonly number[],
  entry: Entry,
  index: number,
): Entry | undefined {
  const above = indices.filter((at) => at < index).toReversed()
  const fitting = above.find((at) => entry.level !== undefined && entries[at]?.level === entry.level - 1)
  const chosen = fitting ?? above[0] ?? indices[0]
  return chosen === undefined ? undefined : entries[chosen]
}

/** Without recursion: the rows may describe a tree of any depth, which the scheme's own limits then refuse. */
function assembled(
  root: Entry,
  entries: readonly Entry[],
  parents: ReadonlyMap<Entry, Entry>,
  places: Places,
  problem: (row: ReadRow, field: string, message: string) => void,
): unknown {
  const reached = new Set<Entry>()
  const nodeOf = ({ row }: Entry): Record<string, unknown> => {
    const { level: _level, parent: _parent, ...fields } = row.value
    return { ...fields, kind: row.kind }
  }
  const top = nodeOf(root)
  const open: { entry: Entry; node: Record<string, unknown>; pointer: string; depth: number }[] = [
    { entry: root, node: top, pointer: '/root', depth: 1 },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry, node, pointer, depth } = next
    reached.add(entry)
    places.row(pointer, NODES.sheet, entry.row)
    if (entry.level !== undefined && entry.level !== depth)
      problem(
        entry.row,
        '/level',
        `“层级”是 ${entry.level}，但按上级代码应为第 ${depth} 层；请改正层级（可以留空）或上级代码`,
      )
    if (entry.row.kind === 'leaf') continue
    const children = entry.children.map(nodeOf)
    node['children'] = children
    entry.children.forEach((child, index) => {
      const inner = children[index]
      if (inner !== undefined)
        open.push({ entry: child, node: inner, pointer: `${pointer}/children/${index}`, depth: depth + 1 })
    })
  }
  for (const entry of entries)
    if (!reached.has(entry) && isOwnAncestor(entry, parents))
      problem(entry.row, '/parent', '上级代码绕成了圈，接不到总项；请改正上级代码')
  return top
}

function isOwnAncestor(entry: Entry, parents: ReadonlyMap<Entry, Entry>): boolean {
  const passed = new Set<Entry>()
  for (let at = parents.get(entry); at !== undefined && !passed.has(at); at = parents.get(at)) {
    if (at === entry) return true
    passed.add(at)
  }
  return false
}
