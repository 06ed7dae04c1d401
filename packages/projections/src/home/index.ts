import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { honourOf } from '@anjie/domain/access/index'
import type { Projection } from '../projection.ts'
import type { FactOf } from '../readFact.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import { orderOfVersion } from '../write.ts'
import { appeal } from './appeal.ts'
import { application } from './application.ts'
import { bars } from './bars.ts'
import { batch } from './batch.ts'
import { campaign } from './campaign.ts'
import { countyHonour } from './countyHonour.ts'
import { cycle } from './cycle.ts'
import { dutyEntries } from './dutyEntries.ts'
import { dutyEvent } from './dutyEvent.ts'
import { dutyLists } from './dutyLists.ts'
import { dutyPost } from './dutyPost.ts'
import { type HomeLine, type HomeView, openKeyOf, type Standing, timeKeyOf } from './homeLine.ts'
import { incidents } from './incidents.ts'
import { measure } from './measure.ts'
import { movePlan } from './movePlan.ts'
import { objection } from './objection.ts'
import { procedure } from './procedure.ts'
import { procedurePaper } from './procedurePaper.ts'
import { quota } from './quota.ts'
import { recheck } from './recheck.ts'
import { rectification } from './rectification.ts'
import { round } from './round.ts'
import { run } from './run.ts'
import { scheme } from './scheme.ts'
import { submission } from './submission.ts'
import { title } from './title.ts'
import { urging } from './urging.ts'

type Views = { readonly [K in RecordKind]: HomeView<K> | null }

/** What each kind of record puts on home pages; `null`: nothing. */
const VIEWS: Views = {
  divisions: null,
  calendar: null,
  unit: null,
  membership: null,
  invitation: null,
  submission,
  application,
  'application-slot': null,
  appeal,
  urging,
  mailbox: null,
  title,
  'unit-title': null,
  quota,
  draw: null,
  'catalogue-item': null,
  'catalogue-edition': null,
  'burden-rates': null,
  scheme,
  cycle,
  'commission-values': null,
  run,
  'honour-type': null,
  'legal-basis': null,
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
  'supervision-tally': null,
  'duty-post': dutyPost,
  'duty-coverage': null,
  'duty-lists': dutyLists,
  'duty-entries': dutyEntries,
  'duty-event': dutyEvent,
  'duty-training': null,
  procedure,
  'procedure-paper': procedurePaper,
  objection,
  'import-batch': null,
  'import-reading': null,
  'serial-counter': null,
  'document-number': null,
  register: null,
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

/** The lines of home pages that a fact changes. */
export function homeLinesOf<K extends RecordKind>(kind: K, fact: FactOf<K>): readonly HomeLine[] {
  const view: Views[K] = VIEWS[kind]
  return view === null ? [] : view(fact)
}

/** Lines that stand in no post's order of time. */
const NO_MESSAGES: ReadonlySet<Standing['as']> = new Set(['emergency', 'clock', 'term', 'awaited'])

/** 首页: open work by post, days until which something can be done, and what happened. What is done leaves, and costs no reader anything. */
export const home: Projection = (fact) => {
  const honour = honourOf(fact.kind, fact.recordId, fact.after)
  const marked = (row: HomeRow): HomeRow => (typeof honour === 'string' ? { ...row, honour } : row)
  return homeLinesOf(fact.kind, fact).map(({ owner, shared, slot, line }) => {
    const key = viewKeys.homeLine(ownerOfCode(owner), shared === true, fact.kind, fact.recordId, slot)
    return {
      table: 'views',
      ...key,
      order: orderOfVersion(fact.version),
      content:
        line === null
          ? null
          : {
              open: { key: openKeyOf(line), row: marked(line.row) },
              ...(NO_MESSAGES.has(line.standing.as) ? {} : { orders: { byTime: timeKeyOf(line, key) } }),
            },
    }
  })
}
