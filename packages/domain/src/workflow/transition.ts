import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import { ROLE_NAMES } from '../access/roleNames.ts'

/** One line of a record's transition table: who takes it from which status to which, and what else must hold. */
export interface Transition<Action extends string, Status extends string, Guard extends string> {
  readonly action: Action
  readonly from: Status
  /** The first one, unless the person chooses. The same as `from` where the work stays in its stage. */
  readonly to: readonly [Status, ...Status[]]
  readonly level: Level
  readonly role: Role
  /** 单位填报人 of the very unit that the record is about may take it as well. */
  readonly alsoUnit?: true
  /** Asked in this order; the first refusal is the one that is shown. */
  readonly guards: readonly Guard[]
  /** 待办: the roles whose to-do list gains, loses or shows the record otherwise by this step. A line without it does not compile. */
  readonly changes: readonly Role[]
  /** 告知: the levels whose home page says so. */
  readonly tells: readonly Level[]
}

/** A record's table with the Chinese names that refusals use. */
export interface Workflow<Action extends string, Status extends string, Guard extends string> {
  /** 填报表, 考评方案 … */
  readonly recordName: string
  readonly statusNames: Readonly<Record<Status, string>>
  readonly actionNames: Readonly<Record<Action, string>>
  readonly transitions: readonly Transition<Action, Status, Guard>[]
}

/** The tables of a record of which the level that keeps it says who takes a step. */
export function workflowPerLevel<Action extends string, Status extends string, Guard extends string>(
  words: Omit<Workflow<Action, Status, Guard>, 'transitions'>,
  transitionsAt: (level: Level) => readonly Transition<Action, Status, Guard>[],
): Readonly<Record<Level, Workflow<Action, Status, Guard>>> {
  const at = (level: Level) => ({ ...words, transitions: transitionsAt(level) })
  return { county: at('county'), city: at('city'), province: at('province') }
}

/** The post in whose hands a record of some status is, and what it does next. */
export interface StatusOwner {
  readonly level: Level
  readonly role: Role
  readonly verb: string
}

type GuardCheck<Guard extends string> = (guard: Guard) => Problem | null

/**
 * The line of the table by which this person may do this now, or why not. `code`: the division code at each level that the
 * record belongs to; `unit`: the unit that it is about.
 */
export function permit<Action extends string, Status extends string, Guard extends string>(
  workflow: Workflow<Action, Status, Guard>,
  status: Status,
  action: Action,
  member: Membership,
  code: (level: Level) => string,
  check: GuardCheck<Guard>,
  unit?: string,
): Result<Transition<Action, Status, Guard>, Problem> {
  const line = lineFor(workflow, status, action, member, code, unit)
  if (!line.ok) return line
  const refusal = firstRefusal(line.value, check)
  return refusal === null ? line : err(refusal)
}

/** The line of the table that is this post's at this stage. */
function lineFor<Action extends string, Status extends string, Guard extends string>(
  workflow: Workflow<Action, Status, Guard>,
  status: Status,
  action: Action,
  member: Membership,
  code: (level: Level) => string,
  unit: string | undefined,
): Result<Transition<Action, Status, Guard>, Problem> {
  const lines = workflow.transitions.filter((line) => line.action === action)
  const here = lines.filter((candidate) => candidate.from === status)
  // Where two roles may take a step, whoever holds one of them takes it.
  const line = here.find(({ role }) => member.roles.includes(role)) ?? here[0]
  if (line === undefined) {
    const stages = lines.map((candidate) => `“${workflow.statusNames[candidate.from]}”`).join('、')
    return err({
      code: 'transition-not-allowed',
      detail: `${workflow.recordName}现为“${workflow.statusNames[status]}”，${stages}时才能${workflow.actionNames[action]}`,
    })
  }
  const ofUnit =
    unit !== undefined && member.roles.includes('unit-reporter') && member.units?.some((own) => own === unit)
  if (line.alsoUnit === true && ofUnit === true) return ok(line)
  if (!member.roles.includes(line.role) || member.jurisdiction.level !== line.level)
    return err({ code: 'not-permitted', detail: `由${ROLE_NAMES[line.role]}${workflow.actionNames[action]}` })
  if (member.jurisdiction.code !== code(line.level))
    return err({ code: 'not-permitted', detail: `不在${member.jurisdictionName}的管辖范围内` })
  return ok(line)
}

function firstRefusal<Guard extends string>(
  { guards }: { readonly guards: readonly Guard[] },
  check: GuardCheck<Guard>,
): Problem | null {
  for (const guard of guards) {
    const refusal = check(guard)
    if (refusal !== null) return refusal
  }
  return null
}

/**
 * Every action of the record with whether this person may do it now and, if not, why: what the console shows and the server
 * enforces. `mine` where the step is this post's and only something else is missing.
 */
export function allowedBy<Action extends string, Status extends string, Guard extends string>(
  workflow: Workflow<Action, Status, Guard>,
  actions: readonly Action[],
  status: Status,
  member: Membership,
  code: (level: Level) => string,
  check: GuardCheck<Guard>,
  unit?: string,
): AllowedAction[] {
  return actions.map((action) => {
    const line = lineFor(workflow, status, action, member, code, unit)
    if (!line.ok) return { action, allowed: false, reason: line.error.detail }
    const refusal = firstRefusal(line.value, check)
    return refusal === null
      ? { action, allowed: true, mine: true }
      : { action, allowed: false, reason: refusal.detail, mine: true }
  })
}
