import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import { type Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { err, ok, type Result } from '@anjie/kernel'
import { pasteRows } from './pasteRows.ts'
import { Places } from './scheme/places.ts'
import { NODES } from './scheme/schemeLayout.ts'
import { narrowed, withoutOuterSpace } from './tables/cellText.ts'
import { adviceFor, type CellProblem, type ReadRow, readTable } from './tables/readTable.ts'
import type { TableLayout } from './tables/tableLayout.ts'
import type { CellContent } from './xlsx/readSheet.ts'

export interface IndicatorPaste {
  /** As the clipboard gives it. */
  readonly text: string
  readonly scheme: Scheme
  /** The node under which the pasted rows go. */
  readonly parent: string
  /** The rule of a pasted indicator that names none. */
  readonly emptyScoring: ScoringMethod
}

/** What the columns mean when the first row is no header. */
export const PASTED_HEADERS = ['代码', '名称', '分值', '权重', '评分单位', '佐证材料'] as const

/** As in the workbook, but a row that says nothing of a rule is an indicator. */
const LAYOUT: TableLayout = {
  ...NODES,
  kinds: {
    header: '类型',
    names: NODES.kinds?.names ?? new Map(),
    whenEmpty: (isFilled) => (isFilled('汇总方式') ? 'branch' : 'leaf'),
  },
}

/**
 * Indicators from rows that were copied in a spreadsheet: the columns of the workbook's 指标 sheet under their headers, or
 * without headers the six of `PASTED_HEADERS`. Rows may name each other as 上级代码; a row with others below it is a heading.
 * Rows without a code get the next free one. Answers all nodes, or what is wrong with which row; never some of them.
 */
export function readIndicatorPaste({
  text,
  scheme,
  parent,
  emptyScoring,
}: IndicatorPaste): Result<readonly SchemeNode[], readonly CellProblem[]> {
  const pasted = pasteRows(text)
  if (!pasted.ok) return err([wholePaste(pasted.error)])
  if (!pasted.value.some((row) => row.some((cell) => withoutOuterSpace(cell) !== '')))
    return err([wholePaste('没有粘贴内容；请先在表格里选中要复制的行')])
  const branch = findBranch(scheme, parent)
  if (branch === undefined) return err([wholePaste('要粘贴到的位置不是大类；请先选一个大类')])

  const { rows, problems: found } = readTable('', gridOf(pasted.value), LAYOUT)
  const problems: CellProblem[] = [...found]
  const nodes = nodesOf(rows, scheme, parent, emptyScoring, problems)
  const places = new Places()
  const children = branch.node.children.length
  const assembled = nodes.map((node, index) => node.json(`${branch.pointer}/children/${children + index}`, places))
  if (rows.length === 0 && problems.length === 0) return err([wholePaste('只有表头，没有指标；请连同下面的行一起复制')])

  // The whole scheme is read, so that its own limits hold; of what it says only the pasted part is of interest here.
  const read = readScheme({ ...scheme, root: withAppended(scheme.root, parent, assembled) })
  const known = new Set(problems.map(({ row, column }) => `${row}\n${column}`))
  for (const { pointer, message, reason } of read.ok ? [] : read.error) {
    const { exact, place } = places.find(pointer)
    const isOwn = place.row > 0
    if (isOwn && !known.has(`${place.row}\n${place.column}`))
      problems.push({
        ...withoutHeader(place),
        message: exact && place.header !== '' ? `“${place.header}”${adviceFor(reason)}` : message,
      })
    else if (!isOwn && (pointer === '/root' || pointer === `${branch.pointer}/children`))
      problems.push(wholePaste(message))
  }
  if (problems.length > 0) return err(problems.toSorted((one, other) => one.row - other.row).slice(0, 100))
  return ok(assembled.map((node) => SchemeNode.parse(node)))
}

const wholePaste = (message: string): CellProblem => ({ sheet: '', row: 0, column: '', message })
const withoutHeader = ({ sheet, row, column }: CellProblem | { sheet: string; row: number; column: string }) => ({
  sheet,
  row,
  column,
})

/** Pasted cells as a sheet; without a header row the usual headers stand above, in a row that is not counted. */
function gridOf(pasted: readonly (readonly string[])[]) {
  const headers = new Set<string>(['类型', ...NODES.columns.map(({ header }) => header)])
  const first = pasted.findIndex((row) => row.some((cell) => withoutOuterSpace(cell) !== ''))
  const named = (pasted[first] ?? []).filter((cell) =>
    headers.has(narrowed(cell).replace(/\s+/g, '').replace(/^\*/, '')),
  )
  const rows = new Map<number, ReadonlyMap<number, CellContent>>()
  const put = (number: number, cells: readonly string[]) => {
    const filled = cells.flatMap((cell, index): [number, CellContent][] =>
      withoutOuterSpace(cell) === '' ? [] : [[index + 1, { kind: 'text', text: cell }]],
    )
    if (filled.length > 0) rows.set(number, new Map(filled))
  }
  if (named.length < 2) put(0, PASTED_HEADERS)
  for (const [index, cells] of pasted.entries()) put(index + 1, cells)
  return { rows, merges: [], hiddenRows: new Set<number>() }
}

function findBranch(scheme: Scheme, code: string) {
  const open: { node: SchemeNode; pointer: string }[] = [{ node: scheme.root, pointer: '/root' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, pointer } = next
    if (node.kind === 'leaf') continue
    if (node.code === code) return { node, pointer }
    for (const [index, child] of node.children.entries())
      open.push({ node: child, pointer: `${pointer}/children/${index}` })
  }
  return undefined
}

function withAppended(root: SchemeNode, parent: string, added: readonly unknown[]): unknown {
  if (root.kind === 'leaf') return root
  return {
    ...root,
    children:
      root.code === parent
        ? [...root.children, ...added]
        : root.children.map((child) => withAppended(child, parent, added)),
  }
}

function codesOf(root: SchemeNode): Set<string> {
  const codes = new Set<string>()
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    codes.add(node.code)
    if (node.kind === 'branch') open.push(...node.children)
  }
  return codes
}

