import { beijingDate, dayText, yearOf } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { type DutyEntries, type DutyEntry, MAX_DUTY_ENTRIES } from '@anjie/contracts/vocabulary/posts/dutyEntries'
import type { RoutineLine } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { handOf } from '../../aftercare/hand.ts'
import type { Step } from '../../decision.ts'
import { proofText } from './dutyNames.ts'

type EntriesStep = Step<'duty-entries'>
type Decided = Result<EntriesStep, Problem>

const fault = (detail: string, pointer: string): Problem => ({ code: 'invalid-input', detail, pointer })

/** `<county>.<unit ULID>-<…>-2026`: entries of a post in a year. */
export const dutyEntriesId = (postId: string, year: number): string => `${postId}-${year}`

export const noDutyEntries = (
  { id, kind, county, unitId, unitName }: Pick<DutyPost, 'id' | 'kind' | 'county' | 'unitId' | 'unitName'>,
  year: number,
  at: string,
): DutyEntries => ({ county, postId: id, postKind: kind, unitId, unitName, year, entries: [], updatedAt: at })

/** 登记 of what no record proves: on a day of its year, of a line in force on that day. What is recorded elsewhere is not entered once more. */
export function enterDuty(
  state: DutyEntries,
  { line, on, note }: { readonly line: string; readonly on: PlainDate; readonly note: string },
  routine: readonly RoutineLine[],
  member: Membership,
  at: string,
): Decided {
  if (on > beijingDate(at)) return err(fault('日期不能晚于今天', '/on'))
  if (yearOf(on) !== state.year) return err(fault(`这里登记${state.year}年的工作`, '/on'))
  const own = routine.find(({ code }) => code === line)
  if (own === undefined) return err(fault(`${dayText(on)}施行的日常清单没有“${line}”这一条`, '/line'))
  if (own.proof.kind !== 'entered')
    return err(fault(`“${own.text}”由${proofText(own.proof)}自动计入，不必另行登记`, '/line'))
  if (state.entries.some((each) => each.line === line && each.on === on && each.decision?.outcome !== 'refused'))
    return err(fault(`“${own.text}”${dayText(on)}已经登记过`, '/on'))
  if (state.entries.length >= MAX_DUTY_ENTRIES)
    return err({ code: 'transition-not-allowed', detail: `一个岗位一年最多登记${MAX_DUTY_ENTRIES}项` })
  const number = (state.entries.at(-1)?.number ?? 0) + 1
  const entry: DutyEntry = { number, line: own.code, text: own.text, on, note, entered: handOf(member, at) }
  return ok({
    next: { ...state, entries: [...state.entries, entry], updatedAt: at },
    fact: { type: 'DutyEntered', details: { line: own.text, on, number: String(number) } },
  })
}

/** 确认 or 不予确认 by a person other than who entered it. */
export function decideDutyEntry(
  state: DutyEntries,
  {
    number,
    outcome,
    reason,
  }: { readonly number: number; readonly outcome: 'confirmed' | 'refused'; readonly reason: string },
  member: Membership,
  at: string,
): Decided {
  const entry = state.entries.find((each) => each.number === number)
  if (entry === undefined) return err({ code: 'not-found', detail: `没有第${number}项登记` })
  if (entry.decision !== undefined)
    return err({ code: 'transition-not-allowed', detail: `第${number}项登记已经由${entry.decision.post}处理` })
  if (entry.entered.personId === member.personId)
    return err({ code: 'conflict-of-interest', detail: '这项工作由您登记，应由另一人确认' })
  if (outcome === 'refused' && reason === '') return err(fault('不予确认应写明理由', '/reason'))
  const decided: DutyEntry = { ...entry, decision: { ...handOf(member, at), outcome, reason } }
  return ok({
    next: { ...state, entries: state.entries.map((each) => (each === entry ? decided : each)), updatedAt: at },
    fact:
      outcome === 'confirmed'
        ? { type: 'DutyEntryConfirmed', details: { line: entry.text, number: String(number) } }
        : { type: 'DutyEntryRefused', details: { line: entry.text, number: String(number), reason } },
  })
}

export const waitingEntries = ({ entries }: Pick<DutyEntries, 'entries'>): readonly DutyEntry[] =>
  entries.filter(({ decision }) => decision === undefined)
