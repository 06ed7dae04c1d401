import type { CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Form } from './form.ts'

/** A cell whose figure is counted. */
export interface CountedFormCell {
  readonly item: DataItem & { readonly countedFrom: CountedFrom }
  readonly period: string
}

/** Cells of a form that nobody types. */
export const countedCells = ({ cells }: Pick<Form, 'cells'>): readonly CountedFormCell[] =>
  cells.flatMap(({ item, period }) => {
    const { countedFrom } = item
    return countedFrom === undefined ? [] : [{ item: { ...item, countedFrom }, period }]
  })

const countedCodes = ({ items }: Pick<Form, 'items'>): ReadonlySet<string> =>
  new Set(items.filter(({ countedFrom }) => countedFrom !== undefined).map(({ code }) => code))

/** What people entered. */
export function typedValues(form: Pick<Form, 'items'>, values: readonly FormValue[]): readonly FormValue[] {
  const counted = countedCodes(form)
  return counted.size === 0 ? values : values.filter(({ item }) => !counted.has(item))
}

/** What was counted. */
export function countedValues(form: Pick<Form, 'items'>, values: readonly FormValue[]): readonly FormValue[] {
  const counted = countedCodes(form)
  return counted.size === 0 ? [] : values.filter(({ item }) => counted.has(item))
}
