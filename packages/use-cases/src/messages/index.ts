import { countMessages } from './countMessages.ts'
import { getDigestSetting } from './getDigestSetting.ts'
import { getUrgings } from './getUrgings.ts'
import { listMessages } from './listMessages.ts'
import { readMessages } from './readMessages.ts'
import { setDigestSetting } from './setDigestSetting.ts'
import { urgeCase } from './urgeCase.ts'

/** Use cases of the operations in `messages.ts`, by operation id. */
export const MESSAGES = {
  listMessages,
  countMessages,
  readMessages,
  getUrgings,
  urgeCase,
  getDigestSetting,
  setDigestSetting,
} as const
