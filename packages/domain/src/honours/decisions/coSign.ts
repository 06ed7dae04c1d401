import { addDays, beijingDate, dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { type Application, MAX_REQUESTS, type OpinionRequest } from '@anjie/contracts/vocabulary/honours/application'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { type ApplicationStep, permitApplicationAction } from '../applicationTransitions.ts'
import { type Colleague, whyNotAsked } from '../colleague.ts'
import { openRequests } from '../desk.ts'
import { opinionOf } from '../person.ts'

/** Longer than an opinion may take; whoever needs more recalls the request and asks anew. */
const MAX_DAYS_TO_ANSWER = 60

/** 征求会签: another post of the level is asked for its opinion by a day; the case stays with its owner. */
export function askOpinion(
  application: Application,
  {
    question,
    dueOn,
    colleague,
  }: { readonly question: string; readonly dueOn: PlainDate; readonly colleague: Colleague },
  member: Membership,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'ask-opinion', member, {})
  if (!step.ok) return step
  const today = beijingDate(at)
  const refused = whyNotAsked(application, colleague, member, today)
  if (refused !== null) return err({ code: 'invalid-input', detail: refused, pointer: '/of' })
  const { personId = '', personName, post } = colleague
  if (openRequests(application).some((each) => each.personId === personId))
    return err({ code: 'invalid-input', detail: `${post}${personName}的会签尚未答复，不必重复征求`, pointer: '/of' })
  const last = addDays(today, MAX_DAYS_TO_ANSWER)
  if (dueOn < today || dueOn > last)
    return err({
      code: 'invalid-input',
      detail: `会签期限应在${dayText(today)}至${dayText(last)}之间`,
      pointer: '/dueOn',
    })
  const requests = application.requests ?? []
  if (requests.length >= MAX_REQUESTS)
    return err({ code: 'invalid-input', detail: `一份申报最多征求${MAX_REQUESTS}次会签`, pointer: '' })
  const request: OpinionRequest = {
    number: requests.length + 1,
    jurisdiction: member.jurisdiction.code,
    personId,
    personName,
    post,
    question,
    askedBy: member.personName,
    at,
    dueOn,
  }
  return changed(
    application,
    [...requests, request],
    'ask-opinion',
    `请${post}${personName}会签（${dayText(dueOn)}前）：${question}`,
    member,
    at,
    {
      type: 'OpinionAsked',
      details: { of: `${post}${personName}`, question, dueOn },
    },
  )
}

/** 会签: the opinion of whoever was asked, and of nobody else. */
export function giveOpinion(
  application: Application,
  number: number,
  { agrees, opinion }: { readonly agrees: boolean; readonly opinion: string },
  member: Membership,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'co-sign', member, {})
  if (!step.ok) return step
  const open = openRequests(application).find((each) => each.number === number)
  if (open === undefined || open.personId !== member.personId)
    return err({ code: 'not-permitted', detail: '这项会签不是请您答复的，或已经答复、撤回' })
  const verdict = agrees ? '同意' : '不同意'
  const requests = replaced(application, { ...open, answer: { agrees, text: opinion, at } })
  return changed(application, requests, 'co-sign', `${verdict}。${opinion}`, member, at, {
    type: 'OpinionGiven',
    details: { agrees: verdict, opinion },
  })
}

/** 撤回会签: the owner goes on without an opinion that is not given yet. */
export function recallRequest(
  application: Application,
  number: number,
  reason: string,
  member: Membership,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'recall-request', member, {})
  if (!step.ok) return step
  const open = openRequests(application).find((each) => each.number === number)
  if (open === undefined) return err({ code: 'transition-not-allowed', detail: '这项会签已经答复或撤回，请刷新后查看' })
  const requests = replaced(application, { ...open, recalled: { reason, at } })
  return changed(
    application,
    requests,
    'recall-request',
    `撤回${open.post}${open.personName}的会签：${reason}`,
    member,
    at,
    {
      type: 'OpinionRecalled',
      details: { of: `${open.post}${open.personName}`, reason },
    },
  )
}

const replaced = ({ requests = [] }: Application, request: OpinionRequest): OpinionRequest[] =>
  requests.map((each) => (each.number === request.number ? request : each))

type Changed = Extract<Decided, { ok: true }>['value']['application']['fact']

function changed(
  application: Application,
  requests: OpinionRequest[],
  action: ApplicationStep,
  text: string,
  member: Membership,
  at: string,
  fact: Changed,
): Decided {
  const opinions = [...application.opinions, opinionOf(action, text.slice(0, 500), member, at)]
  return ok({ application: { next: { ...application, requests, opinions, updatedAt: at }, fact } })
}
