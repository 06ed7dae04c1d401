import { Decimal, err, ok, plainText, type Result } from '@anjie/kernel'

/** As many as the vocabulary's decimal text may have. */
const MAX_DIGITS = 30
const FULL_WIDTH_FIRST = 0xff01
const FULL_WIDTH_LAST = 0xff5e

function narrow(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) return String.fromCharCode(code - 0xfee0)
    if (character === '\u3000' || character === '\u00a0') return ' '
    // A Chinese keyboard's full stop, where the point was meant.
    if (character === '。' || character === '｡') return '.'
    return character === '−' || character === '–' ? '-' : character
  })
    .join('')
    .trim()
}

/** The number of a cell without the item's own unit behind it: `96.5%` of an item in %, `12件` of an item in 件. */
function withoutUnit(text: string, unit: string): Result<string, string> {
  const [, number = '', rest = ''] = /^([-+]?[\d.,]+)\s*(.*)$/u.exec(text) ?? []
  if (number === '') return err('不是数字')
  const written = rest.trim()
  if (written === '' || written === narrow(unit)) return ok(number)
  if (/^[eE][+-]?\d+$/.test(written)) return err('是科学计数法，可能已失去精度，请在表格中改为文本或普通数字再填')
  if (/^\p{L}+$|^[%‰℃]$/u.test(written)) return err(`单位“${written}”与本项单位“${unit === '' ? '无' : unit}”不符`)
  return err('不是数字')
}

function plainNumber(text: string): Result<string, string> {
  const ungrouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(ungrouped)) return err('不是数字')
  if (/^[-+]?0\d/.test(ungrouped)) return err('数字不应以 0 开头，是否把编码填进了数值')
  const digits = ungrouped.replace(/[^\d]/g, '').length
  if (digits > MAX_DIGITS) return err(`有 ${digits} 位数字，最多 ${MAX_DIGITS} 位`)
  return ok(ungrouped.replace(/^\+/, '').replace(/\.$/, ''))
}

/**
 * Reads one figure as somebody typed or exported it: full-width digits, a Chinese full stop for the point, thousands separators
 * and the item's own unit are understood. Returns plain decimal text, or in Chinese what is wrong with it; never a guess. Whether the figure fits the
 * item's definition is for `checkValues` to say.
 */
export function readFigure(text: string, unit: string): Result<string, string> {
  const typed = narrow(text)
  if (typed === '') return err('是空的')
  const number = withoutUnit(typed, unit)
  if (!number.ok) return number
  const plain = plainNumber(number.value)
  if (!plain.ok) return plain
  return ok(plainText(new Decimal(plain.value)))
}
