import { addDays, addWorkingDays, beijingDate, dayText, type WorkingCalendar } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyEvent } from '@anjie/contracts/vocabulary/posts/dutyEvent'
import type { DutyLists } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { handOf } from '../../aftercare/hand.ts'
import type { Step } from '../../decision.ts'
import { permitDutyEventAction } from './dutyEventTransitions.ts'
import { holdingOn } from './holdingOn.ts'
import { isIn } from './versionsInForce.ts'

/** 陈述: working days after the recording (staff appraisal rule: 10 days to ask for a review). */
export const WORD_WORKING_DAYS = 10

type EventStep = Step<'duty-event'>
type Decided = Result<EventStep, Problem>

const fault = (detail: string, pointer: string): Problem => ({ code: 'invalid-input', detail, pointer })

export interface RecordedEvent {
  readonly line: string
  readonly on: PlainDate
  readonly ground: string
}

/** 登记负面事件 against a line of the list that was in force on its day, of whoever held the post then. */
export function recordDutyEvent(
  id: DutyEvent['id'],
  post: Pick<DutyPost, 'id' | 'kind' | 'county' | 'unitId' | 'unitName' | 'holdings'>,
  lists: Pick<DutyLists, 'id' | 'negative'> | undefined,
  { line, on, ground }: RecordedEvent,
  calendar: WorkingCalendar,
  member: Membership,
  at: string,
): Decided {
  const today = beijingDate(at)
  if (on > today) return err(fault('事件日期不能晚于今天', '/on'))
  if (lists === undefined) return err(fault(`${dayText(on)}没有施行的负面清单，请先发布四张清单`, '/on'))
  const entry = lists.negative.find(({ code }) => code === line)
  if (entry === undefined) return err(fault(`${dayText(on)}施行的负面清单没有“${line}”这一条`, '/line'))
  const holding = holdingOn(post, on)
  if (holding === undefined) return err(fault(`${dayText(on)}这个岗位空缺，没有任职人`, '/on'))
  if (holding.personId === member.personId)
    return err({ code: 'conflict-of-interest', detail: '负面事件涉及您本人，应由他人登记' })
  const wordBy = addWorkingDays(today, WORD_WORKING_DAYS, calendar)
  if (!wordBy.ok) return wordBy
  return ok({
    next: {
      id,
      county: post.county,
      postId: post.id,
      postKind: post.kind,
      unitId: post.unitId,
      unitName: post.unitName,
      holding: {
        number: holding.number,
        ...(holding.personId === undefined ? {} : { personId: holding.personId }),
      },
      listsId: lists.id,
      entry,
      on,
      ground,
      status: 'asked',
      recordedBy: handOf(member, at),
      wordBy: wordBy.value,
      updatedAt: at,
    },
    fact: { type: 'DutyEventRecorded', details: { entry: entry.text, on, wordBy: wordBy.value } },
  })
}

/** 陈述意见, or a note that whoever held the post on the day has left; the event stays that person's. */
export function giveWord(
  state: DutyEvent,
  { kind, text }: { readonly kind: 'said' | 'left'; readonly text: string },
  post: Pick<DutyPost, 'holdings'>,
  member: Membership,
  at: string,
): Decided {
  const step = permitDutyEventAction(state, 'give-word', member)
  if (!step.ok) return step
  const holding = post.holdings.find(({ number }) => number === state.holding.number)
  if (kind === 'left' && holding !== undefined && isIn(beijingDate(at), holding))
    return err(fault('任职人仍在岗，请由本人陈述意见', '/kind'))
  return ok({
    next: { ...state, status: 'heard', word: { ...handOf(member, at), kind, text }, updatedAt: at },
    fact: { type: kind === 'said' ? 'DutyWordGiven' : 'DutyHolderLeft', details: { text } },
  })
}

/** The first day on which it goes on without a word; undefined: it does not wait for one. */
export const wordDay = ({ status, wordBy }: Pick<DutyEvent, 'status' | 'wordBy'>): PlainDate | undefined =>
  status === 'asked' ? addDays(wordBy, 1) : undefined

/** 陈述期满, by time alone. Null before the day is over. */
export function wordTimePassed(state: DutyEvent, at: string): EventStep | null {
  const day = wordDay(state)
  if (day === undefined || beijingDate(at) < day) return null
  return {
    next: { ...state, status: 'heard', word: { kind: 'silent' }, updatedAt: at },
    fact: { type: 'DutyWordTimePassed', details: { wordBy: state.wordBy } },
  }
}

/** 决定 by a person other than who recorded it. */
export function decideDutyEvent(
  state: DutyEvent,
  { outcome, reason }: { readonly outcome: 'upheld' | 'dropped'; readonly reason: string },
  member: Membership,
  at: string,
): Decided {
  const step = permitDutyEventAction(state, 'decide', member)
  if (!step.ok) return step
  return ok({
    next: { ...state, status: outcome, decision: { ...handOf(member, at), outcome, reason }, updatedAt: at },
    fact: { type: 'DutyEventDecided', details: { outcome: outcome === 'upheld' ? '成立' : '不成立', reason } },
  })
}
