import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { DecodedText } from '../decodeText.ts'
import type { OpenedSheet } from '../xlsx/openWorkbook.ts'
import { type CellContent, columnLetters, type MergedArea } from '../xlsx/readSheet.ts'
import { fieldNamed, type Headings, unknownColumn } from './headings.ts'
import { mergedRows } from './mergedRows.ts'
import { type IntakeValue, readIntakeCell } from './readIntakeCell.ts'
import type { IntakeReading, IntakeRefusal, IntakeRow, PassedOverRow } from './reading.ts'
import { isNote, isTotal, type PassedOverKind } from './rowKind.ts'
import { wordOf } from './wordOf.ts'

/** A sheet, or a text file with how wide each of its records is. */
export interface IntakeTable {
  readonly sheet: OpenedSheet
  readonly widths?: ReadonlyMap<number, number>
  readonly encoding?: DecodedText['encoding']
  /** Of which sheet places speak, where there are several. */
  readonly label?: string
}

type ReadSheet = Omit<IntakeReading, 'sheets'>

/** What is known while the rows of one sheet are gone through, from top to bottom. */
interface Walk {
  readonly table: IntakeTable
  readonly headings: Headings
  readonly form: IntakeForm
  /** Row → column → merged area. Undefined where merging says nothing that is needed. */
  readonly merges: ReadonlyMap<number, ReadonlyMap<number, MergedArea>>
  readonly columnOf: ReadonlyMap<string, number>
  readonly fieldOfWord: ReturnType<typeof fieldNamed>
  /** What stands above, of the fields that are written once above their children. */
  readonly above: Map<string, CellContent>
  readonly rows: IntakeRow[]
  readonly refusals: IntakeRefusal[]
  readonly passedOver: PassedOverRow[]
  /** Rows with a fault, and the fields that have one. */
  readonly faulty: Map<number, Set<string>>
  /** Key of a row → where it stood first, over all sheets. */
  readonly seen: Map<string, string>
}

/** The rows of one sheet below its headings. `seen`: keys of the sheets before. */
export function readRows(
  table: IntakeTable,
  headings: Headings,
  form: IntakeForm,
  seen: Map<string, string>,
): ReadSheet {
  const walk = walkOver(table, headings, form, seen)
  const { sheet } = table
  for (const fault of headings.faults)
    walk.refusals.push({
      sheet: sheet.name,
      row: fault.row,
      column: fault.column === 0 ? '' : columnLetters(fault.column),
      heading: fault.heading,
      shown: fault.heading,
      message: fault.message,
    })
  const numbers = [...sheet.rows.keys()].sort((one, other) => one - other)
  const under = numbers.filter((row) => row > headings.lastRow)
  for (const row of numbers.filter((each) => each < headings.row))
    walk.passedOver.push({ sheet: sheet.name, row, why: 'title' })
  refuseUnknownColumns(walk, under)
  // With headings that cannot be told for sure no row is right.
  if (headings.faults.length > 0) return { ...walk, leftOut: under.length, remarks: [] }
  const long = headings.long === undefined ? undefined : new Map<string, LongRow>()
  for (const row of under) walkRow(walk, row, long)
  if (long !== undefined) for (const each of long.values()) finishRow(walk, each.row, each.values)
  return { ...walk, leftOut: walk.faulty.size, remarks: remarksOn(table) }
}

function walkOver(table: IntakeTable, headings: Headings, form: IntakeForm, seen: Map<string, string>): Walk {
  return {
    table,
    headings,
    form,
    merges: mergedRows(table.sheet, headings.lastRow),
    columnOf: new Map([...headings.fields].map(([column, { code }]) => [code, column])),
    fieldOfWord: fieldNamed(form),
    above: new Map(),
    rows: [],
    refusals: [],
    passedOver: [],
    faulty: new Map(),
    seen,
  }
}

function remarksOn({ sheet, encoding, label = '' }: IntakeTable): string[] {
  const hidden = [...sheet.hiddenRows]
  const some = hidden.slice(0, 10).join('、')
  return [
    ...(encoding === 'gb18030' ? ['按 GB18030（GBK）编码读取，请看汉字是否正确'] : []),
    ...(hidden.length === 0
      ? []
      : [`${label}第 ${some} 行${hidden.length > 10 ? '等' : ''}是隐藏或被筛选掉的，也读了`]),
  ]
}

