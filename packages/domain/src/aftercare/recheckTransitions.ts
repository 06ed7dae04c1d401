import { dayText } from '@anjie/calendar-cn'
import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import {
  RECHECK_ACTIONS,
  type Recheck,
  type RecheckAction,
  type RecheckOutcome,
  type RecheckProposal,
  type RecheckStatus,
} from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { divisionsOfCounty } from '../divisions/divisionsOfCounty.ts'
import { allowedBy, permit, type StatusOwner, type Transition, workflowPerLevel } from '../workflow/transition.ts'
import { isOver } from './limits.ts'

export const RECHECK_STATUS_NAMES = {
  'self-check': '待自查',
  'county-check': '待县级复核',
  'city-check': '待市级复核',
  decision: '待复核决定',
  rectifying: '限期整改',
  notified: '拟撤销，待陈述申辩',
  revocation: '待撤销决定',
  revoked: '已撤销，申诉期内',
  appealed: '申诉复核中',
  closed: '已办结',
} as const satisfies Record<RecheckStatus, string>

export const RECHECK_ACTION_NAMES = {
  report: '提交自查报告',
  check: '提出复核意见',
  return: '退回重新自查',
  'take-up': '直接办理',
  retain: '保留称号',
  'confirm-anew': '重新认定',
  end: '注销称号',
  warn: '黄牌警告',
  'report-mended': '报告整改情况',
  lift: '整改合格，恢复',
  'propose-revocation': '拟撤销并告知',
  answer: '陈述申辩',
  revoke: '决定撤销',
  appeal: '提出申诉',
  uphold: '维持撤销决定',
  reverse: '变更撤销决定',
} as const satisfies Record<RecheckAction, string>

export const RECHECK_OUTCOME_NAMES = {
  retained: '保留',
  'confirmed-anew': '重新认定',
  lifted: '整改合格，恢复',
  revoked: '撤销',
  ended: '注销',
  reversed: '撤销决定变更，恢复',
} as const satisfies Record<RecheckOutcome, string>

export const RECHECK_PROPOSAL_NAMES = {
  retain: '建议保留',
  'confirm-anew': '建议重新认定',
  warn: '建议黄牌警告',
  revoke: '建议撤销',
  end: '建议注销',
} as const satisfies Record<RecheckProposal, string>

/** Of a closed case its outcome. */
export const recheckStandingName = ({
  status,
  outcome,
  returnReason,
}: Pick<Recheck, 'status' | 'outcome' | 'returnReason'>) =>
  status === 'closed' && outcome !== undefined
    ? `已办结：${RECHECK_OUTCOME_NAMES[outcome]}`
    : `${RECHECK_STATUS_NAMES[status]}${status === 'self-check' && returnReason !== undefined ? '（已退回）' : ''}`

const REVIEWERS = { county: 'county-reviewer', city: 'city-reviewer', province: 'province-reviewer' } as const
const DECIDERS: { readonly [L in Level]: readonly Role[] } = {
  county: ['county-reviewer', 'county-admin'],
  city: ['city-reviewer'],
  province: ['province-reviewer', 'province-admin'],
}
/** 决定撤销 is for whoever names at the level. */
const REVOKERS = { county: 'county-admin', city: 'city-reviewer', province: 'province-admin' } as const

/** In whose hands a case is, and what they do next; `null`: it waits for a day, or is over. */
export function recheckOwner({ status, keeper }: Pick<Recheck, 'status' | 'keeper'>): StatusOwner | null {
  const unit = (verb: string): StatusOwner => ({ level: 'county', role: 'county-reporter', verb })
  const at = (level: Level, verb: string): StatusOwner => ({ level, role: REVIEWERS[level], verb })
  switch (status) {
    case 'self-check':
      return unit('自查并报告')
    case 'county-check':
      return at('county', '复核')
    case 'city-check':
      return at('city', '复核')
    case 'decision':
      return at(keeper, '作出复核结论')
    case 'rectifying':
      return unit('整改并报告')
    case 'notified':
      return unit('陈述申辩')
    case 'revocation':
      return { level: keeper, role: REVOKERS[keeper], verb: '决定是否撤销' }
    case 'appealed':
      return at(keeper, '复核申诉')
    case 'revoked':
    case 'closed':
      return null
  }
}

