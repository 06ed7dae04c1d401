import type { OPERATIONS, OperationId } from '@anjie/contracts/operations/index'
import { ACCESS } from './access/index.ts'
import { AFTERCARE } from './aftercare/index.ts'
import { APPEALS } from './appeals/index.ts'
import { CATALOGUE } from './catalogue/index.ts'
import { CYCLES } from './cycles/index.ts'
import { DISPUTES } from './disputes/index.ts'
import { DIVISIONS } from './divisions/index.ts'
import { HOME } from './home/index.ts'
import { HONOURS } from './honours/index.ts'
import type { UseCaseOf } from './input.ts'
import { INTAKE } from './intake/index.ts'
import { LEAGUE_TABLES } from './league-tables/index.ts'
import { MESSAGES } from './messages/index.ts'
import { MOVES } from './moves/index.ts'
import { NOTICES } from './notices/index.ts'
import { OBJECTIONS } from './objections/index.ts'
import { PEOPLE } from './people/index.ts'
import { POSTS } from './posts/index.ts'
import { PROCEDURE } from './procedure/index.ts'
import { REGISTERS } from './registers/index.ts'
import { SCHEMES } from './schemes/index.ts'
import { SUBMISSIONS } from './submissions/index.ts'
import { SUPERVISION } from './supervision/index.ts'
import { UNITS } from './units/index.ts'

export type UseCases = { readonly [Id in OperationId]: UseCaseOf<(typeof OPERATIONS)[Id]> }

/** One use case for every operation; an operation without one does not compile. */
export const USE_CASES = {
  ...ACCESS,
  ...HOME,
  ...MESSAGES,
  ...DIVISIONS,
  ...UNITS,
  ...PEOPLE,
  ...CATALOGUE,
  ...SCHEMES,
  ...CYCLES,
  ...SUBMISSIONS,
  ...LEAGUE_TABLES,
  ...APPEALS,
  ...HONOURS,
  ...AFTERCARE,
  ...MOVES,
  ...NOTICES,
  ...OBJECTIONS,
  ...INTAKE,
  ...REGISTERS,
  ...POSTS,
  ...PROCEDURE,
  ...SUPERVISION,
  ...DISPUTES,
} as const satisfies UseCases
