import { amendHolding } from './amendHolding.ts'
import { endDutyPilot, publishDutyCoverage, startDutyPilot, withdrawDutyCoverage } from './coverageCommands.ts'
import { DUTY_LISTS } from './duty-lists/index.ts'
import { endDutyPost } from './endDutyPost.ts'
import { fillDutyPost } from './fillDutyPost.ts'
import { getPostParts } from './getPostParts.ts'
import { getDutyCoverage, getDutyPost, listDutyPosts } from './queries.ts'
import { setUpDutyPosts } from './setUpDutyPosts.ts'
import { takeBackDutyPostStep } from './takeBackDutyPostStep.ts'
import { takeOverDutyPost } from './takeOverDutyPost.ts'
import { vacateDutyPost } from './vacateDutyPost.ts'

export const POSTS = {
  ...DUTY_LISTS,
  getPostParts,
  listDutyPosts,
  getDutyPost,
  setUpDutyPosts,
  fillDutyPost,
  amendHolding,
  vacateDutyPost,
  endDutyPost,
  takeOverDutyPost,
  takeBackDutyPostStep,
  getDutyCoverage,
  startDutyPilot,
  endDutyPilot,
  publishDutyCoverage,
  withdrawDutyCoverage,
} as const
