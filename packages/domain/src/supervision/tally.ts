import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { LEVELS } from '@anjie/contracts/vocabulary/divisions/divisions'
import { MEASURE_KINDS, type Measure, type MeasureKind } from '@anjie/contracts/vocabulary/supervision/measure'
import type {
  DecidedVeto,
  LevelTally,
  SupervisionTally,
  TallyFigures,
} from '@anjie/contracts/vocabulary/supervision/tally'
import type { Step } from '../decision.ts'

type Counted = Pick<Measure, 'county' | 'cityName' | 'countyName' | 'level' | 'kind' | 'act' | 'target' | 'unitKind'>

const noneOf = (): LevelTally => ({
  measures: Object.fromEntries(MEASURE_KINDS.map((kind) => [kind, 0])) as LevelTally['measures'],
  inspections: {},
  townships: {},
  departments: {},
  others: {},
  problems: 0,
  closed: 0,
  overdue: 0,
})

export const noTally = (
  { county, cityName, countyName }: Pick<Measure, 'county' | 'cityName' | 'countyName'>,
  year: number,
  at: string,
): SupervisionTally => ({
  county,
  cityName,
  countyName,
  year,
  levels: { county: noneOf(), city: noneOf(), province: noneOf() },
  vetoed: [],
  updatedAt: at,
})

/** 通报批评、约谈的 are counted by whom they are on, each target once a year. */
const CALLED: ReadonlySet<MeasureKind> = new Set(['circular', 'interview'])

function plus(of: Readonly<Record<string, number>>, key: string, by: number): Record<string, number> {
  const { [key]: before = 0, ...rest } = of
  return before + by > 0 ? { ...rest, [key]: before + by } : rest
}

export interface TallyChange {
  readonly level: Level
  /** A measure that was issued (1), or counts no more (-1). */
  readonly measure?: { readonly of: Counted; readonly by: 1 | -1 }
  readonly problems?: number
  readonly closed?: number
  readonly overdue?: number
  /** 予以否决, or one that counts no more. */
  readonly vetoed?: { readonly of: DecidedVeto; readonly by: 1 | -1 }
}

function changed(tally: LevelTally, { measure, problems = 0, closed = 0, overdue = 0 }: TallyChange): LevelTally {
  const counted = {
    ...tally,
    problems: tally.problems + problems,
    closed: tally.closed + closed,
    overdue: tally.overdue + overdue,
  }
  if (measure === undefined) return counted
  const {
    of: { kind, act, target, unitKind },
    by,
  } = measure
  const group = unitKind === 'township' ? 'townships' : unitKind === 'department' ? 'departments' : 'others'
  return {
    ...counted,
    measures: { ...tally.measures, [kind]: tally.measures[kind] + by },
    ...(kind === 'inspection' ? { inspections: plus(tally.inspections, act, by) } : {}),
    ...(CALLED.has(kind) ? { [group]: plus(tally[group], target, by) } : {}),
  }
}

/** 汇总 with what a commit changes of it. */
export function keepTally(
  state: SupervisionTally,
  changes: readonly TallyChange[],
  at: string,
): Step<'supervision-tally'> {
  const levels = { ...state.levels }
  let { vetoed } = state
  for (const change of changes) {
    levels[change.level] = changed(levels[change.level], change)
    if (change.vetoed === undefined) continue
    const { of, by } = change.vetoed
    vetoed = [...vetoed.filter(({ measure }) => measure !== of.measure), ...(by === 1 ? [of] : [])]
  }
  return {
    next: { ...state, levels, vetoed, updatedAt: at },
    fact: { type: 'TallyKept', details: { change: wordsOf(changes) } },
  }
}

function wordsOf(changes: readonly TallyChange[]): string {
  const sum = (of: (change: TallyChange) => number): number => changes.reduce((total, change) => total + of(change), 0)
  const parts = [
    ['措施', sum(({ measure }) => measure?.by ?? 0)],
    ['问题', sum(({ problems = 0 }) => problems)],
    ['销号', sum(({ closed = 0 }) => closed)],
    ['逾期', sum(({ overdue = 0 }) => overdue)],
    ['否决', sum(({ vetoed }) => vetoed?.by ?? 0)],
  ] as const
  return parts
    .filter(([, by]) => by !== 0)
    .map(([name, by]) => `${name}${by > 0 ? '+' : ''}${by}`)
    .join('、')
}

const size = (of: Readonly<Record<string, number>>): number => Object.keys(of).length

/** 督导 8 次, 调度 55 次, 通报批评或约谈 25 个乡镇、6 个行业单位: as reports state them. */
export const figuresOf = (tally: LevelTally): TallyFigures => ({
  inspections: size(tally.inspections),
  covert: tally.measures.covert,
  dispatches: tally.measures.dispatch,
  townships: size(tally.townships),
  departments: size(tally.departments),
  others: size(tally.others),
  listings: tally.measures.listing,
  problems: tally.problems,
  closed: tally.closed,
  overdue: tally.overdue,
})

const NAMES = [
  'inspections',
  'covert',
  'dispatches',
  'townships',
  'departments',
  'others',
  'listings',
  'problems',
  'closed',
  'overdue',
] as const satisfies readonly (keyof TallyFigures)[]

export const noFigures: TallyFigures = {
  inspections: 0,
  covert: 0,
  dispatches: 0,
  townships: 0,
  departments: 0,
  others: 0,
  listings: 0,
  problems: 0,
  closed: 0,
  overdue: 0,
}

export function sumFigures(all: readonly TallyFigures[]): TallyFigures {
  const sum = { ...noFigures }
  for (const figures of all) for (const name of NAMES) sum[name] += figures[name]
  return sum
}

export const allLevels = (levels: Readonly<Record<Level, TallyFigures>>): TallyFigures =>
  sumFigures(LEVELS.map((level) => levels[level]))
