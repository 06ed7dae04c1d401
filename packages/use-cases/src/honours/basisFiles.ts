import type { FactDetailsOf } from '@anjie/contracts/facts/facts'
import type { LegalBasisRecord } from '@anjie/contracts/vocabulary/honours/legalBasis'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { CommandContext, CommandOutcome } from '../ports.ts'
import { isOwn } from './isOwn.ts'

/** Where the papers of a basis lie: under the code of the level whose it is. */
export const filesPlace = ({ id }: Pick<LegalBasisRecord, 'id'>) => ({ id, county: namingCode(id) })

interface FileStep {
  readonly files: NonNullable<LegalBasisRecord['files']>
  readonly type: 'BasisFileRequested' | 'BasisFileAttached'
  readonly details: FactDetailsOf<'BasisFileRequested'>
  readonly replyId: string
}

/** Opens a basis of the own level as the caller saw it, and keeps what its papers became. */
export async function stepBasisFiles(
  context: CommandContext,
  id: string,
  decide: (state: LegalBasisRecord) => Promise<Result<FileStep, Problem>>,
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findRecord(context, 'legal-basis', id)
  if (!found.ok) return found
  const { state, version } = found.value
  const own = isOwn(context, state.id)
  if (!own.ok) return own
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decided = await decide(state)
  if (!decided.ok) return decided
  const { files, type, details, replyId } = decided.value
  const outcome = { id: replyId, version: version + 1, status: state.endedFor === undefined ? 'standing' : 'ended' }
  const next = { ...state, files, updatedAt: context.now }
  const written = await context.store.commit(
    [{ kind: 'legal-basis', id, expectedVersion: version, next, fact: { type, details } }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
