import { beijingDate } from '@anjie/calendar-cn'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { BarSubject } from '@anjie/contracts/vocabulary/honours/bar'
import { MeasureId } from '@anjie/contracts/vocabulary/ids'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { naturalId } from '@anjie/domain/naturalId'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { draftEscalated, type Escalated, escalatedBy, tablesAsked } from '@anjie/domain/supervision/escalation'
import type { Target } from '@anjie/domain/supervision/measureSteps'
import { hasEnded } from '@anjie/domain/units/unitChange'
import type { Change, CommandContext, RecordStore } from '../ports.ts'
import { countyOf, divisionTarget, unitTarget } from './targetOf.ts'

const A_COMMIT = 40
const MAX_TRIES = 5

/**
 * 递进督导: what the scheme of a table that was just published asks for is drafted, and a person of the assessor signs it or not. Reads the table
 * and those before it that the longest rule asks for, each by the pointer of the later one. Taken up twice it drafts nothing twice, not even
 * what somebody has refused to sign. The number of new drafts.
 */
export async function draftEscalatedMeasures(
  { store, digest, now, divisions }: Pick<CommandContext, 'store' | 'digest' | 'now' | 'divisions'>,
  cycleId: string,
): Promise<number> {
  const cycle = (await store.get('cycle', cycleId))?.state
  if (cycle?.publishedRun === undefined) return 0
  const scheme = await store.rules(cycle.schemeId)
  const asked = scheme === undefined ? 0 : tablesAsked(scheme)
  if (scheme === undefined || asked === 0) return 0
  const escalated = escalatedBy(scheme, await tablesBack(store, cycle.publishedRun, asked))
  if (escalated.length === 0) return 0
  const tree = await divisions()
  const units = await store.getMany(
    'unit',
    escalated.map(({ subject }) => subject),
  )
  const today = beijingDate(now)
  const drafts = escalated.flatMap((each): Change<'measure'>[] => {
    const target = targetOf(tree, each, units.get(each.subject)?.state)
    if (target === undefined || hasGone(units.get(each.subject)?.state, today)) return []
    const own = naturalId(digest(['escalated', cycle.id, each.rule.code, each.subject]))
    const id = MeasureId.parse(`${target.unitId === undefined ? `${target.county}.` : `${target.unitId}-`}${own}`)
    const act = naturalId(digest(['escalated', cycle.id, each.rule.code]))
    const step = draftEscalated(each, { id, act, target }, { ...cycle, name: issuerName(tree, cycle) }, now)
    return [{ kind: 'measure', id, expectedVersion: 0, ...step }]
  })
  let drafted = 0
  for (let at = 0; at < drafts.length; at += A_COMMIT) drafted += await addThose(store, drafts.slice(at, at + A_COMMIT))
  return drafted
}

const hasGone = (unit: Unit | undefined, today: ReturnType<typeof beijingDate>): boolean =>
  unit !== undefined && hasEnded(unit, today)

/** The published table and so many before it, the newest first. */
async function tablesBack(store: RecordStore, newest: string, most: number): Promise<readonly ScoreRunRecord[]> {
  const tables: ScoreRunRecord[] = []
  for (let id: string | undefined = newest; id !== undefined && tables.length < most; id = tables.at(-1)?.previousRun) {
    const run = await store.get('run', id)
    if (run?.state.status !== 'published') break
    tables.push(run.state)
  }
  return tables
}

function targetOf(tree: DivisionTree, { subject }: Escalated, unit: Unit | undefined): Target | undefined {
  const place = countyOf(tree, BarSubject.parse(unit === undefined ? `${subject}.division` : unit.id))
  if (place === undefined) return undefined
  return unit === undefined ? divisionTarget(place) : unitTarget(place, unit)
}

/** 考评主体 as papers call it. */
const issuerName = ({ province, counties }: DivisionTree, cycle: CycleHead): string =>
  counties.find(({ code }) => code === assessorCode(cycle))?.name ?? province.name

/** Only what is not there yet: somebody else may have been at it at the same moment. */
async function addThose(store: RecordStore, drafts: readonly Change<'measure'>[]): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const there = await store.getMany(
      'measure',
      drafts.map(({ id }) => id),
    )
    const missing = drafts.filter(({ id }) => !there.has(id))
    if (missing.length === 0) return 0
    const written = await store.commit(missing)
    if (written.ok) return missing.length
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) throw new Error(written.error.detail)
  }
}
