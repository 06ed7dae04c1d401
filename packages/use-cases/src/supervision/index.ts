import { discardMeasure, draftMeasures, reviseMeasure } from './drafting.ts'
import { issueMeasures } from './issueMeasures.ts'
import {
  acknowledgeMeasure,
  answerContest,
  contestMeasure,
  decideVeto,
  liftListing,
  publishListing,
  withdrawMeasure,
} from './measureCommands.ts'
import { getMeasure, getRectification, getSupervisionTally, listMeasures, listRectifications } from './queries.ts'
import { answerMoreTime, askMoreTime, checkRectification, reportRectification } from './rectificationCommands.ts'
import { attachRectificationFile, openRectificationFile, requestRectificationFile } from './rectificationFiles.ts'

export const SUPERVISION = {
  listMeasures,
  getSupervisionTally,
  getMeasure,
  draftMeasures,
  reviseMeasure,
  discardMeasure,
  issueMeasures,
  acknowledgeMeasure,
  contestMeasure,
  answerContest,
  publishListing,
  liftListing,
  decideVeto,
  withdrawMeasure,
  listRectifications,
  getRectification,
  requestRectificationFile,
  attachRectificationFile,
  openRectificationFile,
  reportRectification,
  checkRectification,
  askMoreTime,
  answerMoreTime,
} as const
