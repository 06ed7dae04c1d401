import { addMonths, beijingDate } from '@anjie/calendar-cn'
import type { LeagueRow, ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Escalation, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { lastPlaces } from '../league-tables/countBottomChildren.ts'
import { type Assessor, assessorLevel } from '../schemes/assessor.ts'
import { previousPeriod } from '../scoring/periods.ts'
import { MEASURE_KIND_NAMES } from './measureNames.ts'
import type { Draft, MeasureStep } from './measureSteps.ts'

/** A published table, as far as escalation looks at it. */
export type StoodTable = Pick<ScoreRunRecord, 'id' | 'cycleName' | 'period' | 'rows'>

/** A rule that asks for a measure on somebody, and how they stood in the tables that it asks for, the newest first. */
export interface Escalated {
  readonly rule: Escalation
  readonly subject: LeagueRow['subject']
  readonly tables: NonNullable<Measure['escalated']>['tables']
}

/** So many tables are looked at: the newest, and those before it that the longest rule asks for. */
export const tablesAsked = ({ escalations = [] }: Pick<Scheme, 'escalations'>): number =>
  Math.max(0, ...escalations.map(({ times }) => times))

/**
 * 递进督导 that follows from published tables, the newest first. A stretch without a table ends the run, and so does a table in which the
 * subject did not stand so. Of rules that ask for the same, the one for most tables running is taken alone: whoever was red four times
 * is interviewed and not warned once more.
 */
export function escalatedBy(
  scheme: Pick<Scheme, 'escalations' | 'grades' | 'ranking'>,
  tables: readonly StoodTable[],
): readonly Escalated[] {
  const running = withoutGaps(tables)
  const found: Escalated[] = []
  for (const rules of Map.groupBy(scheme.escalations ?? [], ({ when }) => JSON.stringify(when)).values()) {
    const [{ when } = { when: undefined }] = rules
    if (when === undefined) continue
    const stood = running.map((table) => standingIn(scheme, table, when))
    for (const subject of stood[0] ?? []) {
      const ended = stood.findIndex((each) => !each.has(subject))
      const length = ended === -1 ? stood.length : ended
      const rule = rules.filter(({ times }) => times <= length).toSorted((one, other) => other.times - one.times)[0]
      if (rule === undefined) continue
      found.push({ rule, subject, tables: running.slice(0, rule.times).map((table) => told(table, subject, scheme)) })
    }
  }
  return found
}

function withoutGaps(tables: readonly StoodTable[]): readonly StoodTable[] {
  const gap = tables.findIndex(({ period }, at) => {
    const later = tables[at - 1]
    return later !== undefined && previousPeriod(later.period) !== period
  })
  return gap === -1 ? tables : tables.slice(0, gap)
}

function standingIn(
  { grades, ranking }: Pick<Scheme, 'grades' | 'ranking'>,
  { rows }: StoodTable,
  when: Escalation['when'],
): ReadonlySet<LeagueRow['subject']> {
  if (when.kind === 'grade') {
    const names = new Set(when.grades.map((code) => grades.find((grade) => grade.code === code)?.name))
    return new Set(rows.filter(({ grade }) => grade !== null && names.has(grade)).map(({ subject }) => subject))
  }
  const last = lastPlaces(
    rows.map(({ subject, group, rank }) => ({
      subject,
      group: ranking.scope === 'all' ? '' : group,
      rank: rank === null ? null : String(rank),
    })),
    when.places,
  )
  return new Set(rows.filter(({ subject }) => last.has(subject)).map(({ subject }) => subject))
}

/** 第24名（共25名），等次“不合格”. */
function told(
  { id, cycleName, rows }: StoodTable,
  subject: string,
  { ranking }: Pick<Scheme, 'ranking'>,
): Escalated['tables'][number] {
  const row = rows.find((each) => each.subject === subject)
  const of = rows.filter(({ rank, group }) => rank !== null && (ranking.scope === 'all' || group === row?.group)).length
  const place = row?.rank === undefined || row.rank === null ? '未排名' : `第${row.rank}名（共${of}名）`
  return {
    run: id,
    name: cycleName,
    standing: row?.grade === undefined || row.grade === null ? place : `${place}，等次“${row.grade}”`,
  }
}

/** 拟出 by the rule: trigger and tables are named, and what the kind of paper still lacks, such as its number, a person fills in. */
export function draftEscalated(
  { rule, tables }: Escalated,
  { id, act, target }: Draft,
  issuer: Assessor & { readonly name: string },
  at: string,
): MeasureStep {
  const on = beijingDate(at)
  const level = assessorLevel(issuer)
  const because = tables.map(({ name, standing }) => `${name}${standing}`).join('；')
  return {
    next: {
      id,
      act,
      level,
      issuer: issuer.county ?? issuer.province,
      issuerName: issuer.name,
      ...target,
      kind: rule.measure,
      matter: rule.name,
      trigger: 'league-table',
      on,
      participants: [],
      demands: `${because}。\n${rule.demands}`,
      ...(rule.months === undefined ? {} : { until: addMonths(on, rule.months) }),
      isPublished: false,
      problems:
        rule.workingDays === undefined
          ? []
          : [{ text: `${rule.name}：${because}`.slice(0, 200), workingDays: rule.workingDays }],
      ...(rule.barMonths === undefined || rule.source === undefined
        ? {}
        : { bars: { months: rule.barMonths, basis: `${rule.source.document}${rule.source.clause ?? ''}` } }),
      escalated: { rule: rule.code, tables: [...tables] },
      rectifications: [],
      open: 0,
      status: 'draft',
      updatedAt: at,
    },
    fact: { type: 'MeasureDrafted', details: { kind: MEASURE_KIND_NAMES[rule.measure], matter: rule.name } },
  }
}
