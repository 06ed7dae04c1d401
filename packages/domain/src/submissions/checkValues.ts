import { periodText } from '@anjie/calendar-cn'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { typedFault } from '../counting/typedFault.ts'
import { cellKey } from './cellKey.ts'
import type { Form } from './form.ts'
import { valueFault } from './valueFault.ts'

/**
 * Why these figures cannot be kept in this form, all at once with pointers into the request; `null` when they can. A draft
 * may have blanks; it may not have figures that belong nowhere or cannot be.
 */
export function checkValues(form: Form, values: readonly FormValue[]): Problem | null {
  const cells = new Map(form.cells.map((cell) => [cellKey({ item: cell.item.code, period: cell.period }), cell.item]))
  const known = new Map(form.items.map((item) => [item.code, item]))
  const fillable = new Set(form.cells.map((cell) => cell.item.code))
  const unknown: { pointer: string; detail: string }[] = []
  const invalid: { pointer: string; detail: string }[] = []
  const seen = new Set<string>()
  values.forEach((value, index) => {
    const pointer = `/values/${index}`
    const item = cells.get(cellKey(value))
    if (!fillable.has(value.item)) {
      const name = known.get(value.item)?.name
      unknown.push({
        pointer: `${pointer}/item`,
        detail: name === undefined ? `没有数据项“${value.item}”` : `${name}不在本表填报`,
      })
    } else if (known.get(value.item)?.countedFrom !== undefined)
      invalid.push({ pointer, detail: typedFault(known.get(value.item)) })
    else if (item === undefined)
      invalid.push({
        pointer: `${pointer}/period`,
        detail: `${known.get(value.item)?.name ?? value.item}没有“${periodText(value.period)}”这一期`,
      })
    else if (seen.has(cellKey(value))) invalid.push({ pointer, detail: `${item.name}（${value.period}）重复填写` })
    else {
      const detail = valueFault(item, value)
      if (detail !== null) invalid.push({ pointer: `${pointer}/value`, detail })
    }
    seen.add(cellKey(value))
  })
  const errors = [...unknown, ...invalid]
  const first = errors[0]
  if (first === undefined) return null
  return {
    code: unknown.length > 0 ? 'item-unknown' : 'value-invalid',
    detail: errors.length === 1 ? first.detail : `${first.detail}等${errors.length}处`,
    pointer: first.pointer,
    errors,
  }
}
