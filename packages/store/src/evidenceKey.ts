/**
 * `evidence/990101/990101.01J…/990101.01J…`: made from the ids of records that the caller may read, never from a name that a
 * client sent. The roles' policies let a session touch `evidence/<its own county>/…` only.
 */
export function evidenceKey(county: string, submissionId: string, evidenceId: string): string {
  for (const part of [county, submissionId, evidenceId]) {
    if (!/^[0-9A-Z.]+$/.test(part)) throw new Error('an evidence key is made from ids')
  }
  return `evidence/${county}/${submissionId}/${evidenceId}`
}
