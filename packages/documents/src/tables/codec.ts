import { DecimalText } from '@anjie/contracts/vocabulary/decimalText'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { canonicalJson, Decimal, err, ok, plainText, type Result } from '@anjie/kernel'
import { isDateFormat } from '../xlsx/readNumberFormats.ts'
import type { CellContent } from '../xlsx/readSheet.ts'
import { cellJson, narrowed, textForCell, textOfCell } from './cellText.ts'
import { KEPT_DIGITS, plainCell, SPOILT } from './shownText.ts'

/** What is put into a cell; `null` leaves it empty. */
export type CellOutput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly format: string }
  | null

/** How one kind of value stands in cells. Reading answers the value, or in Chinese what is wrong and what to do. */
export interface Codec {
  readonly write: (value: unknown) => CellOutput
  readonly read: (cell: CellContent) => Result<unknown, string>
  /** Empty columns of this kind are formatted as text, so that a spreadsheet changes nothing that is typed. */
  readonly asText: boolean
  /** The words to choose from. */
  readonly choices?: readonly string[]
  /** What an empty cell stands for; without it, that there is no value. */
  readonly blank?: unknown
}

const textOutput = (text: string): CellOutput => (text === '' ? null : { kind: 'text', text })

/** Free text. `blank` is given where the value is there even if it is empty. */
export const text = (blank?: ''): Codec => ({
  asText: true,
  ...(blank === undefined ? {} : { blank }),
  // An empty text that may also be missing must not be read as missing.
  write: (value) =>
    value === '' && blank === undefined ? { kind: 'text', text: '""' } : textOutput(textForCell(String(value))),
  read: (cell) => {
    const plain = plainCell(cell)
    return plain.ok ? ok(textOfCell(plain.value)) : plain
  },
})

function readCode(cell: CellContent): Result<string, string> {
  if (cell.kind === 'number' && !isDateFormat(cell.format)) {
    if (Math.abs(cell.number) >= 1e15) return err(SPOILT)
    if (!Number.isInteger(cell.number) || cell.number < 0)
      return err('是数字格式，代码末尾的 0 可能已经丢失；请把单元格设为文本格式后重新填写')
    // A format of zeros shows the leading ones that the number itself does not have.
    const shown = /^0+$/.test(cell.format) ? cell.format.length : 0
    return ok(String(cell.number).padStart(shown, '0'))
  }
  const plain = plainCell(cell)
  return plain.ok ? ok(narrowed(plain.value)) : plain
}

export const code: Codec = { asText: true, write: (value) => textOutput(String(value)), read: readCode }

/** Several codes in one cell. An empty cell is an empty list. */
export const codes: Codec = {
  asText: true,
  blank: [],
  write: (value) => textOutput(Array.isArray(value) ? value.join('、') : ''),
  read: (cell) => {
    const read = readCode(cell)
    return read.ok ? ok(read.value.split(/[、,;\s]+/).filter((part) => part !== '')) : read
  },
}

/** Exact decimals: numbers where a spreadsheet keeps every digit, otherwise text. */
function writeDecimal(value: unknown): CellOutput {
  const written = String(value)
  const places = written.split('.')[1]?.length ?? 0
  const digits = written.replace(/[-.]/g, '').replace(/^0+/, '').length
  const number = Number(written)
  return digits <= KEPT_DIGITS && places <= KEPT_DIGITS && number.toFixed(places) === written
    ? { kind: 'number', number, format: places === 0 ? '0' : `0.${'0'.repeat(places)}` }
    : textOutput(written)
}

const NUMBER_WANTED = '这里应填数字，如 98.5'

function readDecimal(cell: CellContent, share: boolean): Result<string, string> {
  if (cell.kind === 'number' && !isDateFormat(cell.format) && Math.abs(cell.number) < 1e15) {
    if (cell.format.includes('%') && !share)
      return err('是百分比格式，这里应填不带百分号的数字；请改单元格格式后重新填写')
    // The zeros at the end that the format shows belong to the figure: 12.30.
    const places = /^0(?:\.(0+))?$/.exec(cell.format)?.[1]?.length ?? 0
    const shown = cell.number.toFixed(places)
    if (places > 0 && Number(shown) === cell.number && !/^-0\.0+$/.test(shown)) return ok(shown)
  }
  const plain = plainCell(cell)
  if (!plain.ok) return plain
  const written = narrowed(plain.value)
  if (DecimalText.safeParse(written).success) return ok(written)
  if (share && written.endsWith('%')) {
    const percent = readFigure(written, '%')
    return percent.ok ? ok(plainText(new Decimal(percent.value).div(100))) : err(`${percent.error}；${NUMBER_WANTED}`)
  }
  const figure = readFigure(written, '')
  return figure.ok ? figure : err(`“${written.slice(0, 30)}”${figure.error}；${NUMBER_WANTED}`)
}

