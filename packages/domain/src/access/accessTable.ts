import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { ScopeLevel } from './scopes.ts'

/** To write is also to read. */
export type Right = 'read' | 'write'

/** Who asks: a signed-in post by the level of its scope, or a function that acts by itself (`operator`: the platform function; `joining`: somebody with an invitation, before they hold a post). */
export type Accessor = ScopeLevel | 'clock' | 'operator' | 'scorer' | 'signer' | 'intake' | 'importer' | 'joining'

/**
 * The owners that records of a kind can have, and what each accessor may do with them. A post reaches up and down its own line of
 * codes and never sideways; who is not named, reaches nothing.
 */
export type AccessRow = { readonly [Owner in Level]?: { readonly [A in Accessor]?: Right } }

/** The province sets the frame, and everybody of the province works by it. */
const PROVINCIAL_FRAME = { province: 'write', city: 'read', county: 'read', unit: 'read' } as const
/** Cases in which several levels act in turn. */
const CASE_OF_ALL_LEVELS = { county: 'write', city: 'write', province: 'write' } as const
/** Those of them that begin with a unit: it fills and applies for itself. */
const CASE_OF_A_UNIT = { unit: 'write', ...CASE_OF_ALL_LEVELS } as const
/** 县级考评: what a county keeps of its own assessment of its townships and departments; the levels above look on. */
const COUNTYS_OWN = { county: 'write', city: 'read', province: 'read' } as const
const CITYS_OWN = { city: 'write', province: 'read' } as const
/** What a city sets for its counties. */
const CITYS_FRAME = { ...CITYS_OWN, county: 'read', unit: 'read' } as const
/** Lists and numbers of cities and counties; the clock ends their notices and goes on naming. */
const NAMED_BELOW = {
  city: { ...CITYS_OWN, clock: 'write', intake: 'read' },
  county: { ...COUNTYS_OWN, clock: 'write', intake: 'read' },
} as const
/** 异议: the intake brings in what the public put into the inbox, the clock deletes what was kept long enough. */
const TAKEN_IN = { intake: 'write', clock: 'write' } as const
/** 导入: what a file says is brought in by a jurisdiction or a unit itself. A county's may name people (holders of posts), and is read in the county alone. */
const OWN_IMPORTS = {
  county: { unit: 'write', county: 'write', importer: 'read' },
  city: { city: 'write', province: 'read', importer: 'read' },
  province: { province: 'write', importer: 'read' },
} as const
const READ_IMPORTS = {
  county: { unit: 'read', county: 'read', importer: 'write' },
  city: { city: 'read', province: 'read', importer: 'write' },
  province: { province: 'read', importer: 'write' },
} as const
const PROVINCE_ALONE = { province: 'write' } as const
/**
 * A post lies in the partition of the jurisdiction for which it acts, so who cannot write there cannot give it: no county one of
 * another county or of a level above. A city administers none; its posts are the province's to give.
 */
const POSTS = { operator: 'write', joining: 'write', province: 'write', clock: 'read' } as const
/** What is written by the one function that signs, and by no post whatever it may confer. Everybody reads it on the public site. */
const SIGNED = { signer: 'write', province: 'read' } as const
/**
 * A title of the province is conferred from above: a county that could write one could name itself. Those that a county or city
 * confers are told by their ids (`namedAt` of the owner), and are written by that level besides.
 */
const CONFERRED = { county: 'read', city: 'read', province: 'write' } as const

/**
 * Who owns, who reaches, and by that which partition keys IAM opens to whom: one row for each kind of record, and the only place that
 * says it. `ownerOf`, `mayReach` and the roles' policies (`infra/lib/accessPatterns.ts`) are derived from it; `test/tenancy` and
 * `test/infra` state the rules once more, independently.
 */
