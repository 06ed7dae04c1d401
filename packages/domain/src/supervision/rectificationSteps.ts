import { addDays, addWorkingDays, beijingDate, dayText, type WorkingCalendar } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { EvidenceId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  CLOSING_CHECKS,
  type ClosingChecks,
  MAX_ROUND_FILES,
  MAX_ROUNDS,
  type Rectification,
  type RectificationFile,
  type RectificationRound,
} from '@anjie/contracts/vocabulary/supervision/rectification'
import { err, ok, type Result } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import { isOver } from '../aftercare/limits.ts'
import type { Step } from '../decision.ts'
import { withReceived, withSlot } from '../honours/recordFiles.ts'
import type { SeenFile } from '../submissions/evidenceFile.ts'
import { RETURN_WORKING_DAYS } from './limits.ts'
import { CLOSING_CHECK_NAMES } from './measureNames.ts'
import { permitRectificationAction } from './rectificationTransitions.ts'

export type RectificationStep = Step<'rectification'>
type Decided = Result<RectificationStep, Problem>

export function roundOf({ id, rounds }: Rectification): RectificationRound {
  const round = rounds.at(-1)
  if (round === undefined) throw new Error(`${id} has no round`)
  return round
}

const withRound = (state: Rectification, more: Partial<RectificationRound>): RectificationRound[] => [
  ...state.rounds.slice(0, -1),
  { ...roundOf(state), ...more },
]

/** A slot for one file of the round in work. */
export function requestRectificationFile(
  state: Rectification,
  file: Pick<RectificationFile, 'id' | 'fileName' | 'contentType' | 'bytes'>,
  member: Membership,
  at: string,
): Decided {
  const step = permitRectificationAction(state, 'report', member, at)
  if (!step.ok) return step
  const most = MAX_ROUND_FILES
  const files = withSlot(roundOf(state).files, file, { personId: member.personId, now: at, most })
  if (!files.ok) return files
  return ok({
    next: { ...state, rounds: withRound(state, { files: files.value }), updatedAt: at },
    fact: { type: 'RectificationFileRequested', details: { file: file.fileName } },
  })
}

/** 确认上传: the file was seen, and it is what it was said to be. */
export function attachRectificationFile(
  state: Rectification,
  id: EvidenceId,
  seen: SeenFile,
  member: Membership,
  at: string,
): Decided {
  const step = permitRectificationAction(state, 'report', member, at)
  if (!step.ok) return step
  const { files } = roundOf(state)
  const received = withReceived(files, id, seen, at)
  if (!received.ok) return received
  const name = files.find((each) => each.id === id)?.fileName ?? ''
  return ok({
    next: { ...state, rounds: withRound(state, { files: received.value }), updatedAt: at },
    fact: { type: 'RectificationFileAttached', details: { file: name } },
  })
}

/** 报告整改情况, also after the day: it is late then, and stays so. */
export function reportRectification(state: Rectification, text: string, member: Membership, at: string): Decided {
  const step = permitRectificationAction(state, 'report', member, at)
  if (!step.ok) return step
  const { number } = roundOf(state)
  return ok({
    next: {
      ...state,
      status: step.value.to[0],
      rounds: withRound(state, { report: { ...handOf(member, at), text } }),
      reportedBy: state.reportedBy.includes(member.personId)
        ? state.reportedBy
        : [...state.reportedBy, member.personId],
      updatedAt: at,
    },
    fact: { type: 'RectificationReported', details: { round: String(number) } },
  })
}

export interface Check {
  readonly checks: ClosingChecks
  readonly text: string
  readonly workingDays?: number | undefined
  readonly calendar: WorkingCalendar
}

/** 核查: closed where all four hold, returned for another round where one does not. */
export function checkRectification(
  state: Rectification,
  { checks, text, workingDays = RETURN_WORKING_DAYS, calendar }: Check,
  member: Membership,
  at: string,
): Decided {
  const step = permitRectificationAction(state, 'check', member, at)
  if (!step.ok) return step
  const rounds = withRound(state, { check: { ...handOf(member, at), checks, text } })
  const failed = CLOSING_CHECKS.filter((check) => !checks[check])
  if (failed.length === 0)
    return ok({
      next: { ...state, status: 'closed', rounds, closedOn: beijingDate(at), updatedAt: at },
      fact: { type: 'RectificationClosed', details: { text } },
    })
  if (rounds.length >= MAX_ROUNDS)
    return err({ code: 'transition-not-allowed', detail: `已经整改${MAX_ROUNDS}轮，请改用约谈或挂牌督办` })
  const dueOn = addWorkingDays(beijingDate(at), workingDays, calendar)
  if (!dueOn.ok) return err({ ...dueOn.error, pointer: '/workingDays' })
  const { moreTime: _former, ...kept } = state
  return ok({
    next: {
      ...kept,
      status: 'returned',
      dueOn: dueOn.value,
      rounds: [...rounds, { number: rounds.length + 1, dueOn: dueOn.value, files: [] }],
      updatedAt: at,
    },
    fact: {
      type: 'RectificationReturned',
      details: { failed: failed.map((check) => CLOSING_CHECK_NAMES[check]).join('、'), text, dueOn: dueOn.value },
    },
  })
}

/** 申请延期, before the due day. */
export function askMoreTime(
  state: Rectification,
  { until, reason }: { readonly until: PlainDate; readonly reason: string },
  member: Membership,
  at: string,
): Decided {
  const step = permitRectificationAction(state, 'ask-time', member, at)
  if (!step.ok) return step
  if (until <= state.dueOn)
    return err({
      code: 'invalid-input',
      detail: `申请延至的日期应晚于现在的期限${dayText(state.dueOn)}`,
      pointer: '/until',
    })
  return ok({
    next: { ...state, moreTime: { ...handOf(member, at), until, reason }, updatedAt: at },
    fact: { type: 'MoreTimeAsked', details: { until, reason } },
  })
}

/** 答复延期申请. */
export function answerMoreTime(
  state: Rectification,
  { granted, reason }: { readonly granted: boolean; readonly reason: string },
  member: Membership,
  at: string,
): Decided {
  const step = permitRectificationAction(state, 'answer-time', member, at)
  if (!step.ok) return step
  const { moreTime } = state
  if (moreTime === undefined) throw new Error(`nobody asked for more time for ${state.id}`)
  const dueOn = granted ? moreTime.until : state.dueOn
  return ok({
    next: {
      ...state,
      dueOn,
      rounds: withRound(state, { dueOn }),
      moreTime: { ...moreTime, answer: { ...handOf(member, at), granted, reason } },
      updatedAt: at,
    },
    fact: { type: 'MoreTimeAnswered', details: { outcome: granted ? '同意延期' : '不同意延期', reason } },
  })
}

/** The first day on which time alone marks it, whether or not it was reported meanwhile; undefined: never. */
export function overdueDay(state: Rectification): PlainDate | undefined {
  if (state.overdueOn !== undefined || state.status === 'cancelled') return undefined
  const { report } = roundOf(state)
  return report === undefined || isOver(state.dueOn, report.at) ? addDays(state.dueOn, 1) : undefined
}

/** 逾期: by time alone, once; it stays so when the report comes later. Null before the day is over. */
export function rectificationOverdue(state: Rectification, at: string): RectificationStep | null {
  const day = overdueDay(state)
  if (day === undefined || beijingDate(at) < day) return null
  return {
    next: { ...state, overdueOn: state.dueOn, updatedAt: at },
    fact: { type: 'RectificationOverdue', details: { dueOn: state.dueOn } },
  }
}
