import { dayText, periodText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleStatus } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  type AllowedAction,
  type EvidenceType,
  SUBMISSION_ACTIONS,
  type Submission,
  type SubmissionAction,
  type SubmissionStatus,
} from '@anjie/contracts/vocabulary/submissions/submission'
import { err, type Result } from '@anjie/kernel'
import { isPost } from '../cycles/isPost.ts'
import { worksAtSubject } from '../cycles/worksAtSubject.ts'
import { divisionsOfCounty } from '../divisions/divisionsOfCounty.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'
import { crossChecks, type Surroundings } from './crossChecks.ts'
import { explanationOf } from './explanationOf.ts'
import { findIncomplete } from './findIncomplete.ts'
import type { Form } from './form.ts'
import { SUBMISSION_STATUS_NAMES } from './submissionStatusNames.ts'

type Ending = Pick<Submission, 'status' | 'finalLevel'>

/** The last level has passed the figures: the scores are worked out from them. */
export const isSettled = ({ status, finalLevel }: Ending): boolean =>
  status === 'accepted' || (status === 'verified' && finalLevel === 'county')

/** 环节 as it is called: where the county itself has the last word, passing its review settles the form. */
const STATUS_NAMES = {
  city: SUBMISSION_STATUS_NAMES,
  county: { ...SUBMISSION_STATUS_NAMES, verified: '县级已审定', accepted: '县级已审定' },
} as const satisfies Record<Submission['finalLevel'], Readonly<Record<SubmissionStatus, string>>>

export const submissionStatusName = ({ status, finalLevel }: Ending): string => STATUS_NAMES[finalLevel][status]

/** The same, with a word where it was sent back: what stands beside the title of a form. */
export const submissionStandingName = (state: Ending & Pick<Submission, 'returnReason'>): string =>
  state.returnReason === undefined ? submissionStatusName(state) : `${submissionStatusName(state)}（已退回）`

const OWNERS: Readonly<Record<SubmissionStatus, StatusOwner | null>> = {
  draft: { level: 'county', role: 'county-reporter', verb: '填报' },
  submitted: { level: 'county', role: 'county-reviewer', verb: '审核' },
  verified: { level: 'city', role: 'city-reviewer', verb: '审定' },
  accepted: null,
  'called-back': null,
}

/** In whose hands a form is: exactly one post until it is settled. A verified value lies with the reporter until it is answered. */
export const submissionOwner = (state: Ending & Pick<Submission, 'remarks'>): StatusOwner | null =>
  isSettled(state) ? null : awaitsAnswer(state) ? ANSWERING : OWNERS[state.status]

const ANSWERING: StatusOwner = { level: 'county', role: 'county-reporter', verb: '答复核定值' }

/** Does a 核定值 wait for the reporter's word? */
export const awaitsAnswer = ({ status, remarks = [] }: Pick<Submission, 'status' | 'remarks'>): boolean =>
  (status === 'submitted' || status === 'verified') && remarks.some(({ state }) => state === 'awaiting')

/**
 * `collecting`: figures are being taken (填报) or corrected (预览更正). `complete`: no blank without a word and no wrong figure.
 * `not-own`: who entered, submitted or verified the figures does not decide on them. `in-window`: before the day on which the cycle
 * locks. `settled`: no verified value waits for the reporter's word. `explained`: no explanation waits for the reviewer's.
 */
type SubmissionGuard = 'collecting' | 'in-window' | 'complete' | 'not-own' | 'settled' | 'explained'

type SubmissionTransition = Transition<SubmissionAction, SubmissionStatus, SubmissionGuard>

/** What is filled in at the county, a unit's form at the unit as well. */
const REPORTER = { level: 'county', role: 'county-reporter', alsoUnit: true } as const
const REVIEWER = { level: 'county', role: 'county-reviewer' } as const
const CITY = { level: 'city', role: 'city-reviewer', guards: ['collecting', 'not-own'] } as const
const BOTH = ['county-reporter', 'county-reviewer'] as const

const AT_THE_COUNTY: readonly SubmissionTransition[] = [
  {
    action: 'save',
    from: 'draft',
    to: ['draft'],
    ...REPORTER,
    guards: ['collecting', 'in-window'],
    changes: [],
    tells: [],
  },
  {
    action: 'attach',
    from: 'draft',
    to: ['draft'],
    ...REPORTER,
    guards: ['collecting', 'in-window'],
    changes: [],
    tells: [],
  },
  {
    action: 'submit',
    from: 'draft',
    to: ['submitted'],
    ...REPORTER,
    guards: ['collecting', 'in-window', 'complete'],
    changes: BOTH,
    tells: [],
  },
  {
    action: 'withdraw',
    from: 'submitted',
    to: ['draft'],
    ...REPORTER,
    // Whoever takes it back after the day could not hand it in again.
    guards: ['collecting', 'in-window'],
    changes: BOTH,
    tells: [],
  },
  {
    action: 'remark',
    from: 'submitted',
    to: ['submitted'],
    ...REVIEWER,
    guards: ['collecting', 'not-own'],
    changes: BOTH,
    tells: [],
  },
  {
    action: 'answer',
    from: 'submitted',
    to: ['submitted'],
    ...REPORTER,
    guards: ['collecting'],
    changes: BOTH,
    tells: [],
  },
  {
    action: 'return',
    from: 'submitted',
    to: ['draft'],
    ...REVIEWER,
    guards: ['collecting', 'not-own'],
    changes: BOTH,
    tells: ['county'],
  },
]

