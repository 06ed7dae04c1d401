import { dayText } from '@anjie/calendar-cn/plainDays'
import {
  type Attempt,
  type Dispute,
  type DisputeId,
  type DisputeOrigin,
  type Gravity,
  OWN_SYSTEM,
  type Tier,
  tierNames,
} from '@anjie/contracts/vocabulary/disputes/dispute'
import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { type Outcome, outcomeNames, outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { canonicalJson, err, ok, type Result } from '@anjie/kernel'
import type { Decision, Step } from '../decision.ts'
import { firstTier, passingUp } from './tiers.ts'

export const numbersOf = (origins: readonly Pick<DisputeOrigin, 'caseNumber'>[]): string =>
  origins.map(({ caseNumber }) => caseNumber).join('、')

/** A first statement: the record begins. */
export function enteredDispute(
  origin: DisputeOrigin,
  systemName: string,
  given: { readonly gravity: Gravity; readonly tierReason?: string | undefined } | undefined,
  now: string,
): Decision<Dispute, 'DisputeEntered'> {
  return {
    next: {
      id: origin.home,
      county: origin.home.slice(0, 6) as Dispute['county'],
      origins: [origin],
      apart: [],
      gravity: given?.gravity ?? null,
      tier: given === undefined ? null : firstTier(given.gravity),
      ...(given?.tierReason === undefined ? {} : { tierReason: given.tierReason }),
      attempts: [],
      updatedAt: now,
    },
    fact: { type: 'DisputeEntered', details: { system: systemName, number: origin.caseNumber } },
  }
}

/** What was taken back with its import is said again. */
export const enteredAgain = (
  dispute: Dispute,
  origin: DisputeOrigin,
  systemName: string,
  now: string,
): Step<'dispute'> => ({
  next: { ...dispute, origins: [...dispute.origins, origin], updatedAt: now },
  fact: { type: 'DisputeEntered', details: { system: systemName, number: origin.caseNumber } },
})

/** 撤回记载: the record stays, because its id is that of the number, and says nothing any more. */
export const withdrawnEntry = (
  dispute: Dispute,
  origin: DisputeOrigin,
  systemName: string,
  reason: string,
  now: string,
): Step<'dispute'> => ({
  next: { ...dispute, origins: dispute.origins.filter((each) => each !== origin), updatedAt: now },
  fact: { type: 'DisputeEntryWithdrawn', details: { system: systemName, number: origin.caseNumber, reason } },
})

export const isWithdrawn = ({ into, origins }: Dispute): boolean => into === undefined && origins.length === 0

const FIELD_WORDS = {
  receivedOn: '受理日',
  township: '乡镇（街道）',
  village: '村（社区）',
  kind: '类型',
  kindWord: '类型用词',
  summary: '简要情况',
  organisation: '调解组织',
  amount: '金额',
  outcomeWord: '结果用词',
  outcomes: '结果',
  quotedNumbers: '关联编号',
} as const satisfies Partial<Record<keyof DisputeOrigin, string>>
type ComparedField = keyof typeof FIELD_WORDS
// `keys` of a table that is written out in full: exactly its fields.
const COMPARED = Object.keys(FIELD_WORDS) as ComparedField[]

/** Which fields a statement says anew, in words; nothing where it says the same. */
export const changedFields = (before: DisputeOrigin, after: DisputeOrigin): readonly ComparedField[] =>
  COMPARED.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]))

export const changedWords = (fields: readonly ComparedField[]): readonly string[] => [
  ...new Set(fields.map((field) => FIELD_WORDS[field])),
]

const dayOf = (day: PlainDate | null): string => (day === null ? '' : dayText(day))

/** A value as a person reads it beside the field's word. */
export function shownField(origin: DisputeOrigin, field: ComparedField): string {
  switch (field) {
    case 'kind':
      return origin.kind === null ? '' : disputeKindNames[origin.kind]
    case 'quotedNumbers':
      return origin.quotedNumbers.join('、')
    case 'outcomes':
      return outcomes
        .filter((outcome) => origin.outcomes[outcome].stated)
        .map((outcome) => `${outcomeNames[outcome]}${dayOf(origin.outcomes[outcome].on)}`)
        .join('、')
    case 'receivedOn':
      return dayOf(origin.receivedOn)
    default:
      return origin[field]
  }
}

/** Who is named is told as changed, and never shown. */
export const PERSONS_WORD = '当事人'

