import type { Operation } from '../api/operations.ts'
import { OPERATIONS } from '../api/operations.ts'

/** The one read of each page of a record, by the page's address. */
const READS = {
  submissions: [OPERATIONS.getSubmission, 'submissionId'],
  applications: [OPERATIONS.getApplication, 'applicationId'],
  appeals: [OPERATIONS.getAppeal, 'appealId'],
  batches: [OPERATIONS.getBatch, 'batchId'],
  ladders: [OPERATIONS.getLadder, 'unitId'],
  units: [OPERATIONS.getUnit, 'unitId'],
  objections: [OPERATIONS.getObjection, 'objectionId'],
  rechecks: [OPERATIONS.getRecheck, 'recheckId'],
  'recheck-campaigns': [OPERATIONS.getCampaign, 'campaignId'],
  'move-plans': [OPERATIONS.getMovePlan, 'planId'],
  measures: [OPERATIONS.getMeasure, 'measureId'],
  rectifications: [OPERATIONS.getRectification, 'rectificationId'],
  'duty-lists': [OPERATIONS.getDutyLists, 'listsId'],
  'duty-events': [OPERATIONS.getDutyEvent, 'eventId'],
  'duty-trainings': [OPERATIONS.getDutyTraining, 'trainingId'],
  'procedure-papers': [OPERATIONS.getProcedurePaper, 'paperId'],
  'duty-posts': [OPERATIONS.getDutyPost, 'postId'],
  disputes: [OPERATIONS.getDispute, 'disputeId'],
  imports: [OPERATIONS.getImportBatch, 'batchId'],
  cycles: [OPERATIONS.getCycle, 'cycleId'],
  rounds: [OPERATIONS.getRound, 'roundId'],
  runs: [OPERATIONS.getRun, 'runId'],
  schemes: [OPERATIONS.getScheme, 'schemeId'],
} as const satisfies Record<string, readonly [Operation, string]>

/** And of the pages below a record. */
const READS_BELOW = {
  'cycles/scorecard': [OPERATIONS.getOwnScorecard, 'cycleId'],
  'cycles/league-table': [OPERATIONS.getLeagueTable, 'cycleId'],
  'cycles/procedure': [OPERATIONS.getProcedure, 'cycleId'],
  'cycles/commission-values': [OPERATIONS.getCommissionValues, 'cycleId'],
  'schemes/method': [OPERATIONS.getScheme, 'schemeId'],
} as const satisfies Record<string, readonly [Operation, string]>

const ALL = new Map<string, readonly [Operation, string]>(Object.entries({ ...READS, ...READS_BELOW }))

export interface PageRead {
  readonly operation: Operation
  readonly input: { readonly params: Readonly<Record<string, string>> }
}

/** What the page under an address asks first; undefined for lists, forms of new records and whatever has no record. */
export function readOfPage(pathname: string): PageRead | undefined {
  const [, area = '', id = '', ...rest] = pathname.split('/')
  const read = ALL.get([area, ...rest].join('/'))
  // An id of a record holds its place and a ULID; `new` is none.
  if (read === undefined || !id.includes('.')) return undefined
  const [operation, name] = read
  return { operation, input: { params: { [name]: decodeURIComponent(id) } } }
}
