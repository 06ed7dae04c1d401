interface Waiting {
  readonly id: string
  readonly dueOn: string | null
  readonly updatedAt: string
}

/** The order of a to-do list: the oldest due day first, then what has waited longest; what has no due day stands last. */
export function oldestDueFirst<Row extends Waiting>(rows: readonly Row[]): Row[] {
  const keyOf = (row: Row) => `${row.dueOn ?? '9999-12-31'} ${row.updatedAt} ${row.id}`
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
}
