import { beijingDate, chineseDay, dayText, yearOf } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Recheck, RevocationGround } from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { DocumentNumber } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { err, ok } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { groundsText } from './grounds.ts'
import { handOf } from './hand.ts'
import { ANSWER_DAYS, APPEAL_ANSWER_DAYS, APPEAL_DAYS, isOver, lastDay, reapplyDay } from './limits.ts'
import { concluded, type RecheckDecided, type RecheckDecision, stepTo, withAuthor, withoutDue } from './recheckSteps.ts'
import { RECHECK_OUTCOME_NAMES } from './recheckTransitions.ts'
import { closeRecheckOf, restoreTitle, resumeRecheck, revokeTitle } from './titleSteps.ts'

/** The steps of a revocation have facts of their own beside the case's state. */
const revocationOf = (state: Recheck): NonNullable<Recheck['revocation']> => {
  if (state.revocation === undefined) throw new Error(`${state.id} is no revocation`)
  return state.revocation
}

/** 拟撤销并告知: grounds that the rules enumerate and the facts, told to the unit, which has ten days to answer. */
export function proposeRevocation(
  state: Recheck,
  title: Title,
  { grounds, facts }: { readonly grounds: readonly RevocationGround[]; readonly facts: string },
  member: Membership,
  at: string,
): RecheckDecided {
  const step = stepTo(state, 'propose-revocation', member, at)
  if (!step.ok) return step
  if (grounds.includes('rectification-failed') && state.card === undefined)
    return err({ code: 'invalid-input', detail: '没有给过黄牌，不能以整改不合格为由撤销', pointer: '/grounds' })
  if (grounds.includes('lower-revoked') && !state.causes.some(({ kind }) => kind === 'lower-revoked'))
    return err({ code: 'invalid-input', detail: '下一级称号没有被撤销，不能以此为由', pointer: '/grounds' })
  const answerBy = lastDay(at, ANSWER_DAYS)
  const resumed = resumeRecheck(title, groundsText(grounds), at)
  return ok({
    recheck: {
      next: {
        ...state,
        status: step.value.to[0],
        dueOn: answerBy,
        revocation: { ...handOf(member, at), grounds: [...grounds], facts, answerBy },
        updatedAt: at,
      },
      fact: { type: 'RevocationProposed', details: { grounds: groundsText(grounds), answerBy } },
    },
    ...(resumed === null ? {} : { title: resumed }),
  })
}

/** 陈述申辩: what the unit says to it. */
export function answerRevocation(state: Recheck, text: string, member: Membership, at: string): RecheckDecided {
  const step = stepTo(state, 'answer', member, at)
  if (!step.ok) return step
  return ok({
    recheck: {
      next: {
        ...withoutDue(state),
        status: step.value.to[0],
        revocation: { ...revocationOf(state), answer: { ...handOf(member, at), text } },
        enteredBy: withAuthor(state, member),
        updatedAt: at,
      },
      fact: { type: 'RevocationAnswered', details: {} },
    },
  })
}

/** 陈述申辩期满: who does not answer holds nothing up. Null before the day is over. */
export function answerTimeEnded(state: Recheck, at: string): Step<'recheck'> | null {
  if (state.status !== 'notified') return null
  const { answerBy } = revocationOf(state)
  if (!isOver(answerBy, at)) return null
  return {
    next: { ...withoutDue(state), status: 'revocation', updatedAt: at },
    fact: { type: 'AnswerTimeEnded', details: { answerBy } },
  }
}

/** 决定撤销 by a second person, with a document of its own; from that day on the title is gone, and the unit may appeal. */
export function revoke(
  state: Recheck,
  title: Title,
  {
    documentNumber,
    on,
    reason,
  }: { readonly documentNumber: DocumentNumber; readonly on: PlainDate; readonly reason: string },
  member: Membership,
  at: string,
): RecheckDecided {
  const step = stepTo(state, 'revoke', member, at)
  if (!step.ok) return step
  const revocation = revocationOf(state)
  const proposedOn = beijingDate(revocation.at)
  if (on > beijingDate(at) || on < proposedOn)
    return err({
      code: 'invalid-input',
      detail: `决定日期应在${dayText(proposedOn)}（告知之日）至今天之间`,
      pointer: '/on',
    })
  if (!documentNumber.includes(`〔${yearOf(on)}〕`))
    return err({
      code: 'invalid-input',
      detail: `文号“${documentNumber}”的年份与决定日期${chineseDay(on)}不一致`,
      pointer: '/documentNumber',
    })
  const grounds = groundsText(revocation.grounds)
  const [appealBy, reapplyFrom] = [lastDay(at, APPEAL_DAYS), reapplyDay(on)]
  return ok({
    recheck: {
      next: {
        ...state,
        status: step.value.to[0],
        dueOn: appealBy,
        revocation: {
          ...revocation,
          decided: { ...handOf(member, at), documentNumber, on, reason, appealBy, reapplyFrom },
        },
        updatedAt: at,
      },
      fact: { type: 'RevocationDecided', details: { documentNumber, grounds, appealBy, reapplyFrom } },
    },
    title: revokeTitle(title, { documentNumber, on, grounds, reapplyFrom }, at),
  })
}

/** 申诉, to the last second of the last day in Beijing. */
export function appealRevocation(state: Recheck, text: string, member: Membership, at: string): RecheckDecided {
  const step = stepTo(state, 'appeal', member, at)
  if (!step.ok) return step
  const answerBy = lastDay(at, APPEAL_ANSWER_DAYS)
  return ok({
    recheck: {
      next: {
        ...state,
        status: step.value.to[0],
        dueOn: answerBy,
        revocation: { ...revocationOf(state), appeal: { ...handOf(member, at), text, answerBy } },
        enteredBy: withAuthor(state, member),
        updatedAt: at,
      },
      fact: { type: 'RevocationAppealed', details: {} },
    },
  })
}

/** 申诉期满: the revocation stays, and the case is over. Null before the day is over. */
export function appealTimeEnded(state: Recheck, title: Title, at: string): RecheckDecision | null {
  const decided = state.revocation?.decided
  if (state.status !== 'revoked' || decided === undefined || !isOver(decided.appealBy, at)) return null
  const closed = concluded(state, 'revoked', decided.reason, at)
  return {
    recheck: { ...closed, fact: { type: 'AppealTimeEnded', details: { appealBy: decided.appealBy } } },
    title: closeRecheckOf(title, 'revoked', at),
  }
}

/** 申诉复核 by a third person: the decision stands, or the title holds again. */
export function decideAppeal(
  state: Recheck,
  title: Title,
  { outcome, reason }: { readonly outcome: 'upheld' | 'reversed'; readonly reason: string },
  member: Membership,
  at: string,
): RecheckDecided {
  const step = stepTo(state, outcome === 'upheld' ? 'uphold' : 'reverse', member, at)
  if (!step.ok) return step
  const how = outcome === 'upheld' ? 'revoked' : 'reversed'
  const closed = concluded(state, how, reason, at)
  return ok({
    recheck: {
      next: {
        ...closed.next,
        revocation: { ...revocationOf(state), appealDecided: { ...handOf(member, at), outcome, reason } },
      },
      fact: { type: 'RevocationAppealDecided', details: { outcome: RECHECK_OUTCOME_NAMES[how], reason } },
    },
    title: outcome === 'upheld' ? closeRecheckOf(title, how, at) : restoreTitle(title, reason, at),
  })
}