/** Columns with content that no field takes: each is told once, where it begins. */
function refuseUnknownColumns({ table: { sheet }, headings, form, refusals }: Walk, rows: readonly number[]): void {
  const told = new Set<number>()
  const longest = headings.long === undefined ? [] : [headings.long.item, headings.long.value]
  const known = new Set([...headings.fields.keys(), ...headings.besides, ...longest])
  const wrong = new Set(headings.faults.map(({ column }) => column))
  for (const row of rows)
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      if (known.has(column) || wrong.has(column) || told.has(column)) continue
      told.add(column)
      const heading = headings.unknown.get(column)
      refusals.push({
        sheet: sheet.name,
        row: heading === undefined ? row : headings.lastRow,
        column: columnLetters(column),
        ...(heading === undefined ? {} : { heading }),
        shown: heading ?? wordOf(cell),
        message:
          heading === undefined
            ? '这一列有内容却没有表头，没有读；请写上表头，或删去这一列'
            : unknownColumn(heading, form),
      })
    }
}

interface LongRow {
  readonly row: number
  readonly values: Map<string, IntakeValue>
}

function walkRow(walk: Walk, row: number, long: Map<string, LongRow> | undefined): void {
  const { table, headings, passedOver } = walk
  const cells = table.sheet.rows.get(row) ?? new Map<number, CellContent>()
  const filled = [...headings.fields.keys(), ...Object.values(headings.long ?? {})].filter((column) =>
    cells.has(column),
  )
  if (filled.length === 0) return
  const why = passedOverAs(walk, row, cells, filled)
  if (why !== undefined) {
    // What stood above a sum is closed by it.
    if (why === 'total') walk.above.clear()
    passedOver.push({ sheet: table.sheet.name, row, why })
    return
  }
  if (isCutOff(walk, row)) return
  const values = readFields(walk, row, cells)
  if (long === undefined || headings.long === undefined) finishRow(walk, row, values)
  else
    readLongFigure(
      walk,
      row,
      { values, item: cells.get(headings.long.item), value: cells.get(headings.long.value) },
      long,
    )
}

function passedOverAs(
  walk: Walk,
  row: number,
  cells: ReadonlyMap<number, CellContent>,
  filled: readonly number[],
): PassedOverKind | undefined {
  const { headings } = walk
  const again = filled.filter((column) => {
    const cell = cells.get(column)
    return cell?.kind === 'text' && cell.text.trim() === headings.texts.get(column)?.trim()
  })
  if (again.length >= 2 && again.length * 2 > filled.length) return 'heading'
  const leading = [...cells]
    .sort(([one], [other]) => one - other)
    .flatMap(([, cell]) => (cell.kind === 'text' ? [cell.text] : []))
  const names = filled.flatMap((column) => {
    const cell = headings.fields.get(column)?.key === true ? cells.get(column) : undefined
    return cell?.kind === 'text' ? [cell.text] : []
  })
  if (isTotal([...names, ...leading.slice(0, 1)])) return 'total'
  if (isNote(leading)) return 'note'
  if (isParent(walk, filled)) return parentRow(walk, row, cells, filled)
  const [only] = filled
  const area = filled.length === 1 && only !== undefined ? walk.merges.get(row)?.get(only) : undefined
  return area !== undefined && area.right > area.left ? 'title' : undefined
}

/** Only names that hold for the rows below, and the sheet has more to say of a row than these. */
function isParent({ headings, form }: Walk, filled: readonly number[]): boolean {
  const more = form.fields.some(
    ({ fillDown, required, key }) => fillDown !== true && (required === true || key === true),
  )
  return more && filled.every((column) => headings.fields.get(column)?.fillDown === true)
}

function parentRow(
  walk: Walk,
  row: number,
  cells: ReadonlyMap<number, CellContent>,
  filled: readonly number[],
): PassedOverKind | undefined {
  // A name that is merged downwards begins a row of data whose own cell is missing.
  if (filled.some((column) => (walk.merges.get(row)?.get(column)?.bottom ?? row) > row)) return undefined
  for (const column of filled) {
    const field = walk.headings.fields.get(column)
    const cell = cells.get(column)
    if (field !== undefined && cell !== undefined) remember(walk, field, cell)
  }
  return 'parent'
}

/** A name of a higher level ends those beneath it. */
function remember({ above, form }: Walk, field: IntakeField, cell: CellContent): void {
  const at = form.fields.indexOf(field)
  for (const lower of form.fields.slice(at + 1)) if (lower.fillDown === true) above.delete(lower.code)
  above.set(field.code, cell)
}

function refuse(walk: Walk, row: number, field: IntakeField, message: string): void {
  const column = walk.columnOf.get(field.code) ?? walk.headings.long?.value
  const cell = column === undefined ? undefined : walk.table.sheet.rows.get(row)?.get(column)
  walk.faulty.set(row, (walk.faulty.get(row) ?? new Set()).add(field.code))
  walk.refusals.push({
    sheet: walk.table.sheet.name,
    row,
    column: column === undefined ? '' : columnLetters(column),
    field: field.code,
    heading: field.name,
    shown: wordOf(cell).slice(0, 60),
    message,
  })
}

