import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { comparable, Decimal, roundDecimal } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'
import { rankWholeNumbers } from '../ranking/numbering.ts'
import { treeOfGroup } from '../scoring/boundTree.ts'
import { Figures } from '../scoring/figures.ts'
import { placeCycle, type ScoreInput, scoreSubjects } from '../scoring/scoreCycle.ts'
import type { ExactFactors, ScoredSubject } from '../scoring/scoreGroup.ts'
import { evaluate, isNearHalf, quickTree, type WeightFactors } from './quickScores.ts'

export interface WhatIfRow {
  readonly subject: string
  readonly name: string
  readonly group: string
  readonly published: string | null
  readonly rank: string | null
}

/**
 * 权重试算: the table redrawn under other weights, thousands of times a second, for the browser and for rank intervals.
 * What each indicator gives is taken from the official run; only how it is put together changes. Sums run in doubles, and
 * wherever a double is too near a border or to another to tell, the official rules put that one subject together again (ADR 14).
 */
export interface WhatIf {
  /** The official run on the same figures, to stand beside every trial. */
  readonly official: ScoreRun
  /** Ranked subjects by group. */
  readonly tables: readonly WhatIfTable[]
  /** The whole table under other weights, with the same rounding and numbering as the official one. */
  readonly redraw: (factors: WeightFactors) => readonly WhatIfRow[]
}

export interface WhatIfTable {
  readonly group: string
  readonly subjects: readonly SubjectScore[]
  /** Scores under other weights, in the order of `subjects`. The arrays are filled anew by the next call. */
  readonly scores: (factors: WeightFactors) => WhatIfScores
}

/** NaN where a subject has no score. */
export interface WhatIfScores {
  /** Before rounding. */
  readonly totals: Float64Array
  /** Published scores times 10 to the scheme's digits: whole numbers, rounded as the scheme says. */
  readonly published: Float64Array
  /** What the ranks go by: the published scores, or on an exact basis the order of the exact ones, equal where they are equal. */
  readonly compared: Float64Array
  /** The exact total of one subject, until the next call. */
  readonly exact: (index: number) => Decimal | null
}

export function openWhatIf(input: ScoreInput): WhatIf {
  const { scheme } = input
  const cycle = scoreSubjects({ ...input, explain: 'points', reweighable: true })
  const official = placeCycle(scheme, cycle)
  const scored = new Map(cycle.scored.map((one) => [one.row.subject, one]))
  const figures = new Figures(scheme.items, input.subjects, input.values, official.period, new Map())
  const tables = scheme.groups
    .toSorted((a, b) => byCode(a.code, b.code))
    .flatMap((group): WhatIfTable[] => {
      const subjects = official.subjects.filter((row) => row.group === group.code && holdsPlace(scheme, row))
      const root = treeOfGroup(scheme.root, group)
      return root === null || subjects.length === 0
        ? []
        : [openTable(scheme, group.code, root, subjects, scored, figures)]
    })
  return { official, tables, redraw: (factors) => redraw(scheme, official, tables, factors) }
}

/** Who stands in the order of a table: also the unranked, where the scheme keeps their places empty. */
const holdsPlace = (scheme: Scheme, row: SubjectScore): boolean =>
  row.notRanked === null || (scheme.ranking.unrankedTakesPlace === 'counted' && row.exact !== null)

