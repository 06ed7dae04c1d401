import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { runParts } from '@anjie/contracts/vocabulary/league-tables/runParts'
import { followRun as decide } from '@anjie/domain/appeals/followRun'
import { allRows } from '../allRows.ts'
import type { CommandContext, RecordStore } from '../ports.ts'

/** Optimistic-lock retries. */
const MAX_TRIES = 3

type Following = Pick<CommandContext, 'store' | 'now'>

/** Of the commission that assesses, whoever follows the run. */
const appealsOf = (store: RecordStore, { county }: CycleHead) =>
  county === undefined ? allRows(store, 'appeal') : store.listOfCounty('appeal', county)

/**
 * Notes which upheld appeals of a cycle a new run has put right, each in a commit of its own. One that could not be noted stays on
 * the commission's list and holds the publication back, so the next scoring takes it up again.
 */
export async function followRun(context: Following, cycle: CycleHead, runId: string): Promise<void> {
  const answered = (await appealsOf(context.store, cycle)).filter(
    ({ status, fields }) => fields.cycleId === cycle.id && (status === 'upheld' || status === 'corrected'),
  )
  for (const { id } of answered) await followRunWith(context, id, runId)
}

/** As `followRun` for one appeal. */
export async function followRunWith({ store, now }: Following, id: string, runId: string): Promise<void> {
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    const appeal = await store.get('appeal', id)
    if (appeal === undefined) return
    const { state, version } = appeal
    const scorecard = await store.getPart('run', runId, runParts.scorecard(state.subject?.code ?? state.county))
    const decision = scorecard === undefined ? null : decide(state, scorecard, now)
    if (decision === null) return
    const written = await store.commit([{ kind: 'appeal', id, expectedVersion: version, ...decision }])
    if (written.ok) return
  }
}
