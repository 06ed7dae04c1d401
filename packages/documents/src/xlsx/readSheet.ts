import { err, ok, type Result } from '@anjie/kernel'
import { withoutOuterSpace } from '../tables/cellText.ts'
import type { OpenPackage } from './expandPart.ts'
import { parseXml } from './parseXml.ts'
import { GENERAL, isDateFormat } from './readNumberFormats.ts'
import { unescapedText } from './unescapedText.ts'
import type { ZipPart } from './zipDirectory.ts'

/** What a cell holds. `broken`: an error such as #REF!, or a formula that was saved without its result. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly format: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'broken'; readonly shown: string }

/** A merged area; rows and columns from 1, both ends included. */
export interface MergedArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface SheetGrid {
  /** Row number → column number → content, from 1. Only cells with content are there. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellContent>>
  readonly merges: readonly MergedArea[]
  /** Rows with content that are hidden or filtered out. */
  readonly hiddenRows: ReadonlySet<number>
}

/** What the workbook says about all its sheets. */
export interface SheetSurroundings {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  /** Days are counted from 1904, as older programs on Macintosh did. */
  readonly since1904: boolean
}

/** Days between the two ways of counting. */
const DAYS_TO_1904 = 1462

export const isOn = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true'

const MOST_CELLS = 300_000
const MOST_MERGES = 10_000
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** `AB12` → row 12, column 28. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64)
  const row = Number(digits)
  return row < 1 || row > LAST_ROW || column > LAST_COLUMN ? undefined : { row, column }
}

/** 28 → `AB`. */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCharCode(65 + digit) + letters
    rest = (rest - 1 - digit) / 26
  }
  return letters
}

function areaOf(reference: string): MergedArea | undefined {
  const [first = '', last = first] = reference.split(':')
  const from = placeOf(first)
  const to = placeOf(last)
  if (from === undefined || to === undefined) return undefined
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}

class Refusal extends Error {}

/** Reads one worksheet. Formatting without content is passed over, so that a sheet formatted to its last row costs little. */
export async function readSheet(
  { bytes, budget }: OpenPackage,
  part: ZipPart,
  surroundings: SheetSurroundings,
): Promise<Result<SheetGrid, string>> {
  const { formats } = surroundings
  const rows = new Map<number, Map<number, CellContent>>()
  const merges: MergedArea[] = []
  const hiddenRows = new Set<number>()
  let rowIsHidden = false
  let cells = 0
  let row = 0
  let column = 0
  let type = 'n'
  let style = 0
  let value = ''
  let hasFormula = false
  let hasValue = false
  let listening = false
  let phonetic = false
  let refused: string | undefined
  const keep = (content: CellContent | undefined) => {
    if (content === undefined) return
    cells += 1
    if (cells > MOST_CELLS) {
      refused = `有内容的单元格超过 ${MOST_CELLS} 个，请只留要导入的内容`
      throw new Refusal()
    }
    if (rowIsHidden) hiddenRows.add(row)
    const cellsOfRow = rows.get(row)
    if (cellsOfRow === undefined) rows.set(row, new Map([[column, content]]))
    else cellsOfRow.set(column, content)
  }
  const read = await parseXml(bytes, part, budget, {
    open: (name, attribute) => {
      switch (name) {
        case 'row':
          row = Number(attribute('r') ?? row + 1)
          rowIsHidden = isOn(attribute('hidden'))
          if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) {
            refused = '行号不对，不是表格软件存的文件；请用 Excel 或 WPS 打开后另存再试'
            throw new Refusal()
          }
          column = 0
          break
        case 'c': {
          const place = placeOf(attribute('r') ?? '')
          column = place?.column ?? column + 1
          row = place?.row ?? row
          type = attribute('t') ?? 'n'
          style = Number(attribute('s') ?? '0')
          value = ''
          hasFormula = false
          hasValue = false
          break
        }
        case 'f':
          hasFormula = true
          break
        case 'v':
          hasValue = true
          listening = true
          break
        case 'rPh':
          phonetic = true
          break
        case 't':
          hasValue = true
          listening = !phonetic
          break
        case 'mergeCell': {
          const area = areaOf(attribute('ref') ?? '')
          if (area !== undefined) merges.push(area)
          if (merges.length > MOST_MERGES) {
            refused = `合并单元格超过 ${MOST_MERGES} 处，请取消合并`
            throw new Refusal()
          }
          break
        }
      }
    },
    text: (piece) => {
      if (listening) value += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't') listening = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c')
        keep(contentOf({ type, value, hasFormula, hasValue, format: formats[style] ?? GENERAL }, surroundings))
    },
  })
  if (refused !== undefined) return err(refused)
  return read.ok ? ok({ rows, merges, hiddenRows }) : read
}

interface RawCell {
  readonly type: string
  readonly value: string
  readonly hasFormula: boolean
  readonly hasValue: boolean
  readonly format: string
}

function contentOf(cell: RawCell, { strings, since1904 }: SheetSurroundings): CellContent | undefined {
  if (!cell.hasValue) return cell.hasFormula ? { kind: 'broken', shown: '没有保存计算结果的公式' } : undefined
  switch (cell.type) {
    case 's':
      return textContent(strings[Number(cell.value)] ?? '')
    case 'inlineStr':
    case 'str':
    case 'd':
      return textContent(unescapedText(cell.value))
    case 'b':
      return { kind: 'boolean', value: cell.value.trim() === '1' }
    case 'e':
      return { kind: 'broken', shown: cell.value }
    default: {
      const text = cell.value.trim()
      if (text === '') return undefined
      const number = Number(text)
      if (!Number.isFinite(number)) return { kind: 'broken', shown: text.slice(0, 20) }
      const days = since1904 && isDateFormat(cell.format) ? DAYS_TO_1904 : 0
      return { kind: 'number', number: number + days, format: cell.format }
    }
  }
}

/** A cell with nothing but spaces looks empty, and is. */
const textContent = (text: string): CellContent | undefined =>
  withoutOuterSpace(text) === '' ? undefined : { kind: 'text', text }
