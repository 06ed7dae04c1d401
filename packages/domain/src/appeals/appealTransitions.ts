import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Appeal, AppealStatus } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { divisionsOfCounty } from '../divisions/divisionsOfCounty.ts'
import { ASSESSOR_ROLES } from '../schemes/assessor.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'

export const APPEAL_ACTIONS = ['answer', 'conclude'] as const
export type AppealAction = (typeof APPEAL_ACTIONS)[number]

export const APPEAL_STATUS_NAMES = {
  filed: '待答复',
  upheld: '申诉成立，待更正',
  corrected: '申诉成立，已更正',
  dismissed: '申诉不成立',
} as const satisfies Record<AppealStatus, string>

/** 结论, as the answer gives it. */
export const APPEAL_OUTCOME_NAMES = { upheld: '申诉成立', dismissed: '申诉不成立' } as const satisfies Partial<
  Record<AppealStatus, string>
>

/** Who answers at each level: where a county assesses its own units it answers them itself. */
const ANSWERING = {
  province: 'province-reviewer',
  county: 'county-admin',
} as const satisfies Record<Appeal['assessor'], Role>

/** In whose hands an appeal is: who answers it, then who has it put right by new figures and a new run. */
export function appealOwner({ status, assessor }: Pick<Appeal, 'status' | 'assessor'>): StatusOwner | null {
  switch (status) {
    case 'filed':
      return { level: assessor, role: ANSWERING[assessor], verb: '答复申诉' }
    case 'upheld':
      return { level: assessor, role: ASSESSOR_ROLES[assessor], verb: '更正并重新计分' }
    case 'corrected':
    case 'dismissed':
      return null
  }
}

/** `not-own`: who had a part in filing does not answer. */
type AppealGuard = 'not-own'

const workflowOf = (level: Appeal['assessor']): Workflow<AppealAction, AppealStatus, AppealGuard> => ({
  recordName: '申诉',
  statusNames: APPEAL_STATUS_NAMES,
  actionNames: { answer: '答复', conclude: '办结' },
  transitions: [
    {
      action: 'answer',
      from: 'filed',
      to: ['upheld', 'dismissed'],
      level,
      role: ANSWERING[level],
      guards: ['not-own'],
      changes: level === 'province' ? ['province-reviewer', 'province-admin', 'city-reviewer'] : ['county-admin'],
      tells: ['county'],
    },
    {
      action: 'conclude',
      from: 'upheld',
      to: ['corrected'],
      level,
      role: ASSESSOR_ROLES[level],
      guards: ['not-own'],
      changes: level === 'province' ? ['province-admin', 'city-reviewer'] : ['county-admin'],
      tells: ['county'],
    },
  ],
})

export const APPEAL_WORKFLOWS = { province: workflowOf('province'), county: workflowOf('county') } as const

function checkGuard(guard: AppealGuard, state: Appeal, member: Membership): Problem | null {
  switch (guard) {
    case 'not-own':
      return state.enteredBy.includes(member.personId)
        ? { code: 'conflict-of-interest', detail: '您参与过这份申诉，应由其他人员办理' }
        : null
  }
}

const codeIn = (state: Appeal): ((level: Level) => string) => {
  const codes = divisionsOfCounty(state.county)
  return (level) => codes[level]
}

export function permitAppealAction(
  state: Appeal,
  action: AppealAction,
  member: Membership,
): Result<Transition<AppealAction, AppealStatus, AppealGuard>, Problem> {
  return permit(APPEAL_WORKFLOWS[state.assessor], state.status, action, member, codeIn(state), (guard) =>
    checkGuard(guard, state, member),
  )
}

export function allowedAppealActions(state: Appeal, member: Membership): AllowedAction[] {
  return allowedBy(APPEAL_WORKFLOWS[state.assessor], APPEAL_ACTIONS, state.status, member, codeIn(state), (guard) =>
    checkGuard(guard, state, member),
  )
}
