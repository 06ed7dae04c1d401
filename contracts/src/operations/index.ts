import * as access from './access.ts'
import * as appeals from './appeals.ts'
import * as cycles from './cycles.ts'
import * as divisions from './divisions.ts'
import * as home from './home.ts'
import * as honours from './honours.ts'
import * as leagueTables from './league-tables.ts'
import * as messages from './messages.ts'
import * as notices from './notices.ts'
import type { Operation } from './operation.ts'
import * as schemes from './schemes.ts'
import * as submissions from './submissions.ts'
import * as units from './units.ts'

const { CheckResult: _checkResult, ...submissionOperations } = submissions
const { TIMELINE_KINDS: _timelineKinds, ...homeOperations } = home

/** Every operation by its id. The API mounts all of them, the guards suite walks all of them; a missing route does not compile. */
export const OPERATIONS = {
  ...access,
  ...homeOperations,
  ...messages,
  ...divisions,
  ...units,
  ...schemes,
  ...cycles,
  ...submissionOperations,
  ...leagueTables,
  ...appeals,
  ...honours,
  ...notices,
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS
