import { Decimal, err, ok, plainText, type Result } from '@anjie/kernel'
import { isDateFormat } from '../xlsx/readNumberFormats.ts'
import type { CellContent } from '../xlsx/readSheet.ts'

/** A spreadsheet keeps 15 digits. */
export const KEPT_DIGITS = 15
export const SPOILT = '是超过 15 位的数字，表格已经把后面的数位变成了 0；请把单元格设为文本格式后重新填写'
const IS_DATE = '是日期，不是这里要填的内容；请把单元格设为文本格式后重新填写'

const brokenCell = (shown: string): Result<never, string> =>
  err(`单元格里是“${shown}”；请改为直接填写内容，或用带计算结果的公式`)

/** The text of any cell; numbers without the ornaments of their format. */
export function plainCell(cell: CellContent): Result<string, string> {
  switch (cell.kind) {
    case 'text':
      return ok(cell.text)
    case 'boolean':
      return ok(cell.value ? '是' : '否')
    case 'broken':
      return brokenCell(cell.shown)
    case 'number':
      if (isDateFormat(cell.format)) return err(IS_DATE)
      if (Math.abs(cell.number) >= 1e15) return err(SPOILT)
      return ok(plainText(new Decimal(cell.number.toPrecision(KEPT_DIGITS))))
  }
}

/**
 * The text of a cell as people see it: a percentage with its sign, so that 96.5% is not read as 0.965, and the leading
 * zeros of a code that its format shows. Unlike what is seen, no digit is rounded away.
 */
export function shownText(cell: CellContent): Result<string, string> {
  const plain = plainCell(cell)
  if (!plain.ok || cell.kind !== 'number') return plain
  if (cell.format.includes('%')) return ok(`${plainText(new Decimal(plain.value).times(100))}%`)
  return /^0{2,}$/.test(cell.format) && Number.isInteger(cell.number) && cell.number >= 0
    ? ok(plain.value.padStart(cell.format.length, '0'))
    : plain
}
