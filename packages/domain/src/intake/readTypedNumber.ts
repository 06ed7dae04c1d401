import { MAX_DECIMAL_DIGITS } from '@anjie/contracts/vocabulary/decimalText'
import { Decimal, err, ok, plainText, type Result } from '@anjie/kernel'

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '．': '.',
  '－': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '＋': '+',
  '，': ',',
  '％': '%',
}

/**
 * What somebody typed or pasted into a number field, read as one exact decimal: full-width digits, signs and points are
 * taken, thousands separators only where they separate thousands, `%` only where the unit is `%`. Anything else is
 * refused with the reason; a text is never cut at its first strange character (`98。5` is not 98). An empty text is no
 * number and not this function's business.
 */
export function readTypedNumber(typed: string, unit = ''): Result<string, string> {
  const text = typed
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．－−–—＋，％]/g, (sign) => FULL_WIDTH[sign] ?? sign)
  if (text.includes('。')) return err(`“${typed}”中有句号，小数点请用“.”`)
  const percent = /^(.*?)\s*%$/.exec(text)
  if (percent !== null && unit !== '%') return err(`“${typed}”带有百分号，本项的单位是“${unit === '' ? '无' : unit}”`)
  const number = percent?.[1] ?? text
  const parts = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(number)
  if (parts === null) return err(reasonFor(typed, number))
  const [, sign = '', whole = '', decimals] = parts
  const digits = `${whole.replaceAll(',', '')}${decimals === undefined ? '' : `.${decimals}`}`
  if (digits.replace('.', '').length > MAX_DECIMAL_DIGITS) return err(`数字过长，最多${MAX_DECIMAL_DIGITS}位`)
  const value = new Decimal(`${sign === '-' ? '-' : ''}${digits}`)
  // Written places stay: 98.50 was measured to two.
  return ok(value.isZero() || decimals === undefined ? plainText(value) : value.toFixed(decimals.length))
}

function reasonFor(typed: string, number: string): string {
  if (/^[+-]?\d+\.$/.test(number)) return `“${typed}”的小数点后没有数字`
  if (/^[+-]?[\d,]+(\.\d+)?$/.test(number) && number.includes(',')) return `“${typed}”的千位分隔符位置不对`
  return `“${typed}”不是数字`
}
