import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { err, ok, type Result } from '@anjie/kernel'
import { buildTree } from './scheme/buildTree.ts'
import { Places } from './scheme/places.ts'
import {
  CAP_GROUPS,
  CHECKS,
  ESCALATIONS,
  FIELD_HEADERS,
  GRADES,
  GROUPS,
  INSTRUCTIONS_SHEET,
  ITEMS,
  LATER_SHEETS,
  NO_ROWS,
  NODES,
  SCHEME_FIELDS,
  SCHEME_SHEET,
  SCHEME_TABLES,
  VETOES,
} from './scheme/schemeLayout.ts'
import { narrowed } from './tables/cellText.ts'
import { readFields } from './tables/readFields.ts'
import { adviceFor, type CellProblem, type ReadRow, readTable } from './tables/readTable.ts'
import { isObject, type TableLayout } from './tables/tableLayout.ts'
import { type OpenedSheet, openWorkbook } from './xlsx/openWorkbook.ts'

const MOST_PROBLEMS = 100

/**
 * Reads a workbook that `schemeWorkbook` wrote and people changed. Answers the whole scheme, or every problem with its sheet,
 * row and column and what to do: never half a scheme. Runs in the browser too.
 */
export async function readSchemeWorkbook(bytes: Uint8Array): Promise<Result<Scheme, readonly CellProblem[]>> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) return err([{ sheet: '', row: 0, column: '', message: opened.error }])
  const problems: CellProblem[] = []
  const sheets = sheetsByName(opened.value, problems)
  if (problems.length > 0) return err(problems)

  const places = new Places()
  const tables = new Map<TableLayout, readonly ReadRow[]>()
  const fieldSheet = sheets.get(SCHEME_SHEET)
  const fields =
    fieldSheet === undefined ? undefined : readFields(SCHEME_SHEET, fieldSheet, FIELD_HEADERS, SCHEME_FIELDS)
  problems.push(...(fields?.problems ?? []))
  for (const layout of SCHEME_TABLES) {
    const sheet = sheets.get(layout.sheet)
    if (sheet === undefined) continue
    const { rows, problems: found } = readTable(layout.sheet, sheet, layout)
    problems.push(...found)
    tables.set(layout, rows)
  }
  const json: Record<string, unknown> = { ...fields?.value }
  for (const [pointer, place] of fields?.places ?? []) places.field(pointer, { sheet: SCHEME_SHEET, ...place })
  fillIn(json, tables, places, problems)

  const read = readScheme(json)
  if (problems.length === 0 && read.ok) return ok(read.value)
  const known = new Set(problems.map(cellKey))
  const isTreeBroken = problems.some(({ sheet }) => sheet === NODES.sheet)
  for (const { pointer, message, reason } of read.ok ? [] : read.error) {
    const { exact, place } = places.find(pointer)
    const { sheet, row, column, header } = place
    // A cell that could not be read is not also missing, and a heading whose rows went astray is not also empty.
    if (known.has(cellKey(place)) || (isTreeBroken && /^\/root((\/children\/\d+)*\/children)?$/.test(pointer))) continue
    problems.push({ sheet, row, column, message: exact && header !== '' ? `“${header}”${adviceFor(reason)}` : message })
  }
  return err(problems.slice(0, MOST_PROBLEMS))
}

const cellKey = ({ sheet, row, column }: Pick<CellProblem, 'sheet' | 'row' | 'column'>): string =>
  `${sheet}\n${row}\n${column}`

function sheetsByName(opened: readonly OpenedSheet[], problems: CellProblem[]): ReadonlyMap<string, OpenedSheet> {
  const wanted = new Set<string>([SCHEME_SHEET, ...SCHEME_TABLES.map(({ sheet }) => sheet)])
  const sheets = new Map<string, OpenedSheet>()
  for (const sheet of opened) {
    const name = narrowed(sheet.name)
    if (wanted.has(name)) sheets.set(name, sheet)
    else if (name !== INSTRUCTIONS_SHEET && sheet.rows.size > 0)
      problems.push({
        sheet: sheet.name.slice(0, 31),
        row: 0,
        column: '',
        message: '不认识的工作表，里面的内容不会导入；请删去这张表，或把名称改回模板里的名称',
      })
  }
  const missing = [...wanted].filter((name) => !sheets.has(name) && !LATER_SHEETS.has(name))
  if (missing.length > 0)
    problems.push({
      sheet: '',
      row: 0,
      column: '',
      message: `缺少工作表${missing.map((name) => `“${name}”`).join('、')}；请从导出的方案工作簿开始修改，没有内容的表也要保留`,
    })
  return sheets
}

