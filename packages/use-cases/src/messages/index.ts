import { countMessages } from './countMessages.ts'
import { listMessages } from './listMessages.ts'
import { readMessages } from './readMessages.ts'

/** Use cases of the operations in `messages.ts`, by operation id. */
export const MESSAGES = {
  listMessages,
  countMessages,
  readMessages,
} as const
