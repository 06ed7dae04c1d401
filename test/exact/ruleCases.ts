import type { ScoringMethod, ScoringMethodCode } from '@anjie/contracts/vocabulary/scoring/index'
import type { PartMethod } from '@anjie/contracts/vocabulary/scoring/partMethod'
import type { Band, Condition, DeductionLimit, Reference } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import type Fraction from 'fraction.js'
import { type Draw, fraction, least, most, ONE, sumOf, ZERO } from './draw.ts'
import { enteredText, roundedText } from './fractionText.ts'

/** What a rule gives: points, nothing (`null`), or that it does not apply, as after a division by zero. */
export type Given = Fraction | null | 'not-applicable'

/** A rule with drawn parameters, and what each subject gets by it, worked out on fractions alone. */
export interface RuleCase<M = ScoringMethod> {
  readonly scoring: M
  readonly expected: readonly Given[]
}

/** Points of the place: `full` is 100 where the tree has weights, `start` what deductions start from. */
export interface Place {
  readonly full: Fraction
  readonly start: Fraction
}

/** Rules that divide, compare and round. The standard score takes a root and is decided at the tolerance instead. */
type RationalPart = Exclude<PartMethod['method'], 'z_score'>
export type RationalRule = Exclude<ScoringMethodCode, 'z_score'>
type Drawn<C extends string> = (draw: Draw, place: Place) => RuleCase<Extract<ScoringMethod, { method: C }>>

const better = (draw: Draw) => draw.pick(['higher', 'lower'] as const)
const whenConstant = (draw: Draw) => draw.pick(['full', 'half', 'zero'] as const)
const SHARE = { full: ONE, half: fraction('0.5'), zero: ZERO }

const limitOf = (draw: Draw): DeductionLimit =>
  draw.pick<DeductionLimit>([{ kind: 'floor' }, { kind: 'cap', points: '2' }, { kind: 'none' }])
const limited = (deduction: Fraction, limit: DeductionLimit, start: Fraction): Fraction =>
  limit.kind === 'none' ? deduction : least(deduction, limit.kind === 'floor' ? start : fraction(limit.points))

const best = (values: readonly Fraction[], way: 'higher' | 'lower'): Fraction =>
  values.reduce((a, b) => (way === 'higher' ? most(a, b) : least(a, b)))
const worst = (values: readonly Fraction[], way: 'higher' | 'lower'): Fraction =>
  best(values, way === 'higher' ? 'lower' : 'higher')
const mean = (values: readonly Fraction[]): Fraction => sumOf(values).div(values.length)
const ordered = (values: readonly Fraction[]): readonly Fraction[] => values.toSorted((a, b) => a.compare(b))
function median(values: readonly Fraction[]): Fraction {
  const sorted = ordered(values)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? ZERO
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? ZERO
  return upper.add(lower).div(2)
}

/** A line on or beside one of the figures, so that figures lie exactly on lines. */
function lineNear(draw: Draw, figures: readonly Fraction[]): string {
  const figure = figures[draw.int(figures.length)] ?? ZERO
  return enteredText(figure, draw.pick([0, 1, 2, 6]))
}

/** Two lines that part all figures into three bands, each line on one side. */
function bandsOn(draw: Draw, figures: readonly Fraction[]): readonly Band[] {
  const [low = '0', high = '1'] = ordered([fraction(lineNear(draw, figures)), fraction(lineNear(draw, figures))]).map(
    (line) => roundedText(line, 6),
  )
  const upper = low === high ? roundedText(fraction(high).add(1), 6) : high
  const [lowIncluded, highIncluded] = [draw.chance(0.5), draw.chance(0.5)]
  return [
    { to: low, fromIncluded: false, toIncluded: !lowIncluded, points: '0.5' },
    { from: low, to: upper, fromIncluded: lowIncluded, toIncluded: !highIncluded, points: '1' },
    { from: upper, fromIncluded: highIncluded, toIncluded: false, points: '3' },
  ]
}
function bandPoints(value: Fraction, bands: readonly Band[]): Fraction {
  const own = bands.find(({ from, fromIncluded, to, toIncluded }) => {
    const above = from === undefined || value.gt(fraction(from)) || (fromIncluded && value.equals(fraction(from)))
    const below = to === undefined || value.lt(fraction(to)) || (toIncluded && value.equals(fraction(to)))
    return above && below
  })
  return own === undefined ? ZERO : fraction(own.points)
}
const banding = (
  value: Fraction,
  bands: readonly Band[],
  effect: 'deduct' | 'award',
  limit: DeductionLimit,
  start: Fraction,
): Fraction => {
  const amount = bandPoints(value, bands)
  return effect === 'award' ? amount : start.sub(limited(amount, limit, start))
}