/** 县级审核, with the city after it or as the last word. */
const VERIFYING = {
  action: 'verify',
  from: 'submitted',
  to: ['verified'],
  ...REVIEWER,
  guards: ['collecting', 'not-own', 'settled', 'explained'],
} as const
const FOR_THE_CITY: SubmissionTransition = { ...VERIFYING, changes: ['county-reviewer', 'city-reviewer'], tells: [] }
const LAST_WORD: SubmissionTransition = { ...VERIFYING, changes: ['county-reviewer'], tells: [] }

const AT_THE_CITY: readonly SubmissionTransition[] = [
  {
    action: 'accept',
    from: 'verified',
    to: ['accepted'],
    ...CITY,
    guards: [...CITY.guards, 'settled'],
    changes: ['city-reviewer'],
    tells: ['county'],
  },
  {
    action: 'remark',
    from: 'verified',
    to: ['verified'],
    ...CITY,
    changes: ['county-reporter', 'city-reviewer'],
    tells: [],
  },
  {
    action: 'answer',
    from: 'verified',
    to: ['verified'],
    ...REPORTER,
    guards: ['collecting'],
    changes: ['county-reporter', 'city-reviewer'],
    tells: [],
  },
  {
    action: 'return',
    from: 'verified',
    to: ['draft', 'submitted'],
    ...CITY,
    changes: [...BOTH, 'city-reviewer'],
    tells: ['county'],
  },
  // 更正: what the city has accepted it may open again, as long as the result is not final.
  { action: 'return', from: 'accepted', to: ['draft', 'submitted'], ...CITY, changes: BOTH, tells: ['county'] },
]

/** 更正 where the county has the last word: its reviewer opens again what was settled, as long as the result is not final. */
const REOPENING: SubmissionTransition = {
  action: 'return',
  from: 'verified',
  to: ['draft'],
  ...REVIEWER,
  guards: ['collecting', 'not-own'],
  changes: ['county-reporter'],
  tells: ['county'],
}

const workflowWith = (
  finalLevel: Submission['finalLevel'],
  transitions: Workflow<SubmissionAction, SubmissionStatus, SubmissionGuard>['transitions'],
): Workflow<SubmissionAction, SubmissionStatus, SubmissionGuard> => ({
  recordName: '填报表',
  statusNames: STATUS_NAMES[finalLevel],
  actionNames: {
    save: '修改数据',
    attach: '上传佐证材料',
    submit: '提交',
    withdraw: '撤回',
    remark: '提出审核意见',
    answer: '答复核定值',
    verify: '审核',
    accept: '审定',
    return: '退回',
  },
  transitions,
})

/** 填报表 by whose word is the last. */
export const SUBMISSION_WORKFLOWS = {
  city: workflowWith('city', [...AT_THE_COUNTY, FOR_THE_CITY, ...AT_THE_CITY]),
  county: workflowWith('county', [...AT_THE_COUNTY, LAST_WORD, REOPENING]),
} as const satisfies Record<Submission['finalLevel'], unknown>

/** What may be done with a form: where the county has the last word nothing goes to the city. */
const actionsOf = ({ finalLevel }: Submission): readonly SubmissionAction[] =>
  finalLevel === 'county' ? SUBMISSION_ACTIONS.filter((action) => action !== 'accept') : SUBMISSION_ACTIONS

/** What a decision on a form has to know besides the form itself. */
export interface SubmissionSetting {
  readonly cycleStatus: CycleStatus
  readonly form: Form
  /** 已过截止日 of a cycle that locks. */
  readonly windowClosed: boolean
  readonly around: Surroundings
  /** 另准的文件类型 of the cycle. */
  readonly alsoAccepts?: readonly EvidenceType[] | undefined
}

/** The cycle takes figures while it is open, and corrections while the results are in preview. */
export function isCollecting(cycleStatus: CycleStatus): boolean {
  return cycleStatus === 'open' || cycleStatus === 'preview'
}

