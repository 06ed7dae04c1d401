import type { Counting, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { NotRanked, ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal, plainText, roundDecimal } from '@anjie/kernel'
import { assignGrades } from '../ranking/assignGrades.ts'
import { byCode } from '../ranking/byCode.ts'
import { numberRanks } from '../ranking/numberRanks.ts'
import type { PreviousRank } from '../ranking/previousRanks.ts'
import { PeerColumn } from './peerColumn.ts'
import type { ScoredSubject } from './scoreGroup.ts'
import { SCORING_ENGINE } from './scoringEngine.ts'

/** 排名定等: puts scored subjects into their table. Works on finished scores alone. */
export function placeSubjects(
  scheme: Scheme,
  period: string,
  scored: readonly ScoredSubject[],
  previous: ReadonlyMap<string, PreviousRank>,
): ScoreRun {
  const ordered = scored
    .map((one) => ({ ...one, row: { ...one.row, notRanked: whyNotRanked(scheme, one) } }))
    .toSorted((a, b) => byCode(a.row.subject, b.row.subject))
  const rows = ordered.map(({ row }) => row)
  const ranks = rankRows(scheme, ordered)
  const sizes = new Map<string, number>()
  for (const row of rows)
    if (ranks.has(row.subject)) sizes.set(tableOf(scheme, row), (sizes.get(tableOf(scheme, row)) ?? 0) + 1)
  const vetoEffects = new Map(scheme.vetoes.map((veto) => [veto.code, veto.effect]))
  const compared = comparedFigure(scheme)
  // Who has no rank has no grade either; the number of rows is what a quota is a share of.
  const graded =
    scheme.ranking.unrankedInQuota === 'left-out' ? ordered.filter(({ row }) => ranks.has(row.subject)) : ordered
  const grades = assignGrades(
    scheme.grades,
    scheme.quotas,
    graded.map(({ row, total, nodePoints }) => {
      const barred = new Map<string, string>()
      const downgrades: { grades: number; name: string }[] = []
      for (const veto of row.vetoes) {
        const effect = vetoEffects.get(veto.veto)
        if (effect?.kind === 'eligibility') for (const grade of effect.barredGrades) barred.set(grade, veto.name)
        if (effect?.kind === 'downgrade') downgrades.push({ grades: effect.grades, name: veto.name })
      }
      const rank = ranks.get(row.subject)
      return {
        subject: row.subject,
        group: row.group,
        score: compared(total?.exact),
        base: scheme.totals.keepApart ? compared(total?.base) : null,
        bonus: scheme.totals.keepApart ? compared(total?.bonus) : null,
        nodePoints: (node: string) => compared(nodePoints.get(node)),
        rank: rank === undefined ? null : new Decimal(rank),
        barred,
        downgrades,
      }
    }),
  )
  const placed = rows.map((row): SubjectScore => {
    const rank = ranks.get(row.subject) ?? null
    const before = previous.get(row.subject)
    // A rank in another group's table cannot be compared with.
    const comparable =
      before !== undefined &&
      (scheme.ranking.scope === 'all' || before.group === undefined || before.group === row.group)
    return {
      ...row,
      rank,
      rankedOf: sizes.get(tableOf(scheme, row)) ?? 0,
      rankChange: rank !== null && comparable ? plainText(before.rank.minus(rank)) : null,
      grade: grades.get(row.subject) ?? null,
    }
  })
  return {
    scheme: scheme.code,
    schemeName: scheme.name,
    period,
    engine: SCORING_ENGINE,
    groups: scheme.groups.map((group) => groupSummary(scheme, group, placed)),
    notes: tableNotes(scheme),
    subjects: placed,
  }
}

/** What a line of a grade is compared with: the figure as it is published, or before it is rounded. The same for every line. */
function comparedFigure({ ranking, rounding }: Scheme): (figure: Decimal | null | undefined) => Decimal | null {
  if (ranking.gradeBasis === 'exact') return (figure) => figure ?? null
  return (figure) =>
    figure === undefined || figure === null ? null : roundDecimal(figure, rounding.digits, rounding.mode)
}

const tableOf = (scheme: Scheme, row: SubjectScore): string => (scheme.ranking.scope === 'all' ? '' : row.group)

function whyNotRanked(scheme: Scheme, { row, total, share }: ScoredSubject): NotRanked | null {
  if (total === null) return row.notRanked
  const disqualified = row.vetoes.find((veto) => veto.effect === 'disqualify')
  if (disqualified !== undefined) return { code: 'disqualified', reason: `因“${disqualified.name}”取消资格` }
  const [open] = row.openVetoes ?? []
  if (scheme.missing.veto === 'hold' && open !== undefined)
    return { code: 'held', reason: `否决事项“${open.name}”待核（${open.reason}），暂缓排名定等` }
  const least = scheme.ranking.minDataShare
  // Counted, not divided: two of three never pass a share of 0.66668.
  return least !== undefined && new Decimal(least).times(share.applicable).gt(share.scored)
    ? {
        code: 'too-little-data',
        reason: `数据不足，不参加排名：有数据的指标${share.scored}项，不足应有${share.applicable}项的${new Decimal(least).times(100)}%`,
      }
    : null
}

function rankRows(scheme: Scheme, scored: readonly ScoredSubject[]): ReadonlyMap<string, string> {
  const tables = new Map<string, { code: string; score: Decimal; tieBreak: Decimal }[]>()
  const { digits, mode } = scheme.rounding
  const keepsPlace = scheme.ranking.unrankedTakesPlace === 'counted'
  for (const { row, total } of scored) {
    if (total === null || (row.notRanked !== null && !keepsPlace)) continue
    const score = scheme.ranking.basis === 'exact' ? total.exact : roundDecimal(total.exact, digits, mode)
    const table = tables.get(tableOf(scheme, row))
    const entry = { code: row.subject, score, tieBreak: total.exact }
    if (table === undefined) tables.set(tableOf(scheme, row), [entry])
    else table.push(entry)
  }
  const ranks = new Map<string, string>()
  for (const table of tables.values())
    for (const [code, rank] of numberRanks(table, scheme.ranking.numbering)) ranks.set(code, rank)
  // Their places stay empty: they have been counted, and get none.
  for (const { row } of scored) if (row.notRanked !== null) ranks.delete(row.subject)
  return ranks
}

function groupSummary(
  scheme: Scheme,
  group: { readonly code: string; readonly name: string },
  rows: readonly SubjectScore[],
): ScoreRun['groups'][number] {
  const members = rows.filter((row) => row.group === group.code)
  const counted = scheme.ranking.unrankedInMean === 'left-out' ? members.filter((row) => row.rank !== null) : members
  const column = new PeerColumn(counted.flatMap((row) => (row.published === null ? [] : [new Decimal(row.published)])))
  const text = (value: Decimal | undefined): string | null =>
    value === undefined
      ? null
      : roundDecimal(value, scheme.rounding.digits, scheme.rounding.mode).toFixed(scheme.rounding.digits)
  return {
    group: group.code,
    name: group.name,
    subjects: members.length,
    ranked: members.filter((row) => row.rank !== null).length,
    mean: text(column.mean),
    median: text(column.median),
    highest: text(column.highest),
    lowest: text(column.lowest),
  }
}

const NUMBERINGS = {
  '1224': '并列者名次相同，其后名次空出（1、2、2、4）',
  '1223': '并列者名次相同，其后名次连续（1、2、2、3）',
  '1234': '公布得分相同者按未修约得分、再按单位代码排序（1、2、3、4）',
  '1334': '并列者均取较后名次（1、3、3、4）',
  fractional: '并列者取平均名次（1、2.5、2.5、4）',
} as const

/** What counts of those who are not ranked, in one sentence: only what can matter in this scheme. */
function unrankedNote({ ranking, quotas }: Pick<Scheme, 'ranking' | 'quotas'>): string {
  const word = (setting: Counting | undefined, otherwise: Counting): string =>
    (setting ?? otherwise) === 'counted' ? '' : '不'
  return `取消资格、暂缓和数据不足的单位${[
    `${word(ranking.unrankedTakesPlace, 'left-out')}占名次`,
    `${word(ranking.unrankedInMean, 'counted')}计入组均分`,
    ...(quotas.some(({ limit }) => limit.kind === 'share')
      ? [`${word(ranking.unrankedInQuota, 'counted')}计入名额基数`]
      : []),
  ].join('、')}；取消资格和不考评的单位${word(ranking.unrankedAsPeer, 'counted')}作为最优值、平均值等的参照。`
}

/** 表注: the rounding and ranking rules, printed under every table in the same words. */
export function tableNotes(
  scheme: Pick<Scheme, 'rounding' | 'ranking' | 'grades' | 'quotas' | 'vetoes' | 'missing' | 'capGroups'>,
): string[] {
  const { rounding, ranking, grades, vetoes, missing, capGroups } = scheme
  return [
    `得分保留${rounding.digits}位小数，${rounding.mode === 'half-up' ? '四舍五入' : '按GB/T 8170四舍六入五成双'}，只在最后修约一次。`,
    ranking.basis === 'published'
      ? '按公布得分排名，公布得分相同即为并列。'
      : '按未修约得分排名，公布得分相同而名次不同的，系未修约得分有差别。',
    `${NUMBERINGS[ranking.numbering]}。`,
    ...(ranking.minDataShare === undefined
      ? []
      : [
          `有数据的指标不足${new Decimal(ranking.minDataShare).times(100)}%的，列入表中但不参加排名（按指标项数计算，占比不修约）。`,
        ]),
    ...(grades.length === 0
      ? []
      : [
          ranking.gradeBasis === 'exact'
            ? '等次的各项分数线均与未修约的得分比较。'
            : '等次的各项分数线均与公布得分比较（总分、基本分、加分和单项得分同样修约后再比）。',
        ]),
    unrankedNote(scheme),
    ...(vetoes.length === 0
      ? []
      : [
          missing.veto === 'hold'
            ? '否决事项没有数据的，暂缓排名定等，核实后补排。'
            : '否决事项没有数据的，照常排名定等并注明“待核”，以核实为准。',
        ]),
    ...capGroups.map(({ name, order }) =>
      order === 'scale-first'
        ? `“${name}”：有指标不适用时，先把其分值分摊给同级指标，再按合计限额。`
        : `“${name}”：有指标不适用时，先按合计限额，再随同级指标一并分摊。`,
    ),
  ]
}
