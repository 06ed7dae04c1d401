import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import {
  type Application,
  MAX_VISITS,
  type RecordedVisit,
  type Visit,
} from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'

/** 登记现场核查: who went there on which day and what they found. A case may be visited several times; each stays on record. */
export function recordVisit(
  application: Application,
  visit: Visit,
  /** The draw by which the unit was to be visited, where it was drawn. */
  byDraw: RecordedVisit['byDraw'],
  member: Membership,
  round: Pick<Round, 'opensOn'>,
  today: PlainDate,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'visit', member, {})
  if (!step.ok) return step
  const fault = visitDayFault(visit.on, round, today, '/on') ?? visitorFault(visit)
  if (fault !== null) return err(fault)
  const visits = application.visits ?? []
  if (visits.length >= MAX_VISITS)
    return err({ code: 'invalid-input', detail: `一份申报最多登记${MAX_VISITS}次现场核查`, pointer: '' })
  const recorded = {
    ...visit,
    number: visits.length + 1,
    jurisdiction: member.jurisdiction.code,
    jurisdictionName: member.jurisdictionName,
    recordedBy: member.personName,
    ...(byDraw === undefined ? {} : { byDraw }),
    at,
  }
  return ok({
    application: {
      next: { ...application, visits: [...visits, recorded], updatedAt: at },
      fact: {
        type: 'SiteVisited',
        details: {
          siteVisit: visit.on,
          visitors: visit.visitors.join('、'),
          finding: visit.finding,
          agrees: AGREES[String(visit.agrees) as 'true' | 'false'],
        },
      },
    },
  })
}

const AGREES = { true: '与申报一致', false: '与申报不一致' } as const

/** A visit lies within the round and not in the future: what was seen before anybody could apply says nothing of it. */
export function visitDayFault(
  on: PlainDate,
  { opensOn }: Pick<Round, 'opensOn'>,
  today: PlainDate,
  pointer: string,
): Problem | null {
  if (on > today) return { code: 'invalid-input', detail: '实地核查日期不能晚于今天', pointer }
  return on < opensOn
    ? {
        code: 'invalid-input',
        detail: `本轮自${dayText(opensOn)}起申报，实地核查日期不能早于这一天`,
        pointer,
      }
    : null
}

function visitorFault({ visitors }: Visit): Problem | null {
  const twice = visitors.findIndex((name, index) => visitors.indexOf(name) !== index)
  return twice < 0
    ? null
    : { code: 'invalid-input', detail: `核查人员“${visitors[twice]}”填写了两次`, pointer: `/visitors/${twice}` }
}
