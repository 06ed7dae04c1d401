import { ImportBatchId } from '@anjie/contracts/vocabulary/ids'
import { codeOf, type NestedJurisdiction } from '../access/index.ts'

/** A ULID and what joins it to its owner. */
const OWN_PART = 27

/** Whose a batch is: a jurisdiction's by its code, or a unit's by its id. */
export const importOwner = (batchId: string): string => batchId.slice(0, -OWN_PART)

export const importBatchId = (scope: NestedJurisdiction, ulid: string): ImportBatchId =>
  ImportBatchId.parse(`${codeOf(scope)}${scope.level === 'unit' ? '-' : '.'}${ulid}`)
