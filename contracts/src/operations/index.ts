import { MACHINE_AREAS, type MachineArea, type MachineScope } from '../vocabulary/access/people.ts'
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
import * as people from './people.ts'
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
  ...people,
  ...schemes,
  ...cycles,
  ...submissionOperations,
  ...leagueTables,
  ...appeals,
  ...honours,
  ...notices,
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS

/** The areas that a machine client is given rights in, one by one; what is in none of them is open to every post. */
const AREAS = {
  divisions,
  units,
  people,
  schemes,
  cycles,
  submissions: submissionOperations,
  'league-tables': leagueTables,
  appeals,
  honours,
  notices,
  home: homeOperations,
  messages,
} as const satisfies Record<MachineArea, Record<string, Operation>>

const AREA_OF = new Map(
  MACHINE_AREAS.flatMap((area) => Object.values(AREAS[area]).map(({ id }) => [id, area] as const)),
)

/** What a machine client must have been given in order to call this; undefined: nothing, every post may. */
export function machineScopeOf({ id, method }: Pick<Operation, 'id' | 'method'>): MachineScope | undefined {
  const area = AREA_OF.get(id)
  return area === undefined ? undefined : `${area}:${method === 'GET' ? 'read' : 'write'}`
}
