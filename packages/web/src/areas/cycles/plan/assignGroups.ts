/** Puts the subjects into one group; `undefined` takes them out. */
export function assignTo(
  assigned: ReadonlyMap<string, string>,
  subjects: readonly string[],
  group: string | undefined,
): ReadonlyMap<string, string> {
  const next = new Map(assigned)
  for (const subject of subjects) {
    if (group === undefined) next.delete(subject)
    else next.set(subject, group)
  }
  return next
}

/** Deals the subjects out to the groups in turn, so that the groups become equally large. */
export function spreadOver(
  assigned: ReadonlyMap<string, string>,
  subjects: readonly string[],
  groups: readonly string[],
): ReadonlyMap<string, string> {
  const next = new Map(assigned)
  subjects.forEach((subject, index) => {
    const group = groups[index % groups.length]
    if (group !== undefined) next.set(subject, group)
  })
  return next
}
