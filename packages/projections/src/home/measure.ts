import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { MEASURE_KIND_NAMES } from '@anjie/domain/supervision/measureNames'
import { measureDueOn, measureOwner, measureStandingName } from '@anjie/domain/supervision/measureTransitions'
import { clockTerm } from './clockTerm.ts'
import { type HomeLine, type HomeView, noteOf } from './homeLine.ts'
import { toldLine, turnLines } from './turnLines.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** What the target's county and the unit are told of it, in fixed words. */
const TOLD: Readonly<Record<FactTypeOf<'measure'>, ((state: Measure) => string) | null>> = {
  MeasureDrafted: null,
  MeasureRevised: null,
  MeasureDiscarded: null,
  // It waits to be acknowledged, which says so.
  MeasureIssued: null,
  MeasureAcknowledged: null,
  MeasureContested: null,
  ContestAnswered: ({ contest }) => (contest?.answer?.outcome === 'overturned' ? '督导结论已变更' : '督导结论维持不变'),
  ListingPublished: null,
  ListingLifted: () => '挂牌督办已验收摘牌',
  ListingUnsatisfied: () => '挂牌督办期满未摘牌，启动否决程序',
  VetoDecided: ({ outcome }) => (outcome === 'vetoed' ? '已决定予以否决' : '已决定不予否决'),
  RectificationCounted: ({ status }) => (status === 'closed' ? '督导问题全部销号' : '督导问题销号一项'),
  MeasureWithdrawn: () => '督导措施已撤回',
}

/** The first day on which time alone moves it on. */
const measureDay = ({ kind, status, until }: Measure): PlainDate | undefined =>
  kind === 'listing' && status === 'issued' && until !== undefined ? addDays(until, 1) : undefined

/** A measure waits for one post at a time; what is decided is said to the target's county and the unit. */
export const measure: HomeView<'measure'> = ({ recordId, version, type, at, before, after: state }) => {
  const codes = divisionsOfCounty(state.county)
  const codeOf = (level: Measure['level']): string => (level === state.level ? state.issuer : codes[level])
  const owner = measureOwner(state)
  const kind = MEASURE_KIND_NAMES[state.kind]
  const row: HomeRow = {
    kind: 'measure',
    id: recordId,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: measureStandingName(state),
    queue: owner === null ? null : { level: owner.level, code: codeOf(owner.level), role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: owner === null ? null : (measureDueOn(state) ?? null),
    updatedAt: state.updatedAt,
    page: 'measure',
    pageId: recordId,
    note: noteOf(`${kind}　${state.matter}`),
    ...(state.unitId === undefined ? {} : { unit: state.unitId }),
  }
  const turns = turnLines({
    before: before === null ? null : measureOwner(before),
    owner,
    codeOf,
    row,
    standing: ({ role }) => ({ as: 'work', role, day: measureDueOn(state) ?? null }),
  })
  const [day, former] = [measureDay(state), before === null ? undefined : measureDay(before)]
  const term: readonly HomeLine[] = day === former ? [] : [clockTerm(state.county, row, day)]
  const says = TOLD[type]?.(state)
  // A county's own draft is no business of the unit.
  const unit = state.status === 'draft' || state.status === 'discarded' ? undefined : state.unitId
  if (says === undefined) return [...withUnitsOwn(turns, codes.county, unit), ...term]
  const told = toldLine(codes.county, 'county', at, row, {
    says: `${kind}：${says}`,
    note: `${kind}：${says}${state.until === undefined ? '' : `（期限${dayText(state.until)}）`}`,
  })
  return [...withUnitsOwn([...turns, told], codes.county, unit), ...term]
}
