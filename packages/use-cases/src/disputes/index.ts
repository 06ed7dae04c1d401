import { passDisputeUp, recordDisputeAttempt, recordDisputeOutcome } from './disputeSteps.ts'
import { decideDisputeDoubt, listDisputeDoubts } from './doubts.ts'
import { enterDispute } from './enterDispute.ts'
import { getOutgoingDisputes } from './getOutgoingDisputes.ts'
import { mapDisputeSystem } from './mapDisputeSystem.ts'
import { matchDisputes } from './matchDisputes.ts'
import { getDispute, listDisputeSystems, listDisputes, reconcileDisputes } from './queries.ts'
import { saveDisputeEntry } from './saveDisputeEntry.ts'
import { separateDispute } from './separateDispute.ts'
import { withdrawDisputeEntry } from './withdrawDisputeEntry.ts'

/** Use cases of the operations in `disputes.ts`, by operation id. */
export const DISPUTES = {
  listDisputeSystems,
  mapDisputeSystem,
  enterDispute,
  saveDisputeEntry,
  recordDisputeAttempt,
  passDisputeUp,
  recordDisputeOutcome,
  separateDispute,
  withdrawDisputeEntry,
  matchDisputes,
  listDisputeDoubts,
  decideDisputeDoubt,
  getDispute,
  listDisputes,
  reconcileDisputes,
  getOutgoingDisputes,
} as const