interface PastedNode {
  readonly row: ReadRow
  readonly children: PastedNode[]
  json(pointer: string, places: Places): Record<string, unknown>
}

/** The topmost of the pasted nodes, each with those below it. */
function nodesOf(
  rows: readonly ReadRow[],
  scheme: Scheme,
  parent: string,
  emptyScoring: ScoringMethod,
  problems: CellProblem[],
): readonly PastedNode[] {
  const existing = codesOf(scheme.root)
  const taken = new Set([
    ...existing,
    ...rows.flatMap(({ value }) => (typeof value['code'] === 'string' ? [value['code']] : [])),
  ])
  const nextCode = (): string => {
    let number = 1
    while (taken.has(`${parent}-${number}`)) number += 1
    const code = `${parent}-${number}`
    taken.add(code)
    return code
  }
  const byCode = new Map<string, PastedNode>()
  const nodes = rows.map((row): PastedNode => {
    const given = row.value['code']
    const code = typeof given === 'string' ? given : nextCode()
    const node = pastedNode(row, code, emptyScoring)
    const problem = (message: string) =>
      problems.push({ sheet: '', row: row.row, column: row.places.get('/code')?.letters ?? '', message })
    if (existing.has(code)) problem(`代码“${code}”方案里已经有了；请换一个代码`)
    else if (byCode.has(code)) problem(`代码“${code}”和第 ${byCode.get(code)?.row.row ?? 0} 行相同；请换一个代码`)
    else byCode.set(code, node)
    return node
  })
  return nodes.filter((node) => {
    const above = node.row.value['parent']
    if (above === undefined || above === parent) return true
    const found = byCode.get(String(above))
    if (found !== undefined && found.row.row < node.row.row) {
      found.children.push(node)
      return false
    }
    problems.push({
      sheet: '',
      row: node.row.row,
      column: node.row.places.get('/parent')?.letters ?? '',
      message: `上级“${String(above).slice(0, 40)}”不在上面粘贴的行里；请把上级写在前面，或留空`,
    })
    return false
  })
}

function pastedNode(row: ReadRow, code: string, emptyScoring: ScoringMethod): PastedNode {
  const children: PastedNode[] = []
  return {
    row,
    children,
    json(pointer, places) {
      places.row(pointer, '', row)
      const { level: _level, parent: _parent, ...fields } = row.value
      const inner = children.map((child, index) => child.json(`${pointer}/children/${index}`, places))
      // A heading is known by what stands below it, even where the row says nothing of how it adds up.
      const isHeading = row.kind === 'branch' || (inner.length > 0 && fields['scoring'] === undefined)
      if (isHeading) {
        const { scoredBy: _scoredBy, evidence: _evidence, ...own } = fields
        return { aggregation: 'sum', ...own, code, kind: 'branch', children: inner }
      }
      return { scoring: emptyScoring, ...fields, code, kind: 'leaf', ...(inner.length > 0 ? { children: inner } : {}) }
    },
  }
}
