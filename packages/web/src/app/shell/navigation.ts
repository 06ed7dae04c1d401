import type { Role } from '@anjie/contracts/vocabulary/access/people'
import { navigationWords as words } from '../../locales/zh-CN/shell.ts'
import type { Operation } from '../api/operations.ts'
import { OPERATIONS } from '../api/operations.ts'
import { mayCall } from '../me.ts'

export interface NavigationEntry {
  readonly path: string
  readonly label: string
  /** Who may call this sees the entry. */
  readonly operation: Operation
}
export interface NavigationGroup {
  readonly label: string
  readonly entries: readonly NavigationEntry[]
}

const GROUPS: readonly NavigationGroup[] = [
  {
    label: words.work,
    entries: [
      { path: '/', label: words.home, operation: OPERATIONS.getHome },
      { path: '/handled', label: words.handled, operation: OPERATIONS.listHandled },
      { path: '/copies', label: words.copies, operation: OPERATIONS.listMessages },
      { path: '/messages', label: words.messages, operation: OPERATIONS.listMessages },
    ],
  },
  {
    label: words.assessment,
    entries: [
      { path: '/catalogue', label: words.catalogue, operation: OPERATIONS.listCatalogue },
      { path: '/schemes', label: words.schemes, operation: OPERATIONS.listSchemes },
      { path: '/cycles', label: words.cycles, operation: OPERATIONS.listCycles },
      { path: '/submissions', label: words.submissions, operation: OPERATIONS.listSubmissions },
      { path: '/procedure-papers', label: words.procedurePapers, operation: OPERATIONS.listProcedurePapers },
      { path: '/league-tables', label: words.leagueTables, operation: OPERATIONS.getLeagueTable },
      { path: '/appeals', label: words.appeals, operation: OPERATIONS.listAppeals },
      { path: '/measures', label: words.measures, operation: OPERATIONS.listMeasures },
      { path: '/duty-lists', label: words.dutyLists, operation: OPERATIONS.listDutyLists },
    ],
  },
  {
    label: words.honours,
    entries: [
      { path: '/ladders', label: words.ladders, operation: OPERATIONS.getLadder },
      { path: '/rounds', label: words.rounds, operation: OPERATIONS.listRounds },
      { path: '/applications', label: words.applications, operation: OPERATIONS.listApplications },
      { path: '/batches', label: words.batches, operation: OPERATIONS.listBatches },
      { path: '/objections', label: words.objections, operation: OPERATIONS.listObjections },
      { path: '/titles', label: words.titles, operation: OPERATIONS.listTitles },
      { path: '/rechecks', label: words.rechecks, operation: OPERATIONS.listRechecks },
      { path: '/honour-counts', label: words.honourCounts, operation: OPERATIONS.getHonourCounts },
      { path: '/county-honours', label: words.countyHonours, operation: OPERATIONS.listCountyHonours },
      { path: '/bars', label: words.bars, operation: OPERATIONS.listBars },
      { path: '/honour-types', label: words.honourTypes, operation: OPERATIONS.setHonourType },
      { path: '/legal-bases', label: words.legalBases, operation: OPERATIONS.listBases },
    ],
  },
  {
    label: words.base,
    entries: [
      { path: '/registers', label: words.registers, operation: OPERATIONS.listRegisters },
      { path: '/disputes', label: words.disputes, operation: OPERATIONS.reconcileDisputes },
      { path: '/dispute-systems', label: words.disputeSystems, operation: OPERATIONS.mapDisputeSystem },
      { path: '/duty-posts', label: words.dutyPosts, operation: OPERATIONS.listDutyPosts },
      { path: '/duty-coverage', label: words.dutyCoverage, operation: OPERATIONS.getDutyCoverage },
      { path: '/units', label: words.units, operation: OPERATIONS.listUnits },
      { path: '/imports', label: words.imports, operation: OPERATIONS.listImportBatches },
      { path: '/posts', label: words.posts, operation: OPERATIONS.listMemberships },
      { path: '/move-plans', label: words.movePlans, operation: OPERATIONS.listMovePlans },
      { path: '/divisions', label: words.divisions, operation: OPERATIONS.getDivisions },
    ],
  },
]

/** The left column of somebody with these roles: only what they may open. Who is bound to honour types has nothing to do with the assessment. */
export function navigationFor(roles: readonly Role[], isBoundToHonours = false): NavigationGroup[] {
  return GROUPS.filter(({ label }) => !(isBoundToHonours && label === words.assessment))
    .map((group) => ({
      ...group,
      entries: group.entries.filter((entry) => mayCall(roles, entry.operation)),
    }))
    .filter((group) => group.entries.length > 0)
}
