import { closeScheme } from './closeScheme.ts'
import { copyScheme } from './copyScheme.ts'
import { draftScheme } from './draftScheme.ts'
import { editScheme } from './editScheme.ts'
import { enterCommissionValues } from './enterCommissionValues.ts'
import { extendCycle } from './extendCycle.ts'
import { getCommissionValues } from './getCommissionValues.ts'
import { getCycle } from './getCycle.ts'
import { getCycleProgress } from './getCycleProgress.ts'
import { getLeagueTable } from './getLeagueTable.ts'
import { getOwnScorecard } from './getOwnScorecard.ts'
import { getRun } from './getRun.ts'
import { getScheme } from './getScheme.ts'
import { getScorecard } from './getScorecard.ts'
import { listCandidates } from './listCandidates.ts'
import { listCycles } from './listCycles.ts'
import { listRuns } from './listRuns.ts'
import { listSchemes } from './listSchemes.ts'
import { openCycle } from './openCycle.ts'
import { planCycle } from './planCycle.ts'
import { previewRun } from './previewRun.ts'
import { publishRun } from './publishRun.ts'
import { publishScheme } from './publishScheme.ts'
import { replanCycle } from './replanCycle.ts'
import { runScores } from './runScores.ts'

/** Use cases of the operations in `schemes.ts` and `cycles.ts`, by operation id. */
export const ASSESSMENTS = {
  listSchemes,
  getScheme,
  draftScheme,
  editScheme,
  copyScheme,
  publishScheme,
  closeScheme,
  listCycles,
  listCandidates,
  getCycle,
  getCycleProgress,
  planCycle,
  replanCycle,
  extendCycle,
  openCycle,
  getCommissionValues,
  enterCommissionValues,
  runScores,
  listRuns,
  getRun,
  previewRun,
  publishRun,
  getScorecard,
  getOwnScorecard,
  getLeagueTable,
} as const
