import { yearOf } from '@anjie/calendar-cn/plainDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type {
  CoverageByKind,
  CoverageFigures,
  DutyCoverage,
  KindCoverage,
} from '@anjie/contracts/vocabulary/posts/dutyCoverage'
import { DUTY_POST_KINDS, type DutyPost, type DutyPostKind } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Step } from '../decision.ts'
import { POST_KINDS } from './kinds/index.ts'
import { holderOf, partWithin, vacantDaysByYear, vacantSince, yearSpan } from './vacancies.ts'

const noneOfKind = (): KindCoverage => ({ units: 0, posts: 0, filled: 0, deputies: 0, vacant: {}, days: {} })

export const byKind = <T>(of: (kind: DutyPostKind) => T): Record<DutyPostKind, T> =>
  Object.fromEntries(DUTY_POST_KINDS.map((kind) => [kind, of(kind)])) as Record<DutyPostKind, T>

export const noCoverage = (
  place: Pick<DutyCoverage, 'county' | 'cityName' | 'countyName'>,
  now: string,
): DutyCoverage => ({ ...place, kinds: byKind(noneOfKind), updatedAt: now })

/** One post as a commit changes it. */
export interface PostChange {
  readonly before: DutyPost | undefined
  readonly after: DutyPost
}

/** 覆盖情况 with what a commit changes. `units`: how many units of the county should have a post of the kind, where that was counted. */
export function keepCoverage(
  state: DutyCoverage,
  changes: readonly PostChange[],
  units: Partial<Readonly<Record<DutyPostKind, number>>>,
  now: string,
): Step<'duty-coverage'> {
  const kinds = byKind((kind) => {
    const own = changes.filter(({ after }) => after.kind === kind)
    const counted = own.reduce(changed, state.kinds[kind])
    return { ...counted, units: POST_KINDS[kind].isDueEverywhere ? (units[kind] ?? counted.units) : counted.posts }
  })
  const parts = DUTY_POST_KINDS.flatMap((kind) => {
    const [posts, filled] = [kinds[kind].posts - state.kinds[kind].posts, kinds[kind].filled - state.kinds[kind].filled]
    return [
      ...(posts === 0 ? [] : [`${POST_KINDS[kind].name}设岗${signed(posts)}`]),
      ...(filled === 0 ? [] : [`${POST_KINDS[kind].name}在任${signed(filled)}`]),
    ]
  })
  return {
    next: { ...state, kinds, updatedAt: now },
    fact: { type: 'DutyCoverageKept', details: { change: parts.length === 0 ? '任职变动' : parts.join('、') } },
  }
}

const signed = (number: number): string => (number > 0 ? `+${number}` : String(number))

function changed(kind: KindCoverage, { before, after }: PostChange): KindCoverage {
  const [was, is] = [countsOf(before), countsOf(after)]
  const { [after.id]: _was, ...vacant } = kind.vacant
  const since = vacantSince(after)
  const years = new Set([...Object.keys(kind.days), ...Object.keys(was.days), ...Object.keys(is.days)])
  return {
    units: kind.units,
    posts: kind.posts + is.posts - was.posts,
    filled: kind.filled + is.filled - was.filled,
    deputies: kind.deputies + is.deputies - was.deputies,
    vacant: since === undefined ? vacant : { ...vacant, [after.id]: since },
    days: Object.fromEntries(
      [...years]
        .map((year) => [year, (kind.days[year] ?? 0) + (is.days[year] ?? 0) - (was.days[year] ?? 0)] as const)
        .filter(([, days]) => days > 0),
    ),
  }
}

function countsOf(post: DutyPost | undefined) {
  const holder = post === undefined ? undefined : holderOf(post)
  return {
    posts: post === undefined || post.status === 'ended' ? 0 : 1,
    filled: holder === undefined ? 0 : 1,
    deputies: holder?.deputy === true ? 1 : 0,
    days: post === undefined ? {} : vacantDaysByYear(post),
  }
}

/** As they stand on a day: vacancies that go on are counted until then. */
export function coverageFigures(
  { units, posts, filled, deputies, days, vacant }: KindCoverage,
  today: PlainDate,
): CoverageFigures {
  const year = yearOf(today)
  const span = { from: yearSpan(year).from, to: today }
  const open = Object.values(vacant).reduce((sum, from) => sum + partWithin({ from }, span).days, 0)
  return {
    units,
    posts,
    filled,
    deputies,
    vacant: Object.keys(vacant).length,
    vacantDays: (days[year] ?? 0) + open,
  }
}

export const figuresByKind = ({ kinds }: Pick<DutyCoverage, 'kinds'>, today: PlainDate): CoverageByKind =>
  byKind((kind) => coverageFigures(kinds[kind], today))

const FIGURES = [
  'units',
  'posts',
  'filled',
  'deputies',
  'vacant',
  'vacantDays',
] as const satisfies readonly (keyof CoverageFigures)[]

export function sumCoverage(all: readonly CoverageByKind[]): CoverageByKind {
  return byKind((kind) => {
    const sum = { units: 0, posts: 0, filled: 0, deputies: 0, vacant: 0, vacantDays: 0 }
    for (const each of all) for (const figure of FIGURES) sum[figure] += each[kind][figure]
    return sum
  })
}
