import { getRecheck as getRecheckOperation } from '@anjie/contracts/operations/aftercare'
import { getAppeal as getAppealOperation } from '@anjie/contracts/operations/appeals'
import { getCatalogueItem as getCatalogueItemOperation } from '@anjie/contracts/operations/catalogue'
import { getCycle as getCycleOperation } from '@anjie/contracts/operations/cycles'
import { getDispute as getDisputeOperation } from '@anjie/contracts/operations/disputes'
import { getDivisions as getDivisionsOperation } from '@anjie/contracts/operations/divisions'
import type { getEarlierSteps as operation, TIMELINE_KINDS } from '@anjie/contracts/operations/home'
import {
  getApplication as getApplicationOperation,
  getRound as getRoundOperation,
} from '@anjie/contracts/operations/honours'
import { getImportBatch as getImportBatchOperation } from '@anjie/contracts/operations/intake'
import { getRun as getRunOperation } from '@anjie/contracts/operations/league-tables'
import { getMovePlan as getMovePlanOperation } from '@anjie/contracts/operations/moves'
import { getBatch as getBatchOperation } from '@anjie/contracts/operations/notices'
import { getObjection as getObjectionOperation } from '@anjie/contracts/operations/objections'
import type { Operation } from '@anjie/contracts/operations/operation'

import {
  getDutyEvent as getDutyEventOperation,
  getDutyLists as getDutyListsOperation,
} from '@anjie/contracts/operations/posts/dutyLists'
import { getDutyPost as getDutyPostOperation } from '@anjie/contracts/operations/posts/dutyPosts'
import {
  getProcedurePaper as getPaperOperation,
  getProcedure as getProcedureOperation,
} from '@anjie/contracts/operations/procedure'

import { getScheme as getSchemeOperation } from '@anjie/contracts/operations/schemes'
import { getSubmission as getSubmissionOperation } from '@anjie/contracts/operations/submissions'
import {
  getMeasure as getMeasureOperation,
  getRectification as getRectificationOperation,
} from '@anjie/contracts/operations/supervision'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { getRecheck } from '../aftercare/queries.ts'
import { getAppeal } from '../appeals/getAppeal.ts'
import { getCatalogueItem } from '../catalogue/getCatalogueItem.ts'
import { cycleTimeline } from '../cycles/cycleTimeline.ts'
import { getCycle } from '../cycles/getCycle.ts'
import { getDispute } from '../disputes/queries.ts'
import { getDivisions } from '../divisions/getDivisions.ts'
import { findRecord, notFound } from '../findRecord.ts'
import { getApplication } from '../honours/getApplication.ts'
import { getRound } from '../honours/getRound.ts'
import type { InputOf, OutputOf } from '../input.ts'
import { getImportBatch } from '../intake/queries.ts'
import { getRun } from '../league-tables/getRun.ts'
import { getMovePlan } from '../moves/queries.ts'
import { getBatch } from '../notices/getBatch.ts'
import { getObjection } from '../objections/queries.ts'
import type { Query, QueryContext } from '../ports.ts'

import { getDutyEvent } from '../posts/duty-lists/dutyEvents.ts'
import { getDutyLists } from '../posts/duty-lists/getDutyLists.ts'
import { getDutyPost } from '../posts/queries.ts'
import { getProcedure } from '../procedure/getProcedure.ts'
import { getProcedurePaper } from '../procedure/getProcedurePaper.ts'

import { getScheme } from '../schemes/getScheme.ts'
import { getSubmission } from '../submissions/getSubmission.ts'
import { getMeasure, getRectification } from '../supervision/queries.ts'
import { timelineOf } from '../timelineOf.ts'

/** The page on which a timeline stands: who may open it, and whether this person can open it for this record. */
interface Page {
  readonly operation: Operation
  readonly idName: string
  // Each page checks its input by its own operation's schema before.
  readonly open: (context: QueryContext, input: never) => Promise<Result<unknown, Problem>>
}

const PAGES = {
  divisions: { operation: getDivisionsOperation, idName: '', open: getDivisions },
  submission: { operation: getSubmissionOperation, idName: 'submissionId', open: getSubmission },
  application: { operation: getApplicationOperation, idName: 'applicationId', open: getApplication },
  appeal: { operation: getAppealOperation, idName: 'appealId', open: getAppeal },
  scheme: { operation: getSchemeOperation, idName: 'schemeId', open: getScheme },
  'catalogue-item': {
    operation: getCatalogueItemOperation,
    idName: 'catalogueItemId',
    open: getCatalogueItem,
  },
  cycle: { operation: getCycleOperation, idName: 'cycleId', open: getCycle },
  run: { operation: getRunOperation, idName: 'runId', open: getRun },
  round: { operation: getRoundOperation, idName: 'roundId', open: getRound },
  batch: { operation: getBatchOperation, idName: 'batchId', open: getBatch },
  objection: { operation: getObjectionOperation, idName: 'objectionId', open: getObjection },
  recheck: { operation: getRecheckOperation, idName: 'recheckId', open: getRecheck },
  'move-plan': { operation: getMovePlanOperation, idName: 'planId', open: getMovePlan },
  measure: { operation: getMeasureOperation, idName: 'measureId', open: getMeasure },
  rectification: { operation: getRectificationOperation, idName: 'rectificationId', open: getRectification },
  'duty-lists': { operation: getDutyListsOperation, idName: 'listsId', open: getDutyLists },
  'duty-event': { operation: getDutyEventOperation, idName: 'eventId', open: getDutyEvent },
  procedure: { operation: getProcedureOperation, idName: 'cycleId', open: getProcedure },
  'procedure-paper': { operation: getPaperOperation, idName: 'paperId', open: getProcedurePaper },
  'duty-post': { operation: getDutyPostOperation, idName: 'postId', open: getDutyPost },
  'import-batch': { operation: getImportBatchOperation, idName: 'batchId', open: getImportBatch },
  dispute: { operation: getDisputeOperation, idName: 'disputeId', open: getDispute },
} as const satisfies Record<(typeof TIMELINE_KINDS)[number], Page>

/** Earlier steps of a case, for whoever may open its page; for anybody else the case is not there. */
export const getEarlierSteps: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params: { kind, recordId }, query },
) => {
  const page: Page = PAGES[kind]
  if (!context.member.roles.some((role) => page.operation.access.roles.includes(role))) return err(notFound(kind))
  const params = page.operation.params.safeParse(page.idName === '' ? {} : { [page.idName]: recordId })
  if (!params.success) return err(notFound(kind))
  const opened = await page.open(context, { params: params.data, query: {} } as never)
  if (!opened.ok) return opened
  if (kind !== 'cycle') return ok(await timelineOf(context.store, kind, recordId, query))
  const cycle = await findRecord(context, kind, recordId)
  return cycle.ok ? ok(await cycleTimeline(context, cycle.value.state, query.before)) : cycle
}
