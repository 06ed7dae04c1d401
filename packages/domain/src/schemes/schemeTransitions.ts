import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Finding } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord, SchemeStatus } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { ok, type Result } from '@anjie/kernel'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'
import {
  ASSESSOR_ROLES,
  type Assessor,
  type AssessorLevel,
  assessorCode,
  assessorLevel,
  isOwnAssessor,
} from './assessor.ts'

export const SCHEME_ACTIONS = ['edit', 'publish', 'close', 'copy'] as const
export type SchemeAction = (typeof SCHEME_ACTIONS)[number]

export const SCHEME_STATUS_NAMES = {
  draft: '草稿',
  trial: '试行',
  'in-force': '施行',
  closed: '废止',
} as const satisfies Record<SchemeStatus, string>

/** A draft waits for its author; a published scheme for nobody. */
export function schemeOwner(state: Pick<SchemeRecord, 'status' | 'province' | 'county'>): StatusOwner | null {
  const level = assessorLevel(state)
  return state.status === 'draft' ? { level, role: ASSESSOR_ROLES[level], verb: '完善并发布' } : null
}

/** `sound`: the integrity check found no error. */
type SchemeGuard = 'sound'

function workflowOf(level: AssessorLevel): Workflow<SchemeAction, SchemeStatus, SchemeGuard> {
  const line = (
    action: SchemeAction,
    from: SchemeStatus,
    to: readonly [SchemeStatus, ...SchemeStatus[]],
    guards: readonly SchemeGuard[] = [],
    changes: readonly Role[] = [],
  ): Transition<SchemeAction, SchemeStatus, SchemeGuard> => ({
    action,
    from,
    to,
    level,
    role: ASSESSOR_ROLES[level],
    guards,
    changes,
    // What is in force is read where schemes are listed; nobody has to do anything.
    tells: [],
  })
  return {
    recordName: '方案',
    statusNames: SCHEME_STATUS_NAMES,
    actionNames: { edit: '修改', publish: '发布', close: '废止', copy: '复制' },
    transitions: [
      line('edit', 'draft', ['draft']),
      line('publish', 'draft', ['trial', 'in-force'], ['sound'], [ASSESSOR_ROLES[level]]),
      // 试行转施行: the same rules, now for good.
      line('publish', 'trial', ['in-force'], ['sound']),
      // Cycles that rest on it go on; new ones cannot be made from it.
      line('close', 'trial', ['closed']),
      line('close', 'in-force', ['closed']),
      // A copy is a new draft; the original stays as it is, whatever its status.
      line('copy', 'draft', ['draft']),
      line('copy', 'trial', ['trial']),
      line('copy', 'in-force', ['in-force']),
      line('copy', 'closed', ['closed']),
    ],
  }
}

/** The same steps at both levels, each by its own commission. */
export const SCHEME_WORKFLOWS = { province: workflowOf('province'), county: workflowOf('county') } as const

function soundness(findings: readonly Finding[]): Problem | null {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return null
  return {
    code: 'scheme-refused',
    detail: `完整性检查有${errors.length}个错误：${errors
      .slice(0, 3)
      .map((finding) => finding.message)
      .join('；')}${errors.length > 3 ? '等' : ''}`,
    errors: errors.map((finding) => ({ pointer: `/scheme/${finding.node}`, detail: finding.message })),
  }
}

/** `findings`: what the integrity check says of the scheme as it stands. */
export function permitSchemeAction(
  state: SchemeRecord,
  action: SchemeAction,
  member: Membership,
  findings: readonly Finding[],
): Result<Transition<SchemeAction, SchemeStatus, SchemeGuard>, Problem> {
  const { workflow, code } = tableFor(state, action, member)
  const permitted = permit(workflow, state.status, action, member, code, () => soundness(findings))
  if (!permitted.ok && action === 'edit' && permitted.error.code === 'transition-not-allowed')
    return {
      ok: false,
      error: { code: 'scheme-in-use', detail: `方案已${SCHEME_STATUS_NAMES[state.status]}，不能修改` },
    }
  return permitted.ok ? ok(permitted.value) : permitted
}

export function allowedSchemeActions(
  state: SchemeRecord,
  member: Membership,
  findings: readonly Finding[],
): AllowedAction[] {
  return SCHEME_ACTIONS.flatMap((action) => {
    const { workflow, code } = tableFor(state, action, member)
    return allowedBy(workflow, [action], state.status, member, code, () => soundness(findings))
  })
}

/** A copy becomes the draft of whoever makes it: a county may start from the province's published scheme. */
function tableFor(
  state: SchemeRecord,
  action: SchemeAction,
  { jurisdiction }: Membership,
): { workflow: Workflow<SchemeAction, SchemeStatus, SchemeGuard>; code: () => string } {
  return action === 'copy' && jurisdiction.level === 'county'
    ? { workflow: SCHEME_WORKFLOWS.county, code: () => jurisdiction.code }
    : { workflow: SCHEME_WORKFLOWS[assessorLevel(state)], code: () => assessorCode(state) }
}

/** A draft is its author's own until it is published. */
export function isSchemeVisibleTo(
  member: Pick<Membership, 'jurisdiction'>,
  scheme: Assessor & Pick<SchemeRecord, 'status'>,
): boolean {
  return scheme.status !== 'draft' || isOwnAssessor(scheme, member)
}
