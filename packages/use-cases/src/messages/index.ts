import { countMessages } from './countMessages.ts'
import { getUrgings } from './getUrgings.ts'
import { listMessages } from './listMessages.ts'
import { readMessages } from './readMessages.ts'
import { urgeCase } from './urgeCase.ts'

/** Use cases of the operations in `messages.ts`, by operation id. */
export const MESSAGES = {
  listMessages,
  countMessages,
  readMessages,
  getUrgings,
  urgeCase,
} as const