export const decimal: Codec = { asText: false, write: writeDecimal, read: (cell) => readDecimal(cell, false) }

/** A share between 0 and 1; a percentage is understood too. */
export const share: Codec = { asText: false, write: writeDecimal, read: (cell) => readDecimal(cell, true) }

export const wholeNumber: Codec = {
  asText: false,
  write: (value) => ({ kind: 'number', number: Number(value), format: '0' }),
  read: (cell) => {
    const read = readDecimal(
      cell.kind === 'text' ? { ...cell, text: cell.text.replace(/[年位个]\s*$/u, '') } : cell,
      false,
    )
    if (!read.ok) return read
    const number = new Decimal(read.value)
    return number.isInteger() && number.abs().lt(1e9) ? ok(number.toNumber()) : err(`“${read.value}”不是整数；请填整数`)
  },
}

/** Words for codes; the codes themselves are understood too, and the words of earlier versions. */
export function choice(names: ReadonlyMap<unknown, string>, formerly: ReadonlyMap<string, unknown> = new Map()): Codec {
  const choices = [...names.values()]
  const byWord = new Map<string, unknown>([
    ...formerly,
    ...[...names].flatMap(([value, name]) => [[String(value), value] as const, [narrowed(name), value] as const]),
  ])
  return {
    asText: true,
    choices,
    write: (value) => textOutput(names.get(value) ?? String(value)),
    read: (cell) => {
      const plain = plainCell(cell)
      if (!plain.ok) return plain
      const word = narrowed(plain.value)
      return byWord.has(word)
        ? ok(byWord.get(word))
        : err(`“${word.slice(0, 30)}”不在可选之列；请填${choices.map((name) => `“${name}”`).join('、')}`)
    },
  }
}

export const yesNo: Codec = choice(
  new Map<unknown, string>([
    [true, '是'],
    [false, '否'],
  ]),
)

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')

export function parsedJson(written: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(written))
  } catch {
    return err('不是完整的 JSON；请用导出文件里的写法（英文引号、冒号、逗号），或到系统里修改后重新导出')
  }
}

/** Texts, one on each line; an empty cell is an empty list. A list that lines could not give back is written as JSON. */
export const textLines: Codec = {
  asText: true,
  blank: [],
  write: (value) => {
    const texts = isTextList(value) ? value : []
    const plain = texts.every(
      (entry) => entry !== '' && textForCell(entry) === entry && !entry.startsWith('[') && !/[\n;；]/.test(entry),
    )
    return textOutput(plain ? texts.join('\n') : cellJson(JSON.stringify(texts)))
  },
  read: (cell) => {
    const plain = plainCell(cell)
    if (!plain.ok) return plain
    const written = textOfCell(plain.value)
    const json = written.startsWith('[') ? parsedJson(written) : undefined
    if (json?.ok === true && isTextList(json.value)) return ok(json.value)
    return ok(
      written
        .split(/[\n;；]+/)
        .map((entry) => textOfCell(entry))
        .filter((entry) => entry !== ''),
    )
  },
}

/** A value with a readable form of its own where it has one, otherwise as JSON. */
export function readableOrJson(
  readable: (value: unknown) => string | undefined,
  fromText: (text: string) => unknown,
  example: string,
): Codec {
  return {
    asText: true,
    write: (value) => textOutput(readable(value) ?? cellJson(canonicalJson(value))),
    read: (cell) => {
      const plain = plainCell(cell)
      if (!plain.ok) return plain
      const written = narrowed(plain.value)
      if (/^[[{]/.test(written)) return parsedJson(textOfCell(plain.value))
      const value = fromText(written)
      return value === undefined ? err(`“${written.slice(0, 40)}”看不懂；请写成${example}`) : ok(value)
    },
  }
}

/** An object as JSON. */
export const jsonObject: Codec = {
  asText: true,
  write: (value) => textOutput(cellJson(String(value))),
  read: (cell) => {
    const plain = plainCell(cell)
    if (!plain.ok) return plain
    const json = parsedJson(plain.value)
    if (!json.ok) return json
    return typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value)
      ? json
      : err('应为一个 JSON 对象，如 {"points":"2"}')
  },
}
