/**
 * Where a file lies: below its county, because a county's credentials reach that prefix and no other. Made from ids alone;
 * the Chinese file name stays in the record.
 */
export function evidenceKey(submission: { readonly id: string; readonly county: string }, evidenceId: string): string {
  const ulid = (id: string): string => id.slice(id.indexOf('.') + 1)
  return `evidence/${submission.county}/${ulid(submission.id)}/${ulid(evidenceId)}`
}
