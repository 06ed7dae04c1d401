import { beijingDate, dayText } from '@anjie/calendar-cn'
import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import {
  MEASURE_ACTIONS,
  type Measure,
  type MeasureAction,
  type MeasureStatus,
} from '@anjie/contracts/vocabulary/supervision/measure'
import { isNumbered } from '@anjie/contracts/vocabulary/supervision/measureKinds'
import type { Result } from '@anjie/kernel'
import { isOver } from '../aftercare/limits.ts'
import { divisionsOfCounty } from '../divisions/divisionsOfCounty.ts'
import { allowedBy, permit, type StatusOwner, type Transition, workflowPerLevel } from '../workflow/transition.ts'
import { draftFault } from './draftFault.ts'
import { MEASURE_ACTION_NAMES, MEASURE_OUTCOME_NAMES, MEASURE_STATUS_NAMES } from './measureNames.ts'
import { AT_TARGET, targetTransitions } from './targetTransitions.ts'

/** Who drafts, checks and answers at each level, and who signs. */
export const SUPERVISORS: { readonly [L in Level]: readonly [Role, ...Role[]] } = {
  county: ['county-reviewer', 'county-admin'],
  city: ['city-reviewer'],
  province: ['province-reviewer', 'province-admin'],
}
export const SIGNERS = { county: 'county-admin', city: 'city-reviewer', province: 'province-admin' } as const

/**
 * `not-drafter`: who drafted does not sign. `complete`: what a rule drafted may lack its number. `not-part`: neither drafter nor signer answers for a contested conclusion or decides a veto
 * (政府督查工作条例 第17条). `not-target`: who holds a post at the target decides nothing of it. `contest-time`: to the last second of the last
 * day in Beijing. `is-listing`, `mended`: a listing is lifted once nothing is open. `to-publish`: its rule says so, and it was not done yet.
 */
export type MeasureGuard =
  | 'not-drafter'
  | 'complete'
  | 'not-part'
  | 'not-target'
  | 'contest-time'
  | 'not-contested'
  | 'is-listing'
  | 'mended'
  | 'to-publish'

export type MeasureTransition = Transition<MeasureAction, MeasureStatus, MeasureGuard>

function transitionsAt(level: Level): readonly MeasureTransition[] {
  const changes = [...new Set<Role>([...SUPERVISORS[level], SIGNERS[level], ...AT_TARGET])]
  const byIssuer = (
    from: MeasureStatus,
    action: MeasureAction,
    to: MeasureStatus,
    guards: readonly MeasureGuard[],
    roles: readonly Role[] = SUPERVISORS[level],
    tells: readonly Level[] = ['county'],
  ): readonly MeasureTransition[] =>
    roles.map((role) => ({
      from,
      action,
      to: [to],
      level,
      role,
      guards: ['not-target', ...guards],
      changes,
      tells,
    }))
  const byTarget = (from: MeasureStatus, action: MeasureAction, to: MeasureStatus, guards: readonly MeasureGuard[]) =>
    targetTransitions(from, action, to, guards, changes)
  const signers = [SIGNERS[level]]
  return [
    ...byIssuer('draft', 'revise', 'draft', [], SUPERVISORS[level], []),
    ...byIssuer('draft', 'discard', 'discarded', [], SUPERVISORS[level], []),
    ...byIssuer('draft', 'issue', 'issued', ['not-drafter', 'complete'], signers),
    ...byTarget('issued', 'acknowledge', 'issued', []),
    ...byTarget('issued', 'contest', 'contested', ['not-contested', 'contest-time']),
    ...byTarget('closed', 'contest', 'contested', ['not-contested', 'contest-time']),
    ...byIssuer('contested', 'uphold', 'issued', ['not-part']),
    ...byIssuer('contested', 'overturn', 'closed', ['not-part']),
    ...(['issued', 'closed'] as const).flatMap((from) =>
      byIssuer(from, 'publish', from, ['is-listing', 'to-publish'], SUPERVISORS[level], []),
    ),
    ...byIssuer('issued', 'lift', 'closed', ['is-listing', 'mended']),
    ...byIssuer('veto', 'veto', 'closed', ['not-part'], signers),
    ...byIssuer('veto', 'spare', 'closed', ['not-part'], signers),
    ...(['issued', 'contested', 'veto', 'closed'] as const).flatMap((from) =>
      byIssuer(from, 'withdraw', 'withdrawn', [], signers),
    ),
  ]
}

/** The one table of a measure, by the level that issues it. */
export const MEASURE_WORKFLOWS = workflowPerLevel(
  { recordName: '督导措施', statusNames: MEASURE_STATUS_NAMES, actionNames: MEASURE_ACTION_NAMES },
  transitionsAt,
)

/** What is to be published still: the listing itself, or its lifting. */
export function unpublished({ isPublished, publishedOn, lifted, publishBy, status }: Measure): PlainDate | undefined {
  if (!isPublished || status === 'draft' || status === 'withdrawn') return undefined
  if (lifted !== undefined && publishedOn !== undefined && lifted.publishedOn === undefined) return lifted.publishBy
  return publishedOn === undefined ? publishBy : undefined
}

