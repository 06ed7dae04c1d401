/** Puts the counties into one group; `undefined` takes them out. */
export function assignTo(
  assigned: ReadonlyMap<string, string>,
  counties: readonly string[],
  group: string | undefined,
): ReadonlyMap<string, string> {
  const next = new Map(assigned)
  for (const county of counties) {
    if (group === undefined) next.delete(county)
    else next.set(county, group)
  }
  return next
}

/** Deals the counties out to the groups in turn, so that the groups become equally large. */
export function spreadOver(
  assigned: ReadonlyMap<string, string>,
  counties: readonly string[],
  groups: readonly string[],
): ReadonlyMap<string, string> {
  const next = new Map(assigned)
  counties.forEach((county, index) => {
    const group = groups[index % groups.length]
    if (group !== undefined) next.set(county, group)
  })
  return next
}
