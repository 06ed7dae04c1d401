import { acceptApplication } from './acceptApplication.ts'
import { createBatch } from './createBatch.ts'
import { draftApplication } from './draftApplication.ts'
import { getApplication } from './getApplication.ts'
import { getBatch } from './getBatch.ts'
import { getRound } from './getRound.ts'
import { listApplications } from './listApplications.ts'
import { listBatches } from './listBatches.ts'
import { listHonourTypes } from './listHonourTypes.ts'
import { listRounds } from './listRounds.ts'
import { listTitles } from './listTitles.ts'
import { nameBatch } from './nameBatch.ts'
import { openNotice } from './openNotice.ts'
import { openRound } from './openRound.ts'
import { proposeApplication } from './proposeApplication.ts'
import { recommendApplication } from './recommendApplication.ts'
import { rejectApplication } from './rejectApplication.ts'
import { returnApplication } from './returnApplication.ts'
import { saveApplication } from './saveApplication.ts'
import { submitApplication } from './submitApplication.ts'
import { withdrawApplication } from './withdrawApplication.ts'

export const HONOURS = {
  listHonourTypes,
  listRounds,
  getRound,
  openRound,
  listApplications,
  getApplication,
  draftApplication,
  saveApplication,
  submitApplication,
  withdrawApplication,
  recommendApplication,
  acceptApplication,
  returnApplication,
  rejectApplication,
  proposeApplication,
  listBatches,
  getBatch,
  createBatch,
  openNotice,
  nameBatch,
  listTitles,
} as const