function conditionOn(draw: Draw): { readonly condition: Condition; readonly holds: readonly boolean[] } {
  const item = draw.item()
  const is = draw.pick(['>=', '>', '<=', '<', '='] as const)
  const value = lineNear(draw, item.figures)
  const line = fraction(value)
  const test = { '>=': 'gte', '>': 'gt', '<=': 'lte', '<': 'lt', '=': 'equals' } as const
  return { condition: { item: item.code, is, value }, holds: item.figures.map((figure) => figure[test[is]](line)) }
}

function referenceTo(
  draw: Draw,
  figures: readonly Fraction[],
  way: 'higher' | 'lower',
): { readonly reference: Reference; readonly values: readonly Fraction[] } {
  const all = (value: Fraction) => figures.map(() => value)
  const peers = draw.pick(['group', 'all'] as const)
  switch (draw.int(6)) {
    case 0: {
      const value = draw.positive()
      return { reference: { kind: 'constant', value, name: '线' }, values: all(fraction(value)) }
    }
    case 1: {
      const item = draw.item()
      return { reference: { kind: 'item', item: item.code }, values: item.figures }
    }
    case 2:
      return { reference: { kind: 'peer-median', peers }, values: all(median(figures)) }
    case 3:
      return { reference: { kind: 'peer-best', peers }, values: all(best(figures, way)) }
    case 4:
      return { reference: { kind: 'peer-worst', peers }, values: all(worst(figures, way)) }
    default:
      return { reference: { kind: 'peer-mean', peers }, values: all(mean(figures)) }
  }
}

const scaleOn = (draw: Draw) => (draw.chance(0.3) ? { scale: { from: '1', to: '9.5' } } : {})
function put(
  ratio: Fraction,
  { scale }: { readonly scale?: { readonly from: string; readonly to: string } },
  full: Fraction,
) {
  const from = fraction(scale?.from ?? '0')
  const to = scale === undefined ? full : fraction(scale.to)
  return ratio.mul(to.sub(from)).add(from)
}

const held = (value: Fraction, low: Fraction, high: Fraction): Fraction => most(low, least(high, value))

function standing(figures: readonly Fraction[], own: Fraction, way: 'higher' | 'lower') {
  const same = figures.filter((figure) => figure.equals(own)).length
  const ahead = figures.filter((figure) => (way === 'higher' ? figure.gt(own) : figure.lt(own))).length
  return { same, ahead, behind: figures.length - same - ahead }
}

function ratesOn(draw: Draw) {
  const one = draw.item('count')
  const two = draw.item('count')
  const [each, other] = [draw.positive(), '0.25']
  return {
    events: [
      { item: one.code, pointsEach: each },
      { item: two.code, pointsEach: other },
    ],
    totals: one.figures.map((count, at) =>
      count.mul(fraction(each)).add((two.figures[at] ?? ZERO).mul(fraction(other))),
    ),
  }
}