function checkGuard(
  guard: SubmissionGuard,
  state: Submission,
  member: Membership,
  setting: SubmissionSetting,
): Problem | null {
  switch (guard) {
    case 'collecting':
      return isCollecting(setting.cycleStatus)
        ? null
        : {
            code: 'cycle-not-open',
            detail: setting.cycleStatus === 'final' ? '考评结果已公布，填报表不再变动' : '考评周期尚未开放填报',
          }
    case 'in-window':
      return setting.windowClosed
        ? {
            code: 'window-closed',
            detail: `填报截止日为${dayText(state.dueOn)}，本周期逾期不再受理；确需补报的，请联系组织考评的一级为本单位延期`,
          }
        : null
    case 'complete':
      return findIncomplete(setting.form, state, setting.around)
    case 'settled':
      return unsettled(state, setting.form)
    case 'explained':
      return unaccepted(state, setting)
    case 'not-own': {
      const involved = [...state.enteredBy, state.submittedBy, state.verifiedBy]
      // The county's reviewer may take back what they passed themselves; only entering and submitting binds them.
      const own = member.jurisdiction.level === 'county' ? involved.slice(0, -1) : involved
      if (state.subject !== undefined && worksAtSubject(member, state.subject.code))
        return { code: 'conflict-of-interest', detail: `您同时在${state.subject.name}任职，应由其他人员办理` }
      return own.includes(member.personId)
        ? { code: 'conflict-of-interest', detail: '您参与过本表的填报或审核，应由其他人员办理' }
        : null
    }
  }
}

/** The line of the table by which this person may do this now, or the refusal. */
export function permitSubmissionAction(
  state: Submission,
  action: SubmissionAction,
  member: Membership,
  setting: SubmissionSetting,
): Result<Transition<SubmissionAction, SubmissionStatus, SubmissionGuard>, Problem> {
  if (!actionsOf(state).includes(action))
    return err({ code: 'transition-not-allowed', detail: '这份填报表由县级审定，不报市级' })
  return permit(
    SUBMISSION_WORKFLOWS[state.finalLevel],
    state.status,
    action,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, setting),
    fillingUnit(state),
  )
}

/** 核定值 that nobody has answered, or that was declined: it is settled by agreement or by sending the form back. */
function unsettled({ remarks = [] }: Submission, form: Form): Problem | null {
  const open = remarks.filter(({ state }) => state === 'awaiting' || state === 'declined')
  if (open.length === 0) return null
  const names = new Map(form.items.map(({ code, name }) => [code, name]))
  const shown = open.map(
    ({ item, period, state }) =>
      `${names.get(item) ?? item}${period === form.period ? '' : `（${periodText(period)}）`}的核定值${state === 'awaiting' ? '尚待填报人答复' : '填报人不同意'}`,
  )
  return { code: 'verified-value-open', detail: `${shown.join('；')}；请等待答复、改回原值或退回填报表` }
}

/** Broken relations that were let through with an explanation, of which nobody has said that it is accepted. */
function unaccepted(state: Submission, { form, around }: SubmissionSetting): Problem | null {
  const open = crossChecks(form, state.values, around).checks.filter(
    (finding) =>
      finding.rule === 'relation' &&
      finding.severity === 'error' &&
      explanationOf(state, finding)?.accepted === undefined,
  )
  return open.length === 0
    ? null
    : {
        code: 'explanation-open',
        detail: `有${open.length}处勾稽不符的说明尚未认可：${open.map(({ message }) => message).join('；')}`.slice(
          0,
          500,
        ),
      }
}

/** Every action on a form, allowed or not and why: the same for the console and the server. */
export function allowedSubmissionActions(
  state: Submission,
  member: Membership,
  setting: SubmissionSetting,
): AllowedAction[] {
  return allowedBy(
    SUBMISSION_WORKFLOWS[state.finalLevel],
    actionsOf(state),
    state.status,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, setting),
    fillingUnit(state),
  )
}

/** Where somebody of these roles may return the form to: several where there is a choice. */
export function returnTargets(
  state: Submission,
  { jurisdiction, roles }: Pick<Membership, 'jurisdiction' | 'roles'>,
): readonly SubmissionStatus[] {
  return SUBMISSION_WORKFLOWS[state.finalLevel].transitions
    .filter(({ action, from }) => action === 'return' && from === state.status)
    .filter(({ level, role }) => level === jurisdiction.level && roles.includes(role))
    .flatMap(({ to }) => to)
}

/** The unit that fills it by itself; a post's is drawn up by the county, because nobody is to write about his own post. */
const fillingUnit = ({ subject }: Submission): string | undefined => (isPost(subject?.code) ? undefined : subject?.code)

function codeIn(state: Submission): (level: Level) => string {
  const codes = divisionsOfCounty(state.county)
  return (level) => codes[level]
}
