import type { Level } from '@anjie/contracts/vocabulary/divisions'
import type { ApplicationAction, ApplicationStatus } from '@anjie/contracts/vocabulary/honours'
import type { Role } from '@anjie/contracts/vocabulary/people'

/**
 * What must hold besides status and post.
 * - `not-author`: 回避, nobody decides on what they wrote themselves;
 * - `eligible`: the window, the unit and every criterion;
 * - `place-left`: the city has a place left in the round;
 * - `list-collecting`: the list that it joins is not on notice yet;
 * - `list-not-fixed`: the list that it leaves is neither on notice nor being named.
 */
export type ApplicationGuard = 'not-author' | 'eligible' | 'place-left' | 'list-collecting' | 'list-not-fixed'

export interface ApplicationTransition {
  readonly from: ApplicationStatus
  readonly action: ApplicationAction
  readonly to: ApplicationStatus
  /** Whose step it is; `system` steps follow from a decision on the whole list and are nobody's button. */
  readonly by: { readonly level: Level; readonly role: Role } | 'system'
  readonly guards: readonly ApplicationGuard[]
}

const REPORTER = { level: 'county', role: 'county-reporter' } as const
const COUNTY = { level: 'county', role: 'county-reviewer' } as const
const CITY = { level: 'city', role: 'city-reviewer' } as const
const PROVINCE = { level: 'province', role: 'province-reviewer' } as const

/** The one table of what may happen to an application. Server, console and tests read it; nothing else decides. */
export const APPLICATION_TRANSITIONS: readonly ApplicationTransition[] = [
  { from: 'draft', action: 'save', to: 'draft', by: REPORTER, guards: [] },
  { from: 'draft', action: 'submit', to: 'submitted', by: REPORTER, guards: ['eligible'] },
  { from: 'submitted', action: 'withdraw', to: 'draft', by: REPORTER, guards: [] },

  { from: 'submitted', action: 'recommend', to: 'recommended', by: COUNTY, guards: ['not-author'] },
  { from: 'submitted', action: 'return', to: 'draft', by: COUNTY, guards: ['not-author'] },

  { from: 'recommended', action: 'accept', to: 'accepted', by: CITY, guards: ['not-author', 'place-left'] },
  { from: 'recommended', action: 'return', to: 'submitted', by: CITY, guards: ['not-author'] },
  { from: 'recommended', action: 'return', to: 'draft', by: CITY, guards: ['not-author'] },
  { from: 'recommended', action: 'reject', to: 'rejected', by: CITY, guards: ['not-author'] },

  { from: 'accepted', action: 'propose', to: 'proposed', by: PROVINCE, guards: ['not-author', 'list-collecting'] },
  { from: 'accepted', action: 'return', to: 'recommended', by: PROVINCE, guards: ['not-author'] },
  { from: 'accepted', action: 'return', to: 'submitted', by: PROVINCE, guards: ['not-author'] },
  { from: 'accepted', action: 'return', to: 'draft', by: PROVINCE, guards: ['not-author'] },
  { from: 'accepted', action: 'reject', to: 'rejected', by: PROVINCE, guards: ['not-author'] },

  { from: 'proposed', action: 'return', to: 'recommended', by: PROVINCE, guards: ['not-author', 'list-not-fixed'] },
  { from: 'proposed', action: 'return', to: 'submitted', by: PROVINCE, guards: ['not-author', 'list-not-fixed'] },
  { from: 'proposed', action: 'return', to: 'draft', by: PROVINCE, guards: ['not-author', 'list-not-fixed'] },
  { from: 'proposed', action: 'reject', to: 'rejected', by: PROVINCE, guards: ['not-author', 'list-not-fixed'] },

  { from: 'proposed', action: 'name', to: 'named', by: 'system', guards: [] },
]

export const APPLICATION_STATUS_NAMES = {
  draft: '草稿',
  submitted: '待县级推荐',
  recommended: '待市级验收',
  accepted: '待省级拟命名',
  proposed: '已列入拟命名名单',
  named: '已命名',
  rejected: '不予通过',
} as const satisfies Record<ApplicationStatus, string>

export const APPLICATION_ACTION_NAMES = {
  save: '保存',
  submit: '提交',
  withdraw: '撤回',
  recommend: '推荐',
  accept: '验收通过',
  return: '退回',
  reject: '不予通过',
  propose: '列入拟命名名单',
  name: '命名',
} as const satisfies Record<ApplicationAction, string>

/**
 * In whose hands an application is, and what they do next. `null`: nobody's. A proposed one is carried by its list from
 * then on, and the list is in one queue of its own; a named or rejected one is closed.
 */
export const APPLICATION_OWNERS = {
  draft: { ...REPORTER, verb: '填报' },
  submitted: { ...COUNTY, verb: '推荐' },
  recommended: { ...CITY, verb: '验收' },
  accepted: { ...PROVINCE, verb: '列入名单' },
  proposed: null,
  named: null,
  rejected: null,
} as const satisfies Record<ApplicationStatus, { level: Level; role: Role; verb: string } | null>
