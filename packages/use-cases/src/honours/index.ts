import { acceptApplication } from './acceptApplication.ts'
import { attachApplicationEvidence } from './attachApplicationEvidence.ts'
import { changeRound } from './changeRound.ts'
import { checkNaming } from './checkNaming.ts'
import { closeRound } from './closeRound.ts'
import { confirmCriteria } from './confirmCriteria.ts'
import { draftApplication } from './draftApplication.ts'
import { endBasis } from './endBasis.ts'
import { getApplication } from './getApplication.ts'
import { getLadder } from './getLadder.ts'
import { getPlanner } from './getPlanner.ts'
import { getRound } from './getRound.ts'
import { holdApplication } from './holdApplication.ts'
import { listApplications } from './listApplications.ts'
import { listBases } from './listBases.ts'
import { listEarlierEvidence } from './listEarlierEvidence.ts'
import { listHonourTypes } from './listHonourTypes.ts'
import { listRounds } from './listRounds.ts'
import { listTitles } from './listTitles.ts'
import { nameBatch } from './nameBatch.ts'
import { openApplicationEvidence } from './openApplicationEvidence.ts'
import { openRound } from './openRound.ts'
import { proposeApplication } from './proposeApplication.ts'
import { recommendApplication } from './recommendApplication.ts'
import { recordBasis } from './recordBasis.ts'
import { rejectApplication } from './rejectApplication.ts'
import { releaseApplication } from './releaseApplication.ts'
import { removeApplicationEvidence } from './removeApplicationEvidence.ts'
import { requestApplicationEvidence } from './requestApplicationEvidence.ts'
import { returnApplication } from './returnApplication.ts'
import { reuseEvidence } from './reuseEvidence.ts'
import { saveApplication } from './saveApplication.ts'
import { setHonourType } from './setHonourType.ts'
import { submitApplication } from './submitApplication.ts'
import { decideTakeBack, proposeTakeBack } from './takeBack.ts'
import { withdrawApplication } from './withdrawApplication.ts'

export const HONOURS = {
  listHonourTypes,
  setHonourType,
  listBases,
  recordBasis,
  endBasis,
  listRounds,
  getRound,
  openRound,
  changeRound,
  closeRound,
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
  returnApplication,
  rejectApplication,
  holdApplication,
  releaseApplication,
  proposeApplication,
  nameBatch,
  checkNaming,
  proposeTakeBack,
  decideTakeBack,
  listTitles,
  getLadder,
  getPlanner,
} as const
