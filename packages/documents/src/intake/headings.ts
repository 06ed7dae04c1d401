import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { nearestNames } from '@anjie/domain/divisions/nearestNames'
import { textKey } from '@anjie/kernel'
import { plainCell } from '../tables/shownText.ts'
import type { CellContent, MergedArea, SheetGrid } from '../xlsx/readSheet.ts'

export interface HeadingFault {
  readonly row: number
  readonly column: number
  readonly heading: string
  readonly message: string
}

/** Where the columns of a form stand on a sheet. */
export interface Headings {
  /** The row of the headings, and the last one where they take two. */
  readonly row: number
  readonly lastRow: number
  /** Column → what stands at its head, as it is written. */
  readonly texts: ReadonlyMap<number, string>
  /** Column → field. */
  readonly fields: ReadonlyMap<number, IntakeField>
  /** Columns with a heading that the form does not know: column → heading. */
  readonly unknown: ReadonlyMap<number, string>
  /** Columns that carry something about a row and no figure: numbering, results of an earlier import. */
  readonly besides: ReadonlySet<number>
  /** 长表: one row a figure, with a column that names the field and one that holds its value. */
  readonly long?: { readonly item: number; readonly value: number }
  readonly faults: readonly HeadingFault[]
}

/** Titles, units and dates may stand above the headings. */
const ROWS_LOOKED_AT = 30
const BESIDES = /^(序号|行号|no\.?|处理结果.*|上年:.*)$/

/** Heading of the column with what stood there a year ago; it is for comparing and is passed over. */
export const lastYearHeading = ({ name }: IntakeField): string => `上年：${name}`
/** In brackets behind a heading, and no other unit: a year, a hint. */
const REMARK =
  /^(\d{4}年?度?|必填|选填|可不填|本年|上年|当年|全年|全市|全县|小写|大写|如.*|例.*|请.*|按.*|注.*|.*格式.*)$/

const written = (cell: CellContent | undefined): string => {
  if (cell === undefined) return ''
  const plain = plainCell(cell)
  return plain.ok ? plain.value : ''
}

const keyOf = (heading: string): string => textKey(heading).replace(/^[*★※\d]*[*★※、.]+|[*★※:：]+$/g, '')

/** A heading without what stands in brackets at its end, and that. */
function withoutBrackets(key: string): { readonly name: string; readonly inner: string } | undefined {
  const [, name, inner] = /^(.+?)[([【〔]([^()[\]【】〔〕]*)[)\]】〕]$/.exec(key) ?? []
  return name === undefined || inner === undefined ? undefined : { name, inner }
}

type Names = ReadonlyMap<string, IntakeField>

function namesOf(form: IntakeForm): Names {
  const names = new Map<string, IntakeField>()
  for (const field of form.fields) for (const also of field.also ?? []) names.set(keyOf(also), field)
  for (const field of form.fields) names.set(keyOf(field.code), field)
  for (const field of form.fields) names.set(keyOf(field.name), field)
  return names
}

/** The field of a heading, and the unit that it names and the field does not have. */
function fieldOf(heading: string, names: Names): { readonly field: IntakeField; readonly unit?: string } | undefined {
  const key = keyOf(heading)
  const whole = names.get(key)
  if (whole !== undefined) return { field: whole }
  const apart = withoutBrackets(key)
  const field = apart === undefined ? undefined : names.get(keyOf(apart.name))
  if (apart === undefined || field === undefined) return undefined
  const isUnit = field.unit !== undefined && apart.inner !== keyOf(field.unit) && !REMARK.test(apart.inner)
  return isUnit ? { field, unit: apart.inner.replace(/^单位[:：]?/, '') } : { field }
}

const ITEM = new Set(['项目', '项目名称', '指标', '指标名称', '数据项', '数据项名称', 'item'])
const VALUE = new Set(['数值', '数据', '值', '数量', '填报值', 'value'])

/** The field that a word names, in a heading or in a long table's column of items. */
export function fieldNamed(form: IntakeForm): (word: string) => ReturnType<typeof fieldOf> {
  const names = namesOf(form)
  return (word) => fieldOf(word, names)
}

interface Candidate {
  readonly row: number
  readonly lastRow: number
  /** Column → heading as it counts, and what it is called in messages. */
  readonly texts: ReadonlyMap<number, string>
}