export const ACCESS: { readonly [K in RecordKind]: AccessRow } = {
  divisions: { province: { ...PROVINCIAL_FRAME, operator: 'write', clock: 'write', scorer: 'read' } },
  calendar: { province: { ...PROVINCIAL_FRAME, operator: 'write', clock: 'read', intake: 'read' } },
  // The province carries over what stands in the register of a county that ceased.
  unit: {
    county: { ...COUNTYS_OWN, unit: 'read', province: 'write', operator: 'write', clock: 'read', scorer: 'read' },
  },
  membership: {
    county: { ...POSTS, county: 'write', city: 'read' },
    city: { ...POSTS, city: 'read' },
    province: POSTS,
  },
  invitation: {
    county: { ...POSTS, county: 'write', city: 'read' },
    city: { ...POSTS, city: 'read' },
    province: POSTS,
  },
  // Any level above a unit bars it; the unit reads why, and naming, which may go on by the clock, looks at it.
  bars: { county: { ...CASE_OF_ALL_LEVELS, unit: 'read', clock: 'read' } },
  // A re-check is reported by the unit, checked level by level and decided by who conferred; time passes by the clock.
  recheck: { county: { ...CASE_OF_A_UNIT, clock: 'write' } },
  // A measure lies with its target: the target answers, whoever issued it decides, time passes by the clock, and a published table drafts.
  measure: { county: { ...CASE_OF_A_UNIT, clock: 'write', scorer: 'write' } },
  rectification: { county: { ...CASE_OF_A_UNIT, clock: 'write' } },
  // Who does which step, and what is proposed: each commission its own, as its runs.
  procedure: { province: PROVINCE_ALONE, county: COUNTYS_OWN },
  // What a unit or a county owes a step of a cycle; visits of the province lie with the province.
  'procedure-paper': {
    province: PROVINCE_ALONE,
    county: { unit: 'write', county: 'write', city: 'read', province: 'write' },
  },
  // What those above see of a county's measures; no unit sees its neighbours in it.
  'supervision-tally': { county: { ...CASE_OF_ALL_LEVELS, clock: 'write' } },
  // Who holds a post is the county's own; the unit looks at its post, and nobody above reads a name.
  'duty-post': { county: { county: 'write', unit: 'read' } },
  // What those above see of it: numbers.
  'duty-coverage': { county: COUNTYS_OWN },
  // The province's template is copied by its counties; a county's version is read by its units and looked at from above.
  'duty-lists': { province: PROVINCIAL_FRAME, county: { ...COUNTYS_OWN, unit: 'read' } },
  // What one who holds a post did or is held against stays in the county; the unit enters and answers, days pass by the clock.
  'duty-entries': { county: { county: 'write', unit: 'write' } },
  'duty-event': { county: { county: 'write', unit: 'write', clock: 'write' } },
  'duty-training': { county: { county: 'write' } },
  // Any level enters what speaks against a unit; the clock opens the re-checks that follow from it.
  incidents: { county: { ...CASE_OF_ALL_LEVELS, unit: 'read', clock: 'write' } },
  // Who conferred sets a re-check on foot; the clock opens what did not fit into one request.
  campaign: {
    province: { ...PROVINCE_ALONE, clock: 'write' },
    city: { ...CITYS_OWN, clock: 'write' },
    county: { ...COUNTYS_OWN, clock: 'write' },
  },
  // Drawn up by a county of its townships and confirmed by its city; of counties by the province.
  'move-plan': { county: { county: 'write', city: 'write', province: 'read' }, province: PROVINCE_ALONE },
  application: { county: { ...CASE_OF_A_UNIT, clock: 'write', intake: 'write' } },
  'application-slot': { county: CASE_OF_A_UNIT },
  submission: { county: CASE_OF_A_UNIT },
  urging: { county: CASE_OF_ALL_LEVELS },
  // Each post its own, whatever its level; the clock sends by it.
  mailbox: {
    county: { ...COUNTYS_OWN, unit: 'write', clock: 'write' },
    city: { city: 'write', province: 'read', clock: 'write' },
    province: { province: 'write', clock: 'write' },
  },
  // 申诉 goes from a county straight to the province; the city between them reads it.
  appeal: { county: { unit: 'write', county: 'write', city: 'read', province: 'write', scorer: 'write' } },
  // Titles are public: a unit looks up which it holds already.
  title: { county: { ...CONFERRED, unit: 'read', operator: 'write', clock: 'write', signer: 'read' } },
  'unit-title': { county: { ...CONFERRED, clock: 'write' } },
  certificate: { county: { ...SIGNED, county: 'read', city: 'read' } },
  // Places are counted by who accepts: the city, of a county's own round the county.
  // Those below read how many are left for them.
  quota: { city: { ...CITYS_FRAME, province: 'write' }, county: { ...COUNTYS_OWN, unit: 'read' } },
  // Who checks on the spot draws by itself; who is checked does not read the list beforehand.
  draw: { county: COUNTYS_OWN, city: CITYS_OWN, province: PROVINCE_ALONE },
  // The province keeps the catalogue; everybody fills in and configures by it.
  'catalogue-item': { province: PROVINCIAL_FRAME },
  'catalogue-edition': { province: PROVINCIAL_FRAME },
  'burden-rates': { province: PROVINCIAL_FRAME },
  scheme: {
    province: { ...PROVINCIAL_FRAME, scorer: 'read' },
    county: { ...COUNTYS_OWN, unit: 'read', scorer: 'read' },
  },
  cycle: {
    province: { ...PROVINCIAL_FRAME, scorer: 'write' },
    county: { ...COUNTYS_OWN, unit: 'read', scorer: 'write' },
  },
  'commission-values': { province: PROVINCE_ALONE, county: COUNTYS_OWN },
  run: { province: { ...PROVINCE_ALONE, scorer: 'write' }, county: { ...COUNTYS_OWN, scorer: 'write' } },
  'honour-type': { province: PROVINCIAL_FRAME },
  'legal-basis': { province: PROVINCIAL_FRAME, city: CITYS_FRAME, county: { ...COUNTYS_OWN, unit: 'read' } },
  'honour-counts': { county: COUNTYS_OWN },
  // Recorded by the county and confirmed by who gave it.
  'county-honour': { county: CASE_OF_ALL_LEVELS },
  // Each level opens its rounds and names by itself: who is below reads the round, who is above looks on.
  round: { province: PROVINCIAL_FRAME, city: CITYS_FRAME, county: { ...COUNTYS_OWN, unit: 'read' } },
  batch: { province: { ...PROVINCE_ALONE, clock: 'write', intake: 'read' }, ...NAMED_BELOW },
  // Nobody below who investigates has a row. The province looks on at a city's, yet who objected is read by the city alone.
  objection: { province: { ...PROVINCE_ALONE, ...TAKEN_IN }, city: { ...CITYS_OWN, ...TAKEN_IN } },
  'import-batch': OWN_IMPORTS,
  // The one kind that the importer function writes; the API never does.
  'import-reading': READ_IMPORTS,
  'serial-counter': { province: { ...PROVINCE_ALONE, clock: 'write' }, ...NAMED_BELOW },
  'document-number': { province: PROVINCE_ALONE, city: CITYS_OWN, county: COUNTYS_OWN },
  register: { province: PROVINCIAL_FRAME },
  // Rows are the county's or a unit's own; the levels above read.
  'register-leaf': { county: { unit: 'write', ...COUNTYS_OWN } },
  // No unit's own: by it rows of different units are told apart. It holds a digest and where the row is.
  'register-key': { county: { unit: 'write', ...COUNTYS_OWN } },
  // The province's layouts hold for all; a county varies them for itself.
  'dispute-system': { province: PROVINCIAL_FRAME, county: COUNTYS_OWN },
  // Parties are digests by the county's own key, which say nothing to anybody else.
  dispute: { county: COUNTYS_OWN },
  'dispute-doubt': { county: COUNTYS_OWN },
  log: { province: SIGNED },
  'log-page': { province: SIGNED },
  'log-head': { province: SIGNED },
  'signing-key': { province: SIGNED },
}

/**
 * Files lie beside the records that name them, under their owner's code: evidence under a county's, and the papers of a basis under that of
 * the level which names by it; those below read them, as they read the basis.
 */
export const EVIDENCE_ACCESS: AccessRow = {
  county: COUNTYS_OWN,
  city: { ...CITYS_OWN, county: 'read' },
  province: { province: 'write', city: 'read', county: 'read' },
}

/** Does somebody who has this right have the one that is asked for? */
export const covers = (held: Right | undefined, asked: Right): boolean => held === 'write' || held === asked
