import type { IntakeField, IntakeFieldType } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { Decimal, err, ok, type Result, textFault, tidyText } from '@anjie/kernel'
import { narrowed } from '../tables/cellText.ts'
import { choice, yesNo } from '../tables/codec.ts'
import { plainCell, shownText } from '../tables/shownText.ts'
import { isDateFormat } from '../xlsx/readNumberFormats.ts'
import type { CellContent } from '../xlsx/readSheet.ts'
import { readDay } from './readDay.ts'

/** What a cell of a form stands for: figures and days as exact text. */
export type IntakeValue = string | boolean

/** The value of a cell with content, or in Chinese what is wrong and what to do; never a guess. */
export const readIntakeCell = (field: IntakeField, cell: CellContent): Result<IntakeValue, string> =>
  READERS[field.type](field, cell)

const READERS: Readonly<
  Record<IntakeFieldType, (field: IntakeField, cell: CellContent) => Result<IntakeValue, string>>
> = {
  text: readText,
  code: readCode,
  decimal: readDecimal,
  whole: readWhole,
  date: (_, cell) => readDay(cell),
  choice: readChoice,
  'yes-no': (_, cell) => {
    const read = yesNo.read(narrowedText(cell))
    return read.ok ? ok(read.value === true) : err(read.error)
  },
}

const LONGEST_TEXT = 500

function readText({ longest = LONGEST_TEXT }: IntakeField, cell: CellContent): Result<string, string> {
  const plain = plainCell(cell)
  if (!plain.ok) return plain
  const text = tidyText(plain.value)
  const fault = textFault(text, 'line')
  if (fault !== undefined) return err(fault)
  const length = [...text].length
  return length > longest ? err(`有 ${length} 个字，最多 ${longest} 个字`) : ok(text)
}

const CODE = /^[0-9A-Za-z][0-9A-Za-z_.-]*$/

function readCode({ digits }: IntakeField, cell: CellContent): Result<string, string> {
  if (cell.kind === 'number' && isDateFormat(cell.format))
    return err('表格把代码变成了日期；请把单元格设为文本格式，重新填写代码')
  if (cell.kind === 'number' && (!Number.isInteger(cell.number) || cell.number < 0))
    return err('是带小数或负号的数字，不是代码；请把单元格设为文本格式后重新填写')
  const shown = shownText(cell)
  if (!shown.ok) return shown
  const code = narrowed(shown.value)
  if (/^\d(\.\d+)?[eE]\+\d+$/.test(code))
    return err(`“${code}”是科学计数法，后面的数位已经丢失；请把单元格设为文本格式，重新填写完整的代码`)
  const fault = textFault(code, 'line')
  if (fault !== undefined) return err(fault)
  if (!CODE.test(code)) return err(`“${code.slice(0, 30)}”不是代码；代码由字母和数字组成`)
  if (digits === undefined || code.length === digits) return ok(code)
  if (cell.kind === 'number' && code.length < digits)
    return err(
      `“${code}”只有 ${code.length} 位，应为 ${digits} 位，前面的 0 可能已经丢失；请把单元格设为文本格式后重新填写`,
    )
  return err(`“${code.slice(0, 40)}”有 ${code.length} 位，应为 ${digits} 位；请核对代码`)
}

/** `#,##0,` and `0!.0,"万"` show a thousandth or less of what the cell holds. */
const SHOWN_SMALLER = /[0#?],+(?![0#?])|万|千|亿/

const NOTHING = /^([-—–―/\\*]+|无|空|暂无|缺|未报|不适用|n\/?a|null)$/i

const nothing = (written: string, words: readonly string[] = []): string => {
  const instead =
    words.length === 0 ? '没有数就留空' : `没有数请写${words.map((word) => `“${word}”`).join('、')}，或留空`
  return `“${written}”不是数字；${instead}，是零请填 0`
}

function readDecimal(field: IntakeField, cell: CellContent): Result<string, string> {
  if (cell.kind === 'number' && !isDateFormat(cell.format) && SHOWN_SMALLER.test(cell.format.split(';')[0] ?? ''))
    return err('单元格格式显示的不是原数（按千、万等缩小了），分不清该取哪个；请改为常规格式，照本项单位填写')
  const exact = exactNumber(cell)
  if (exact !== undefined) return withinLimits(field, exact)
  const shown = shownText(cell)
  if (!shown.ok) return shown
  const written = narrowed(shown.value)
  if (field.words?.includes(written) === true) return ok(written)
  if (NOTHING.test(written)) return err(nothing(written, field.words))
  const figure = readFigure(written, field.unit ?? '')
  if (!figure.ok) return err(`“${written.slice(0, 30)}”${figure.error}；这里应填数字，如 98.5`)
  return withinLimits(field, figure.value)
}

const PLAIN_NUMBER = /^-?\d{1,12}(\.\d{1,3})?$/

/** A number that is written as it is, as nearly all are; undefined for what has to be looked at more closely. */
function exactNumber(cell: CellContent): string | undefined {
  if (cell.kind !== 'number' || cell.format.includes('%') || isDateFormat(cell.format)) return undefined
  const text = String(cell.number)
  return PLAIN_NUMBER.test(text) ? text : undefined
}

function withinLimits(field: IntakeField, figure: string): Result<string, string> {
  if ((field.least ?? field.most ?? field.decimals) === undefined) return ok(figure)
  const fault = figureFault(field, new Decimal(figure))
  return fault === undefined ? ok(figure) : err(`“${figure}”${fault}`)
}

function figureFault({ least, most, decimals }: IntakeField, figure: Decimal): string | undefined {
  if (least !== undefined && figure.lt(least)) return `小于 ${least}，本项不小于 ${least}`
  if (most !== undefined && figure.gt(most)) return `大于 ${most}，本项不大于 ${most}`
  if (decimals !== undefined && figure.decimalPlaces() > decimals) return `的小数超过 ${decimals} 位`
  return undefined
}

function readWhole(field: IntakeField, cell: CellContent): Result<string, string> {
  const read = readDecimal(field, cell)
  if (!read.ok) return read
  return new Decimal(read.value).isInteger() ? read : err(`“${read.value}”不是整数；请填整数`)
}

function readChoice({ choices = [] }: IntakeField, cell: CellContent): Result<string, string> {
  const read = choice(new Map(choices.map(({ code, name }) => [code, name]))).read(narrowedText(cell))
  return read.ok ? ok(String(read.value)) : err(read.error)
}

const narrowedText = (cell: CellContent): CellContent =>
  cell.kind === 'text' ? { kind: 'text', text: narrowed(cell.text).replace(/\s+/g, '') } : cell
