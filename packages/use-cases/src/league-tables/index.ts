import { getLeagueTable } from './getLeagueTable.ts'
import { getOwnScorecard } from './getOwnScorecard.ts'
import { getRun } from './getRun.ts'
import { getRunArchive } from './getRunArchive.ts'
import { getRunArchivePart } from './getRunArchivePart.ts'
import { getScorecard } from './getScorecard.ts'
import { getScoring } from './getScoring.ts'
import { listRuns } from './listRuns.ts'
import { previewRun } from './previewRun.ts'
import { publishRun } from './publishRun.ts'
import { runScores } from './runScores.ts'

/** Use cases of the operations in `league-tables.ts`, by operation id. */
export const LEAGUE_TABLES = {
  runScores,
  listRuns,
  getRun,
  previewRun,
  publishRun,
  getScorecard,
  getScoring,
  getOwnScorecard,
  getLeagueTable,
  getRunArchive,
  getRunArchivePart,
} as const
