/**
 * Where a file lies: below its county, because a county's credentials reach that prefix and no other. Made from ids and the ETag of
 * its content, so that another content never lies there; the Chinese file name stays in the record.
 */
export function evidenceKey(
  submission: { readonly id: string; readonly county: string },
  evidenceId: string,
  etag: string,
): string {
  return `evidence/${submission.county}/${submission.id}/${evidenceId}-${etag.replace(/[^0-9A-Za-z]/g, '')}`
}

/**
 * Where an upload waits to be looked at. A form that was given out reaches this place only: what was accepted as evidence cannot be
 * exchanged afterwards, and what is never accepted is cleared away after two days.
 */
export function pendingKey(submission: { readonly id: string; readonly county: string }, evidenceId: string): string {
  return `pending/${submission.county}/${submission.id}/${evidenceId}`
}