function fillIn(
  json: Record<string, unknown>,
  tables: ReadonlyMap<TableLayout, readonly ReadRow[]>,
  places: Places,
  problems: CellProblem[],
): void {
  const list = (
    layout: TableLayout,
    field: string,
    made: (row: ReadRow) => unknown = (row) => row.value,
    rows: readonly ReadRow[] = tables.get(layout) ?? [],
  ) => {
    json[field] = rows.map((row, index) => {
      places.row(`/${field}/${index}`, layout.sheet, row)
      return made(row)
    })
    places.sheet(`/${field}`, layout.sheet)
  }
  const optional = (layout: TableLayout, field: string, made: (row: ReadRow) => unknown) => {
    const rows = tables.get(layout) ?? []
    if (rows.length > 0)
      list(
        layout,
        field,
        made,
        rows.filter(({ kind }) => kind !== NO_ROWS),
      )
  }
  list(ITEMS, 'items')
  list(CAP_GROUPS, 'capGroups')
  list(VETOES, 'vetoes', ofKind('effect'))
  gradesAndQuotas(json, tables.get(GRADES) ?? [], places)
  groupsWithOverrides(json, tables.get(GROUPS) ?? [], places, problems)
  optional(CHECKS, 'checks', ({ kind, value }) => ({ ...value, kind }))
  optional(ESCALATIONS, 'escalations', ofKind('when'))
  places.sheet('/root', NODES.sheet)
  const root = buildTree(tables.get(NODES) ?? [], places, problems)
  if (root !== undefined) json['root'] = root
}

/** A row whose kind is said inside one of its fields. */
const ofKind =
  (field: string) =>
  ({ kind, value }: ReadRow): unknown => ({
    ...value,
    [field]: { ...(isObject(value[field]) ? value[field] : {}), kind },
  })

function gradesAndQuotas(json: Record<string, unknown>, rows: readonly ReadRow[], places: Places): void {
  for (const [kind, field] of [
    ['grade', 'grades'],
    ['quota', 'quotas'],
  ] as const) {
    json[field] = rows
      .filter((row) => row.kind === kind)
      .map((row, index) => {
        places.row(`/${field}/${index}`, GRADES.sheet, row)
        return row.value
      })
    places.sheet(`/${field}`, GRADES.sheet)
  }
}

function groupsWithOverrides(
  json: Record<string, unknown>,
  rows: readonly ReadRow[],
  places: Places,
  problems: CellProblem[],
): void {
  const groups: { code: unknown; value: Record<string, unknown>; overrides: unknown[]; index: number }[] = []
  for (const row of rows) {
    if (row.kind !== 'group') continue
    const index = groups.length
    places.row(`/groups/${index}`, GROUPS.sheet, row)
    groups.push({ code: row.value['code'], value: row.value, overrides: [], index })
  }
  // An override belongs to the group of its code; of two groups with one code (which is an error anyhow) to the nearer above.
  const seen = new Map<unknown, (typeof groups)[number]>()
  let at = 0
  for (const row of rows) {
    if (row.kind === 'group') {
      const group = groups[at]
      at += 1
      if (group !== undefined) seen.set(group.code, group)
      continue
    }
    const { group: code, ...override } = row.value
    const group = seen.get(code) ?? groups.find((each) => each.code === code)
    if (group === undefined) {
      problems.push({
        sheet: GROUPS.sheet,
        row: row.row,
        column: row.places.get('/group')?.letters ?? '',
        message: `没有代码为“${String(code ?? '').slice(0, 40)}”的分组；请先在本表写一行“分组”，或改正分组代码`,
      })
      continue
    }
    places.row(`/groups/${group.index}/overrides/${group.overrides.length}`, GROUPS.sheet, row)
    group.overrides.push(override)
  }
  json['groups'] = groups.map(({ value, overrides }) => ({ ...value, overrides }))
  places.sheet('/groups', GROUPS.sheet)
}
