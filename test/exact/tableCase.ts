import type { Grade, Modifier, RankNumbering, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { ScoreInput } from '@anjie/domain/scoring/index'
import type Fraction from 'fraction.js'
import { dataItem, emptyScheme, leaf } from '../scoring/oneRule.ts'
import { Draw, fraction, least, sumOf, ZERO } from './draw.ts'
import { enteredText, roundedText } from './fractionText.ts'
import { type Given, type RationalRule, type RuleCase, ruleCases } from './ruleCases.ts'

/** A drawn table with every decision that it holds: what, and what the exact fractions say. */
export interface TableCase {
  readonly input: ScoreInput
  /** What was drawn, each as often as it decides something. */
  readonly kinds: readonly string[]
  readonly wrong: (run: ScoreRun) => readonly string[]
  readonly decisions: number
}

interface DrawnNode {
  readonly node: SchemeNode
  readonly full: Fraction
  readonly weight: Fraction
  readonly given: readonly Given[]
  /** The node itself and those below it. */
  readonly all: readonly { readonly code: string; readonly given: readonly Given[] }[]
}

const RULES = Object.keys(ruleCases) as RationalRule[]
const HUNDRED = fraction('100')

export function tableCase(next: () => number): TableCase {
  const draw = new Draw(next)
  const kinds: string[] = []
  const root = branch(draw, 'R', draw.pick(['sum', 'sum', 'arithmetic', 'harmonic'] as const), kinds, 2)
  const veto = draw.chance(0.2) ? vetoOn(draw, kinds) : null
  const totals = root.given.map((given, at) =>
    given === null || given === 'not-applicable' ? null : given.sub(veto?.deductions[at] ?? ZERO),
  )
  const rounding = { mode: draw.pick(['half-up', 'half-even'] as const), digits: draw.pick([0, 1, 2, 3]) }
  const basis = draw.pick(['published', 'exact'] as const)
  const gradeBasis = draw.pick(['published', 'exact'] as const)
  const numbering = draw.pick(['1224', '1223', '1234', '1334', 'fractional'] as const)
  const asPublished = (value: Fraction): Fraction => fraction(roundedText(value, rounding.digits, rounding.mode))
  const ranks = rankOf(
    totals.map((total) => (total === null ? null : basis === 'exact' ? total : asPublished(total))),
    totals,
    numbering,
  )
  const compared = (given: Given | undefined): Fraction | null =>
    given === undefined || given === null || given === 'not-applicable'
      ? null
      : gradeBasis === 'exact'
        ? given
        : asPublished(given)
  const asked = root.all[1 + draw.int(root.all.length - 1)]
  const grades = gradesOn(draw, totals, asked)
  const share = draw.chance(0.5) ? draw.pick(['0.34', '0.5', '0.67']) : null
  const tie = draw.pick(['include', 'exclude'] as const)
  const expectedGrades = gradeOf(
    totals.map(compared),
    root.given.map((_, at) => compared(asked?.given[at])),
    grades,
    ranks,
    share === null ? null : { allowed: Number(fraction(share).mul(totals.length).floor()), tie },
  )
  kinds.push(`numbering ${numbering}`, `ranked on ${basis}`, `graded on ${gradeBasis}`, `rounded ${rounding.mode}`)
  if (share !== null) kinds.push('quota')
  const scheme: Scheme = emptyScheme({
    items: draw.items,
    root: root.node,
    grades,
    quotas: share === null ? [] : [{ grade: 'A', limit: { kind: 'share', share }, tie }],
    vetoes:
      veto === null
        ? []
        : [
            {
              code: 'V',
              name: '否决',
              item: veto.item,
              atLeast: veto.atLeast,
              effect: { kind: 'fixed-deduction', points: '0.5' },
            },
          ],
    rounding,
    ranking: { basis, numbering, scope: 'group', gradeBasis },
  })
  return {
    kinds,
    decisions: draw.subjects.length * (root.all.length + 4),
    input: {
      scheme,
      subjects: draw.subjects.map((code) => ({ code, name: code, group: 'G' })),
      values: draw.values,
    },
    wrong(run) {
      const faults: string[] = []
      const check = (what: string, got: string | null | undefined, expected: string | null): void => {
        if ((got ?? null) !== expected) faults.push(`${what}: ${got}, exactly ${expected}`)
      }
      for (const [at, code] of draw.subjects.entries()) {
        const row = run.subjects.find(({ subject }) => subject === code)
        const points = new Map(row?.nodes.map((node) => [node.node, node.points]))
        for (const { code: node, given } of root.all) {
          const got = points.get(node)
          check(`${code} ${node}`, got, textOf(given[at] ?? null, got))
        }
        const total = totals[at] ?? null
        check(`${code} exact`, row?.exact, textOf(total, row?.exact))
        check(`${code} published`, row?.published, total === null ? null : padded(asPublished(total), rounding.digits))
        check(`${code} rank`, row?.rank, ranks[at] ?? null)
        check(`${code} grade`, row?.grade?.code, expectedGrades[at] ?? null)
      }
      return faults
    },
  }
}

/** As it is printed: all places of what ends, 24 of what does not. */
function textOf(given: Given, got: string | null | undefined): string | null {
  if (given === null || given === 'not-applicable') return null
  return roundedText(given, Math.max(24, got?.split('.')[1]?.length ?? 0))
}

function padded(value: Fraction, digits: number): string {
  const text = roundedText(value, digits)
  if (digits === 0) return text
  const [whole, places = ''] = text.split('.')
  return `${whole}.${places.padEnd(digits, '0')}`
}

function drawnLeaf(draw: Draw, code: string, isMean: boolean, kinds: string[]): DrawnNode {
  const points = draw.pick(['1', '2', '2.5', '3', '10', '20'])
  const full = isMean ? HUNDRED : fraction(points)
  const rule = RULES[draw.int(RULES.length)] ?? 'min_max'
  const drawn = notApplying(draw, ruleCases[rule](draw, { full, start: isMean ? ZERO : full }))
  kinds.push(rule)
  if ('bands' in drawn.scoring || ('convert' in drawn.scoring && drawn.scoring.convert.kind === 'bands'))
    kinds.push('bands')
  const { scoring } = drawn
  const { modifiers, expected } = modified(draw, drawn.expected, kinds)
  const weight = draw.pick(['1', '2', '3', '0.7'])
  return {
    node: leaf(code, scoring, { modifiers, ...(isMean ? { weight } : { points }) }),
    full,
    weight: fraction(isMean ? weight : '1'),
    given: expected,
    all: [{ code, given: expected }],
  }
}

/** Now and then the points are rounded in between, multiplied or held. */
function modified(
  draw: Draw,
  given: readonly Given[],
  kinds: string[],
): { readonly modifiers: Modifier[]; readonly expected: readonly Given[] } {
  const each = (change: (points: Fraction) => Fraction): readonly Given[] =>
    given.map((one) => (one === null || one === 'not-applicable' ? one : change(one)))
  switch (draw.int(12)) {
    case 0: {
      const [digits, mode] = [draw.pick([0, 1, 2]), draw.pick(['half-up', 'half-even'] as const)]
      kinds.push('round in between')
      return {
        modifiers: [{ kind: 'round', digits, mode }],
        expected: each((points) => fraction(roundedText(points, digits, mode))),
      }
    }
    case 1:
      kinds.push('difficulty')
      return {
        modifiers: [{ kind: 'difficulty', coefficient: { kind: 'constant', value: '1.1' }, cap: '5.5' }],
        expected: each((points) => least(fraction('5.5'), points.mul(fraction('1.1')))),
      }
    case 2:
      kinds.push('floor')
      return {
        modifiers: [{ kind: 'floor', points: '1' }],
        expected: each((points) => (points.lt(1) ? fraction('1') : points)),
      }
    default:
      return { modifiers: [], expected: given }
  }
}

/** Now and then a leaf that does not apply to the first subject, so that its share goes to the others. */
function notApplying(draw: Draw, drawn: RuleCase): RuleCase {
  if (!draw.chance(0.15)) return drawn
  const item = draw.item()
  const code = `N${draw.items.length}`
  draw.items.push(dataItem(code))
  for (const [at, subject] of draw.subjects.entries())
    draw.values.push(
      at === 0
        ? { subject, item: code, period: '2026', status: 'not-applicable' }
        : { subject, item: code, period: '2026', status: 'reported', value: '1' },
    )
  return {
    scoring: {
      method: 'formula',
      text: `[${item.code}] ÷ 3 × [${code}]`,
      missing: 'any-missing',
      floorZero: false,
    },
    expected: item.figures.map((own, at) => (at === 0 ? 'not-applicable' : own.div(3))),
  }
}

function branch(
  draw: Draw,
  code: string,
  aggregation: 'sum' | 'arithmetic' | 'harmonic',
  kinds: string[],
  depth: number,
): DrawnNode {
  const isMean = aggregation !== 'sum'
  const children = Array.from({ length: 2 + draw.int(3) }, (_, at) => {
    const child = `${code}${at}`
    return depth > 1 && at === 0 && draw.chance(0.4)
      ? branch(draw, child, draw.pick(['arithmetic', 'harmonic'] as const), kinds, depth - 1)
      : drawnLeaf(draw, child, isMean, kinds)
  })
  const isRoot = code === 'R'
  const points = isRoot || isMean ? undefined : '10'
  const scaled = !isRoot && depth === 1 ? { points: '10' } : {}
  const given = draw.subjects.map((_, at) => aggregated(children, at, aggregation))
  kinds.push(aggregation)
  const own =
    'points' in scaled
      ? given.map((one) => (one === null || one === 'not-applicable' ? one : one.mul(10).div(100)))
      : given
  return {
    node: {
      kind: 'branch',
      code,
      name: code,
      aggregation,
      children: children.map(({ node }) => node),
      ...(points === undefined ? {} : { points }),
      ...scaled,
    },
    full: fraction('10'),
    weight: fraction('1'),
    given: own,
    all: [{ code, given: own }, ...children.flatMap(({ all }) => all)],
  }
}

function aggregated(children: readonly DrawnNode[], at: number, aggregation: 'sum' | 'arithmetic' | 'harmonic'): Given {
  const applying = children.filter(({ given }) => given[at] !== 'not-applicable')
  if (applying.length === 0) return 'not-applicable'
  const used = applying.flatMap(({ given, full, weight }) => {
    const points = given[at]
    return points === null || points === undefined || points === 'not-applicable' ? [] : [{ points, full, weight }]
  })
  if (used.length === 0) return null
  if (aggregation === 'sum') {
    const all = sumOf(children.map(({ full }) => full))
    const left = sumOf(applying.map(({ full }) => full))
    return sumOf(used.map(({ points }) => points))
      .mul(all)
      .div(left)
  }
  const weights = sumOf(used.map(({ weight }) => weight))
  if (aggregation === 'arithmetic') return sumOf(used.map(({ points, weight }) => points.mul(weight))).div(weights)
  if (used.some(({ points }) => points.lte(0))) return null
  return weights.div(sumOf(used.map(({ points, weight }) => weight.div(points))))
}

function vetoOn(draw: Draw, kinds: string[]) {
  const item = draw.item()
  const atLeast = enteredText(item.figures[draw.int(item.figures.length)] ?? ZERO, 1)
  kinds.push('veto')
  return {
    item: item.code,
    atLeast,
    deductions: item.figures.map((figure) => (figure.gte(fraction(atLeast)) ? fraction('0.5') : ZERO)),
  }
}

function rankOf(
  scores: readonly (Fraction | null)[],
  exact: readonly (Fraction | null)[],
  numbering: RankNumbering,
): readonly (string | null)[] {
  const scored = scores.filter((score) => score !== null)
  return scores.map((own, at) => {
    if (own === null) return null
    const above = scored.filter((score) => score.gt(own))
    const same = scored.filter((score) => score.equals(own)).length
    const distinct = above.filter((score, place) => above.findIndex((other) => other.equals(score)) === place).length
    switch (numbering) {
      case '1224':
        return String(above.length + 1)
      case '1223':
        return String(distinct + 1)
      case '1334':
        return String(above.length + same)
      case 'fractional':
        return String(above.length + (same + 1) / 2)
      default: {
        // The row of numbers stands for the codes, which are in the same order.
        const before = scores.filter((other, place) => {
          if (other === null || !other.equals(own) || place === at) return false
          const byExact = (exact[place] ?? ZERO).compare(exact[at] ?? ZERO)
          return byExact > 0 || (byExact === 0 && place < at)
        }).length
        return String(above.length + before + 1)
      }
    }
  })
}

function gradesOn(
  draw: Draw,
  totals: readonly (Fraction | null)[],
  asked: { readonly code: string; readonly given: readonly Given[] } | undefined,
): Grade[] {
  const known = totals.filter((total) => total !== null)
  const line = fraction(enteredText(known[draw.int(known.length)] ?? ZERO, draw.pick([0, 1, 2, 6])))
  const [node] = asked?.given.flatMap((given) => (given === null || given === 'not-applicable' ? [] : [given])) ?? []
  const nodeLine = node === undefined ? null : enteredText(node, 2)
  return [
    {
      code: 'A',
      name: '甲等',
      minScore: roundedText(line, 6),
      ...(asked === undefined || nodeLine === null || draw.chance(0.5)
        ? {}
        : { minNodes: [{ node: asked.code, points: nodeLine }] }),
    },
    { code: 'B', name: '乙等', minScore: roundedText(line.sub(1), 6) },
    { code: 'C', name: '丙等' },
  ]
}

function gradeOf(
  totals: readonly (Fraction | null)[],
  nodes: readonly (Fraction | null)[],
  grades: readonly Grade[],
  ranks: readonly (string | null)[],
  quota: { readonly allowed: number; readonly tie: 'include' | 'exclude' } | null,
): readonly (string | null)[] {
  const places = totals.map((total, at) => {
    if (total === null) return null
    return grades.findIndex(({ minScore, minNodes = [] }) => {
      const node = nodes[at]
      return (
        (minScore === undefined || total.gte(fraction(minScore))) &&
        minNodes.every(({ points }) => node?.gte(fraction(points)) === true)
      )
    })
  })
  if (quota === null) return places.map((place) => (place === null ? null : (grades[place]?.code ?? null)))
  const holders = places.flatMap((place, at) => (place === 0 ? [Number(ranks[at])] : []))
  return places.map((place, at) => {
    if (place === null) return null
    const rank = Number(ranks[at])
    const ahead = holders.filter((other) => other < rank).length
    const upTo = holders.filter((other) => other <= rank).length
    // Whoever is beyond stays beyond: a tie that does not fit ends the quota.
    const fits = upTo <= quota.allowed || (quota.tie === 'include' && ahead < quota.allowed)
    return grades[place === 0 && !fits ? 1 : place]?.code ?? null
  })
}
