import type { getRunArchivePart as operation } from '@anjie/contracts/operations/league-tables'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findRun } from './findRun.ts'
import { readArchivedSubject } from './readArchive.ts'

export const getRunArchivePart: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const run = await findRun(context, params.runId)
  if (!run.ok) return run
  const part = await readArchivedSubject(context.store, params.runId, params.subject)
  return part.ok ? ok({ values: [...part.value.values], score: part.value.score }) : part
}