function redraw(
  scheme: Scheme,
  official: ScoreRun,
  tables: readonly WhatIfTable[],
  factors: WeightFactors,
): readonly WhatIfRow[] {
  const found = new Map<string, Trial>()
  for (const table of tables) {
    const { totals, published, compared, exact } = table.scores(factors)
    for (const [index, { subject }] of table.subjects.entries()) {
      const total = totals[index] ?? Number.NaN
      if (Number.isNaN(total)) continue
      const own = { total, published: published[index] ?? 0, compared: compared[index] ?? 0 }
      found.set(subject, { ...own, exact: () => exact(index) })
    }
  }
  const ranks = new Map<string, string>()
  const ranked = (rows: readonly SubjectScore[], isOneTable: boolean) => {
    const trials = rows.map(({ subject }) => found.get(subject) ?? null)
    const { basis, numbering } = scheme.ranking
    const order = numbering === '1234' || (basis === 'exact' && !isOneTable) ? exactOrder(trials) : null
    const compared = trials.map((trial, index) =>
      trial === null ? null : basis === 'exact' && order !== null ? (order[index] ?? 0) : trial.compared,
    )
    const places = rows.map((_, index) => index)
    if (numbering === '1234' && order !== null) places.sort((a, b) => (order[b] ?? 0) - (order[a] ?? 0) || a - b)
    const numbers = rankWholeNumbers(
      places.map((index) => compared[index] ?? null),
      numbering,
      'highest-first',
    )
    for (const [place, index] of places.entries()) {
      const rank = numbers[place]
      const row = rows[index]
      if (rank !== null && rank !== undefined && row !== undefined) ranks.set(row.subject, String(rank))
    }
  }
  if (scheme.ranking.scope === 'all')
    ranked(
      tables.flatMap((table) => table.subjects).toSorted((a, b) => byCode(a.subject, b.subject)),
      tables.length === 1,
    )
  else for (const table of tables) ranked(table.subjects, true)
  return official.subjects.map((row): WhatIfRow => {
    const own = found.get(row.subject)
    return {
      subject: row.subject,
      name: row.name,
      group: row.group,
      published: own === undefined ? null : publishedText(own, scheme.rounding),
      rank: row.notRanked === null ? (ranks.get(row.subject) ?? null) : null,
    }
  })
}

interface Trial {
  readonly total: number
  readonly published: number
  readonly compared: number
  readonly exact: () => Decimal | null
}

/** The order of the exact totals as whole numbers, equal where they are equal: by doubles where they tell, exactly where not. */
function exactOrder(trials: readonly (Pick<Trial, 'total' | 'exact'> | null)[]): Float64Array {
  const order = new Float64Array(trials.length).fill(Number.NaN)
  const ascending = trials
    .flatMap((trial, index) => (trial === null || Number.isNaN(trial.total) ? [] : [{ trial, index }]))
    .sort((a, b) => a.trial.total - b.trial.total)
  let number = 0
  for (let first = 0; first < ascending.length; ) {
    let end = first + 1
    while (end < ascending.length && isNear(ascending[end - 1]?.trial.total, ascending[end]?.trial.total)) end += 1
    const near = ascending.slice(first, end)
    if (near.length === 1) order[near[0]?.index ?? 0] = number
    else number = orderNear(near, order, number)
    number += 1
    first = end
  }
  return order
}

const isNear = (one = 0, two = 0): boolean => two - one <= 1e-9 * (1 + Math.abs(one) + Math.abs(two))

/** Numbers those that doubles cannot tell apart, from `number` up; returns the last number given. */
function orderNear(
  near: readonly { readonly trial: Pick<Trial, 'exact'>; readonly index: number }[],
  order: Float64Array,
  number: number,
): number {
  const values = comparable(near.map(({ trial }) => trial.exact() ?? new Decimal(0)))
  const places = near.map((_, place) => place)
  const valueAt = (place: number | undefined): Decimal => values[place ?? 0] ?? new Decimal(0)
  places.sort((a, b) => valueAt(a).comparedTo(valueAt(b)))
  let last = number
  for (const [at, place] of places.entries()) {
    if (at > 0 && !valueAt(place).eq(valueAt(places[at - 1]))) last += 1
    order[near[place]?.index ?? 0] = last
  }
  return last
}

/** The published score as text; a figure too large for a double's whole numbers is rounded from the exact one. */
function publishedText({ published, exact }: Trial, { digits, mode }: Scheme['rounding']): string {
  const value = Number.isSafeInteger(published) ? null : exact()
  return value === null ? textOfWhole(published, digits) : roundDecimal(value, digits, mode).toFixed(digits)
}

/** 9125 with two digits is 91.25; never negative zero. */
function textOfWhole(whole: number, digits: number): string {
  const padded = String(Math.abs(whole)).padStart(digits + 1, '0')
  const body = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
  return whole < 0 ? `-${body}` : body
}

