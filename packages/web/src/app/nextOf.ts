interface Waiting {
  readonly kind: string
  readonly id: string
  readonly dueOn: string | null
}

/** The next to do of the same kind, what is due first first; the case itself may still stand in a list that lags a second behind. */
export function nextOf<R extends Waiting>(
  toDo: readonly R[],
  done: { readonly kind: string; readonly id: string },
): { readonly next: R | undefined; readonly left: number } {
  const same = toDo
    .filter(({ kind, id }) => kind === done.kind && id !== done.id)
    .toSorted((one, other) => (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9'))
  return { next: same[0], left: same.length }
}
