import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { DataPeriod, type ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { referenceKey } from '@anjie/domain/scoring/formula/index'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { err, ok, type Result, tidyText } from '@anjie/kernel'
import type { Cell, OpenTable, TableLine } from './openTable.ts'
import { GROUP_HEADINGS, NAME_HEADINGS, SUBJECT_HEADINGS, subjectFault } from './readGroups.ts'
import { PERIOD_COLUMN } from './readLongRows.ts'
import { type ReadRows, type RowSubject, statusOf } from './readRows.ts'
import { type Column, columnPlaces, cutFault, level, TableRow } from './readTable.ts'

const columns: readonly Column[] = [
  { name: 'subject', headings: [...SUBJECT_HEADINGS, '单位名称', '名称'], required: true },
  { name: 'group', headings: GROUP_HEADINGS, required: false },
  { ...PERIOD_COLUMN, required: false },
  { name: 'name', headings: NAME_HEADINGS, required: false },
]

/** Columns that such sheets have beside the figures and that say nothing here. */
const OTHER_HEADINGS = new Set(['序号', '备注', '说明', '填报人', '联系电话', '市', '县', '地区', ''].map(level))

/** A line of sums at the foot would otherwise be one more subject, and the best of all. */
const SUM_LINE = /^(合\s*计|小\s*计|总\s*计|累\s*计|平\s*均(值|数)?)$/

/** A column of figures: whose, and of which period where its heading says one. */
interface ItemColumn {
  readonly place: number
  readonly item: DataItem
  readonly period: string | undefined
}

interface ReadHeadings {
  readonly itemColumns: readonly ItemColumn[]
  readonly remarks: readonly string[]
  readonly problems: readonly string[]
}

/** `排查纠纷数`, `排查纠纷数（件）`, `排查纠纷数（2025）`, `PC@2026-05`. */
function itemColumn(heading: string, scheme: Scheme): Pick<ItemColumn, 'item' | 'period'> | undefined {
  const key = referenceKey(heading).replace(/\s+/g, '')
  const named = (text: string) =>
    scheme.items.find(({ code }) => referenceKey(code) === text) ??
    scheme.items.find(({ name }) => referenceKey(name).replace(/\s+/g, '') === text)
  const whole = named(key)
  if (whole !== undefined) return { item: whole, period: undefined }
  const [, name = '', bracketed, marked] = /^(.+?)(?:[(（]([^()（）]{1,20})[)）]|@(.{4,7}))$/u.exec(key) ?? []
  const item = named(name)
  const besideItem = bracketed ?? marked
  if (item === undefined || besideItem === undefined) return undefined
  const period = DataPeriod.safeParse(besideItem.replace(/年$/, ''))
  if (period.success) return { item, period: period.data }
  return marked === undefined && besideItem === referenceKey(item.unit) ? { item, period: undefined } : undefined
}

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')

/** Does this line look like the headings of a wide sheet: a column for who, and at least one for a figure? */
export function isWideHeader({ cells }: TableLine, scheme: Scheme): boolean {
  return columnPlaces(cells, columns).ok && cells.some((cell) => itemColumn(textOf(cell), scheme) !== undefined)
}

function readHeadings(header: TableLine, known: ReadonlySet<number>, scheme: Scheme): ReadHeadings {
  const itemColumns: ItemColumn[] = []
  const remarks: string[] = []
  const problems: string[] = []
  const seen = new Set<string>()
  for (const [place, cell] of header.cells.entries()) {
    const heading = textOf(cell)
    if (known.has(place)) continue
    const found = itemColumn(heading, scheme)
    if (found === undefined) {
      if (!OTHER_HEADINGS.has(level(heading))) remarks.push(`“${heading.slice(0, 30)}”列不是方案的数据项，没有读取`)
    } else if (found.item.formula !== undefined)
      remarks.push(`数据项“${found.item.name}”由公式算出，表中的这一列没有读取`)
    else {
      const key = `${found.item.code}\n${found.period ?? ''}`
      if (seen.has(key)) problems.push(`数据项“${found.item.name}”的列出现了两次`)
      seen.add(key)
      itemColumns.push({ place, ...found })
    }
  }
  const there = new Set(itemColumns.map(({ item }) => item.code))
  for (const item of scheme.items)
    if (item.formula === undefined && !there.has(item.code)) remarks.push(`表中没有数据项“${item.name}”的列`)
  return { itemColumns, remarks, problems }
}

/** One cell: a figure, a word for why there is none, or nothing at all, which is left to what the item says of no entry. */
function readCell(
  cell: Cell | undefined,
  about: { readonly subject: string; readonly item: string; readonly period: string },
  item: DataItem,
): Result<ItemValue | undefined, string> {
  if (cell === undefined || cell === '') return ok(undefined)
  if (typeof cell === 'object') return err(`数据项“${item.name}”一格${cell.fault}`)
  const status = statusOf(cell)
  if (status !== undefined && status !== 'reported') return ok({ ...about, status })
  const figure = readFigure(cell, item.unit)
  if (figure.ok) return ok({ ...about, status: 'reported', value: figure.value })
  // Some mean “not reported” by a dash, some “does not apply”: two different things.
  return /^[-—–－/／\\]+$/.test(cell)
    ? err(`数据项“${item.name}”的“${cell}”意思不明：没有上报请留空或写“未报”，不适用请写“不适用”`)
    : err(`数据项“${item.name}”的数值“${cell.slice(0, 60)}”${figure.error}`)
}

/** A text in a cell that was merged down counts for each of its lines. */
function mergedTexts(open: OpenTable, place: number | undefined): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  if (place === undefined) return texts
  const byLine = new Map(open.lines.map(({ line, cells }) => [line, cells]))
  const areas = open.merged.filter(({ left, right }) => left <= place && place <= right)
  for (const { line } of open.lines) {
    const area = areas.find(({ top, bottom }) => top < line && line <= bottom)
    const text = area === undefined ? '' : textOf(byLine.get(area.top)?.[area.left])
    if (text !== '') texts.set(line, text)
  }
  return texts
}