/**
 * `not-author`: 回避, who wrote for the unit or holds a post there decides nothing. `has-card`, `no-card`: a yellow card was given, or not. `mending-time`,
 * `answer-time`, `appeal-time`: to the last second of the last day in Beijing. `not-proposer`: two people to a revocation. `not-part`: an
 * appeal is looked into by who had no part in the decision (政府督查工作条例 第17条).
 */
export type RecheckGuard =
  | 'not-author'
  | 'has-card'
  | 'no-card'
  | 'mending-time'
  | 'answer-time'
  | 'appeal-time'
  | 'not-proposer'
  | 'not-part'

export type RecheckTransition = Transition<RecheckAction, RecheckStatus, RecheckGuard>

const UNIT = { level: 'county', role: 'county-reporter', alsoUnit: true } as const
const AT_COUNTY = ['unit-reporter', 'county-reporter', 'county-reviewer'] as const

/** The lines of a title that this level conferred: self-check first, then level by level up to it. */
function transitionsAt(keeper: Level): readonly RecheckTransition[] {
  const below: readonly { status: RecheckStatus; level: Level }[] = [
    ...(keeper === 'county' ? [] : [{ status: 'county-check' as const, level: 'county' as const }]),
    ...(keeper === 'province' ? [{ status: 'city-check' as const, level: 'city' as const }] : []),
  ]
  const stages: readonly [RecheckStatus, ...RecheckStatus[]] = [
    'self-check',
    ...below.map(({ status }) => status),
    'decision',
  ]
  const after = (status: RecheckStatus): RecheckStatus => stages[stages.indexOf(status) + 1] ?? 'decision'
  const deciders = DECIDERS[keeper]
  /** 县、市 hear what the level above decides, and by the county's line its unit. */
  const told: readonly Level[] = keeper === 'province' ? ['county', 'city'] : ['county']
  const byKeeper = (
    from: RecheckStatus,
    action: RecheckAction,
    to: RecheckStatus,
    guards: readonly RecheckGuard[],
    roles: readonly Role[] = deciders,
  ): readonly RecheckTransition[] =>
    roles.map((role) => ({
      from,
      action,
      to: [to],
      level: keeper,
      role,
      guards: ['not-author', ...guards],
      changes: [...new Set<Role>([REVIEWERS[keeper], REVOKERS[keeper], ...AT_COUNTY])],
      tells: told,
    }))
  const checks = below.flatMap(({ status, level }): readonly RecheckTransition[] => {
    const role = REVIEWERS[level]
    const line = { from: status, level, role, guards: ['not-author'] } as const
    return [
      { ...line, action: 'check', to: [after(status)], changes: [role, REVIEWERS[keeper], 'city-reviewer'], tells: [] },
      { ...line, action: 'return', to: ['self-check'], changes: [role, ...AT_COUNTY], tells: ['county'] },
    ]
  })
  const unitActs = (
    from: RecheckStatus,
    action: RecheckAction,
    to: RecheckStatus,
    guards: readonly RecheckGuard[],
  ): RecheckTransition => ({
    from,
    action,
    to: [to],
    ...UNIT,
    guards,
    changes: [...AT_COUNTY, REVIEWERS[keeper], REVOKERS[keeper]],
    tells: [],
  })
  return [
    unitActs('self-check', 'report', after('self-check'), []),
    ...checks,
    ...stages.slice(0, -1).flatMap((from) => byKeeper(from, 'take-up', 'decision', [])),
    ...byKeeper('decision', 'return', 'self-check', ['no-card']),
    ...byKeeper('decision', 'retain', 'closed', ['no-card']),
    ...byKeeper('decision', 'confirm-anew', 'closed', []),
    ...byKeeper('decision', 'end', 'closed', []),
    ...byKeeper('decision', 'warn', 'rectifying', ['no-card']),
    ...byKeeper('decision', 'lift', 'closed', ['has-card']),
    ...byKeeper('decision', 'propose-revocation', 'notified', []),
    unitActs('rectifying', 'report-mended', 'decision', ['mending-time']),
    unitActs('notified', 'answer', 'revocation', ['answer-time']),
    ...byKeeper('revocation', 'revoke', 'revoked', ['not-proposer'], [REVOKERS[keeper]]),
    ...byKeeper('revocation', 'retain', 'closed', ['not-proposer'], [REVOKERS[keeper]]),
    unitActs('revoked', 'appeal', 'appealed', ['appeal-time']),
    ...byKeeper('appealed', 'uphold', 'closed', ['not-part']),
    ...byKeeper('appealed', 'reverse', 'closed', ['not-part']),
  ]
}

