import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { Recheck } from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { RECHECK_OUTCOME_NAMES, recheckOwner, recheckStandingName } from '@anjie/domain/aftercare/recheckTransitions'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import type { StatusOwner } from '@anjie/domain/workflow/transition'
import { clockTerm } from './clockTerm.ts'
import { type HomeLine, type HomeView, noteOf, type Standing } from './homeLine.ts'
import { toldLine, turnLines } from './turnLines.ts'
import { withUnitsOwn } from './unitsOwn.ts'

const until = (day: PlainDate | undefined, what: string): string =>
  day === undefined ? '' : `，${what}至${dayText(day)}`
const outcome = (state: Recheck): string =>
  state.outcome === undefined ? '复核办结' : `复核结论：${RECHECK_OUTCOME_NAMES[state.outcome]}`

/** What county, city and unit are told of a case, in fixed words. */
const TOLD: Readonly<Record<FactTypeOf<'recheck'>, ((state: Recheck) => string) | null>> = {
  RecheckOpened: ({ dueOn }) => `开展称号复核${until(dueOn, '自查')}`,
  RecheckCauseAdded: () => '在办复核并入新的事由',
  RecheckReported: null,
  RecheckChecked: null,
  RecheckReturned: ({ dueOn }) => `退回重新自查${until(dueOn, '期限')}`,
  RecheckTakenUp: () => '称号复核由授予机关直接办理',
  RecheckConcluded: outcome,
  YellowCardIssued: ({ card }) => `黄牌警告，限期整改${until(card?.mendBy, '期限')}`,
  MendingReported: null,
  MendingOverdue: () => '整改期满未报告，提请授予机关决定',
  RevocationProposed: ({ revocation }) => `拟撤销称号${until(revocation?.answerBy, '陈述申辩')}`,
  RevocationAnswered: null,
  AnswerTimeEnded: () => '陈述申辩期满，提请授予机关决定',
  RevocationDecided: ({ revocation }) => `称号已撤销${until(revocation?.decided?.appealBy, '可申诉')}`,
  RevocationAppealed: null,
  RevocationAppealDecided: ({ outcome: how }) => (how === 'reversed' ? '申诉成立，称号恢复' : '申诉不成立，维持撤销'),
  AppealTimeEnded: () => '申诉期满，撤销决定不再变更',
}

/** The first day on which time alone moves a case on. */
export function caseDayOf({ status, card, revocation }: Recheck): PlainDate | undefined {
  const after = (day: PlainDate | undefined) => (day === undefined ? undefined : addDays(day, 1))
  if (status === 'rectifying') return after(card?.mendBy)
  if (status === 'notified') return after(revocation?.answerBy)
  return status === 'revoked' ? after(revocation?.decided?.appealBy) : undefined
}

/** A re-check waits for one post at a time; what is decided is said to the county, of what it did not confer to the city, and to the unit. */
export const recheck: HomeView<'recheck'> = ({ recordId, version, type, at, before, after: state }) => {
  const codes = divisionsOfCounty(state.county)
  const owner = recheckOwner(state)
  const row: HomeRow = {
    kind: 'recheck',
    id: recordId,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: recheckStandingName(state),
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: owner === null ? null : (state.dueOn ?? null),
    updatedAt: state.updatedAt,
    page: 'recheck',
    pageId: recordId,
    note: noteOf(`${state.honourName}　${state.causes.at(-1)?.text ?? ''}`),
    ...(state.unitId === undefined ? {} : { unit: state.unitId }),
  }
  const turns = turnLines({
    before: before === null ? null : recheckOwner(before),
    owner,
    codeOf: (level) => codes[level],
    row,
    standing: (who) => standingOf(who, state),
  })
  const [day, former] = [caseDayOf(state), before === null ? undefined : caseDayOf(before)]
  const term: readonly HomeLine[] = day === former ? [] : [clockTerm(state.county, row, day)]
  const says = TOLD[type]?.(state)
  if (says === undefined) return [...withUnitsOwn(turns, codes.county, state.unitId), ...term]
  const toldLevels = state.keeper === 'province' ? (['county', 'city'] as const) : (['county'] as const)
  const told = toldLevels.map((level) =>
    toldLine(codes[level], level, at, row, { says, note: `${state.honourName}：${says}` }),
  )
  return [...withUnitsOwn([...turns, ...told], codes.county, state.unitId), ...term]
}

/** What the unit has to do ends with its day; a level's own work does not. */
const standingOf = ({ level, role }: StatusOwner, { status, dueOn }: Recheck): Standing =>
  dueOn !== undefined && (status === 'notified' || status === 'rectifying')
    ? { as: 'ends', role, day: dueOn }
    : { as: 'work', role, day: level === 'county' || status === 'appealed' ? (dueOn ?? null) : null }
