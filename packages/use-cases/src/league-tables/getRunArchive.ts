import type { getRunArchive as operation } from '@anjie/contracts/operations/league-tables'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findRun } from './findRun.ts'
import { readArchiveHead } from './readArchive.ts'

/** A published scheme never changes, so the scheme of today is the one that the run was made with. */
export const getRunArchive: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const run = await findRun(context, params.runId)
  if (!run.ok) return run
  const scheme = await findRecord(context, 'scheme', run.value.state.schemeId)
  if (!scheme.ok) return scheme
  const head = await readArchiveHead(context.store, params.runId)
  if (!head.ok) return head
  const { period, subjects, previous, result } = head.value
  return ok({ scheme: scheme.value.state.scheme, period, subjects: [...subjects], previous, result })
}
