import { dayText } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { Rectification } from '@anjie/contracts/vocabulary/supervision/rectification'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { SUPERVISORS } from '@anjie/domain/supervision/measureTransitions'
import { overdueDay } from '@anjie/domain/supervision/rectificationSteps'
import {
  isAsked,
  rectificationOwner,
  rectificationStandingName,
} from '@anjie/domain/supervision/rectificationTransitions'
import { clockTerm } from './clockTerm.ts'
import { type HomeLine, type HomeView, noteOf } from './homeLine.ts'
import { toldLine, turnLines } from './turnLines.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** What the target's county and the unit are told of it, in fixed words. */
const TOLD: Readonly<Record<FactTypeOf<'rectification'>, ((state: Rectification) => string) | null>> = {
  RectificationIssued: null,
  RectificationAcknowledged: null,
  RectificationFileRequested: null,
  RectificationFileAttached: null,
  RectificationReported: null,
  RectificationReturned: ({ dueOn }) => `整改未通过核查，退回整改，期限至${dayText(dueOn)}`,
  RectificationClosed: () => '整改通过核查，已销号',
  MoreTimeAsked: null,
  MoreTimeAnswered: ({ moreTime, dueOn }) =>
    moreTime?.answer?.granted === true ? `同意延期，期限至${dayText(dueOn)}` : '不同意延期，以原期限为准',
  RectificationOverdue: () => '整改逾期未报',
  RectificationCancelled: () => '整改不再要求',
}

/** Waits for the target or for whoever issued it; asking for more time is one more line of the issuer's. */
export const rectification: HomeView<'rectification'> = ({ recordId, version, type, at, before, after: state }) => {
  const codes = divisionsOfCounty(state.county)
  const codeOf = (level: Rectification['level']): string => (level === state.level ? state.issuer : codes[level])
  const owner = rectificationOwner(state)
  const row: HomeRow = {
    kind: 'rectification',
    id: recordId,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: rectificationStandingName(state),
    queue: owner === null ? null : { level: owner.level, code: codeOf(owner.level), role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: owner === null || state.status === 'reported' ? null : state.dueOn,
    updatedAt: state.updatedAt,
    page: 'rectification',
    pageId: recordId,
    note: noteOf(state.problem),
    ...(state.unitId === undefined ? {} : { unit: state.unitId }),
  }
  const turns = turnLines({
    before: before === null ? null : rectificationOwner(before),
    owner,
    codeOf,
    row,
    standing: ({ role }) => ({ as: 'work', role, day: state.status === 'reported' ? null : state.dueOn }),
  })
  const [reviewer] = SUPERVISORS[state.level]
  const asked: readonly HomeLine[] =
    isAsked(state) === (before !== null && isAsked(before))
      ? []
      : [
          {
            owner: state.issuer,
            slot: 'asked',
            line: isAsked(state)
              ? {
                  standing: { as: 'work', role: reviewer, day: state.dueOn },
                  row: {
                    ...row,
                    queue: { level: state.level, code: state.issuer, role: reviewer },
                    nextVerb: '答复延期申请',
                    dueOn: state.dueOn,
                  },
                }
              : null,
          },
        ]
  const [day, former] = [overdueDay(state), before === null ? undefined : overdueDay(before)]
  const term: readonly HomeLine[] = day === former ? [] : [clockTerm(state.county, row, day)]
  const says = TOLD[type]?.(state)
  const told =
    says === undefined ? [] : [toldLine(codes.county, 'county', at, row, { says, note: `${says}：${state.problem}` })]
  return [...withUnitsOwn([...turns, ...told], codes.county, state.unitId), ...asked, ...term]
}
