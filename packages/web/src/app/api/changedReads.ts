import type { Operation } from './operations.ts'
import { OPERATIONS } from './operations.ts'

type OperationId = keyof typeof OPERATIONS

/** Lists that follow the records by about a second. Whatever else is read is the record itself, and up to date at once. */
const LAGGING: ReadonlySet<string> = new Set<OperationId>([
  'getHome',
  'listMessages',
  'countMessages',
  'getCycleProgress',
  'listHandled',
  'listAppeals',
  'listApplications',
  'listBars',
  'listBatches',
  'listObjections',
  'listRechecks',
  'listCampaigns',
  'getCampaign',
  'listMovePlans',
  'listIncidents',
  'listMeasures',
  'getSupervisionTally',
  'listRectifications',
  'listDutyLists',
  'listDutyEvents',
  'listDutyTrainings',
  'listProcedurePapers',
  'listDutyPosts',
  'getDutyCoverage',
  'listImportBatches',
  'listCycles',
  'listRounds',
  'listRuns',
  'listSchemes',
  'listSubmissions',
  'listTitles',
  'getLadder',
  'getUnit',
  'getPlanner',
  'listCountyHonours',
  'listRegisters',
  'listRegisterHolders',
  'listCatalogue',
  'findCatalogueDoubles',
  'listDisputes',
  'listDisputeDoubts',
  'reconcileDisputes',
])

const DISPUTES = ['disputes', 'dispute-doubts', 'dispute-reconciliation']

/**
 * What the commands of one kind of record can change of what is read, besides the lists of everything that is to do. A kind
 * that is not named here changes everything.
 */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  submissions: ['submissions'],
  schemes: ['schemes'],
  catalogue: ['catalogue', 'catalogue-doubles', 'schemes'],
  'burden-rates': ['schemes'],
  rounds: ['rounds', 'applications'],
  applications: ['applications', 'rounds', 'batches', 'titles'],
  bars: ['bars', 'applications'],
  batches: ['batches', 'applications', 'titles', 'rounds'],
  objections: ['objections', 'applications', 'batches'],
  rechecks: ['rechecks', 'titles', 'incidents'],
  incidents: ['incidents', 'rechecks'],
  'recheck-campaigns': ['recheck-campaigns', 'rechecks', 'titles'],
  measures: ['measures', 'rectifications', 'bars'],
  rectifications: ['measures', 'rectifications'],
  'duty-lists': ['duty-lists', 'duty-posts'],
  'duty-events': ['duty-events', 'duty-posts'],
  'duty-trainings': ['duty-trainings', 'duty-posts'],
  'procedure-papers': ['procedure-papers', 'cycles', 'measures'],
  'duty-posts': ['duty-posts', 'duty-coverage'],
  'duty-coverage': ['duty-posts', 'duty-coverage'],
  'county-honours': ['county-honours'],
  'honour-counts': ['honour-counts'],
  'legal-bases': ['legal-bases', 'ladders'],
  units: ['units', 'cycle-candidates', 'duty-posts', 'duty-coverage'],
  registers: ['registers', 'register-rows'],
  disputes: DISPUTES,
  'dispute-entries': DISPUTES,
  'dispute-matches': DISPUTES,
  'dispute-doubts': DISPUTES,
  'dispute-systems': [...DISPUTES, 'dispute-systems', 'imports'],
  messages: ['messages'],
  urgings: ['urgings'],
}

/** Of what a form's own page reads, what no command on the form can change: figures of earlier cycles. */
const NEVER: ReadonlySet<string> = new Set<OperationId>(['getMe', 'getPastValues', 'listHonourTypes'])

/** Work that goes on in somebody's own hands: nobody is told, nothing new is to be done. */
const TELLING_NOBODY: ReadonlySet<string> = new Set<OperationId>(['saveValues', 'saveApplication'])

const kindOf = (operation: Operation): string => operation.path.split('/')[2] ?? ''

/** When an answer on the page must be asked for anew after a command: at once, when the lists have followed, or not at all. */
export function whenToRead(readId: string, command: Operation): 'now' | 'later' | 'never' {
  if (NEVER.has(readId)) return 'never'
  if (readId === 'countMessages' && TELLING_NOBODY.has(command.id)) return 'never'
  const read: Operation | undefined = new Map<string, Operation>(Object.entries(OPERATIONS)).get(readId)
  // How far somebody has read does not lag.
  if (read !== undefined && kindOf(read) === 'messages' && kindOf(command) === 'messages') return 'now'
  const changed = CHANGES[kindOf(command)]
  if (LAGGING.has(readId)) return 'later'
  return read === undefined || changed === undefined || changed.includes(kindOf(read)) ? 'now' : 'never'
}
