import type { ListedKind } from '@anjie/contracts/vocabulary/listRow'
import type { RecordKind, RecordState } from '@anjie/contracts/vocabulary/records'
import { appeal } from './appeal.ts'
import { application } from './application.ts'
import { bars } from './bars.ts'
import { batch } from './batch.ts'
import { campaign } from './campaign.ts'
import { catalogueItem } from './catalogueItem.ts'
import { countyHonour } from './countyHonour.ts'
import { cycle } from './cycle.ts'
import { dutyCoverage } from './dutyCoverage.ts'
import { dutyEntries } from './dutyEntries.ts'
import { dutyEvent } from './dutyEvent.ts'
import { dutyLists } from './dutyLists.ts'
import { dutyPost } from './dutyPost.ts'
import { dutyTraining } from './dutyTraining.ts'
import { honourType } from './honourType.ts'
import { importBatch } from './importBatch.ts'
import { incidents } from './incidents.ts'
import { legalBasis } from './legalBasis.ts'
import { mailbox } from './mailbox.ts'
import { measure } from './measure.ts'
import { membership } from './membership.ts'
import { movePlan } from './movePlan.ts'
import { objection } from './objection.ts'
import { procedure } from './procedure.ts'
import { procedurePaper } from './procedurePaper.ts'
import { recheck } from './recheck.ts'
import { rectification } from './rectification.ts'
import { register } from './register.ts'
import { round } from './round.ts'
import { run } from './run.ts'
import { scheme } from './scheme.ts'
import { submission } from './submission.ts'
import { supervisionTally } from './supervisionTally.ts'
import { title } from './title.ts'
import { unit } from './unit.ts'
import type { OwnedRow, View } from './view.ts'

export type { OwnedRow } from './view.ts'

type Views = { readonly [K in RecordKind]: K extends ListedKind ? View<K> : null }

/** Which lists a record of each kind stands in; `null`: in none. */
const VIEWS: Views = {
  divisions: null,
  calendar: null,
  unit,
  membership,
  invitation: null,
  submission,
  application,
  'application-slot': null,
  appeal,
  urging: null,
  mailbox,
  title,
  'unit-title': null,
  quota: null,
  draw: null,
  'catalogue-item': catalogueItem,
  'catalogue-edition': null,
  'burden-rates': null,
  scheme,
  cycle,
  'commission-values': null,
  run,
  'honour-type': honourType,
  'legal-basis': legalBasis,
  'county-honour': countyHonour,
  'honour-counts': null,
  bars,
  round,
  batch,
  incidents,
  recheck,
  campaign,
  'move-plan': movePlan,
  measure,
  rectification,
  'supervision-tally': supervisionTally,
  'duty-post': dutyPost,
  'duty-coverage': dutyCoverage,
  'duty-lists': dutyLists,
  'duty-entries': dutyEntries,
  'duty-event': dutyEvent,
  'duty-training': dutyTraining,
  procedure,
  'procedure-paper': procedurePaper,
  objection,
  'import-batch': importBatch,
  'import-reading': null,
  'serial-counter': null,
  'document-number': null,
  register,
  'register-leaf': null,
  'register-key': null,
  'dispute-system': null,
  dispute: null,
  'dispute-doubt': null,
  certificate: null,
  log: null,
  'log-page': null,
  'log-head': null,
  'signing-key': null,
}

/** Every list that a record of this state belongs in, and (`row: null`) every list that it must be out of. */
export function listRowsOf<K extends RecordKind>(
  kind: K,
  id: string,
  version: number,
  state: RecordState<K>,
): readonly OwnedRow<Extract<K, ListedKind>>[] {
  // The view was looked up by the very kind that the state belongs to.
  const view = VIEWS[kind] as
    | ((id: string, version: number, state: RecordState<K>) => readonly OwnedRow<Extract<K, ListedKind>>[])
    | null
  return view === null ? [] : view(id, version, state)
}
