import { callBackCycle } from './callBackCycle.ts'
import { changeCycleSubjects } from './changeCycleSubjects.ts'
import { extendCycle } from './extendCycle.ts'
import { extendWindows } from './extendWindows.ts'
import { getCycle } from './getCycle.ts'
import { getCycleProgress } from './getCycleProgress.ts'
import { listCandidates } from './listCandidates.ts'
import { listCycleFigures } from './listCycleFigures.ts'
import { listCycles } from './listCycles.ts'
import { openCycle } from './openCycle.ts'
import { planCycle } from './planCycle.ts'
import { replanCycle } from './replanCycle.ts'

/** Use cases of the operations in `cycles.ts`, by operation id. */
export const CYCLES = {
  listCycles,
  listCandidates,
  getCycle,
  getCycleProgress,
  listCycleFigures,
  planCycle,
  replanCycle,
  extendCycle,
  extendWindows,
  callBackCycle,
  changeCycleSubjects,
  openCycle,
} as const
