import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Appeal, AppealStatus } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { worksAtSubject } from '../cycles/worksAtSubject.ts'
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

/**
 * `not-own`: who had a part in filing does not answer, nor who entered or decided the figures behind the point, nor who holds a
 * post at the unit that appeals.
 */
type AppealGuard = 'not-own'

/** 回避 must leave somebody: where the county's administrator entered or decided the figures, its reviewer answers its units. */
const DEPUTY = { province: [], county: ['county-reviewer'] } as const satisfies Record<
  Appeal['assessor'],
  readonly Role[]
>

const workflowOf = (level: Appeal['assessor']): Workflow<AppealAction, AppealStatus, AppealGuard> => ({
  recordName: '申诉',
  statusNames: APPEAL_STATUS_NAMES,
  actionNames: { answer: '答复', conclude: '办结' },
  transitions: [
    ...[ANSWERING[level], ...DEPUTY[level]].map((role) => ({
      action: 'answer' as const,
      from: 'filed' as const,
      to: ['upheld', 'dismissed'] as const,
      level,
      role,
      guards: ['not-own'] as const,
      changes:
        level === 'province'
          ? (['province-reviewer', 'province-admin', 'city-reviewer'] as const)
          : (['county-admin'] as const),
      tells: ['county'] as const,
    })),
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

function checkGuard(guard: AppealGuard, state: Appeal, member: Membership, behind: readonly string[]): Problem | null {
  switch (guard) {
    case 'not-own':
      if (behind.includes(member.personId))
        return { code: 'conflict-of-interest', detail: '您填报、录入或审定过这项得分所依据的数据，应由其他人员答复' }
      if (state.subject !== undefined && worksAtSubject(member, state.subject.code))
        return { code: 'conflict-of-interest', detail: `您同时在${state.subject.name}任职，应由其他人员答复` }
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
  /** Person ids of everybody who entered or decided the figures behind the point. */
  behind: readonly string[] = [],
): Result<Transition<AppealAction, AppealStatus, AppealGuard>, Problem> {
  return permit(APPEAL_WORKFLOWS[state.assessor], state.status, action, member, codeIn(state), (guard) =>
    checkGuard(guard, state, member, behind),
  )
}

export function allowedAppealActions(
  state: Appeal,
  member: Membership,
  behind: readonly string[] = [],
): AllowedAction[] {
  return allowedBy(APPEAL_WORKFLOWS[state.assessor], APPEAL_ACTIONS, state.status, member, codeIn(state), (guard) =>
    checkGuard(guard, state, member, behind),
  )
}