/** Finds the row, or the two rows, that name most of the form's columns; undefined when none names enough. */
export function findHeadings(grid: SheetGrid, form: IntakeForm): Headings | undefined {
  const names = namesOf(form)
  const rows = [...grid.rows.keys()].sort((one, other) => one - other).slice(0, ROWS_LOOKED_AT)
  let best: { readonly candidate: Candidate; readonly score: number } | undefined
  for (const row of rows)
    for (const candidate of candidatesAt(grid, row, names)) {
      const words = [...candidate.texts.values()]
      const found = new Set(words.flatMap((text) => fieldOf(text, names)?.field.code ?? []))
      const long = [ITEM, VALUE].filter((known) => words.some((text) => known.has(keyOf(text)))).length
      const score = found.size + (long === 2 ? 2 : 0)
      if (score > (best?.score ?? 0)) best = { candidate, score }
    }
  const needed = Math.min(2, form.fields.length)
  return best === undefined || best.score < needed ? undefined : headingsOf(best.candidate, names, form)
}

function candidatesAt(grid: SheetGrid, row: number, names: Names): readonly Candidate[] {
  const own = new Map([...(grid.rows.get(row) ?? [])].map(([column, cell]) => [column, written(cell)] as const))
  const single: Candidate = { row, lastRow: row, texts: own }
  const below = grid.rows.get(row + 1)
  const over = grid.merges.filter(({ top, bottom }) => top <= row && bottom >= row && bottom <= row + 1)
  if (below === undefined || over.length === 0) return [single]
  // Two rows of headings: a group over its columns, and single ones merged over both rows.
  const texts = new Map<number, string>()
  const columns = new Set([...own.keys(), ...below.keys()])
  for (const column of columns) {
    const upper = written(upperCell(grid, over, row, column))
    const lower = written(below.get(column))
    const joined = `${upper}${lower}`
    const pick = [lower, joined, upper].find((text) => text !== '' && fieldOf(text, names) !== undefined)
    texts.set(column, pick ?? (lower === '' ? upper : lower))
  }
  return [single, { row, lastRow: row + 1, texts }]
}

const upperCell = (grid: SheetGrid, merges: readonly MergedArea[], row: number, column: number) => {
  const area = merges.find(({ left, right }) => left <= column && column <= right)
  return area === undefined ? grid.rows.get(row)?.get(column) : grid.rows.get(area.top)?.get(area.left)
}

function headingsOf({ row, lastRow, texts }: Candidate, names: Names, form: IntakeForm): Headings {
  const fields = new Map<number, IntakeField>()
  const unknown = new Map<number, string>()
  const besides = new Set<number>()
  const faults: HeadingFault[] = []
  for (const [column, text] of [...texts].sort(([one], [other]) => one - other)) {
    if (text.trim() === '') continue
    const heading = text.replace(/\s+/g, ' ').trim().slice(0, 40)
    const found = fieldOf(text, names)
    const fault = (message: string) => faults.push({ row: lastRow, column, heading, message })
    if (found === undefined) {
      if (BESIDES.test(keyOf(text))) besides.add(column)
      else unknown.set(column, heading)
    } else if ([...fields.values()].includes(found.field))
      fault(`表头“${heading}”与前面的一列重复；请只留一列，或改正其中一列的表头`)
    else if (found.unit === undefined) fields.set(column, found.field)
    else
      fault(
        `表头“${heading}”的单位是“${found.unit}”，本项单位是“${found.field.unit}”；请换算后把表头改为“${found.field.name}（${found.field.unit}）”`,
      )
  }
  const long = longColumns(unknown)
  const there = new Set([...fields.values()])
  for (const field of form.fields)
    if (
      (field.key === true || (long === undefined && (field.required === true || field.expected === true))) &&
      !there.has(field) &&
      !faults.some(({ heading }) => fieldOf(heading, names)?.field === field)
    )
      faults.push({
        row: lastRow,
        column: 0,
        heading: field.name,
        message: missingColumn(field, [...unknown.values()]),
      })
  return { row, lastRow, texts, fields, unknown, besides, faults, ...(long === undefined ? {} : { long }) }
}

/** Takes the two columns of a long table out of those that nobody knows. */
function longColumns(unknown: Map<number, string>): Headings['long'] {
  const columnOf = (known: ReadonlySet<string>) => [...unknown].find(([, heading]) => known.has(keyOf(heading)))?.[0]
  const [item, value] = [columnOf(ITEM), columnOf(VALUE)]
  if (item === undefined || value === undefined) return undefined
  unknown.delete(item)
  unknown.delete(value)
  return { item, value }
}

function missingColumn({ code, name }: IntakeField, others: readonly string[]): string {
  const [near] = nearestNames(name, others)
  return `缺少“${name}”列${near === undefined ? '' : `，是不是“${near}”那一列`}；请在表头写上“${name}”（或 ${code}）`
}

/** What to say of a column that the form does not know. */
export function unknownColumn(heading: string, form: IntakeForm): string {
  const near = nearestNames(
    heading,
    form.fields.map(({ name }) => name),
  )
  const meant = near.length === 0 ? '' : `，是不是${near.map((name) => `“${name}”`).join('、')}`
  return `表里没有“${heading}”这一列${meant}；请改正表头，或删去这一列`
}