function openTable(
  scheme: Scheme,
  group: string,
  top: Scheme['root'],
  subjects: readonly SubjectScore[],
  scored: ReadonlyMap<string, ScoredSubject>,
  figures: Figures,
): WhatIfTable {
  const count = subjects.length
  const root = quickTree(scheme, top, subjects, figures)
  const bonusNodes =
    top.kind === 'branch' && top.aggregation === 'sum'
      ? root.children.filter((_, index) => top.children[index]?.part === 'bonus')
      : []
  const deducted = subjects.map((row) =>
    scheme.vetoes.reduce(
      (sum, { code, effect }) =>
        effect.kind === 'fixed-deduction' && row.vetoes.some((hit) => hit.veto === code)
          ? sum + Number(effect.points)
          : sum,
      0,
    ),
  )
  const start = Number(scheme.totals.start)
  const totals = new Float64Array(count)
  const published = new Float64Array(count)
  const doubtful = new Uint8Array(count)
  const { digits, mode } = scheme.rounding

  const quickTotal = (index: number, factors: WeightFactors): number => {
    let bonus = 0
    for (const node of bonusNodes) {
      const earned = node.values[index] ?? Number.NaN
      if (!Number.isNaN(earned)) bonus += earned * (factors.get(node.code) ?? 1)
    }
    let total = (root.values[index] ?? Number.NaN) - bonus + start - (deducted[index] ?? 0)
    total += scheme.totals.bonusCap === undefined ? bonus : Math.min(bonus, Number(scheme.totals.bonusCap))
    if (scheme.totals.min !== undefined) total = Math.max(Number(scheme.totals.min), total)
    if (scheme.totals.max !== undefined) total = Math.min(Number(scheme.totals.max), total)
    return total
  }

  return {
    group,
    subjects,
    scores(factors) {
      doubtful.fill(0)
      evaluate(root, factors, doubtful)
      const exactFactors = lazily((): ExactFactors => decimalsOf(factors))
      const exact = (index: number): Decimal | null =>
        scored.get(subjects[index]?.subject ?? '')?.reweighed?.(exactFactors()) ?? null
      for (let index = 0; index < count; index += 1) {
        const total = quickTotal(index, factors)
        const scaled = total * 10 ** digits
        if (doubtful[index] === 1 || isNearHalf(scaled)) {
          const value = exact(index)
          totals[index] = value?.toNumber() ?? Number.NaN
          published[index] = value === null ? Number.NaN : wholeOf(value, digits, mode)
        } else {
          totals[index] = total
          const magnitude = Math.round(Math.abs(scaled))
          published[index] = magnitude === 0 ? 0 : Math.sign(scaled) * magnitude
        }
      }
      const compared =
        scheme.ranking.basis === 'published'
          ? orderOfPublished(published, (index) => {
              const value = exact(index)
              return value === null ? null : roundDecimal(value, digits, mode)
            })
          : exactOrder(Array.from(totals, (total, index) => ({ total, exact: () => exact(index) })))
      return { totals, published, compared, exact }
    },
  }
}

/** Published scores compare as whole numbers; where one is too large for a double, by the exact rounded ones. */
function orderOfPublished(published: Float64Array, rounded: (index: number) => Decimal | null): Float64Array {
  if (published.every((whole) => Number.isNaN(whole) || Number.isSafeInteger(whole))) return published
  return Float64Array.from(
    exactOrder(Array.from(published, (total, index) => ({ total, exact: () => rounded(index) }))),
    (place) => place ?? Number.NaN,
  )
}

/** Rounded, in units of the last published digit. */
const wholeOf = (value: Decimal, digits: number, mode: Scheme['rounding']['mode']): number =>
  roundDecimal(value, digits, mode)
    .times(10 ** digits)
    .toNumber()

/** Factors of 1 are left out: those nodes count as they do. */
const decimalsOf = (factors: WeightFactors): ExactFactors =>
  new Map([...factors].flatMap(([code, factor]) => (factor === 1 ? [] : [[code, new Decimal(factor)]])))

function lazily<V>(make: () => V): () => V {
  let made: { readonly value: V } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
