import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import { countedCells } from './countedCells.ts'
import type { Form } from './form.ts'

/** A counted figure as somebody saw it; null where there was none. */
export interface SeenCount {
  readonly item: string
  readonly period: string
  readonly value: string | null
}

/**
 * 台账取数已有变动: nobody signs a figure that they have not seen. What is counted now is set against what whoever submits saw, and told
 * with both; without anything seen there is nothing to compare.
 */
export function movedCounts(
  form: Pick<Form, 'cells' | 'period'>,
  seen: readonly SeenCount[],
  now: readonly FormValue[],
): Problem | null {
  const was = new Map(seen.map((count) => [cellKey(count), count.value]))
  const is = new Map(now.map((value) => [cellKey(value), value.status === 'reported' ? value.value : null]))
  const moved = countedCells(form).flatMap(({ item, period }) => {
    const key = cellKey({ item: item.code, period })
    const [before, after] = [was.get(key), is.get(key) ?? null]
    return before === undefined || before === after
      ? []
      : [`${cellName(item, period, form.period)}：您看到的是${before ?? '无数'}，台账现在是${after ?? '无数'}`]
  })
  return moved.length === 0 ? null : { code: 'counted-moved', detail: `${moved.join('；')}；请核对后再提交` }
}
