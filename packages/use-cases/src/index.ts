import type { OPERATIONS, OperationId } from '@anjie/contracts/operations/index'
import { ACCESS } from './access/index.ts'
import { APPEALS } from './appeals/index.ts'
import { ASSESSMENTS } from './assessments/index.ts'
import { DIVISIONS } from './divisions/index.ts'
import { HONOURS } from './honours/index.ts'
import type { UseCaseOf } from './input.ts'
import { INTAKE } from './intake/index.ts'
import { SANDBOX } from './sandbox/index.ts'
import { UNITS } from './units/index.ts'

export type UseCases = { readonly [Id in OperationId]: UseCaseOf<(typeof OPERATIONS)[Id]> }

/** One use case for every operation; an operation without one does not compile. */
export const USE_CASES = {
  ...ACCESS,
  ...DIVISIONS,
  ...UNITS,
  ...ASSESSMENTS,
  ...INTAKE,
  ...HONOURS,
  ...APPEALS,
  ...SANDBOX,
} as const satisfies UseCases
