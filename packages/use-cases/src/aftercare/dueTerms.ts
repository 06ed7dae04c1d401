import { beijingDate } from '@anjie/calendar-cn'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { CampaignId } from '@anjie/contracts/vocabulary/ids'
import { mendingOverdue } from '@anjie/domain/aftercare/recheckSteps'
import { answerTimeEnded, appealTimeEnded } from '@anjie/domain/aftercare/revocationSteps'
import { expireTitle, tellExpiry } from '@anjie/domain/aftercare/titleSteps'
import type { Change, RecordStore } from '../ports.ts'
import { passWordDay } from '../posts/duty-lists/dutyEvents.ts'
import { passMeasureDay, passRectificationDay } from '../supervision/dueMeasures.ts'
import { continueCampaign, type OpeningContext, openIncidentsOf } from './openings.ts'

/** A province's titles end together: as many as this in one run, the oldest first; the next run goes on. */
const A_RUN = 600
const TITLES_A_COMMIT = 48
const MAX_TRIES = 5

/** What time alone did. */
export interface TermReport {
  /** Titles that ended, and those of whose end unit and county were told. */
  readonly expired: number
  readonly told: number
  /** Re-checks that were opened by what was entered or by a campaign. */
  readonly opened: number
  /** Cases that a day moved on. */
  readonly moved: number
  readonly failed: readonly { readonly id: string; readonly reason: string }[]
}

/** 到期的各项: lines that wait for their day, so that nothing is looked at before it; each is decided anew from its record. */
export async function carryOutTerms(context: OpeningContext, mayContinue: () => boolean): Promise<TermReport> {
  const { store, now } = context
  const rows = await store.homeRows('province', {
    from: 'term#province#',
    to: `term#province#${beijingDate(now)}~`,
    limit: A_RUN,
  })
  const report = { expired: 0, told: 0, opened: 0, moved: 0, failed: [] as { id: string; reason: string }[] }
  const ids = rows.filter(({ kind }) => kind === 'title').map(({ id }) => id)
  for (let from = 0; from < ids.length && mayContinue(); from += TITLES_A_COMMIT) {
    const group = ids.slice(from, from + TITLES_A_COMMIT)
    try {
      const done = await endTitles(store, group, now)
      report.expired += done.expired
      report.told += done.told
    } catch (error) {
      report.failed.push({ id: group[0] ?? '', reason: reasonOf(error) })
    }
  }
  for (const row of rows.filter(({ kind }) => kind !== 'title')) {
    if (!mayContinue()) break
    try {
      await carryOut(context, row, report, mayContinue)
    } catch (error) {
      report.failed.push({ id: row.id, reason: reasonOf(error) })
    }
  }
  return report
}

async function carryOut(
  context: OpeningContext,
  { kind, id }: HomeRow,
  report: { opened: number; moved: number },
  mayContinue: () => boolean,
): Promise<void> {
  if (kind === 'incidents') report.opened += await openIncidentsOf(context, id)
  else if (kind === 'campaign')
    report.opened += (await continueCampaign(context, CampaignId.parse(id), mayContinue)).opened
  else if (kind === 'recheck' && (await moveOn(context, id))) report.moved += 1
  else if (kind === 'measure' && (await passMeasureDay(context.store, id, context.now))) report.moved += 1
  else if (kind === 'duty-event' && (await passWordDay(context.store, id, context.now))) report.moved += 1
  else if (kind === 'rectification' && (await passRectificationDay(context.store, id, context.now))) report.moved += 1
}

/** 到期提醒 and 到期 of some titles in one commit. */
async function endTitles(
  store: RecordStore,
  ids: readonly string[],
  now: string,
): Promise<{ readonly expired: number; readonly told: number }> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const titles = await store.getMany('title', ids)
    const steps = [...titles.values()].flatMap(({ state, version }) => {
      const step = expireTitle(state, now) ?? tellExpiry(state, now)
      return step === null ? [] : [{ kind: 'title', id: state.id, expectedVersion: version, ...step } as const]
    })
    if (steps.length === 0) return { expired: 0, told: 0 }
    const written = await store.commit(steps)
    if (written.ok) {
      const expired = steps.filter(({ fact }) => fact.type === 'TitleExpired').length
      return { expired, told: steps.length - expired }
    }
    if (written.error.code !== 'stale-version') throw new Error(written.error.detail)
  }
  throw new Error(`${ids[0]} and others could not be ended in ${MAX_TRIES} tries`)
}

/** A case whose day is over: what was not mended, answered or appealed goes on by itself, and to a person where one decides. */
async function moveOn({ store, now }: OpeningContext, id: string): Promise<boolean> {
  const found = await store.get('recheck', id)
  if (found === undefined) return false
  const { state, version } = found
  const alone = mendingOverdue(state, now) ?? answerTimeEnded(state, now)
  const changes: Change[] = alone === null ? [] : [{ kind: 'recheck', id, expectedVersion: version, ...alone }]
  if (alone === null) {
    const title = await store.get('title', state.titleId)
    const ended = title === undefined ? null : appealTimeEnded(state, title.state, now)
    if (title === undefined || ended?.title === undefined) return false
    changes.push(
      { kind: 'recheck', id, expectedVersion: version, ...ended.recheck },
      { kind: 'title', id: title.state.id, expectedVersion: title.version, ...ended.title },
    )
  }
  const written = await store.commit(changes)
  // Whoever came first, the next run sees what is left.
  return written.ok
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')
