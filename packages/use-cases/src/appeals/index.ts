import { answerAppeal } from './answerAppeal.ts'
import { concludeAppeal } from './concludeAppeal.ts'
import { fileAppeal } from './fileAppeal.ts'
import { getAppeal } from './getAppeal.ts'
import { listAppeals } from './listAppeals.ts'

/** Use cases of the operations in `appeals.ts`, by operation id. */
export const APPEALS = { listAppeals, getAppeal, fileAppeal, answerAppeal, concludeAppeal } as const