/** The one table of what may happen to a re-check, by the level that conferred the title. */
export const RECHECK_WORKFLOWS = workflowPerLevel(
  { recordName: '复核', statusNames: RECHECK_STATUS_NAMES, actionNames: RECHECK_ACTION_NAMES },
  transitionsAt,
)

function whyRecused(state: Recheck, member: Membership): Problem | null {
  if (state.unitId !== undefined && member.unitsElsewhere?.includes(state.unitId))
    return { code: 'conflict-of-interest', detail: `您同时在${state.unitName}任职，应当回避，请由其他人员办理` }
  return state.enteredBy.includes(member.personId)
    ? { code: 'conflict-of-interest', detail: '您参与填写了该单位的材料，应当回避，请由其他人员办理' }
    : null
}

function whyTooLate(until: Recheck['dueOn'], what: string, at: string): Problem | null {
  return until === undefined || !isOver(until, at)
    ? null
    : { code: 'transition-not-allowed', detail: `${what}已于${dayText(until)}（含当日）结束` }
}

function checkGuard(guard: RecheckGuard, state: Recheck, member: Membership, at: string): Problem | null {
  const { card, revocation } = state
  switch (guard) {
    case 'not-author':
      return whyRecused(state, member)
    case 'has-card':
      return card === undefined
        ? { code: 'transition-not-allowed', detail: '没有给过黄牌，合格的请直接保留称号' }
        : null
    case 'no-card':
      return card === undefined
        ? null
        : { code: 'transition-not-allowed', detail: '已经黄牌警告并限期整改，请核查整改情况后恢复，或者拟撤销' }
    case 'mending-time':
      return whyTooLate(card?.mendBy, '整改期', at)
    case 'answer-time':
      return whyTooLate(revocation?.answerBy, '陈述申辩期', at)
    case 'appeal-time':
      return whyTooLate(revocation?.decided?.appealBy, '申诉期', at)
    case 'not-proposer':
      return revocation?.personId === member.personId
        ? { code: 'conflict-of-interest', detail: '撤销由您提出，应由另一人决定' }
        : null
    case 'not-part':
      return revocation?.personId === member.personId || revocation?.decided?.personId === member.personId
        ? { code: 'conflict-of-interest', detail: '您提出或决定过这次撤销，申诉应由没有参与的人员复核' }
        : null
  }
}

const codeIn = (state: Recheck): ((level: Level) => string) => {
  const codes = divisionsOfCounty(state.county)
  return (level) => codes[level]
}

/** The line of the table by which this person may do this now, or the refusal. */
export const permitRecheckAction = (
  state: Recheck,
  action: RecheckAction,
  member: Membership,
  at: string,
): Result<RecheckTransition, Problem> =>
  permit(
    RECHECK_WORKFLOWS[state.keeper],
    state.status,
    action,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, at),
    state.unitId,
  )

/** Every action on a case, allowed or not and why: the same for the console and the server. */
export const allowedRecheckActions = (state: Recheck, member: Membership, at: string): AllowedAction[] =>
  allowedBy(
    RECHECK_WORKFLOWS[state.keeper],
    RECHECK_ACTIONS,
    state.status,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, at),
    state.unitId,
  )
