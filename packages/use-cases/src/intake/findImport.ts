import type { ImportBatch } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { codeOf } from '@anjie/domain/access/index'
import { importOwner } from '@anjie/domain/intake/importOwner'
import { type ImportAction, importFault } from '@anjie/domain/intake/importTransitions'
import { err, type Result } from '@anjie/kernel'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { CommandContext, Versioned } from '../ports.ts'

/** A batch of the version that the caller saw, with which the caller may take this step now. */
export async function findImport(
  context: CommandContext,
  batchId: string,
  action: ImportAction,
): Promise<Result<Versioned<ImportBatch>, Problem>> {
  const found = await findRecord(context, 'import-batch', batchId)
  if (!found.ok) return found
  // Those above look on and bring nothing in for others.
  if (importOwner(batchId) !== codeOf(context.scope)) return err(notFound('import-batch'))
  if (action !== 'carry-on') {
    const expected = checkVersion(context, found.value.version)
    if (!expected.ok) return expected
  }
  const fault = importFault(found.value.state, action, context.member)
  return fault === undefined ? found : err(fault)
}
