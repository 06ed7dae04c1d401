import { addDays, beijingDate, dayText } from '@anjie/calendar-cn'
import type { RecheckOutcome } from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { isHeld } from '../honours/eligibility.ts'
import { EXPIRY_TOLD_DAYS } from './limits.ts'
import { RECHECK_OUTCOME_NAMES } from './recheckTransitions.ts'

type TitleStep = Step<'title'>

/** A title without what belongs to an open case. */
function settled(title: Title): Title {
  const { openRecheck: _case, mendBy: _mend, ...rest } = title
  return rest
}

/** A title whose term ran out while it was looked at does not come back to life. */
const heldAgain = (title: Title, today: PlainDate): Title['status'] =>
  title.validUntil !== undefined && title.validUntil < today ? 'expired' : 'retained'

/** 保留, 恢复: the title holds on. */
export const retainTitle = (title: Title, outcome: RecheckOutcome, reason: string, at: string): TitleStep => ({
  next: { ...settled(title), status: heldAgain(title, beijingDate(at)), updatedAt: at },
  fact: { type: 'TitleRetained', details: { outcome: RECHECK_OUTCOME_NAMES[outcome], reason } },
})

/** 黄牌: it is still held, and everybody reads until when something is to be mended. */
export const warnTitle = (title: Title, mendBy: PlainDate, demands: string, at: string): TitleStep => ({
  // What ran out meanwhile stays run out.
  next:
    title.status === 'expired' ? { ...title, updatedAt: at } : { ...title, status: 'rectify', mendBy, updatedAt: at },
  fact: { type: 'TitleWarned', details: { mendBy, demands } },
})

/** 拟撤销 after a yellow card: until it is decided the title stands under re-check, as before the card. */
export function resumeRecheck(title: Title, reason: string, at: string): TitleStep | null {
  if (title.status !== 'rectify') return null
  const { mendBy: _over, ...rest } = title
  return {
    next: { ...rest, status: 'under-recheck', updatedAt: at },
    fact: { type: 'TitleRecheckResumed', details: { reason } },
  }
}

/** 撤销 takes effect on the day of the decision; an appeal does not put it off. */
export function revokeTitle(
  title: Title,
  { documentNumber, on, grounds, reapplyFrom }: NonNullable<Title['revoked']>,
  at: string,
): TitleStep {
  const { mendBy: _over, ...rest } = title
  return {
    next: { ...rest, status: 'revoked', revoked: { documentNumber, on, grounds, reapplyFrom }, updatedAt: at },
    fact: { type: 'TitleRevoked', details: { documentNumber, grounds, reapplyFrom } },
  }
}

/** 申诉成立: the title holds again, and its history says that it was revoked. */
export const restoreTitle = (title: Title, reason: string, at: string): TitleStep => ({
  next: {
    ...settled(title),
    status: heldAgain(title, beijingDate(at)),
    restored: { on: beijingDate(at), reason },
    updatedAt: at,
  },
  fact: { type: 'TitleRestored', details: { reason } },
})

/** Nothing of what the public reads: the case of a revoked title is over. */
export const closeRecheckOf = (title: Title, outcome: RecheckOutcome, at: string): TitleStep => ({
  next: { ...settled(title), updatedAt: at },
  fact: { type: 'TitleRecheckClosed', details: { outcome: RECHECK_OUTCOME_NAMES[outcome] } },
})

/** 注销, without stigma: the unit is no more, and who stands in its place is named. */
export const deregisterTitle = (
  title: Title,
  { reason, successors }: { readonly reason: string; readonly successors: readonly string[] },
  at: string,
): TitleStep => ({
  next: {
    ...settled(title),
    status: 'deregistered',
    deregistered: { on: beijingDate(at), reason, successors: [...successors] },
    updatedAt: at,
  },
  fact: {
    type: 'TitleDeregistered',
    details: { reason, ...(successors.length === 0 ? {} : { successors: successors.join('、') }) },
  },
})

/** 到期提醒: unit and county are told half a year before; once a term. */
export function tellExpiry(title: Title, at: string): TitleStep | null {
  const today = beijingDate(at)
  const { validUntil } = title
  if (validUntil === undefined || title.expiryToldOn !== undefined || !isHeld(title, today)) return null
  if (addDays(validUntil, -EXPIRY_TOLD_DAYS) > today) return null
  return {
    next: { ...title, expiryToldOn: today, updatedAt: at },
    fact: { type: 'TitleExpiryTold', details: { validUntil } },
  }
}

const STANDING: ReadonlySet<Title['status']> = new Set(['active', 'retained', 'under-recheck', 'rectify'])

/**
 * 到期: after the last day has ended in Beijing. An open case goes on, because what it finds may still keep the unit from applying again; what ran out is
 * not retained by it any more.
 */
export function expireTitle(title: Title, at: string): TitleStep | null {
  const { validUntil } = title
  if (validUntil === undefined || validUntil >= beijingDate(at) || !STANDING.has(title.status)) return null
  const { mendBy: _over, ...rest } = title
  return {
    next: { ...rest, status: 'expired', updatedAt: at },
    fact: { type: 'TitleExpired', details: { validUntil } },
  }
}

/** 补登有效期 of a title that was taken over from a public list, by the paper that says so; from then on it ends like any other. */
export function setTerm(
  title: Title,
  { validUntil, basis }: { readonly validUntil: PlainDate; readonly basis: string },
  at: string,
): Result<TitleStep, Problem> {
  if (title.source.kind !== 'public-listing')
    return err({ code: 'transition-not-allowed', detail: '有效期由命名决定确定，只有取自公开名单的称号可以补登' })
  if (!STANDING.has(title.status))
    return err({ code: 'transition-not-allowed', detail: '称号已经撤销、注销或到期，不再补登有效期' })
  const since = title.namedOn ?? `${title.year}-01-01`
  if (validUntil < since)
    return err({
      code: 'invalid-input',
      detail: `有效期不能早于命名（${dayText(since as PlainDate)}）`,
      pointer: '/validUntil',
    })
  const { expiryToldOn: _former, ...rest } = title
  return ok({
    next: { ...rest, validUntil, termBasis: basis, updatedAt: at },
    fact: { type: 'TitleTermSet', details: { validUntil, basis } },
  })
}
