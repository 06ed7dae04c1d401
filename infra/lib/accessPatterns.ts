/**
 * Which partition keys a session may touch, as patterns of `dynamodb:LeadingKeys`. The only place where IAM knows the key
 * formats of `store/keys.ts` and `projections/viewKeys.ts`; a test holds them together.
 *
 * A session is tagged with the code of its own jurisdiction and of those above it: `county` (6 characters), `city` (4),
 * `province` (2). A city's counties share its first four characters, a province's counties the first two, and `?` is exactly
 * one character, so `T#${city}??#` reaches down one jurisdiction and never sideways.
 */
const COUNTY = '$' + '{aws:PrincipalTag/county}'
const CITY = '$' + '{aws:PrincipalTag/city}'
const PROVINCE = '$' + '{aws:PrincipalTag/province}'

export type ScopeLevel = 'county' | 'city' | 'province'

export interface ScopedAccess {
  /** Tags that a session of this level must carry. */
  readonly sessionTags: readonly ('county' | 'city' | 'province')[]
  readonly recordsRead: readonly string[]
  readonly recordsWrite: readonly string[]
  readonly viewsRead: readonly string[]
  /** Object keys in the evidence bucket. */
  readonly evidenceRead: readonly string[]
  readonly evidenceWrite: readonly string[]
}

const own = (prefix: string, kinds: readonly string[]): string[] => kinds.map((kind) => `${prefix}#${kind}#*`)

/** Provincial records that every county and city works by; score runs and document numbers are not among them. */
const sharedKinds = ['divisions', 'calendar', 'scheme', 'cycle', 'round']
const sharedRecords = own(`P#${PROVINCE}`, sharedKinds)
/**
 * Of the views they read the lists of those, league tables once they are published, lists of units once they are on notice, and what
 * the province tells them.
 */
const sharedViews = [
  ...sharedKinds.map((kind) => `P#${PROVINCE}#${kind}#list#`),
  `P#${PROVINCE}#league-table#*`,
  `P#${PROVINCE}#told#`,
  `P#${PROVINCE}#notice#*`,
]
/** The receipt of a command, by which a repeated call is answered. */
const receipts = 'idempotency'
/** 县级考评: a county's own schemes, cycles and scores for its townships and departments. */
const assessmentKinds = ['scheme', 'cycle', 'commission-values', 'run']
/** Cases in which several levels act in turn. */
const caseKinds = ['application', 'application-slot', 'submission']

export const scopedAccess: Readonly<Record<ScopeLevel, ScopedAccess>> = {
  county: {
    sessionTags: ['county', 'city', 'province'],
    recordsRead: [`T#${COUNTY}#*`, ...sharedRecords],
    // A title is not among them: a county that could write one could name itself.
    recordsWrite: own(`T#${COUNTY}`, ['unit', ...caseKinds, 'appeal', ...assessmentKinds, receipts]),
    viewsRead: [`T#${COUNTY}#*`, ...sharedViews],
    evidenceRead: [`evidence/${COUNTY}/*`, `pending/${COUNTY}/*`],
    evidenceWrite: [`evidence/${COUNTY}/*`, `pending/${COUNTY}/*`],
  },
  city: {
    sessionTags: ['city', 'province'],
    recordsRead: [`Z#${CITY}#*`, `T#${CITY}??#*`, ...sharedRecords],
    // A city acts at its own step of a case; its counties' units and titles are not its to change.
    recordsWrite: [...own(`Z#${CITY}`, ['quota', receipts]), ...own(`T#${CITY}??`, caseKinds)],
    viewsRead: [`Z#${CITY}#*`, `T#${CITY}??#*`, ...sharedViews],
    evidenceRead: [`evidence/${CITY}??/*`],
    evidenceWrite: [],
  },
  province: {
    sessionTags: ['province'],
    recordsRead: [`P#${PROVINCE}#*`, `Z#${PROVINCE}??#*`, `T#${PROVINCE}????#*`],
    recordsWrite: [
      `P#${PROVINCE}#*`,
      ...own(`Z#${PROVINCE}??`, ['quota']),
      ...own(`T#${PROVINCE}????`, [...caseKinds, 'appeal', 'title', 'unit-title']),
    ],
    viewsRead: [`P#${PROVINCE}#*`, `Z#${PROVINCE}??#*`, `T#${PROVINCE}????#*`],
    evidenceRead: [`evidence/${PROVINCE}????/*`],
    evidenceWrite: [],
  },
}

/**
 * What the operator's function writes for a province: its divisions, days off, units and imported public lists. Submissions and
 * applications are not among them, so an operator neither opens nor decides anybody's case.
 */
export const platformRecords: readonly string[] = [
  ...own('T#??????', ['unit', 'title']),
  ...own('P#??', ['divisions', 'calendar', receipts]),
]

/** The clock finds ended notices and unfinished namings in the provinces' lists of batches, and in nothing else. */
export const clockViews: readonly string[] = ['P#??#batch#list#']
/** How a unit is called, and whether it still is, on the day on which it is named. */
export const clockUnits: readonly string[] = own('T#??????', ['unit'])
/** What closing a notice and naming its units read and write; nobody's submission and nobody's places are among them. */
export const clockRecords: readonly string[] = [
  ...own('P#??', ['batch', 'serial-counter', 'divisions']),
  ...own('T#??????', ['application', 'title', 'unit-title']),
]

/**
 * Indexes of the views table, by which its lists are read in other orders (`projections/lists/listOrders.ts`). Their partition key
 * is the table's own, so the same patterns hold for them.
 */
export const listOrders: readonly string[] = [
  'byTime',
  'byStatus',
  'byPlace',
  'byGroup',
  'byYear',
  'byName',
  'byReading',
  'byInitials',
]

/**
 * Limits a statement to partition keys of these forms. `ForAllValues` holds for a request that names no key at all, so a second
 * condition demands that there is one.
 */
export const onKeys = (patterns: readonly string[]): Record<string, Record<string, unknown>> => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...patterns] },
  Null: { 'dynamodb:LeadingKeys': 'false' },
})
