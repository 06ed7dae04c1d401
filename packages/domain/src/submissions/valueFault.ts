import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { Decimal } from '@anjie/kernel'
import { looksLikeFraction } from './looksLikeFraction.ts'

/** Why a figure cannot stand for this item, in Chinese; `null` when it can. Ends of the range belong to it. */
export function valueFault(item: DataItem, value: FormValue): string | null {
  if (value.status !== 'reported') return null
  const figure = new Decimal(value.value)
  const fraction = looksLikeFraction(item.unit, value.value) ? '；是否把小数填进了以%计的项' : ''
  const unit = item.unit === '' ? '' : `（${item.unit}）`
  if (item.digits !== undefined && decimalsOf(value.value) > item.digits)
    return item.digits === 0
      ? `${item.name}应为整数，填写的是${value.value}${fraction}`
      : `${item.name}最多${item.digits}位小数，填写的是${value.value}${fraction}`
  if (item.min !== undefined && figure.lt(item.min))
    return `${item.name}${unit}不能小于${item.min}，填写的是${value.value}${fraction}`
  if (item.max !== undefined && figure.gt(item.max))
    return `${item.name}${unit}不能大于${item.max}，填写的是${value.value}${fraction}`
  return null
}

/** Decimal places that carry something: `98.50` has one. */
function decimalsOf(text: string): number {
  const decimals = text.split('.')[1] ?? ''
  return decimals.replace(/0+$/, '').length
}
