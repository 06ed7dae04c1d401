import type { MachineScope } from '../vocabulary/access/people.ts'
import * as access from './access.ts'
import * as aftercare from './aftercare.ts'
import * as appeals from './appeals.ts'
import * as catalogue from './catalogue.ts'
import * as cycles from './cycles.ts'
import * as disputes from './disputes.ts'
import * as divisions from './divisions.ts'
import * as home from './home.ts'
import * as honours from './honours.ts'
import * as intake from './intake.ts'
import * as leagueTables from './league-tables.ts'
import * as messages from './messages.ts'
import * as moves from './moves.ts'
import * as notices from './notices.ts'
import * as objections from './objections.ts'
import type { Operation } from './operation.ts'
import * as people from './people.ts'
import * as dutyLists from './posts/dutyLists.ts'
import * as dutyPosts from './posts/dutyPosts.ts'
import * as postParts from './posts/postParts.ts'
import * as procedure from './procedure.ts'
import * as registers from './registers.ts'
import * as schemes from './schemes.ts'
import * as submissions from './submissions.ts'
import * as supervision from './supervision.ts'
import * as units from './units.ts'

const { CheckResult: _checkResult, ...submissionOperations } = submissions
const { TIMELINE_KINDS: _timelineKinds, ...homeOperations } = home

/** Operations by area; what an area's commands may write stands in the domain (`access/purposes.ts`). */
const BY_AREA = {
  access,
  home: homeOperations,
  messages,
  divisions,
  units,
  people,
  catalogue,
  schemes,
  cycles,
  submissions: submissionOperations,
  'league-tables': leagueTables,
  appeals,
  honours,
  aftercare,
  moves,
  notices,
  objections,
  intake,
  registers,
  posts: { ...dutyPosts, ...dutyLists, ...postParts },
  supervision,
  procedure,
  disputes,
} as const
export type OperationArea = keyof typeof BY_AREA

/** Every operation by its id. The API mounts all of them, the guards suite walks all of them; a missing route does not compile. */
export const OPERATIONS = {
  ...BY_AREA.access,
  ...BY_AREA.home,
  ...BY_AREA.messages,
  ...BY_AREA.divisions,
  ...BY_AREA.units,
  ...BY_AREA.people,
  ...BY_AREA.catalogue,
  ...BY_AREA.schemes,
  ...BY_AREA.cycles,
  ...BY_AREA.submissions,
  ...BY_AREA['league-tables'],
  ...BY_AREA.appeals,
  ...BY_AREA.honours,
  ...BY_AREA.aftercare,
  ...BY_AREA.moves,
  ...BY_AREA.notices,
  ...BY_AREA.objections,
  ...BY_AREA.intake,
  ...BY_AREA.registers,
  ...BY_AREA.posts,
  ...BY_AREA.procedure,
  ...BY_AREA.supervision,
  ...BY_AREA.disputes,
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS

// `keys` of a table that is written out in full: exactly its areas.
const AREAS = Object.keys(BY_AREA) as OperationArea[]
const AREA_OF = new Map(AREAS.flatMap((area) => Object.keys(BY_AREA[area]).map((id) => [id, area] as const)))

/** The area that an operation belongs to. */
export function areaOf(id: string): OperationArea {
  const area = AREA_OF.get(id)
  if (area === undefined) throw new Error(`no operation ${id}`)
  return area
}

/**
 * What a machine client must have been given in order to call this; undefined: nothing, every post may. It is given rights in the areas
 * one by one; who one is, every client may ask.
 */
export function machineScopeOf({ id, method }: Pick<Operation, 'id' | 'method'>): MachineScope | undefined {
  const area = areaOf(id)
  return area === 'access' ? undefined : `${area}:${method === 'GET' ? 'read' : 'write'}`
}
