import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { RunStatus, ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { ASSESSOR_ROLES, type AssessorLevel, assessorCode, assessorLevel, isOwnAssessor } from '../schemes/assessor.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'

export const RUN_ACTIONS = ['preview', 'publish'] as const
export type RunAction = (typeof RUN_ACTIONS)[number]

export const RUN_STATUS_NAMES = {
  computed: '已计分',
  preview: '预览中',
  published: '已公布',
  superseded: '已被取代',
} as const satisfies Record<RunStatus, string>

const OWNER_VERBS: Readonly<Record<RunStatus, string | null>> = {
  computed: '开放预览',
  preview: '公布',
  published: null,
  superseded: null,
}

/** In whose hands a run is: its assessor's, until it stands or another has taken its place. */
export function runOwner(state: Pick<ScoreRunRecord, 'status' | 'province' | 'county'>): StatusOwner | null {
  const verb = OWNER_VERBS[state.status]
  const level = assessorLevel(state)
  return verb === null ? null : { level, role: ASSESSOR_ROLES[level], verb }
}

/**
 * `not-final`: nothing is published yet. `latest`: no newer run of the cycle. `current`: no accepted figure has changed since.
 * `previewed`: the subjects have had their preview. `appeals-answered`: nothing that they objected to is still open. `appeals-put-right`:
 * and nothing in which they were right is unchanged. `procedure-done`: the steps of the cycle that are on have been gone through.
 */
type RunGuard =
  | 'not-final'
  | 'latest'
  | 'current'
  | 'previewed'
  | 'appeals-answered'
  | 'appeals-put-right'
  | 'procedure-done'

function workflowOf(level: AssessorLevel): Workflow<RunAction, RunStatus, RunGuard> {
  const line = (
    action: RunAction,
    from: RunStatus,
    to: RunStatus,
    guards: readonly RunGuard[],
  ): Transition<RunAction, RunStatus, RunGuard> => ({
    action,
    from,
    to: [to],
    level,
    role: ASSESSOR_ROLES[level],
    guards,
    // The run's cycle takes the same step, and says so to everybody below.
    changes: [ASSESSOR_ROLES[level]],
    tells: level === 'province' ? ['county', 'city'] : ['county'],
  })
  return {
    recordName: '计分结果',
    statusNames: RUN_STATUS_NAMES,
    actionNames: { preview: '开放预览', publish: '公布' },
    transitions: [
      line('preview', 'computed', 'preview', ['not-final', 'latest', 'current']),
      line('publish', 'preview', 'published', [
        'not-final',
        'latest',
        'current',
        'appeals-answered',
        'appeals-put-right',
        'procedure-done',
      ]),
      // A rerun after corrections may be published at once, because there was a preview.
      line('publish', 'computed', 'published', [
        'not-final',
        'latest',
        'current',
        'previewed',
        'appeals-answered',
        'appeals-put-right',
        'procedure-done',
      ]),
    ],
  }
}

/** The same steps at both levels, each by its own commission. */
export const RUN_WORKFLOWS = { province: workflowOf('province'), county: workflowOf('county') } as const

/** Besides the run itself: its cycle, the names of subjects whose accepted figures are newer than the run, how many appeals are open, and which upheld ones no run has put right. */
export interface RunSetting {
  readonly cycle: CycleHead
  readonly changedSince: readonly string[]
  readonly openAppeals: number
  readonly uncorrected: readonly { readonly place: string; readonly indicator: string }[]
  /** 考评程序: what the steps that are on still lack, each naming whose; empty where none is on. */
  readonly missingSteps: readonly string[]
}

/** The run no longer says what the figures say. */
export const figuresChanged = (names: readonly string[]): Problem => ({
  code: 'run-not-latest',
  detail: `计分之后，${names.slice(0, 3).join('、')}${names.length > 3 ? `等${names.length}个单位` : ''}的数据又有变动，请重新计分`,
})

function checkGuard(
  guard: RunGuard,
  state: ScoreRunRecord,
  { cycle, changedSince, openAppeals, uncorrected, missingSteps }: RunSetting,
): Problem | null {
  switch (guard) {
    case 'not-final':
      return cycle.status === 'final' ? { code: 'transition-not-allowed', detail: '本周期的结果已经公布' } : null
    case 'latest':
      return cycle.latestRun === state.id
        ? null
        : { code: 'run-not-latest', detail: '此后又计过分，请对最新一次计分办理' }
    case 'current':
      if (state.basis === undefined)
        return { code: 'run-not-latest', detail: '这次计分没有记下所用数据的版本，请重新计分' }
      return changedSince.length === 0 ? null : figuresChanged(changedSince)
    case 'previewed':
      return cycle.status === 'preview'
        ? null
        : { code: 'transition-not-allowed', detail: '须先向被考评单位开放预览，再公布' }
    case 'appeals-answered':
      // Once the table stands, nothing could be put right.
      return openAppeals === 0
        ? null
        : { code: 'transition-not-allowed', detail: `还有${openAppeals}份申诉没有答复，答复后再公布` }
    case 'procedure-done':
      return missingSteps.length === 0
        ? null
        : { code: 'procedure-incomplete', detail: `考评程序没有办完，暂不能公布：${missingSteps.join('；')}` }
    case 'appeals-put-right': {
      // A reason for publishing early says nothing of it either: nobody publishes what was found to be wrong.
      const [first] = uncorrected
      return first === undefined
        ? null
        : {
            code: 'transition-not-allowed',
            detail: `${first.place}“${first.indicator}”${uncorrected.length > 1 ? `等${uncorrected.length}项` : ''}申诉成立、尚未更正：更正数据后重新计分，或在申诉中写明数据不变的理由，再公布`,
          }
    }
  }
}

export function permitRunAction(
  state: ScoreRunRecord,
  action: RunAction,
  member: Membership,
  setting: RunSetting,
): Result<Transition<RunAction, RunStatus, RunGuard>, Problem> {
  return permit(
    RUN_WORKFLOWS[assessorLevel(state)],
    state.status,
    action,
    member,
    () => assessorCode(state),
    (guard) => checkGuard(guard, state, setting),
  )
}

/** Scores that are not published are their commission's own; a published run can be read from above as well. */
export function isRunVisibleTo(member: Pick<Membership, 'jurisdiction'>, run: ScoreRunRecord): boolean {
  return run.status === 'published' || isOwnAssessor(run, member)
}

export function allowedRunActions(state: ScoreRunRecord, member: Membership, setting: RunSetting): AllowedAction[] {
  return allowedBy(
    RUN_WORKFLOWS[assessorLevel(state)],
    RUN_ACTIONS,
    state.status,
    member,
    () => assessorCode(state),
    (guard) => checkGuard(guard, state, setting),
  )
}
