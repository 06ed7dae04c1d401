import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { PreviousTable, ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { err, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'
import { readJson, schemaProblems } from './readJson.ts'

const Archived = z.object({ format: z.literal('anjie-archive/1'), result: ScoreRun })

function tableOf(run: ScoreRun): unknown {
  const rows = run.subjects.map(({ subject, group, rank, published }) => ({ subject, group, rank, score: published }))
  return { period: run.period, rows, successors: [] }
}

/** Last period's table: as the console exports it, or the `--json` output or archive of an earlier run. */
export function readPrevious(file: string, bytes: Uint8Array): Result<PreviousTable, readonly string[]> {
  const json = readJson(file, bytes)
  if (!json.ok) return json
  const archived = Archived.safeParse(json.value)
  const run = archived.success ? archived.data.result : ScoreRun.safeParse(json.value).data
  const table = PreviousTable.safeParse(run === undefined ? json.value : tableOf(run), { error: faultText })
  return table.success ? ok(table.data) : err(schemaProblems(file, table.error))
}
