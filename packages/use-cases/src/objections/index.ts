import { enterObjection } from './enterObjection.ts'
import { getObjection, listObjections, openObjectionFile } from './queries.ts'
import { acceptObjection, answerObjection, publishObjection } from './steps.ts'

/** Use cases of the operations in `objections.ts`, by operation id. */
export const OBJECTIONS = {
  listObjections,
  getObjection,
  openObjectionFile,
  enterObjection,
  acceptObjection,
  answerObjection,
  publishObjection,
} as const
