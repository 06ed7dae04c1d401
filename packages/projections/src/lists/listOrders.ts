import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { FoundKind, ListRow, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { eventsOfPost } from '@anjie/domain/posts/duty-lists/eventsOfPost'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { textKey } from '@anjie/kernel'
import type { Place } from '../viewKeys.ts'

/**
 * Orders in which a list can be read beside that of its ids: secondary indexes of the views table, each with the table's own
 * partition key, so that the same authorization holds for them. An index moves its line by itself when the row changes.
 */
export const LIST_ORDERS = [
  'byTime',
  'byStatus',
  'byPlace',
  'byGroup',
  'byYear',
  'byName',
  'byReading',
  'byInitials',
] as const
export type ListOrder = (typeof LIST_ORDERS)[number]
export type OrderKeys = { readonly [O in ListOrder]?: string }

/** Work that somebody still has to do, or that is over. Each key begins with it, so that what is over is never read past. */
export const STAGES = ['open', 'closed'] as const
export type Stage = (typeof STAGES)[number]

/** Orders that the lists of a kind are asked for in; a key in any other would only make each of its rows dearer. */
const ORDERS_OF: { readonly [K in FoundKind]: readonly ListOrder[] } = {
  application: ['byTime', 'byStatus', 'byPlace', 'byGroup', 'byName', 'byReading', 'byInitials'],
  title: LIST_ORDERS,
  unit: ['byName', 'byTime', 'byGroup'],
  bars: ['byTime', 'byPlace', 'byName', 'byReading', 'byInitials'],
  membership: ['byTime', 'byName', 'byReading', 'byInitials'],
  // Its row is written with every save, and once more for each order: the list's own order, by unit and cycle, has to do.
  submission: [],
  objection: ['byTime'],
  recheck: ['byTime', 'byStatus', 'byPlace', 'byGroup', 'byName', 'byReading', 'byInitials'],
  incidents: ['byTime', 'byName', 'byReading', 'byInitials'],
  measure: LIST_ORDERS,
  rectification: LIST_ORDERS,
  'supervision-tally': ['byYear'],
  'procedure-paper': ['byTime', 'byStatus', 'byGroup'],
  // By the township, and what ended apart.
  'duty-post': ['byTime', 'byGroup', 'byYear'],
  'duty-coverage': ['byTime'],
  // By its cycle.
  run: ['byGroup'],
  // Of one post, of a year, or what waits.
  'duty-event': ['byTime', 'byStatus', 'byGroup', 'byYear', 'byName', 'byReading', 'byInitials'],
  'duty-training': ['byTime', 'byGroup', 'byYear'],
  'import-batch': ['byTime', 'byGroup'],
  'catalogue-item': ['byTime', 'byName', 'byReading', 'byInitials'],
}

/** As above in the list of one owner: a unit's own list has a row or two a year, and all rows of a county's lie in one place. */
export const ordersIn = (level: Place['level'], kind: FoundKind): readonly ListOrder[] => {
  if (level === 'unit') return []
  return level === 'county' ? ORDERS_OF[kind].filter((order) => order !== 'byPlace') : ORDERS_OF[kind]
}

/** What a row is found by, the same for every kind that is found page by page. */
export interface Facets {
  readonly kind: FoundKind
  readonly stage: Stage
  readonly status: string
  /** Division code of the county; its first four characters are the city. */
  readonly county: string
  /** What it belongs to: the round of an application, the honour of a title, the kind of a unit. */
  readonly group: string
  readonly year: string
  /** Its name as all spellings of one unit share it. */
  readonly name: string
}

type FacetsOf = { readonly [K in FoundKind]: (row: ListRowOf<K>) => Facets }

const CLOSED_APPLICATIONS: ReadonlySet<string> = new Set(['named', 'rejected'])
const CLOSED_IMPORTS: ReadonlySet<string> = new Set(['refused', 'applied', 'put-back', 'discarded'])
const CLOSED_MEASURES: ReadonlySet<string> = new Set(['closed', 'discarded', 'withdrawn'])
const ENDED_TITLES: ReadonlySet<string> = new Set(['revoked', 'taken-back', 'deregistered', 'expired'])

/** Kinds that grow with the years, and what their rows are found by. All others are read whole. */
const FACETS: FacetsOf = {
  application: ({ status, title, fields }) => ({
    kind: 'application',
    stage: CLOSED_APPLICATIONS.has(status) ? 'closed' : 'open',
    status,
    county: fields.county,
    group: fields.roundId,
    year: String(fields.year),
    name: unitNameKey(title, fields.unitKind),
  }),
  title: ({ status, title, fields }) => ({
    kind: 'title',
    stage: ENDED_TITLES.has(status) ? 'closed' : 'open',
    status,
    county: fields.county,
    group: fields.honour,
    year: String(fields.year),
    name: unitNameKey(title, fields.unitKind),
  }),
  unit: ({ id, status, title, fields }) => ({
    kind: 'unit',
    stage: status === 'ended' ? 'closed' : 'open',
    status,
    county: countyCodeOf(id),
    group: fields.unitKind,
    year: '',
    name: unitNameKey(title, fields.unitKind),
  }),
  bars: ({ title, fields }) => ({
    kind: 'bars',
    // It ends by the calendar, which moves no line.
    stage: fields.liftedOn === undefined ? 'open' : 'closed',
    status: 'entered',
    county: fields.county,
    group: fields.kind,
    year: '',
    name: unitNameKey(title, fields.unitKind),
  }),
  membership: ({ status, title, fields }) => ({
    kind: 'membership',
    stage: status === 'ended' ? 'closed' : 'open',
    status,
    county: fields.jurisdiction,
    group: '',
    year: '',
    name: title,
  }),
  submission: ({ queue, status, place, fields }) => ({
    kind: 'submission',
    stage: queue === null ? 'closed' : 'open',
    status,
    county: fields.county,
    group: fields.cycleId,
    year: '',
    name: place,
  }),
  objection: ({ queue, status, title, fields }) => ({
    kind: 'objection',
    stage: queue === null ? 'closed' : 'open',
    status,
    county: fields.county,
    group: fields.batchId,
    year: '',
    name: title,
  }),
  recheck: ({ status, title, fields }) => ({
    kind: 'recheck',
    stage: status === 'closed' ? 'closed' : 'open',
    status,
    county: fields.county,
    // A campaign is looked through as a whole; what an incident opened is found by its honour.
    group: fields.campaignId ?? fields.honour,
    year: '',
    name: unitNameKey(title, fields.unitKind),
  }),
  incidents: ({ status, title, fields }) => ({
    kind: 'incidents',
    stage: status === 'waiting' ? 'open' : 'closed',
    status,
    county: fields.county,
    group: fields.kind,
    year: '',
    name: unitNameKey(title, fields.unitKind),
  }),
  measure: ({ status, title, fields }) => ({
    kind: 'measure',
    stage: CLOSED_MEASURES.has(status) ? 'closed' : 'open',
    status,
    county: fields.county,
    group: fields.measureKind,
    year: fields.on.slice(0, 4),
    name: unitNameKey(title, fields.unitKind),
  }),
  rectification: ({ status, title, fields }) => ({
    kind: 'rectification',
    stage: status === 'closed' || status === 'cancelled' ? 'closed' : 'open',
    status,
    county: fields.county,
    group: fields.measureKind,
    year: fields.issuedOn.slice(0, 4),
    name: unitNameKey(title, fields.unitKind),
  }),
  'supervision-tally': ({ status, title, fields }) => ({
    kind: 'supervision-tally',
    stage: 'open',
    status,
    county: fields.county,
    group: '',
    year: String(fields.year),
    name: title,
  }),
  'duty-post': ({ id, status, title, fields }) => ({
    kind: 'duty-post',
    stage: status === 'ended' ? 'closed' : 'open',
    status,
    county: countyCodeOf(id),
    group: fields.townshipId,
    // In which it ended.
    year: fields.to?.slice(0, 4) ?? '',
    name: title,
  }),
  'duty-coverage': ({ status, title, fields }) => ({
    kind: 'duty-coverage',
    stage: 'open',
    status,
    county: fields.county,
    group: '',
    year: '',
    name: title,
  }),
  run: ({ id, status, title, fields }) => ({
    kind: 'run',
    stage: 'open',
    status,
    county: id.slice(0, id.indexOf('.')),
    group: fields.cycleId,
    year: '',
    name: title,
  }),
  'duty-event': ({ id, status, title, fields }) => ({
    kind: 'duty-event',
    stage: status === 'asked' || status === 'heard' ? 'open' : 'closed',
    status,
    county: countyCodeOf(id),
    group: eventsOfPost(fields.postId, fields.on.slice(0, 4)),
    year: fields.on.slice(0, 4),
    name: textKey(title),
  }),
  'duty-training': ({ id, status, title, fields }) => ({
    kind: 'duty-training',
    stage: 'open',
    status,
    county: countyCodeOf(id),
    group: fields.trainingKind,
    year: fields.on.slice(0, 4),
    name: textKey(title),
  }),
  'procedure-paper': ({ status, title, fields }) => ({
    kind: 'procedure-paper',
    stage: status === 'done' || status === 'waived' ? 'closed' : 'open',
    status,
    county: fields.county,
    group: fields.cycleId,
    year: '',
    name: title,
  }),
  // Found by time, and by the file: the same one once more is told.
  'import-batch': ({ id, status, title, fields }) => ({
    kind: 'import-batch',
    stage: CLOSED_IMPORTS.has(status) ? 'closed' : 'open',
    status,
    county: id.slice(0, id.indexOf('.')),
    group: fields.digest ?? '',
    year: '',
    name: title,
  }),
  'catalogue-item': ({ id, status, title }) => ({
    kind: 'catalogue-item',
    stage: status === 'ended' ? 'closed' : 'open',
    status,
    county: id.slice(0, id.indexOf('.')),
    group: '',
    year: '',
    name: textKey(title),
  }),
}

/** Undefined for kinds that are read whole. */
export function facetsOf(row: ListRow): Facets | undefined {
  switch (row.kind) {
    case 'application':
      return FACETS.application(row)
    case 'title':
      return FACETS.title(row)
    case 'unit':
      return FACETS.unit(row)
    case 'bars':
      return FACETS.bars(row)
    case 'membership':
      return FACETS.membership(row)
    case 'submission':
      return FACETS.submission(row)
    case 'import-batch':
      return FACETS['import-batch'](row)
    case 'objection':
      return FACETS.objection(row)
    case 'recheck':
      return FACETS.recheck(row)
    case 'incidents':
      return FACETS.incidents(row)
    case 'measure':
      return FACETS.measure(row)
    case 'rectification':
      return FACETS.rectification(row)
    case 'supervision-tally':
      return FACETS['supervision-tally'](row)
    case 'duty-post':
      return FACETS['duty-post'](row)
    case 'duty-coverage':
      return FACETS['duty-coverage'](row)
    case 'run':
      return FACETS.run(row)
    case 'duty-event':
      return FACETS['duty-event'](row)
    case 'duty-training':
      return FACETS['duty-training'](row)
    case 'procedure-paper':
      return FACETS['procedure-paper'](row)
    case 'catalogue-item':
      return FACETS['catalogue-item'](row)
    default:
      return undefined
  }
}

/** A delimiter within a part would tear the key apart. */
export const keyPart = (text: string): string => text.replaceAll('#', '')

/** The beginning of a key; a part that is not complete has no delimiter behind it. */
export const orderPrefix = (stage: Stage, ...parts: readonly string[]): string =>
  [stage, ...parts.map(keyPart)].join('#')

/** The initials in a key of `byReading`: `open#mafangcun#mfc#<id>#`. */
export const initialsIn = (orderKey: string): string => orderKey.split('#')[2] ?? ''

/** The key in the list itself, by which a page in another order is continued. */
export const rowKeyIn = (orderKey: string): string => {
  const end = orderKey.length - 1
  return orderKey.slice(orderKey.lastIndexOf('#', end - 1) + 1)
}