/** 宽表: one row a subject, one column an item. `period` is that of columns and rows that name none. */
export function readWideRows(
  open: OpenTable,
  headerAt: number,
  scheme: Scheme,
  period: string,
): Result<ReadRows, readonly string[]> {
  const header = open.lines[headerAt]
  if (header === undefined) return err([`${open.name}：文件是空的`])
  const at = `${open.name} 第 ${header.line} 行：`
  const places = columnPlaces(header.cells, columns)
  if (!places.ok) return err(places.error.map((problem) => `${at}${problem}`))
  const headings = readHeadings(header, new Set(places.value.values()), scheme)
  if (headings.problems.length > 0) return err(headings.problems.map((problem) => `${at}${problem}`))
  const figures = new Set(headings.itemColumns.map(({ place }) => place))
  const values: ItemValue[] = []
  const lines: number[] = []
  const problems: { line: number; message: string }[] = []
  const subjects = new Map<string, RowSubject>()
  const seen = new Map<string, number>()
  const mergedGroups = mergedTexts(open, places.value.get('group'))
  const mergedPeriods = mergedTexts(open, places.value.get('period'))
  for (const { top, bottom, left, right } of open.merged)
    if (bottom > header.line && [...figures].some((place) => left <= place && place <= right))
      problems.push({ line: top, message: `数据区有合并单元格（第 ${top} 至 ${bottom} 行），请拆开后每行各填各的` })
  for (const line of open.lines.slice(headerAt + 1)) {
    const row = new TableRow(line, places.value)
    const refuse = (message: string) => problems.push({ line: line.line, message })
    const code = tidyText(row.cell('subject'))
    const name = tidyText(row.cell('name'))
    const beyond = headings.itemColumns.find(({ place }) => place >= line.cells.length)
    const cut = beyond === undefined ? undefined : cutFault(line.cells.length, beyond.item.name)
    const fault = row.fault ?? cut ?? subjectFault(code, name)
    const written = row.cell('period') || (mergedPeriods.get(line.line) ?? '')
    const own = written === '' ? undefined : DataPeriod.safeParse(written.normalize('NFKC').replace(/年$/, ''))
    if (fault !== undefined) refuse(fault)
    else if (SUM_LINE.test(code)) refuse(`“${code}”像是合计行，不是考评对象，请删去这一行`)
    else if (own !== undefined && !own.success)
      refuse(`期间“${written.slice(0, 20)}”应如 2026、2026-H1、2026-Q3 或 2026-05`)
    else {
      const key = `${code}\n${own?.data ?? ''}`
      const first = seen.get(key)
      if (first !== undefined) {
        refuse(`对象“${code}”与第 ${first} 行重复`)
        continue
      }
      seen.set(key, line.line)
      const group = row.cell('group') || (mergedGroups.get(line.line) ?? '')
      const known = subjects.get(code)
      if (known?.group !== undefined && known.group !== group) refuse(`对象“${code}”在另一行属于分组“${known.group}”`)
      subjects.set(code, { code, ...(name === '' ? {} : { name }), ...(group === '' ? {} : { group }) })
      for (const column of headings.itemColumns) {
        const about = { subject: code, item: column.item.code, period: column.period ?? own?.data ?? period }
        const value = readCell(line.cells[column.place], about, column.item)
        if (!value.ok) refuse(value.error)
        else if (value.value !== undefined) {
          values.push(value.value)
          lines.push(line.line)
        }
      }
    }
  }
  return ok({ values, lines, subjects: [...subjects.values()], problems, remarks: headings.remarks })
}
