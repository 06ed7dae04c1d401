import { addWorkingDays, beijingDate, type WorkingCalendar } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { BarContent } from '@anjie/contracts/vocabulary/honours/bar'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { mayBar } from '@anjie/contracts/vocabulary/supervision/measureKinds'
import type { DecidedVeto } from '@anjie/contracts/vocabulary/supervision/tally'
import { ok, type Result } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import { isOver } from '../aftercare/limits.ts'
import { PUBLISH_WORKING_DAYS } from './limits.ts'
import type { MeasureStep } from './measureSteps.ts'
import { permitMeasureAction } from './measureTransitions.ts'

/** 公布: the listing, or once it was lifted its lifting. */
export function publishListing(state: Measure, member: Membership, at: string): Result<MeasureStep, Problem> {
  const step = permitMeasureAction(state, 'publish', member, at)
  if (!step.ok) return step
  const today = beijingDate(at)
  const isLifting = state.publishedOn !== undefined && state.lifted !== undefined
  return ok({
    next: {
      ...state,
      ...(isLifting && state.lifted !== undefined
        ? { lifted: { ...state.lifted, publishedOn: today } }
        : { publishedOn: today }),
      updatedAt: at,
    },
    fact: { type: 'ListingPublished', details: { what: isLifting ? '摘牌' : '挂牌督办' } },
  })
}

/** 验收摘牌 by whoever listed it. */
export function liftListing(
  state: Measure,
  { reason, calendar }: { readonly reason: string; readonly calendar: WorkingCalendar },
  member: Membership,
  at: string,
): Result<MeasureStep, Problem> {
  const step = permitMeasureAction(state, 'lift', member, at)
  if (!step.ok) return step
  const on = beijingDate(at)
  const publishBy = state.isPublished ? addWorkingDays(on, PUBLISH_WORKING_DAYS, calendar) : undefined
  if (publishBy?.ok === false) return publishBy
  return ok({
    next: {
      ...state,
      status: step.value.to[0],
      outcome: 'lifted',
      lifted: {
        ...handOf(member, at),
        on,
        reason,
        ...(publishBy === undefined ? {} : { publishBy: publishBy.value }),
      },
      closedOn: on,
      updatedAt: at,
    },
    fact: { type: 'ListingLifted', details: { reason } },
  })
}

/** 期满未摘牌: time alone opens the veto procedure and decides nothing. Null before the last day is over. */
export function listingEnded(state: Measure, at: string): MeasureStep | null {
  const { kind, status, until } = state
  if (kind !== 'listing' || status !== 'issued' || until === undefined || !isOver(until, at)) return null
  return {
    next: { ...state, status: 'veto', veto: { since: beijingDate(at) }, updatedAt: at },
    fact: { type: 'ListingUnsatisfied', details: { until } },
  }
}

/** 决定是否否决 by a person who had no part in the listing. */
export function decideVeto(
  state: Measure,
  { outcome, reason }: { readonly outcome: 'veto' | 'spare'; readonly reason: string },
  member: Membership,
  at: string,
): Result<MeasureStep, Problem> {
  const step = permitMeasureAction(state, outcome, member, at)
  if (!step.ok) return step
  if (state.veto === undefined) throw new Error(`no veto procedure of ${state.id} is open`)
  return ok({
    next: {
      ...state,
      status: step.value.to[0],
      outcome: outcome === 'veto' ? 'vetoed' : 'spared',
      veto: { ...state.veto, decided: { ...handOf(member, at), outcome, reason } },
      closedOn: beijingDate(at),
      updatedAt: at,
    },
    fact: { type: 'VetoDecided', details: { outcome: outcome === 'veto' ? '予以否决' : '不予否决', reason } },
  })
}

/** What assessments count of a listing that was decided as a veto; undefined of any other measure. */
export function decidedVetoOf({
  id,
  target,
  issuerName,
  documentNumber,
  matter,
  until,
  veto,
}: Measure): DecidedVeto | undefined {
  if (veto?.decided?.outcome !== 'veto' || documentNumber === undefined || until === undefined) return undefined
  return {
    measure: id,
    target,
    issuerName,
    document: documentNumber,
    matter,
    missedOn: until,
    decidedAt: veto.decided.at,
  }
}

/**
 * 限制申报 that a measure brings: a listing from its day, a yellow card or an interview from theirs where their rule says so, a veto from the
 * day after which the target was missed. Undefined: none.
 */
export function barOf(
  { kind, matter, documentNumber, issuerName, on, until, bars }: Measure,
  event: 'issued' | 'vetoed',
  today: PlainDate,
): BarContent | undefined {
  if (documentNumber === undefined) return undefined
  const base = { decidedBy: issuerName, document: documentNumber, documentOn: today, cause: matter }
  if (event === 'vetoed') return until === undefined ? undefined : { ...base, kind: 'target-missed', from: until }
  if (kind === 'listing') return { ...base, kind: 'listed', from: on }
  return bars !== undefined && mayBar(kind) ? { ...base, kind, from: on, ownTerm: bars } : undefined
}
