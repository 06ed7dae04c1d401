import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { PublicTitleGroup } from '@anjie/contracts/vocabulary/publicRecords'
import { UNIT_KINDS } from '@anjie/contracts/vocabulary/units/unitKind'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { type StandingFields, TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { UNIT_KIND_NAMES } from '@anjie/domain/units/unitKindNames'

type Narrowed = PublicTitleGroup & StandingFields

/** The tree of places, from the largest down: who chooses another place chooses anew among those within. */
export const PLACES = {
  province: '省份',
  city: '城市',
  county: '县（市、区）',
  township: '乡镇（街道）',
} as const
export type PlaceDimension = keyof typeof PLACES
export const PLACE_NAMES = Object.keys(PLACES) as readonly PlaceDimension[]

/** What a list can be narrowed down by besides, in the order in which the page offers it. */
const KINDS = {
  kind: { name: '单位类别', value: (title) => title.unitKind, word: (title) => UNIT_KIND_NAMES[title.unitKind] },
  honour: { name: '称号', value: (title) => title.honour, word: (title) => title.honourName },
  level: { name: '级别', value: (title) => title.level, word: (title) => TITLE_LEVEL_NAMES[title.level] },
  grade: { name: '等级', value: (title) => title.grade ?? '', word: (title) => title.grade ?? '不分等级' },
  year: { name: '年度', value: (title) => String(title.year), word: (title) => `${title.year}年` },
  status: {
    name: '状态',
    value: (title, today) => titleStanding(title, today),
    word: (title, today) => TITLE_STANDINGS[titleStanding(title, today)].word,
  },
} as const satisfies Record<
  string,
  {
    name: string
    value: (title: Narrowed, today: string) => string
    word: (title: Narrowed, today: string) => string
  }
>

type KindDimension = keyof typeof KINDS
const KIND_NAMES = Object.keys(KINDS) as readonly KindDimension[]

export type Dimension = PlaceDimension | KindDimension
export const DIMENSION_NAMES: readonly Dimension[] = [...PLACE_NAMES, ...KIND_NAMES]
export const dimensionName = (dimension: Dimension): string =>
  isPlace(dimension) ? PLACES[dimension] : KINDS[dimension].name

export const isPlace = (dimension: Dimension): dimension is PlaceDimension => dimension in PLACES

/** The places within a place. */
export const placesWithin = (dimension: Dimension): readonly PlaceDimension[] =>
  isPlace(dimension) ? PLACE_NAMES.slice(PLACE_NAMES.indexOf(dimension) + 1) : []

/** What the visitor asked for. */
export interface TitleQuery {
  /** Words typed into the search box. */
  readonly q: string
  readonly chosen: Readonly<Partial<Record<Dimension, string>>>
  /** Titles that were named out of one batch. */
  readonly batch: string
  /** Where a search that looked through a stretch of the province goes on: behind this county. */
  readonly after: string
}

export interface Choice {
  readonly value: string
  readonly word: string
  readonly count: number
  readonly chosen: boolean
}

/** For each dimension: how many titles each of its values would give, with everything else as chosen. */
export type Choices = Readonly<Record<Dimension, readonly Choice[]>>

const MAX_TYPED = 60

export function readTitleQuery(params: URLSearchParams): TitleQuery {
  const chosen: Partial<Record<Dimension, string>> = {}
  for (const dimension of DIMENSION_NAMES) {
    const value = params.get(dimension)
    if (value !== null && value !== '') chosen[dimension] = value
  }
  return {
    q: (params.get('q') ?? '').trim().slice(0, MAX_TYPED),
    chosen,
    batch: params.get('batch') ?? '',
    after: params.get('after') ?? '',
  }
}

/** The query as link parameters. */
export const titleQueryParams = ({ q, chosen, batch, after }: TitleQuery): Record<string, string | undefined> => ({
  q,
  ...chosen,
  batch,
  after,
})

/** Titles that are the same in everything that a list is narrowed down by but the place, on one day. */
export interface Cell {
  readonly batchId: string | undefined
  readonly values: Readonly<Record<KindDimension, { readonly value: string; readonly word: string }>>
}

export function cellOf(group: PublicTitleGroup, endedOn: PlainDate | undefined, today: string): Cell {
  const title = { ...group, ...(endedOn === undefined ? {} : { unitNow: { endedOn } }) }
  const of = (dimension: KindDimension) => ({
    value: KINDS[dimension].value(title, today),
    word: KINDS[dimension].word(title, today),
  })
  return {
    batchId: group.batchId,
    values: {
      kind: of('kind'),
      honour: of('honour'),
      level: of('level'),
      grade: of('grade'),
      year: of('year'),
      status: of('status'),
    },
  }
}

const isOfBatch = ({ batchId }: Cell, { batch }: TitleQuery): boolean => batch === '' || batchId === batch

const failingIn = ({ values }: Cell, { chosen }: TitleQuery): readonly KindDimension[] =>
  KIND_NAMES.filter((dimension) => {
    const wanted = chosen[dimension]
    return wanted !== undefined && values[dimension].value !== wanted
  })

export const isChosen = (cell: Cell, query: TitleQuery): boolean =>
  isOfBatch(cell, query) && failingIn(cell, query).length === 0

export type CountedPlaces = Readonly<Record<PlaceDimension, Tally>>
type Tally = Map<string, { readonly word: string; count: number }>

export const noPlaces = (): CountedPlaces => ({
  province: new Map(),
  city: new Map(),
  county: new Map(),
  township: new Map(),
})

export function addTo(tally: Tally, value: string, word: string, count: number): void {
  if (count === 0) return
  const known = tally.get(value)
  if (known === undefined) tally.set(value, { word, count })
  else known.count += count
}

/** `counted`: titles of the chosen place. `places`: those of each place that are as chosen otherwise. */
export function choicesOf(counted: ReadonlyMap<Cell, number>, places: CountedPlaces, query: TitleQuery): Choices {
  const tallies: Readonly<Record<Dimension, Tally>> = {
    ...places,
    kind: new Map(),
    honour: new Map(),
    level: new Map(),
    grade: new Map(),
    year: new Map(),
    status: new Map(),
  }
  for (const [cell, count] of counted) {
    if (!isOfBatch(cell, query)) continue
    const failing = failingIn(cell, query)
    // A value of a dimension counts titles that fail nothing but that dimension itself.
    if (failing.length > 1) continue
    for (const dimension of failing.length === 0 ? KIND_NAMES : failing) {
      const { value, word } = cell.values[dimension]
      addTo(tallies[dimension], value, word, count)
    }
  }
  const of = (dimension: Dimension): readonly Choice[] =>
    Array.from(tallies[dimension], ([value, { word, count }]) => ({
      value,
      word,
      count,
      chosen: query.chosen[dimension] === value,
    })).toSorted(choiceOrder(dimension))
  // A grade is offered where there is one.
  const grades = of('grade')
  return {
    province: of('province'),
    city: of('city'),
    county: of('county'),
    township: of('township'),
    kind: of('kind'),
    honour: of('honour'),
    level: of('level'),
    grade: grades.some(({ value }) => value !== '') ? grades.filter(({ value }) => value !== '') : [],
    year: of('year'),
    status: of('status'),
  }
}

const LEVEL_ORDER: readonly string[] = Object.keys(TITLE_LEVEL_NAMES)
const STATUS_ORDER: readonly string[] = Object.keys(TITLE_STANDINGS)
const KIND_ORDER: readonly string[] = UNIT_KINDS

/** Newest year first, highest level first, states and kinds as listed above, everything else by its code. */
function choiceOrder(dimension: Dimension): (a: Choice, b: Choice) => number {
  const placed = (order: readonly string[], value: string): string => String(order.indexOf(value)).padStart(3, '0')
  const rank = (value: string): string => {
    if (dimension === 'level') return placed(LEVEL_ORDER, value)
    if (dimension === 'status') return placed(STATUS_ORDER, value)
    if (dimension === 'kind') return placed(KIND_ORDER, value)
    if (dimension === 'year') return String(9999 - Number(value))
    return value
  }
  return (a, b) => (rank(a.value) < rank(b.value) ? -1 : 1)
}
