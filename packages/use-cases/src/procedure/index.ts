import { decideGrades, proposeGrades } from './deliberationCommands.ts'
import { draftFromFinding } from './draftFromFinding.ts'
import { assembleTeams, getFieldTeams } from './fieldTeams.ts'
import { getProcedure } from './getProcedure.ts'
import { getProcedurePaper } from './getProcedurePaper.ts'
import { getProcedurePlan } from './getProcedurePlan.ts'
import {
  acceptReport,
  answerConsultation,
  enterScores,
  filePaper,
  listProcedurePapers,
  returnPaper,
  saveFindings,
  saveReport,
  signScores,
  waivePaper,
} from './paperCommands.ts'
import { planProcedure } from './planProcedure.ts'
import { attachReportFile, openReportFile, requestReportFile } from './reportFiles.ts'
import { confirmCandidate, judgeCandidate, listReviewCandidates } from './reviewCommands.ts'

/** Use cases of the operations in `procedure.ts`, by operation id. */
export const PROCEDURE = {
  getProcedure,
  getProcedurePlan,
  planProcedure,
  getFieldTeams,
  assembleTeams,
  listProcedurePapers,
  getProcedurePaper,
  saveReport,
  requestReportFile,
  attachReportFile,
  openReportFile,
  enterScores,
  saveFindings,
  filePaper,
  answerConsultation,
  acceptReport,
  signScores,
  returnPaper,
  waivePaper,
  draftFromFinding,
  listReviewCandidates,
  judgeCandidate,
  confirmCandidate,
  proposeGrades,
  decideGrades,
} as const
