import type { FactDetailsOf } from '@anjie/contracts/facts/facts'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import type { Form } from './form.ts'

/** A timeline is read by people: beyond so many cells it says how many more there were; the fact's state holds them all. */
const NAMED_CHANGES = 30

/** Old → new for each cell that changed, for the timeline and the auditor. */
export function describeChanges(
  form: Form,
  before: readonly FormValue[],
  after: readonly FormValue[],
): FactDetailsOf<'ValuesSaved'> {
  const old = new Map(before.map((value) => [cellKey(value), value]))
  const next = new Map(after.map((value) => [cellKey(value), value]))
  const changes: [string, string][] = []
  for (const cell of form.cells) {
    const key = cellKey({ item: cell.item.code, period: cell.period })
    const [was, is] = [textOf(old.get(key)), textOf(next.get(key))]
    if (was !== is) changes.push([cellName(cell.item, cell.period, form.period), `${was} → ${is}`])
  }
  return {
    count: `${changes.length}项`,
    ...(changes.length === 0 ? {} : { changes: Object.fromEntries(changes.slice(0, NAMED_CHANGES)) }),
    ...(changes.length > NAMED_CHANGES ? { others: `${changes.length - NAMED_CHANGES}项见当时的填报表` } : {}),
  }
}

function textOf(value: FormValue | undefined): string {
  if (value === undefined) return '空白'
  const note = value.note === undefined || value.note.trim() === '' ? '' : `（${value.note.trim()}）`
  switch (value.status) {
    case 'reported':
      return `${value.value}${note}`
    case 'missing':
      return `未报${note}`
    case 'not-applicable':
      return `不适用${note}`
    case 'invalid':
      return `无效${note}`
  }
}