/** A record of a text file that ends before a wanted column: half a row is no “not reported”. */
function isCutOff(walk: Walk, row: number): boolean {
  const width = walk.table.widths?.get(row)
  if (width === undefined) return false
  const missing = [...walk.headings.fields].find(([column]) => column > width)?.[1]
  if (missing === undefined) return false
  refuse(
    walk,
    row,
    missing,
    `这一行只有 ${width} 格，到不了“${missing.name}”列，像是被截断了；请补全，没有内容的格也要留出分隔符`,
  )
  return true
}

function readFields(walk: Walk, row: number, cells: ReadonlyMap<number, CellContent>): Map<string, IntakeValue> {
  const values = new Map<string, IntakeValue>()
  for (const field of walk.form.fields) {
    const column = walk.columnOf.get(field.code)
    if (column === undefined) continue
    const area = walk.merges.get(row)?.get(column)
    if (area !== undefined && refuseMerged(walk, row, field, area)) continue
    const own = area === undefined ? cells.get(column) : walk.table.sheet.rows.get(area.top)?.get(area.left)
    if (own !== undefined && field.fillDown === true) remember(walk, field, own)
    const cell = own ?? (field.fillDown === true ? walk.above.get(field.code) : undefined)
    if (cell === undefined) continue
    const read = readIntakeCell(field, cell)
    if (read.ok) values.set(field.code, read.value)
    else refuse(walk, row, field, read.error)
  }
  return values
}

const FIGURES: ReadonlySet<IntakeField['type']> = new Set(['decimal', 'whole'])

/** A name may be merged over its rows; of a figure nobody knows which row it belongs to. */
function refuseMerged(walk: Walk, row: number, field: IntakeField, area: MergedArea): boolean {
  const { top, bottom, left, right } = area
  if (right > left) {
    const others = [...walk.headings.fields.keys()].filter((column) => column >= left && column <= right)
    if (others.length > 1) {
      refuse(
        walk,
        row,
        field,
        `合并了 ${columnLetters(left)} 至 ${columnLetters(right)} 列，看不出属于哪一列；请取消合并，逐格填写`,
      )
      return true
    }
  }
  if (bottom === top || !FIGURES.has(field.type)) return false
  refuse(walk, row, field, `合并了第 ${top} 至 ${bottom} 行，看不出属于哪一行；请取消合并，逐行填写`)
  return true
}

function readLongFigure(
  walk: Walk,
  row: number,
  given: {
    readonly values: Map<string, IntakeValue>
    readonly item: CellContent | undefined
    readonly value: CellContent | undefined
  },
  long: Map<string, LongRow>,
): void {
  const word = wordOf(given.item)
  const named = walk.fieldOfWord(word)
  const [first] = walk.form.fields
  if (first === undefined) return
  if (named === undefined || named.unit !== undefined) {
    refuse(walk, row, first, word === '' ? '没有写项目名称；请补上' : unknownColumn(word, walk.form))
    return
  }
  if (walk.faulty.has(row)) return
  const key = keyOf(walk.form, given.values)
  const known = long.get(key) ?? { row, values: given.values }
  long.set(key, known)
  if (known.values.has(named.field.code)) {
    refuse(walk, row, named.field, `“${named.field.name}”已经有一个数；同一单位的同一项只填一行`)
    walk.faulty.set(known.row, walk.faulty.get(known.row) ?? new Set())
    return
  }
  if (given.value === undefined) return
  const read = readIntakeCell(named.field, given.value)
  if (read.ok) known.values.set(named.field.code, read.value)
  else {
    refuse(walk, row, named.field, read.error)
    walk.faulty.set(known.row, walk.faulty.get(known.row) ?? new Set())
  }
}

const keyOf = (form: IntakeForm, values: ReadonlyMap<string, IntakeValue>): string =>
  JSON.stringify(form.fields.filter(({ key }) => key === true).map(({ code }) => values.get(code) ?? null))

function finishRow(walk: Walk, row: number, values: ReadonlyMap<string, IntakeValue>): void {
  const { form, table, faulty, seen } = walk
  const told = faulty.get(row)
  for (const field of form.fields)
    if ((field.required === true || field.key === true) && !values.has(field.code) && told?.has(field.code) !== true)
      refuse(walk, row, field, `“${field.name}”没有填；请补上`)
  if (faulty.has(row)) return
  const keys = form.fields.filter(({ key }) => key === true)
  const [firstKey] = keys
  const place = `${table.label ?? ''}第 ${row} 行`
  if (firstKey !== undefined) {
    const key = keyOf(form, values)
    const before = seen.get(key)
    if (before !== undefined) {
      refuse(walk, row, firstKey, `与${before}重复（${keys.map(({ name }) => name).join('、')}相同）；请只留一行`)
      return
    }
    seen.set(key, place)
  }
  const hidden = table.sheet.hiddenRows.has(row)
  walk.rows.push({ sheet: table.sheet.name, row, values, ...(hidden ? { hidden } : {}) })
}
