import { CriterionAnswer } from '@anjie/contracts/vocabulary/honours/application'
import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

/** An application as its page and the parts of the page read it. */
export type ApplicationCase = Answer<(typeof OPERATIONS)['getApplication']>

/** What the applicant typed into the case and has not saved; undefined for a part that was not touched. */
interface TypedMaterial {
  readonly answers: CriterionAnswer[] | undefined
  readonly statement: string | undefined
}

export function readKeptMaterial(kept: unknown): TypedMaterial | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const answers = 'answers' in kept ? CriterionAnswer.array().safeParse(kept.answers) : undefined
  const statement = 'statement' in kept && typeof kept.statement === 'string' ? kept.statement : undefined
  const typed = { answers: answers?.data, statement }
  return typed.answers === undefined && typed.statement === undefined ? undefined : typed
}
