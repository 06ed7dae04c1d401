import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Decision } from '../decision.ts'

/** 取代: an earlier run that never became the result. It stays readable as what it was. */
export function supersedeRun(
  state: ScoreRunRecord,
  by: ScoreRunRecord['id'],
): Decision<ScoreRunRecord, 'RunSuperseded'> {
  return { next: { ...state, status: 'superseded' }, fact: { type: 'RunSuperseded', details: { by } } }
}
