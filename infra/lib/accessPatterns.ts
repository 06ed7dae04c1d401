import { LEVELS, type Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import {
  ACCESS,
  type Accessor,
  type AccessRow,
  BATCH_TAG,
  CONFERRED_KINDS,
  covers,
  EVIDENCE_ACCESS,
  isKeptToUnits,
  isOneToAUnit,
  JOINING_TAG,
  PURPOSES,
  type Purpose,
  type Right,
  SCOPES,
  type ScopeLevel,
  SESSION_TAGS,
  type SessionTag,
} from '@anjie/domain/access/index'
import { ownerPrefix } from '@anjie/projections/viewKeys'

// Which partition keys a session may touch, as patterns of `dynamodb:LeadingKeys`: derived from the domain's table of access and from
// the prefixes of the keys. A simulator in `test/infra` evaluates what comes out.

export interface ScopedAccess {
  /** Tags that a session of this scope must carry. */
  readonly sessionTags: readonly (SessionTag | typeof JOINING_TAG)[]
  readonly recordsRead: readonly string[]
  /** By purpose: the kinds that it writes, as far as the scope may write them, and what lies beside them. */
  readonly recordsWrite: ReadonlyMap<Purpose, readonly string[]>
  readonly viewsRead: readonly string[]
  /** Of both tables: what lies in a partition that is otherwise read whole, and is not for this scope. */
  readonly denied: readonly string[]
  /** Object keys in the evidence bucket. */
  readonly evidenceRead: readonly string[]
  readonly evidenceWrite: readonly string[]
  /** Files that are brought in as tables; each jurisdiction its own. */
  readonly imports: readonly string[]
  /** Files that it does not touch after all. */
  readonly filesDenied?: readonly string[]
}

const KINDS = Object.keys(ACCESS).filter((kind): kind is RecordKind => kind in ACCESS)

export const ALL_PURPOSES = Object.keys(PURPOSES).filter((purpose): purpose is Purpose => purpose in PURPOSES)

/**
 * What lies in an accessor's own partitions beside its records: the receipts of its commands, by which a repeated call is answered,
 * how often its posts settled figures of a cycle, and how far each of its people has read.
 */
const RECEIPTS = 'idempotency'
const SETTLED = 'settled'
const READ_MARKS = 'read-mark'
const BESIDE_RECORDS = [RECEIPTS, SETTLED, READ_MARKS]
/** Views of the province that are no lists: published tables, what the province tells, lists of units that are on notice, who took an item of the catalogue. */
const SHARED_VIEWS = ['league-table', 'told', 'notice', 'catalogue-uses']

const rightOf = (row: AccessRow, owner: Level, accessor: Accessor): Right | undefined => row[owner]?.[accessor]

/** Kinds of records of these owners with which the accessor may do this. */
const kindsOf = (accessor: Accessor, asked: Right, owner: Level): readonly RecordKind[] =>
  KINDS.filter((kind) => covers(rightOf(ACCESS[kind], owner, accessor), asked))

/** Kinds that have such owners and are not among these. */
const hiddenOf = (kinds: readonly RecordKind[], owner: Level): readonly RecordKind[] =>
  KINDS.filter((kind) => ACCESS[kind][owner] !== undefined && !kinds.includes(kind))

const FEW = 6
/** Every kind that has such owners is among these, or all but a few, which are then denied: the whole partition may be named, which keeps policies short. */
const isEveryKind = (kinds: readonly RecordKind[], owner: Level): boolean =>
  kinds.length > 0 && hiddenOf(kinds, owner).length <= FEW

/** `${aws:PrincipalTag/county}`: the value with which the session is tagged. */
const tagged = (tag: SessionTag): string => `\${aws:PrincipalTag/${tag}}`

/**
 * The code of an owner as a scope sees it: its own or one above it by the session's tag. Codes are nested, so one below begins with
 * the scope's own and has so many characters more; `?` is exactly one, and `T#${city}??#` reaches down one jurisdiction and never sideways.
 */
function codePattern(scope: Exclude<ScopeLevel, 'unit'>, owner: Level): string {
  const own = SCOPES[scope].standsIn
  const more = SESSION_TAGS[owner].length - SESSION_TAGS[own].length
  return more > 0 ? tagged(own) + '?'.repeat(more) : tagged(owner)
}

function scopedAccessOf(scope: Exclude<ScopeLevel, 'unit'>): ScopedAccess {
  const own = SCOPES[scope].standsIn
  const prefix = (owner: Level): string => ownerPrefix({ level: owner, code: codePattern(scope, owner) })
  const read = LEVELS.map((owner) => ({ owner, kinds: kindsOf(scope, 'read', owner) }))

  const readingOf = (suffixOf: (kind: RecordKind) => string, besides: readonly string[]): readonly string[] =>
    read.flatMap(({ owner, kinds }) =>
      isEveryKind(kinds, owner)
        ? [`${prefix(owner)}*`]
        : [...kinds.map(suffixOf), ...(owner === own ? besides : [])].map((suffix) => prefix(owner) + suffix),
    )
  const writing = (purpose: Purpose): readonly string[] => {
    const keys = LEVELS.flatMap((owner) =>
      kindsOf(scope, 'write', owner)
        .filter((kind) => PURPOSES[purpose].includes(kind))
        .map((kind) => `${prefix(owner)}${kind}#*`),
    )
    // Titles that this level confers say so in their ids.
    if (scope !== 'province')
      for (const kind of CONFERRED_KINDS.filter((each) => PURPOSES[purpose].includes(each)))
        keys.push(`${prefix('county')}${kind}#${codePattern(scope, 'county')}.${scope}-*`)
    // Who only reads messages writes how far, and no record.
    const beside = purpose === 'messages' ? [RECEIPTS, READ_MARKS] : keys.length === 0 ? [] : [RECEIPTS, SETTLED]
    return [...keys, ...beside.map((each) => `${prefix(own)}${each}#*`)]
  }
  const shared = own === 'province' ? [] : SHARED_VIEWS.map((view) => `${prefix('province')}${view}#*`)
  const files = (asked: Right): readonly string[] =>
    LEVELS.filter((owner) => covers(rightOf(EVIDENCE_ACCESS, owner, scope), asked)).flatMap((owner) => [
      `evidence/${codePattern(scope, owner)}/*`,
      // What is still being uploaded is nobody's business but the jurisdiction's own.
      ...(owner === own ? [`pending/${codePattern(scope, owner)}/*`] : []),
    ])
  // Files that came with an objection lie under who investigates it.
  const objected = own === 'county' ? [] : [`objections/${codePattern(scope, own)}/*`]

  return {
    sessionTags: SCOPES[scope].tags,
    recordsRead: readingOf(
      (kind) => `${kind}#*`,
      BESIDE_RECORDS.map((each) => `${each}#*`),
    ),
    recordsWrite: new Map(
      ALL_PURPOSES.map((purpose) => [purpose, writing(purpose)] as const).filter(([, keys]) => keys.length > 0),
    ),
    viewsRead: [...readingOf((kind) => `${kind}#list#`, []), ...shared],
    denied: read
      .filter(({ owner, kinds }) => isEveryKind(kinds, owner))
      .flatMap(({ owner, kinds }) => hiddenOf(kinds, owner).map((kind) => `${prefix(owner)}${kind}#*`)),
    evidenceRead: [...files('read'), ...objected],
    evidenceWrite: files('write'),
    imports: [`imports/${codePattern(scope, own)}.*`],
  }
}

/**
 * Below the county. What a unit keeps is told by its id, which begins with the unit's own (`T#990101#submission#990101.<unit>-…`), so
 * the session's tag holds it there too; schemes, cycles and titles are the county's for all. Its lists lie in partitions of its own.
 */
function unitAccess(): ScopedAccess {
  const county = ownerPrefix({ level: 'county', code: tagged('county') })
  const province = ownerPrefix({ level: 'province', code: tagged('province') })
  const own = ownerPrefix({ level: 'unit', code: tagged('unit') })
  const keysOf = (kinds: readonly RecordKind[]): readonly string[] =>
    kinds.map((kind) =>
      isKeptToUnits(kind)
        ? `${county}${kind}#${tagged('unit')}${isOneToAUnit(kind) ? '#' : '-*'}`
        : `${county}${kind}#*`,
    )
  const writing = (purpose: Purpose): readonly string[] => {
    const keys = keysOf(kindsOf('unit', 'write', 'county').filter((kind) => PURPOSES[purpose].includes(kind)))
    const more = purpose === 'messages' ? [RECEIPTS, READ_MARKS] : keys.length === 0 ? [] : [RECEIPTS]
    return [...keys, ...more.map((each) => `${own}${each}#*`)]
  }
  const beside = BESIDE_RECORDS.map((each) => `${own}${each}#*`)
  const shared = kindsOf('unit', 'read', 'province')
  const city = ownerPrefix({ level: 'city', code: tagged('city') })
  const ofCity = kindsOf('unit', 'read', 'city')
  const files = [`evidence/${tagged('county')}/${tagged('unit')}-*`, `pending/${tagged('county')}/${tagged('unit')}-*`]
  return {
    sessionTags: SCOPES.unit.tags,
    recordsRead: [
      ...keysOf(kindsOf('unit', 'read', 'county')),
      ...shared.map((kind) => `${province}${kind}#*`),
      ...ofCity.map((kind) => `${city}${kind}#*`),
      ...beside,
    ],
    recordsWrite: new Map(
      ALL_PURPOSES.map((purpose) => [purpose, writing(purpose)] as const).filter(([, keys]) => keys.length > 0),
    ),
    viewsRead: [
      `${own}*`,
      ...kindsOf('unit', 'read', 'county')
        .filter((kind) => !isKeptToUnits(kind))
        .map((kind) => `${county}${kind}#list#`),
      ...shared.map((kind) => `${province}${kind}#list#`),
      ...ofCity.map((kind) => `${city}${kind}#list#`),
      ...['told', 'notice'].map((view) => `${province}${view}#*`),
    ],
    denied: [],
    evidenceRead: files,
    evidenceWrite: files,
    imports: [`imports/${tagged('unit')}-*`],
  }
}

/** A county reads the scorecards of its units, which lie with each of them. */
const UNITS_SCORECARDS = `${ownerPrefix({ level: 'unit', code: `${tagged('county')}.${'?'.repeat(26)}` })}scorecard#*`

/**
 * 岗位考评 stays in its county: what says so by its id, no session from above touches, neither records nor what a run releases nor files,
 * although the rest of the partition is read by it.
 */
function withoutPosts(access: ScopedAccess): ScopedAccess {
  const kept = ['post-*', '*-post-*'].map((local) => `T#??????#*#??????.${local}`)
  return { ...access, denied: [...access.denied, ...kept], filesDenied: ['evidence/??????/*-post-*'] }
}

const ofCounty = scopedAccessOf('county')
export const scopedAccess: Readonly<Record<ScopeLevel, ScopedAccess>> = {
  unit: unitAccess(),
  county: { ...ofCounty, viewsRead: [...ofCounty.viewsRead, UNITS_SCORECARDS] },
  city: withoutPosts(scopedAccessOf('city')),
  province: withoutPosts(scopedAccessOf('province')),
}

/** What somebody with an invitation reaches: posts and codes of the one jurisdiction that the session is tagged with. */
const JOINED = LEVELS.flatMap((owner) =>
  KINDS.filter((kind) => rightOf(ACCESS[kind], owner, 'joining') === 'write').map(
    (kind) => `${ownerPrefix({ level: owner, code: `\${aws:PrincipalTag/${JOINING_TAG}}` })}${kind}#*`,
  ),
)
export const joiningAccess: ScopedAccess = {
  sessionTags: [JOINING_TAG],
  recordsRead: JOINED,
  recordsWrite: new Map([['people', JOINED]]),
  viewsRead: [],
  denied: [],
  evidenceRead: [],
  evidenceWrite: [],
  imports: [],
}

/** Posts of any jurisdiction: read by the API itself, because until then nobody has a scope. */
export const postRecords: readonly string[] = LEVELS.map(
  (owner) => `${ownerPrefix({ level: owner, code: SESSION_TAGS[owner] })}membership#*`,
)

/** What a function that acts by itself may do with records; it has no session, so codes are held by their form alone. */
const recordsOf = (accessor: 'clock' | 'operator' | 'scorer' | 'signer' | 'intake', right: Right): readonly string[] =>
  LEVELS.flatMap((owner) =>
    KINDS.filter((kind) => rightOf(ACCESS[kind], owner, accessor) === right).map(
      (kind) => `${ownerPrefix({ level: owner, code: SESSION_TAGS[owner] })}${kind}#*`,
    ),
  )

/**
 * What the operator's function writes for a province: its divisions, days off, units and imported public lists. Submissions and
 * applications are not among them, so an operator neither opens nor decides anybody's case.
 */
export const platformRecords: readonly string[] = [
  ...recordsOf('operator', 'write'),
  `${ownerPrefix({ level: 'province', code: SESSION_TAGS.province })}${RECEIPTS}#*`,
]

const anyOwner = (level: Level): string => ownerPrefix({ level, code: SESSION_TAGS[level] })

/**
 * The clock finds ended notices and unfinished namings in the provinces' lists of batches, who wants digests in that of mailboxes, and
 * what it sends on the home pages of each level and of units. Nobody's list of cases is among them.
 */
export const clockViews: readonly string[] = [
  `${anyOwner('province')}batch#list#`,
  `${anyOwner('province')}mailbox#list#`,
  `${anyOwner('province')}told#`,
  // Which titles a unit holds, when something speaks against it; they are public.
  `${anyOwner('county')}title#list#`,
  ...LEVELS.map((level) => `${anyOwner(level)}home#`),
  `${ownerPrefix({ level: 'unit', code: SESSION_TAGS.unit })}home#`,
]
/** Where the local stage puts what elsewhere is sent. */
export const outboxRecords: readonly string[] = [`${anyOwner('province')}outbox#*`]
/** How a unit is called, and whether it still is, on the day on which it is named. */
export const clockUnits: readonly string[] = recordsOf('clock', 'read')
/** What closing a notice and naming its units read and write; nobody's submission and nobody's places are among them. */
export const clockRecords: readonly string[] = recordsOf('clock', 'write')

/** Titles that wait for their certificate; what was published waits in views alone. */
export const signerReads: readonly string[] = recordsOf('signer', 'read')
/** Certificates, the log with its heads, and the public halves of keys: nothing that anybody decides. */
export const signerWrites: readonly string[] = recordsOf('signer', 'write')
export const signerViews: readonly string[] = ['unlogged', 'logged', 'uncertified'].map(
  (view) => `${anyOwner('province')}${view}#`,
)
/** What objections are checked by, and what becomes of them: the list and the days off, the objection and the hold on its unit. */
export const intakeReads: readonly string[] = recordsOf('intake', 'read')
export const intakeWrites: readonly string[] = recordsOf('intake', 'write')

const ofBatch = (kind: RecordKind): readonly string[] =>
  LEVELS.map(
    (level) =>
      `${ownerPrefix({ level, code: `\${aws:PrincipalTag/${JOINING_TAG}}` })}${kind}#\${aws:PrincipalTag/${BATCH_TAG}}#`,
  )
/** The importer's session: the form that lies beside the batch with which it is tagged, what it leaves of the file, and that file. */
export const importerReads: readonly string[] = ofBatch('import-batch')
export const importerWrites: readonly string[] = ofBatch('import-reading')
export const importerFile = `imports/\${aws:PrincipalTag/${BATCH_TAG}}`

/** What a run is made of and what it becomes: no form of anybody is among them. */
export const scorerReads: readonly string[] = recordsOf('scorer', 'read')
export const scorerWrites: readonly string[] = recordsOf('scorer', 'write')
/** Appeals that a new run may have put right, in the lists of the commissions. */
export const scorerViews: readonly string[] = (['county', 'province'] as const).map(
  (level) => `${ownerPrefix({ level, code: SESSION_TAGS[level] })}appeal#list#`,
)

/**
 * Limits a statement to partition keys of these forms. `ForAllValues` holds for a request that names no key at all, so a second
 * condition demands that there is one.
 */
export const onKeys = (patterns: readonly string[]): Record<string, Record<string, unknown>> => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...patterns] },
  Null: { 'dynamodb:LeadingKeys': 'false' },
})
