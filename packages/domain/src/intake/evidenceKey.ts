/**
 * Where a file lies: below its county, because a county's credentials reach that prefix and no other. Made from ids alone;
 * the Chinese file name stays in the record.
 */
export function evidenceKey(submission: { readonly id: string; readonly county: string }, evidenceId: string): string {
  return `evidence/${submission.county}/${submission.id}/${evidenceId}`
}
