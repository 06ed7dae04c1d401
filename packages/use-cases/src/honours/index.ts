import { acceptApplication } from './acceptApplication.ts'
import { askOpinion } from './askOpinion.ts'
import { attachApplicationEvidence } from './attachApplicationEvidence.ts'
import { attachBasisFile } from './attachBasisFile.ts'
import { attachCountyHonourFile } from './attachCountyHonourFile.ts'
import { attachVisitFile } from './attachVisitFile.ts'
import { changeCountyHonour } from './changeCountyHonour.ts'
import { changeRound } from './changeRound.ts'
import { checkNaming } from './checkNaming.ts'
import { closeRound } from './closeRound.ts'
import { confirmCountyHonour } from './confirmCountyHonour.ts'
import { confirmCriteria } from './confirmCriteria.ts'
import { correctTitle } from './correctTitle.ts'
import { distributePlaces } from './distributePlaces.ts'
import { draftApplication } from './draftApplication.ts'
import { drawUnits } from './drawUnits.ts'
import { endBasis } from './endBasis.ts'
import { enterBar } from './enterBar.ts'
import { enterHonourCounts } from './enterHonourCounts.ts'
import { enterListedTitle } from './enterListedTitle.ts'
import { freezeDrawList } from './freezeDrawList.ts'
import { getApplication } from './getApplication.ts'
import { getBars } from './getBars.ts'
import { getDraws } from './getDraws.ts'
import { getHonourCounts } from './getHonourCounts.ts'
import { getLadder } from './getLadder.ts'
import { getPlanner } from './getPlanner.ts'
import { getRound } from './getRound.ts'
import { getTitleBoard } from './getTitleBoard.ts'
import { giveOpinion } from './giveOpinion.ts'
import { holdApplication } from './holdApplication.ts'
import { liftBar } from './liftBar.ts'
import { listApplications } from './listApplications.ts'
import { listBars } from './listBars.ts'
import { listBases } from './listBases.ts'
import { listColleagues } from './listColleagues.ts'
import { listCountyHonours } from './listCountyHonours.ts'
import { listEarlierEvidence } from './listEarlierEvidence.ts'
import { listHonourTypes } from './listHonourTypes.ts'
import { listRounds } from './listRounds.ts'
import { listTitles } from './listTitles.ts'
import { nameBatch } from './nameBatch.ts'
import { openApplicationEvidence } from './openApplicationEvidence.ts'
import { openBasisFile } from './openBasisFile.ts'
import { openCountyHonourFile } from './openCountyHonourFile.ts'
import { openRound } from './openRound.ts'
import { proposeApplication } from './proposeApplication.ts'
import { publishHonourCounts } from './publishHonourCounts.ts'
import { recallRequest } from './recallRequest.ts'
import { recommendApplication } from './recommendApplication.ts'
import { recordBasis } from './recordBasis.ts'
import { recordCountyHonour } from './recordCountyHonour.ts'
import { recordVisit } from './recordVisit.ts'
import { rejectApplication } from './rejectApplication.ts'
import { releaseApplication } from './releaseApplication.ts'
import { removeApplicationEvidence } from './removeApplicationEvidence.ts'
import { requestApplicationEvidence } from './requestApplicationEvidence.ts'
import { requestBasisFile } from './requestBasisFile.ts'
import { requestCountyHonourFile } from './requestCountyHonourFile.ts'
import { requestVisitFile } from './requestVisitFile.ts'
import { returnApplication } from './returnApplication.ts'
import { returnCountyHonour } from './returnCountyHonour.ts'
import { reuseEvidence } from './reuseEvidence.ts'
import { saveApplication } from './saveApplication.ts'
import { setHonourType } from './setHonourType.ts'
import { submitApplication } from './submitApplication.ts'
import { submitCountyHonour } from './submitCountyHonour.ts'
import { decideTakeBack, proposeTakeBack } from './takeBack.ts'
import { transferApplication } from './transferApplication.ts'
import { waitApplication } from './waitApplication.ts'
import { withdrawApplication } from './withdrawApplication.ts'
import { withdrawListedTitle } from './withdrawListedTitle.ts'

export const HONOURS = {
  listHonourTypes,
  setHonourType,
  listBases,
  recordBasis,
  endBasis,
  requestBasisFile,
  attachBasisFile,
  openBasisFile,
  recordCountyHonour,
  changeCountyHonour,
  submitCountyHonour,
  confirmCountyHonour,
  returnCountyHonour,
  requestCountyHonourFile,
  attachCountyHonourFile,
  openCountyHonourFile,
  listCountyHonours,
  listBars,
  getBars,
  enterBar,
  liftBar,
  listRounds,
  getRound,
  openRound,
  changeRound,
  closeRound,
  distributePlaces,
  listApplications,
  getApplication,
  draftApplication,
  saveApplication,
  submitApplication,
  requestApplicationEvidence,
  attachApplicationEvidence,
  removeApplicationEvidence,
  openApplicationEvidence,
  listEarlierEvidence,
  reuseEvidence,
  confirmCriteria,
  withdrawApplication,
  recommendApplication,
  acceptApplication,
  waitApplication,
  returnApplication,
  rejectApplication,
  holdApplication,
  releaseApplication,
  recordVisit,
  requestVisitFile,
  attachVisitFile,
  listColleagues,
  transferApplication,
  askOpinion,
  giveOpinion,
  recallRequest,
  getDraws,
  freezeDrawList,
  drawUnits,
  proposeApplication,
  nameBatch,
  checkNaming,
  proposeTakeBack,
  decideTakeBack,
  correctTitle,
  enterListedTitle,
  withdrawListedTitle,
  listTitles,
  getTitleBoard,
  getHonourCounts,
  enterHonourCounts,
  publishHonourCounts,
  getLadder,
  getPlanner,
} as const
