import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { PublicTitleGroup } from '@anjie/contracts/vocabulary/publicRecords'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { type StandingFields, TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'

type Narrowed = PublicTitleGroup & StandingFields

/** What a list can be narrowed down by, in the order in which the page offers it. */
export const DIMENSIONS = {
  province: { name: '省份', value: (title) => title.province, word: (title) => title.provinceName },
  city: { name: '城市', value: (title) => title.city, word: (title) => title.cityName },
  honour: { name: '称号', value: (title) => title.honour, word: (title) => title.honourName },
  level: { name: '级别', value: (title) => title.level, word: (title) => TITLE_LEVEL_NAMES[title.level] },
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

export type Dimension = keyof typeof DIMENSIONS
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as readonly Dimension[]

/** What the visitor asked for. */
export interface TitleQuery {
  /** Words typed into the search box. */
  readonly q: string
  readonly chosen: Readonly<Partial<Record<Dimension, string>>>
  /** Titles that were named out of one batch. */
  readonly batch: string
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
  return { q: (params.get('q') ?? '').trim().slice(0, MAX_TYPED), chosen, batch: params.get('batch') ?? '' }
}

/** The query as link parameters. */
export const titleQueryParams = ({ q, chosen, batch }: TitleQuery): Record<string, string | undefined> => ({
  q,
  ...chosen,
  batch,
})

/** Titles that are the same in everything that a list is narrowed down by, on one day. */
export interface Cell {
  readonly batchId: string | undefined
  readonly values: Readonly<Record<Dimension, { readonly value: string; readonly word: string }>>
}

export function cellOf(group: PublicTitleGroup, endedOn: PlainDate | undefined, today: string): Cell {
  const title = { ...group, ...(endedOn === undefined ? {} : { unitNow: { endedOn } }) }
  const of = (dimension: Dimension) => ({
    value: DIMENSIONS[dimension].value(title, today),
    word: DIMENSIONS[dimension].word(title, today),
  })
  return {
    batchId: group.batchId,
    values: {
      province: of('province'),
      city: of('city'),
      honour: of('honour'),
      level: of('level'),
      year: of('year'),
      status: of('status'),
    },
  }
}

const isOfBatch = ({ batchId }: Cell, { batch }: TitleQuery): boolean => batch === '' || batchId === batch

const failingIn = ({ values }: Cell, { chosen }: TitleQuery): readonly Dimension[] =>
  DIMENSION_NAMES.filter((dimension) => {
    const wanted = chosen[dimension]
    return wanted !== undefined && values[dimension].value !== wanted
  })

export const isChosen = (cell: Cell, query: TitleQuery): boolean =>
  isOfBatch(cell, query) && failingIn(cell, query).length === 0

export function choicesOf(counted: ReadonlyMap<Cell, number>, query: TitleQuery): Choices {
  const tallies = new Map(
    DIMENSION_NAMES.map((dimension) => [dimension, new Map<string, { readonly word: string; count: number }>()]),
  )
  for (const [cell, count] of counted) {
    if (!isOfBatch(cell, query)) continue
    const failing = failingIn(cell, query)
    // A value of a dimension counts titles that fail nothing but that dimension itself.
    if (failing.length > 1) continue
    for (const dimension of failing.length === 0 ? DIMENSION_NAMES : failing) {
      const { value, word } = cell.values[dimension]
      const counts = tallies.get(dimension)
      const known = counts?.get(value)
      if (known === undefined) counts?.set(value, { word, count })
      else known.count += count
    }
  }
  const of = (dimension: Dimension): readonly Choice[] =>
    Array.from(tallies.get(dimension) ?? [], ([value, { word, count }]) => ({
      value,
      word,
      count,
      chosen: query.chosen[dimension] === value,
    })).toSorted(choiceOrder(dimension))
  return {
    province: of('province'),
    city: of('city'),
    honour: of('honour'),
    level: of('level'),
    year: of('year'),
    status: of('status'),
  }
}

const LEVEL_ORDER: readonly string[] = Object.keys(TITLE_LEVEL_NAMES)
const STATUS_ORDER: readonly string[] = Object.keys(TITLE_STANDINGS)

/** Newest year first, highest level first, states as listed above, everything else by its code. */
function choiceOrder(dimension: Dimension): (a: Choice, b: Choice) => number {
  const rank = (value: string): string => {
    if (dimension === 'level') return String(LEVEL_ORDER.indexOf(value))
    if (dimension === 'status') return String(STATUS_ORDER.indexOf(value))
    if (dimension === 'year') return String(9999 - Number(value))
    return value
  }
  return (a, b) => (rank(a.value) < rank(b.value) ? -1 : 1)
}