/** Every rule but the composite, which is made of these, and the one that takes a root. */
const partCases: { readonly [C in RationalPart]: Drawn<C> } = {
  all_or_nothing(draw, { full }) {
    const parts = [conditionOn(draw), conditionOn(draw)]
    return {
      scoring: { method: 'all_or_nothing', conditions: parts.map(({ condition }) => condition) },
      expected: draw.subjects.map((_, at) => (parts.every(({ holds }) => holds[at] === true) ? full : ZERO)),
    }
  },
  banded(draw, { start }) {
    const item = draw.item()
    const bands = [...bandsOn(draw, item.figures)]
    const [effect, limit] = [draw.pick(['deduct', 'award'] as const), limitOf(draw)]
    return {
      scoring: { method: 'banded', item: item.code, effect, bands, limit },
      expected: item.figures.map((figure) => banding(figure, bands, effect, limit, start)),
    }
  },
  child_rank_spillover(draw, { start }) {
    const item = draw.item('count')
    const [pointsEach, limit] = [draw.positive(), limitOf(draw)]
    return {
      scoring: {
        method: 'child_rank_spillover',
        tiers: [{ item: item.code, each: 'month', bottom: 2, pointsEach }],
        limit,
      },
      expected: item.figures.map((count) => start.sub(limited(count.mul(fraction(pointsEach)), limit, start))),
    }
  },
  corrected_composite(draw, { full }) {
    const item = draw.item()
    const other = draw.item()
    const { reference, values } = referenceTo(draw, other.figures, 'higher')
    const [factor, value] = [draw.positive(), draw.pick(['1', '1.1', '0.95'])]
    const cap = draw.chance(0.5) ? '2' : undefined
    const last = draw.pick(['ratio-to-best', 'none'] as const)
    const totals = item.figures.map((own, at) => {
      const amount = (other.figures[at] ?? ZERO).sub(values[at] ?? ZERO).mul(fraction(factor))
      const kept = cap === undefined ? amount : held(amount, fraction(cap).neg(), fraction(cap))
      return own.add(kept).mul(fraction(value))
    })
    const top = best(totals, 'higher')
    return {
      scoring: {
        method: 'corrected_composite',
        item: item.code,
        corrections: [{ item: other.code, minus: reference, factor, ...(cap === undefined ? {} : { cap }) }],
        coefficient: { kind: 'constant', value },
        finally: last,
        peers: 'group',
      },
      expected: totals.map((own) => (last === 'none' ? own : top.lte(0) ? null : most(ZERO, own).div(top).mul(full))),
    }
  },
  distance_to_max(draw, { full }) {
    const item = draw.item()
    const [way, constant, scale] = [better(draw), whenConstant(draw), scaleOn(draw)]
    const [top, bottom] = [best(item.figures, way), worst(item.figures, way)]
    return {
      scoring: {
        method: 'distance_to_max',
        item: item.code,
        better: way,
        peers: 'group',
        whenConstant: constant,
        ...scale,
      },
      expected: item.figures.map((own) =>
        put(top.equals(bottom) ? SHARE[constant] : ONE.sub(top.sub(own).div(top.sub(bottom))), scale, full),
      ),
    }
  },
  distance_to_reference(draw, { full }) {
    const item = draw.item()
    const [way, constant, scale, capAtReference] = [better(draw), whenConstant(draw), scaleOn(draw), draw.chance(0.5)]
    const bottom = worst(item.figures, way)
    const mark = item.figures[0] ?? ZERO
    return {
      scoring: {
        method: 'distance_to_reference',
        item: item.code,
        better: way,
        peers: 'group',
        referenceSubject: draw.subjects[0] ?? '',
        capAtReference,
        whenConstant: constant,
        ...scale,
      },
      expected: item.figures.map((own) => {
        if (mark.equals(bottom)) return put(SHARE[constant], scale, full)
        const ratio = ONE.sub(mark.sub(own).div(mark.sub(bottom)))
        return put(capAtReference ? least(ratio, ONE) : ratio, scale, full)
      }),
    }
  },
  distance_to_target(draw, { full }) {
    const item = draw.item()
    const [way, constant, scale, capAtTarget] = [better(draw), whenConstant(draw), scaleOn(draw), draw.chance(0.5)]
    const bottom = worst(item.figures, way)
    const target = lineNear(draw, item.figures)
    const goal = fraction(target)
    return {
      scoring: {
        method: 'distance_to_target',
        item: item.code,
        better: way,
        peers: 'group',
        target,
        capAtTarget,
        whenConstant: constant,
        ...scale,
      },
      expected: item.figures.map((own) => {
        if (goal.equals(bottom)) return put(SHARE[constant], scale, full)
        const ratio = own.sub(bottom).div(goal.sub(bottom))
        return put(capAtTarget ? least(ratio, ONE) : ratio, scale, full)
      }),
    }
  },
  efficacy(draw, { full }) {
    const item = draw.item()
    const way = better(draw)
    const good = referenceTo(draw, item.figures, way)
    const bad = referenceTo(draw, item.figures, way)
    const clamp = draw.chance(0.5)
    const digits = draw.chance(0.5) ? draw.pick([0, 1, 4]) : undefined
    return {
      scoring: {
        method: 'efficacy',
        item: item.code,
        better: way,
        satisfactory: good.reference,
        unacceptable: bad.reference,
        base: '60',
        span: '40',
        clamp,
        ...(digits === undefined ? {} : { ratioDigits: digits }),
      },
      expected: item.figures.map((own, at) => {
        const [top, bottom] = [good.values[at] ?? ZERO, bad.values[at] ?? ZERO]
        if (top.equals(bottom)) return null
        const exact = own.sub(bottom).div(top.sub(bottom))
        const rounded = digits === undefined ? exact : fraction(roundedText(exact, digits, 'half-up'))
        const ratio = clamp ? held(rounded, ZERO, ONE) : rounded
        return fraction('60').add(ratio.mul(40)).mul(full).div(100)
      }),
    }
  },
  efficacy_grades(draw, { full }) {
    const item = draw.item()
    const bottom = fraction(lineNear(draw, item.figures))
    const values = [bottom.add(7), bottom.add(3), bottom].map((value) => roundedText(value, 6))
    const shares = ['1', '0.7', '0.3']
    return {
      scoring: {
        method: 'efficacy_grades',
        item: item.code,
        better: 'higher',
        standards: values.map((value, at) => ({ name: `档${at}`, value, coefficient: shares[at] ?? '0' })),
      },
      expected: item.figures.map((own) => {
        const at = values.findIndex((value) => own.gte(fraction(value)))
        if (at === -1) return ZERO
        const base = full.mul(fraction(shares[at] ?? '0'))
        if (at === 0) return base
        const [line, above] = [fraction(values[at] ?? '0'), fraction(values[at - 1] ?? '0')]
        const step = full.mul(fraction(shares[at - 1] ?? '0')).sub(base)
        return base.add(own.sub(line).div(above.sub(line)).mul(step))
      }),
    }
  },
  fixed_deduct(draw, { start }) {
    const item = draw.item('count')
    const points = draw.positive()
    return {
      scoring: { method: 'fixed_deduct', item: item.code, points },
      expected: item.figures.map((count) => (count.gt(0) ? start.sub(fraction(points)) : start)),
    }
  },
  formula(draw) {
    const a = draw.item()
    const b = draw.item()
    const [cap, floorZero] = [draw.chance(0.5) ? '5' : undefined, draw.chance(0.5)]
    const [line, digits] = [lineNear(draw, a.figures), draw.pick([0, 1, 2])]
    type Form = readonly [text: string, value: (a: Fraction, b: Fraction) => Given]
    const [x, y] = [`[${a.code}]`, `[${b.code}]`]
    const forms: readonly [Form, ...Form[]] = [
      [`${x} ÷ ${y} × 3`, (one, two) => (two.equals(0) ? 'not-applicable' : one.div(two).mul(3))],
      [`如果(${x} ÷ 7 × 7 ≥ ${line}, 1, ${x} ÷ 7)`, (one) => (one.gte(fraction(line)) ? ONE : one.div(7))],
      [`四舍五入(${x} ÷ 3, ${digits})`, (one) => fraction(roundedText(one.div(3), digits, 'half-up'))],
      [`修约(${x} ÷ 6, ${digits})`, (one) => fraction(roundedText(one.div(6), digits))],
      [`平均(${x}, ${y}, 7)`, (one, two) => one.add(two).add(7).div(3)],
      [`向下取整(${x} ÷ 3 × 3)`, (one) => one.floor()],
      [`向上取整(${x} ÷ 9 × 9)`, (one) => one.ceil()],
      [`最大(${x} ÷ 3, ${y} ÷ 3)`, (one, two) => most(one, two).div(3)],
      [`(${x} ÷ 3) ^ 2`, (one) => one.div(3).mul(one.div(3))],
      [`(${x} ÷ 3) 求余 (1 ÷ 9)`, (one) => one.div(3).mod(ONE.div(9))],
      [`如果(${x} ÷ 3 = ${y} ÷ 3, 1, 0)`, (one, two) => (one.equals(two) ? ONE : ZERO)],
    ]
    const [text, value] = draw.pick(forms)
    return {
      scoring: { method: 'formula', text, missing: 'any-missing', floorZero, ...(cap === undefined ? {} : { cap }) },
      expected: a.figures.map((own, at) => {
        const exact = value(own, b.figures[at] ?? ZERO)
        if (exact === null || exact === 'not-applicable') return exact
        const above = floorZero ? most(ZERO, exact) : exact
        return cap === undefined ? above : least(fraction(cap), above)
      }),
    }
  },
  goalposts(draw, { full }) {
    const item = draw.item()
    const [way, truncate, scale] = [better(draw), draw.chance(0.7), scaleOn(draw)]
    const low = lineNear(draw, item.figures)
    const width = fraction(draw.pick(['3', '7', '12', '2.1']))
    const high = roundedText(fraction(low).add(width), 6)
    return {
      scoring: { method: 'goalposts', item: item.code, better: way, low, high, truncate, logarithmic: false, ...scale },
      expected: item.figures.map((own) => {
        const position = own.sub(fraction(low)).div(width)
        const directed = way === 'higher' ? position : ONE.sub(position)
        return put(truncate ? held(directed, ZERO, ONE) : directed, scale, full)
      }),
    }
  },
  judged(draw, { full }) {
    const marks = [draw.item(), draw.item(), draw.item()]
    const take = draw.pick(['mean', 'median'] as const)
    const [dropHighest, dropLowest] = [draw.int(2), draw.int(2)]
    const fullMark = draw.chance(0.5) ? '7' : undefined
    return {
      scoring: {
        method: 'judged',
        scorers: marks.map(({ code }) => code),
        take,
        dropHighest,
        dropLowest,
        atLeast: 3,
        ...(fullMark === undefined ? {} : { fullMark }),
      },
      expected: draw.subjects.map((_, at) => {
        const kept = ordered(marks.map(({ figures }) => figures[at] ?? ZERO)).slice(dropLowest, 3 - dropHighest)
        const mark = take === 'mean' ? mean(kept) : median(kept)
        return fullMark === undefined ? mark : mark.mul(full).div(fraction(fullMark))
      }),
    }
  },
  min_max(draw, { full }) {
    const item = draw.item()
    const [way, constant, scale] = [better(draw), whenConstant(draw), scaleOn(draw)]
    const [top, bottom] = [best(item.figures, way), worst(item.figures, way)]
    return {
      scoring: { method: 'min_max', item: item.code, better: way, peers: 'group', whenConstant: constant, ...scale },
      expected: item.figures.map((own) =>
        put(top.equals(bottom) ? SHARE[constant] : own.sub(bottom).div(top.sub(bottom)), scale, full),
      ),
    }
  },
  moving_average(draw, { full }) {
    const item = draw.itemOfYears(3)
    const way = better(draw)
    const points = draw.pick(['index-share', 'award'] as const)
    const cap = fraction('150')
    const indexOf = (own: Fraction, base: Fraction): Fraction => {
      if (base.equals(0)) return own.equals(0) ? fraction('100') : way === 'lower' ? ZERO : cap
      const change = own.sub(base).div(base.abs()).mul(100)
      return held(way === 'lower' ? fraction('100').sub(change) : fraction('100').add(change), ZERO, cap)
    }
    const indices = item.figures.map(([own = ZERO, ...before]) => {
      const [last = ZERO] = before
      return indexOf(own, mean(before)).mul(2).add(indexOf(own, last)).div(3)
    })
    const bands = [...bandsOn(draw, indices)]
    return {
      scoring: {
        method: 'moving_average',
        item: item.code,
        better: way,
        comparators: [
          { kind: 'years-mean', years: 3, weight: '2' },
          { kind: 'same-period-last-year', weight: '1' },
        ],
        maxIndex: '150',
        bands,
        points,
      },
      expected: indices.map((index) => (points === 'award' ? bandPoints(index, bands) : index.mul(full).div(100))),
    }
  },
  pass_through(draw, { start }) {
    const item = draw.item('count')
    const [coefficient, limit] = [draw.positive(), limitOf(draw)]
    return {
      scoring: { method: 'pass_through', item: item.code, coefficient, limit },
      expected: item.figures.map((count) => start.sub(limited(count.mul(fraction(coefficient)), limit, start))),
    }
  },
  per_event_bonus(draw) {
    const { events, totals } = ratesOn(draw)
    const cap = draw.chance(0.5) ? '2' : undefined
    return {
      scoring: { method: 'per_event_bonus', events, ...(cap === undefined ? {} : { cap }) },
      expected: totals.map((total) => (cap === undefined ? total : least(total, fraction(cap)))),
    }
  },
  per_event_deduct(draw, { start }) {
    const { events, totals } = ratesOn(draw)
    const limit = limitOf(draw)
    return {
      scoring: { method: 'per_event_deduct', events, limit },
      expected: totals.map((total) => start.sub(limited(total, limit, start))),
    }
  },
  per_missing_item(draw, { start }) {
    if (draw.chance(0.5)) {
      const item = draw.item('count')
      const pointsEach = draw.positive()
      return {
        scoring: {
          method: 'per_missing_item',
          required: { kind: 'count', item: item.code, expected: '4', pointsEach },
        },
        expected: item.figures.map((count) =>
          start.sub(least(most(fraction('4').sub(count), ZERO).mul(fraction(pointsEach)), start)),
        ),
      }
    }
    const parts = [conditionOn(draw), conditionOn(draw)]
    return {
      scoring: {
        method: 'per_missing_item',
        required: { kind: 'list', conditions: parts.map(({ condition }) => ({ ...condition, deduct: '0.7' })) },
      },
      expected: draw.subjects.map((_, at) => {
        const missed = parts.filter(({ holds }) => holds[at] !== true).length
        return start.sub(least(fraction('0.7').mul(missed), start))
      }),
    }
  },
  percentile_rank(draw, { full }) {
    const item = draw.item()
    const [way, constant, scale] = [better(draw), whenConstant(draw), scaleOn(draw)]
    const isConstant = item.figures.every((own) => own.equals(item.figures[0] ?? ZERO))
    return {
      scoring: {
        method: 'percentile_rank',
        item: item.code,
        better: way,
        peers: 'group',
        whenConstant: constant,
        ...scale,
      },
      expected: item.figures.map((own) =>
        put(
          isConstant
            ? SHARE[constant]
            : fraction(String(standing(item.figures, own, way).behind)).div(item.figures.length - 1),
          scale,
          full,
        ),
      ),
    }
  },
  rank_movement(draw, { start }) {
    const now = draw.item('count')
    const before = draw.item('count')
    const steps = [
      { direction: 'drop', atLeast: '1', points: '0.5' },
      { direction: 'drop', atLeast: '3', points: '2' },
      { direction: 'rise', atLeast: '2', points: '1' },
    ] as const
    return {
      scoring: {
        method: 'rank_movement',
        currentRank: now.code,
        previousRank: before.code,
        steps: [...steps],
      },
      expected: now.figures.map((own, at) => {
        const rise = (before.figures[at] ?? ZERO).sub(own)
        const change = rise.lte(-3) ? '-2' : rise.lte(-1) ? '-0.5' : rise.gte(2) ? '1' : '0'
        return start.add(fraction(change))
      }),
    }
  },
  rank_points(draw) {
    const item = draw.item()
    const [way, form] = [better(draw), draw.pick(['rank', 'borda'] as const)]
    const ties = draw.pick(['min', 'max', 'average', 'first'] as const)
    return {
      scoring: { method: 'rank_points', item: item.code, better: way, peers: 'group', form, ties },
      expected: item.figures.map((own, at) => {
        const { behind, same } = standing(item.figures, own, way)
        const earlier = item.figures.slice(0, at).filter((figure) => figure.equals(own)).length
        const within = { min: 0, max: same - 1, average: (same - 1) / 2, first: earlier }[ties]
        return fraction(String(behind + within + (form === 'rank' ? 1 : 0)))
      }),
    }
  },
  rank_step(draw, { full }) {
    const item = draw.item()
    const way = better(draw)
    const step = draw.pick([
      { kind: 'percent', percent: '7' },
      { kind: 'points', points: '0.3' },
    ] as const)
    const loss = step.kind === 'percent' ? full.mul(7).div(100) : fraction('0.3')
    return {
      scoring: {
        method: 'rank_step',
        item: item.code,
        better: way,
        peers: 'group',
        given: 'value',
        step,
        periods: 'cycle',
      },
      expected: item.figures.map((own) => most(ZERO, full.sub(loss.mul(standing(item.figures, own, way).ahead)))),
    }
  },
  ratio_per_population(draw, { full, start }) {
    const above = draw.item()
    const below = draw.item()
    const per = draw.pick(['1', '100'])
    const rates = above.figures.map((own, at) => {
      const under = below.figures[at] ?? ZERO
      return under.equals(0) ? null : own.mul(fraction(per)).div(under)
    })
    const known = rates.filter((rate) => rate !== null)
    const way = better(draw)
    const base = { method: 'ratio_per_population', numerator: above.code, denominator: below.code, per } as const
    switch (draw.int(4)) {
      case 0:
        return {
          scoring: { ...base, convert: { kind: 'value' } },
          expected: rates.map((rate) => rate ?? 'not-applicable'),
        }
      case 1: {
        const bands = [...bandsOn(draw, known.length === 0 ? [ZERO] : known)]
        const effect = draw.pick(['deduct', 'award'] as const)
        return {
          scoring: { ...base, convert: { kind: 'bands', effect, bands } },
          expected: rates.map((rate) => {
            if (rate === null) return 'not-applicable'
            const amount = bandPoints(rate, bands)
            return effect === 'award' ? amount : most(least(start, ZERO), start.sub(amount))
          }),
        }
      }
      case 2: {
        const constant = whenConstant(draw)
        return {
          scoring: { ...base, convert: { kind: 'min-max', better: way, peers: 'group', whenConstant: constant } },
          expected: rates.map((rate) => {
            if (rate === null) return 'not-applicable'
            const [top, bottom] = [best(known, way), worst(known, way)]
            return (top.equals(bottom) ? SHARE[constant] : rate.sub(bottom).div(top.sub(bottom))).mul(full)
          }),
        }
      }
      default:
        return {
          scoring: { ...base, convert: { kind: 'ratio-to-best', better: way, peers: 'group' } },
          expected: rates.map((rate) => {
            if (rate === null) return 'not-applicable'
            const top = best(known, way)
            const ratio = rate.equals(top) ? ONE : way === 'higher' ? rate.div(top) : top.div(rate)
            return ratio.mul(full)
          }),
        }
    }
  },
  ratio_to_best(draw, { full }) {
    const item = draw.item()
    const way = better(draw)
    const top = best(item.figures, way)
    return {
      scoring: { method: 'ratio_to_best', item: item.code, better: way, peers: 'group' },
      expected: item.figures.map((own) =>
        (own.equals(top) ? ONE : way === 'higher' ? own.div(top) : top.div(own)).mul(full),
      ),
    }
  },
  relative_to_average(draw, { start }) {
    const item = draw.item()
    const { reference, values } = referenceTo(draw, item.figures, 'higher')
    const difference = draw.pick(['units', 'percent'] as const)
    const gaps = item.figures.map((own, at) => {
      const against = values[at] ?? ZERO
      if (difference === 'units') return own.sub(against)
      return against.equals(0) ? null : own.sub(against).div(against.abs()).mul(100)
    })
    const known = gaps.filter((gap) => gap !== null)
    const bands = [...bandsOn(draw, known.length === 0 ? [ZERO] : known)]
    const [effect, limit] = [draw.pick(['deduct', 'award'] as const), limitOf(draw)]
    return {
      scoring: { method: 'relative_to_average', item: item.code, reference, difference, effect, bands, limit },
      expected: gaps.map((gap) => (gap === null ? null : banding(gap, bands, effect, limit, start))),
    }
  },
  shortfall_slope(draw, { start }) {
    const item = draw.item()
    const target = fraction(lineNear(draw, item.figures)).add(draw.int(3))
    const lines = [target, target.sub(fraction('2.5'))]
    const rates = ['0.25', '0.7']
    const reading = draw.pick(['progressive', 'whole-range'] as const)
    const [wholePointsOnly, startedPoint, limit] = [
      draw.chance(0.6),
      draw.pick(['dropped', 'whole'] as const),
      limitOf(draw),
    ]
    const counted = (span: Fraction) =>
      !wholePointsOnly ? span : startedPoint === 'whole' ? span.ceil() : span.floor()
    return {
      scoring: {
        method: 'shortfall_slope',
        item: item.code,
        slopes: lines.map((line, at) => ({ below: roundedText(line, 6), perPoint: rates[at] ?? '0' })),
        reading,
        wholePointsOnly,
        startedPoint,
        limit,
      },
      expected: item.figures.map((own) => {
        const [first = ZERO, second = ZERO] = lines
        const amount =
          reading === 'whole-range'
            ? own.gte(first)
              ? ZERO
              : counted(first.sub(own)).mul(fraction(own.lt(second) ? '0.7' : '0.25'))
            : (own.lt(first) ? counted(first.sub(most(own, second))).mul(fraction('0.25')) : ZERO).add(
                own.lt(second) ? counted(second.sub(own)).mul(fraction('0.7')) : ZERO,
              )
        return start.sub(limited(amount, limit, start))
      }),
    }
  },
  shortfall_vs_reference(draw, { start }) {
    const item = draw.item()
    const way = better(draw)
    const { reference, values } = referenceTo(draw, item.figures, way)
    const [perPoint, wholePointsOnly] = [draw.positive(), draw.chance(0.6)]
    const [startedPoint, limit] = [draw.pick(['dropped', 'whole'] as const), limitOf(draw)]
    return {
      scoring: {
        method: 'shortfall_vs_reference',
        comparisons: [{ item: item.code, better: way, reference }],
        perPoint,
        wholePointsOnly,
        startedPoint,
        limit,
      },
      expected: item.figures.map((own, at) => {
        const against = values[at] ?? ZERO
        const gap = way === 'higher' ? against.sub(own) : own.sub(against)
        const counted = !wholePointsOnly ? gap : startedPoint === 'whole' ? gap.ceil() : gap.floor()
        return start.sub(limited(most(counted, ZERO).mul(fraction(perPoint)), limit, start))
      }),
    }
  },
  survey_convert(draw, { full }) {
    const sources = [draw.item(), draw.item()]
    const marks = [draw.positive(), draw.positive()]
    const shares = ['0.3', '0.7']
    return {
      scoring: {
        method: 'survey_convert',
        sources: sources.map(({ code }, at) => ({ item: code, share: shares[at] ?? '0', fullMark: marks[at] ?? '1' })),
      },
      expected: draw.subjects.map((_, at) =>
        sumOf(
          sources.map(({ figures }, source) =>
            (figures[at] ?? ZERO).div(fraction(marks[source] ?? '1')).mul(fraction(shares[source] ?? '0')),
          ),
        ).mul(full),
      ),
    }
  },
  weighted_index(draw, { full }) {
    const parts = [draw.item(), draw.item()]
    const weights = [draw.positive(), draw.positive()]
    const { events, totals } = ratesOn(draw)
    const fullMark = draw.positive()
    return {
      scoring: {
        method: 'weighted_index',
        parts: parts.map(({ code }, at) => ({ item: code, weight: weights[at] ?? '1' })),
        fullMark,
        deductions: events,
      },
      expected: draw.subjects.map((_, at) => {
        const weighted = sumOf(
          parts.map(({ figures }, part) => (figures[at] ?? ZERO).mul(fraction(weights[part] ?? '1'))),
        )
        const index = weighted.div(sumOf(weights.map(fraction)))
        return most(
          ZERO,
          index
            .mul(full)
            .div(fraction(fullMark))
            .sub(totals[at] ?? ZERO),
        )
      }),
    }
  },
}

function composite(draw: Draw, { start }: Place): RuleCase {
  const limit = limitOf(draw)
  const codes = Object.keys(partCases) as RationalPart[]
  const parts = ['a', 'b'].map((code) => {
    const points = draw.pick(['1', '2', '3'])
    const method = codes[draw.int(codes.length)] ?? 'fixed_deduct'
    const own = fraction(points)
    const { scoring, expected } = partCases[method](draw, { full: own, start: own })
    return { code, points, scoring: scoring as PartMethod, expected }
  })
  return {
    scoring: {
      method: 'composite',
      parts: parts.map(({ code, points, scoring }) => ({ code, name: code, points, scoring })),
      limit,
    },
    expected: draw.subjects.map((_, at) => {
      let lost = ZERO
      for (const { expected, points } of parts) {
        const score = expected[at]
        if (score === null || score === undefined || score === 'not-applicable') return score ?? null
        lost = lost.add(fraction(points).sub(score))
      }
      return start.sub(lost.gt(0) ? limited(lost, limit, start) : lost)
    }),
  }
}

export const ruleCases: { readonly [C in RationalRule]: (draw: Draw, place: Place) => RuleCase } = {
  ...partCases,
  composite,
}
