import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { LEVEL_NAMES, TITLE_STATES, titleState } from '../words.ts'
import type { Catalogue } from './catalogue.ts'

/** What a list can be narrowed down by, in the order in which the page offers it. */
export const DIMENSIONS = {
  province: { name: '省份', value: (title) => title.province, word: (title) => title.provinceName },
  city: { name: '城市', value: (title) => title.city, word: (title) => title.cityName },
  honour: { name: '称号', value: (title) => title.honour, word: (title) => title.honourName },
  level: { name: '级别', value: (title) => title.level, word: (title) => LEVEL_NAMES[title.level] },
  year: { name: '年度', value: (title) => String(title.year), word: (title) => `${title.year}年` },
  status: {
    name: '状态',
    value: (title, today) => titleState(title, today),
    word: (title, today) => TITLE_STATES[titleState(title, today)].word,
  },
} as const satisfies Record<
  string,
  {
    name: string
    value: (title: TitleToday, today: string) => string
    word: (title: TitleToday, today: string) => string
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

export interface TitleResult {
  readonly titles: readonly TitleToday[]
  /** For each dimension: how many titles each of its values would give, with everything else as chosen. */
  readonly choices: Readonly<Record<Dimension, readonly Choice[]>>
}

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

export function filterTitles(catalogue: Catalogue, query: TitleQuery, today: string): TitleResult {
  const tallies = new Map(
    DIMENSION_NAMES.map((dimension) => [dimension, new Map<string, { word: string; count: number }>()]),
  )
  const titles: TitleToday[] = []
  for (const title of catalogue.search(query.q)) {
    if (query.batch !== '' && title.batchId !== query.batch) continue
    const failing = DIMENSION_NAMES.filter((dimension) => {
      const wanted = query.chosen[dimension]
      return wanted !== undefined && DIMENSIONS[dimension].value(title, today) !== wanted
    })
    if (failing.length === 0) titles.push(title)
    // A value of a dimension counts titles that fail nothing but that dimension itself.
    if (failing.length <= 1) {
      for (const dimension of failing.length === 0 ? DIMENSION_NAMES : failing)
        tally(tallies.get(dimension), dimension, title, today)
    }
  }
  const choicesOf = (dimension: Dimension): readonly Choice[] =>
    Array.from(tallies.get(dimension) ?? [], ([value, { word, count }]) => ({
      value,
      word,
      count,
      chosen: query.chosen[dimension] === value,
    })).toSorted(choiceOrder(dimension))
  return {
    titles,
    choices: {
      province: choicesOf('province'),
      city: choicesOf('city'),
      honour: choicesOf('honour'),
      level: choicesOf('level'),
      year: choicesOf('year'),
      status: choicesOf('status'),
    },
  }
}

function tally(
  counts: Map<string, { word: string; count: number }> | undefined,
  dimension: Dimension,
  title: TitleToday,
  today: string,
): void {
  const { value, word } = DIMENSIONS[dimension]
  const key = value(title, today)
  const known = counts?.get(key)
  counts?.set(key, { word: word(title, today), count: (known?.count ?? 0) + 1 })
}

const LEVEL_ORDER: readonly string[] = Object.keys(LEVEL_NAMES)
const STATUS_ORDER: readonly string[] = Object.keys(TITLE_STATES)

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