/** The same number says something else now. */
export function correctedDispute(
  dispute: Dispute,
  origin: DisputeOrigin,
  systemName: string,
  now: string,
  namesOthers: boolean,
): Step<'dispute'> | undefined {
  const before = dispute.origins.find(({ home }) => home === origin.home)
  const fields = before === undefined ? [] : changedFields(before, origin)
  if (before === undefined || (fields.length === 0 && !namesOthers)) return undefined
  const changed = [...changedWords(fields), ...(namesOthers ? [PERSONS_WORD] : [])]
  const next = { ...origin, since: before.since }
  return {
    next: { ...dispute, origins: dispute.origins.map((each) => (each === before ? next : each)), updatedAt: now },
    fact: {
      type: 'DisputeCorrected',
      details: { system: systemName, number: origin.caseNumber, changed: changed.join('、') },
    },
  }
}

const isOver = ({ origins }: Dispute): boolean => origins.some(({ outcomes: said }) => said.agreed.stated)

/** 登记一次调解: at the tier where the dispute lies. */
export function attemptedDispute(
  dispute: Dispute,
  attempt: Attempt,
  today: PlainDate,
): Result<Step<'dispute'>, Problem> {
  const tier = dispute.tier ?? attempt.tier
  if (attempt.tier !== tier)
    return err({ code: 'value-invalid', detail: `这起纠纷在${tierNames[tier]}办理，请先提级`, pointer: '/tier' })
  if (attempt.on > today) return err({ code: 'value-invalid', detail: '调解日期在今天之后', pointer: '/on' })
  if (isOver(dispute)) return err({ code: 'transition-not-allowed', detail: '已达成协议，不再登记调解' })
  return ok({
    next: { ...dispute, tier, attempts: [...dispute.attempts, attempt], updatedAt: dispute.updatedAt },
    fact: {
      type: 'DisputeAttempted',
      details: {
        on: dayText(attempt.on),
        tier: tierNames[tier],
        organisation: attempt.organisation,
        result: attempt.agreed ? '达成协议' : '未达成协议',
      },
    },
  })
}

/** 提级办理. */
export function passedUpDispute(
  dispute: Dispute,
  tier: Tier,
  reason: string | undefined,
  now: string,
): Result<Step<'dispute'>, Problem> {
  const may = passingUp(dispute, tier, reason)
  if (!may.ok) return may
  return ok({
    next: { ...dispute, tier, ...(reason === undefined ? {} : { tierReason: reason }), updatedAt: now },
    fact: {
      type: 'DisputePassedUp',
      details: { tier: tierNames[tier], ...(reason === undefined ? {} : { reason }) },
    },
  })
}

const NOTHING_SAID = { stated: false, on: null } as const
export const NO_OUTCOMES = {
  agreed: NOTHING_SAID,
  performed: NOTHING_SAID,
  closed: NOTHING_SAID,
  settled: NOTHING_SAID,
}

/** What we say of it ourselves; where only other systems spoke until now, our own statement begins with what they say. */
export function ownStatement(dispute: Dispute, home: DisputeId, caseNumber: string, now: string): DisputeOrigin {
  const own = dispute.origins.find(({ system }) => system === OWN_SYSTEM)
  if (own !== undefined) return own
  const [first] = dispute.origins
  if (first === undefined) throw new Error('a dispute has a statement')
  return {
    ...first,
    system: OWN_SYSTEM,
    caseNumber,
    home,
    quotedNumbers: [],
    outcomes: NO_OUTCOMES,
    outcomeWord: '',
    since: now,
  }
}

/** 登记结果: four things, each with its day; what is performed was agreed before. */
export function resultOfDispute(
  dispute: Dispute,
  own: DisputeOrigin,
  { outcome, on }: { readonly outcome: Outcome; readonly on: PlainDate },
  { now, today }: { readonly now: string; readonly today: PlainDate },
): Result<Step<'dispute'>, Problem> {
  const refuse = (detail: string): Result<never, Problem> => err({ code: 'value-invalid', detail, pointer: '/on' })
  if (on > today) return refuse('日期在今天之后')
  if (own.receivedOn !== null && on < own.receivedOn) return refuse(`日期早于受理日 ${dayText(own.receivedOn)}`)
  const { agreed } = own.outcomes
  if (outcome === 'performed' && !agreed.stated)
    return err({ code: 'transition-not-allowed', detail: '还没有登记达成协议；先登记协议，再登记履行' })
  if (outcome === 'performed' && agreed.on !== null && on < agreed.on)
    return refuse(`履行日早于协议日 ${dayText(agreed.on)}`)
  const next = { ...own, outcomes: { ...own.outcomes, [outcome]: { stated: true, on } } }
  const others = dispute.origins.filter(({ home }) => home !== own.home)
  return ok({
    next: { ...dispute, origins: [...others, next], updatedAt: now },
    fact: { type: 'DisputeOutcomeRecorded', details: { outcome: outcomeNames[outcome], on: dayText(on) } },
  })
}