/** In whose hands a measure is; `null`: with its rectifications, or over. */
export function measureOwner(state: Measure): StatusOwner | null {
  const { status, level, kind, acknowledgedBy, open } = state
  const [reviewer] = SUPERVISORS[level]
  switch (status) {
    case 'draft':
      return isNumbered(kind) && state.documentNumber === undefined
        ? { level, role: reviewer, verb: '补充文号' }
        : { level, role: SIGNERS[level], verb: '签发' }
    case 'issued':
      if (acknowledgedBy === undefined) return { level: 'county', role: 'county-reporter', verb: '签收' }
      if (unpublished(state) !== undefined) return { level, role: reviewer, verb: '公布' }
      return kind === 'listing' && open === 0 ? { level, role: reviewer, verb: '验收摘牌' } : null
    case 'contested':
      return { level, role: reviewer, verb: '答复复核申请' }
    case 'veto':
      return { level, role: SIGNERS[level], verb: '决定是否否决' }
    case 'closed':
      return unpublished(state) === undefined ? null : { level, role: reviewer, verb: '公布' }
    case 'discarded':
    case 'withdrawn':
      return null
  }
}

/** Until when whoever has it should have done it. */
export function measureDueOn(state: Measure): PlainDate | undefined {
  switch (state.status) {
    case 'contested':
      return state.contest?.answerBy
    case 'issued':
    case 'closed':
      return unpublished(state) ?? (state.kind === 'listing' && state.status === 'issued' ? state.until : undefined)
    default:
      return undefined
  }
}

export const measureStandingName = ({ status, outcome }: Pick<Measure, 'status' | 'outcome'>): string =>
  status === 'closed' && outcome !== undefined
    ? `已办结：${MEASURE_OUTCOME_NAMES[outcome]}`
    : MEASURE_STATUS_NAMES[status]

/** 回避: who holds another post at the target. */
export function whyOfTarget(
  { unitId, unitName }: Pick<Measure, 'unitId' | 'unitName'>,
  { unitsElsewhere }: Membership,
): Problem | null {
  return unitId !== undefined && unitsElsewhere?.includes(unitId) === true
    ? { code: 'conflict-of-interest', detail: `您同时在${unitName}任职，应当回避，请由其他人员办理` }
    : null
}

const refused = (detail: string): Problem => ({ code: 'transition-not-allowed', detail })

function checkGuard(guard: MeasureGuard, state: Measure, member: Membership, at: string): Problem | null {
  const { draftedBy, issuedBy, contestBy, contest, kind, open, lifted, until } = state
  switch (guard) {
    case 'not-drafter':
      return draftedBy?.personId === member.personId
        ? { code: 'conflict-of-interest', detail: '这份督导措施由您拟制，应由另一人签发' }
        : null
    case 'complete': {
      const fault = draftFault(state, at)
      return fault === null ? null : refused(`${state.unitName}：${fault.detail}，请先修改拟稿`)
    }
    case 'not-part':
      return draftedBy?.personId === member.personId || issuedBy?.personId === member.personId
        ? { code: 'conflict-of-interest', detail: '您拟制或签发了这份督导措施，应由没有参与的人员办理' }
        : null
    case 'not-target':
      return whyOfTarget(state, member)
    case 'contest-time':
      return contestBy !== undefined && isOver(contestBy, at)
        ? refused(`申请复核的期限已于${dayText(contestBy)}（含当日）结束`)
        : null
    case 'not-contested':
      return contest === undefined ? null : refused('已经申请过复核，答复后不再重复申请')
    case 'is-listing':
      return kind === 'listing' ? null : refused('只有挂牌督办需要公布和摘牌')
    case 'mended':
      if (open > 0) return refused(`还有${open}个问题没有销号，全部销号后才能摘牌`)
      return lifted === undefined && (until === undefined || beijingDate(at) <= until)
        ? null
        : refused('挂牌期限已过，已转入否决程序')
    case 'to-publish':
      return unpublished(state) === undefined ? refused('没有需要公布的内容') : null
  }
}

/** The county lies in the target's line of codes; the issuer acts for the very jurisdiction that issued it. */
const codeIn =
  (state: Measure) =>
  (level: Level): string =>
    level === state.level ? state.issuer : divisionsOfCounty(state.county)[level]

export const permitMeasureAction = (
  state: Measure,
  action: MeasureAction,
  member: Membership,
  at: string,
): Result<MeasureTransition, Problem> =>
  permit(
    MEASURE_WORKFLOWS[state.level],
    state.status,
    action,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, at),
    state.unitId,
  )

/** Every action on a measure, allowed or not and why: the same for the console and the server. */
export const allowedMeasureActions = (state: Measure, member: Membership, at: string): AllowedAction[] =>
  allowedBy(
    MEASURE_WORKFLOWS[state.level],
    MEASURE_ACTIONS,
    state.status,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, at),
    state.unitId,
  ).map((each) =>
    each.action === 'acknowledge' && each.allowed && state.acknowledgedBy !== undefined
      ? { action: each.action, allowed: false, reason: '已经签收' }
      : each,
  )
