import type { AnyStoredFact, Fact } from '@anjie/contracts/facts/envelope'
import type { FactTypeOf, NewFactOf } from '@anjie/contracts/facts/facts'
import type { OPERATIONS, OperationId } from '@anjie/contracts/operations/index'
import type { Actor, Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CatalogueUse } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { ProgressRow } from '@anjie/contracts/vocabulary/cycles/progressRow'
import type { DisputeDoubtId, DisputeTally } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HandledRow, HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { Standings } from '@anjie/contracts/vocabulary/home/standing'
import type { UncertifiedTitle } from '@anjie/contracts/vocabulary/honours/certificate'
import type { TitleTally } from '@anjie/contracts/vocabulary/honours/titleTally'
import type { ImportOrder } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { ReleasedTable } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { FoundKind, ListedKind, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { MessageKey, ReadMark } from '@anjie/contracts/vocabulary/messages/message'
import type { ReleasedNotice } from '@anjie/contracts/vocabulary/notices/batch'
import type { FilledPart, Part } from '@anjie/contracts/vocabulary/part'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { LogCandidate } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type { RecordKind, RecordState } from '@anjie/contracts/vocabulary/records'
import type { LeafTally } from '@anjie/contracts/vocabulary/registers/leafTally'
import type { RegisterRef } from '@anjie/contracts/vocabulary/registers/registerRow'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScanResult } from '@anjie/contracts/vocabulary/submissions/submission'
import type { NestedJurisdiction } from '@anjie/domain/access/index'
import type { KeyedDigest } from '@anjie/domain/disputes/partyDigests'
import type { Reader } from '@anjie/domain/messages/readersOf'
import type { Result } from '@anjie/kernel'
import type { z } from 'zod'

/**
 * The reach of a signed-in post, made in one place (`http/principal`) from the verified token and our membership record.
 * It is the only way to a store, and nothing that a client sends can widen it.
 */
export type Scope = NestedJurisdiction

/** From one key to another, at most so many. */
export interface KeyRange {
  readonly from: string
  readonly to: string
  readonly limit: number
  readonly newestFirst?: boolean
}

/** Of lines in the order of time: only those after an instant, or before a message; at most so many, the newest first. */
export interface MessageRange {
  readonly since?: string
  readonly before?: MessageKey
  readonly limit: number
}

/** Kinds of records that have something beside them. */
export type SideKind = 'mailbox' | 'objection' | 'import-batch' | 'dispute'

export interface TimedRow {
  readonly key: MessageKey
  readonly row: HomeRow
}

export interface Versioned<S> {
  readonly state: S
  /** Number of facts so far; 0 is never stored. */
  readonly version: number
}

/** One record's step in a decision: exactly one fact for one new version. */
export type Change<K extends RecordKind = RecordKind> = {
  [Kind in RecordKind]: {
    readonly kind: Kind
    readonly id: string
    /** 0: the record must not exist yet. */
    readonly expectedVersion: number
    readonly next: RecordState<Kind>
    readonly fact: NewFactOf<FactTypeOf<Kind>>
  }
}[K]

/** What a commit has to do with how often figures of a cycle were settled, by the division whose post settled them. */
export interface Settling {
  readonly cycleId: string
  /** The caller's own division settles some. */
  readonly raise?: string
  /** Written only where none were settled there since; otherwise `stale-version`. */
  readonly unchanged?: Readonly<Record<string, number>>
}

export interface FactPage {
  readonly facts: readonly Fact[]
  readonly hasEarlier: boolean
}

/** Lists are projections; they lag the records by about a second. */
export interface ListPage<K extends ListedKind = ListedKind> {
  readonly rows: readonly ListRowOf<K>[]
  readonly cursor?: string
}

/** What somebody looks for in a list that grows with the years. What is left out does not matter. */
export interface ListFilter {
  /** Work that waits for somebody, or that is over. */
  readonly stage?: 'open' | 'closed' | undefined
  readonly status?: string | undefined
  /** Division code of a city or county. */
  readonly place?: string | undefined
  /** What it belongs to: the round of an application, the honour of a title, the kind of a unit, the cycle of a form. */
  readonly group?: string | undefined
  readonly year?: number | undefined
  /** The beginning of its name, in characters, in pinyin or in initials. */
  readonly name?: string | undefined
}

/**
 * Everything that a scope may read and write. An id outside the scope's reach reads as absent, exactly like one that
 * does not exist; the table's own authorization refuses it once more.
 */
export interface RecordStore {
  get<K extends RecordKind>(kind: K, id: string): Promise<Versioned<RecordState<K>> | undefined>
  /** As `get` for many ids at once; absent ones are left out. */
  getMany<K extends RecordKind>(
    kind: K,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Versioned<RecordState<K>>>>
  /** The rules of a scheme without its status: those of a published one never change and may be kept by the function. */
  rules(schemeId: string): Promise<Scheme | undefined>
  /** The newest facts of a record, oldest of them first: twenty, or `limit`, of those older than the version `before`. */
  facts(
    kind: RecordKind,
    id: string,
    options?: { readonly before?: number; readonly limit?: number },
  ): Promise<FactPage>
  /** Single steps of a record as they are stored, oldest first: for whoever tells of a part of it. */
  stepsOf(kind: RecordKind, id: string, versions: readonly number[]): Promise<readonly AnyStoredFact[]>
  /**
   * Writes all changes or none: states with their version checks, one chained fact each, and the command's receipt.
   * `stale-version` when any record moved on meanwhile. At most 49 changes, at least one.
   * A command that needs more commits in steps and gives the reply with the last one only: until then a repeat carries on
   * instead of being answered, so its steps must skip what is already done.
   */
  commit(changes: readonly Change[], reply?: CommandOutcome, settling?: Settling): Promise<Result<void, Problem>>
  /** How often these divisions' posts have settled figures of a cycle until now. */
  settledCounts(cycleId: string, divisions: readonly string[]): Promise<Readonly<Record<string, number>>>
  /**
   * 填报进度, by subject: of the forms, or of what the commission entered. Undefined for whoever reads neither the
   * commission's rows nor a city's.
   */
  progress(cycleId: string, of: 'form' | 'entered' | 'files'): Promise<ReadonlyMap<string, ProgressRow> | undefined>
  /** Rows of one kind in the scope's own list (what this jurisdiction may see). */
  list<K extends ListedKind>(
    kind: K,
    options?: { readonly cursor?: string; readonly limit?: number },
  ): Promise<ListPage<K>>
  /**
   * A page of the rows that a filter finds in the scope's own list: newest first, or by place where one is asked for. It may have
   * fewer rows than it could, and still a cursor: a page costs the same wherever the rows lie. A cursor is good for the list
   * and the filter that it came from and for no other.
   */
  find<K extends FoundKind>(
    kind: K,
    filter: ListFilter,
    options?: {
      readonly cursor?: string | undefined
      readonly limit?: number
      /** Division code of a jurisdiction below, whose own list is read instead. */
      readonly of?: string | undefined
    },
  ): Promise<Result<ListPage<K>, Problem>>
  /** Rows of a provincial kind (cycles, rounds, schemes) that counties and cities read as well. */
  listProvincial<K extends ListedKind>(kind: K): Promise<readonly ListRowOf<K>[]>
  /** All rows of the own list, of a kind whose list is short. */
  listOwn<K extends ListedKind>(kind: K): Promise<readonly ListRowOf<K>[]>
  /** All rows of a kind that each level sets for those below it: the province's, the city's and the county's own, as far as they lie above. */
  listFrame<K extends ListedKind>(kind: K): Promise<readonly ListRowOf<K>[]>
  /** All rows of a county's own list, for the county and for whoever may read down to it. */
  listOfCounty<K extends ListedKind>(kind: K, county: string): Promise<readonly ListRowOf<K>[]>
  /**
   * Immutable side documents of a record that are too large for its state (score receipts). Written before the record
   * that refers to them is committed: until then nobody finds them. `expiresAt`: when the table deletes them by itself.
   */
  putParts(kind: RecordKind, id: string, parts: readonly FilledPart[], expiresAt?: number): Promise<void>
  /** A part as its schema has it; undefined when there is none. */
  getPart<C>(
    kind: RecordKind,
    id: string,
    part: Part<C>,
    /** `keep`: asked for again and again; the function keeps it, behind the same check of reach. */
    keep?: 'keep',
  ): Promise<C | undefined>
  /** Notes that a piece of a long piece of work on a record is done, and which are: they are told while it goes on, and skipped when it is taken up again. */
  finishPiece(kind: RecordKind, id: string, piece: number): Promise<void>
  finishedPieces(kind: RecordKind, id: string): Promise<ReadonlySet<number>>
  /**
   * Lines of the home pages of the scope's own jurisdiction, or (`province`) those that the province's cities and counties read as
   * well; by their `openKey` (`work#<role>#<day>#…`), within these bounds.
   */
  homeRows(whose: 'own' | 'province', range: KeyRange): Promise<readonly HomeRow[]>
  /** How the scope's own jurisdiction or unit stands in the newest result, and those below it. */
  standings(): Promise<Standings>
  /** The same lines for one reader in the order of time, the newest first. */
  timedRows(whose: 'own' | 'province', reader: Reader, range: MessageRange): Promise<readonly TimedRow[]>
  /** The lines of these cases in the own jurisdiction that say whose turn it is. */
  turnLines(cases: readonly { readonly kind: RecordKind; readonly id: string }[]): Promise<readonly HomeRow[]>
  /**
   * What lies beside a record and is overwritten in place: it is no part of the record's state and leaves no fact, because it is
   * personal (an address) or a machine's own note (what was sent).
   */
  sideItem(kind: SideKind, id: string, name: string): Promise<{ content: unknown; version: number } | undefined>
  /** As `sideItem` beside many records at once, by the record; absent ones are left out. */
  sideItems(
    kind: SideKind,
    ids: readonly string[],
    name: string,
  ): Promise<ReadonlyMap<string, { readonly content: unknown; readonly version: number }>>
  /** False when it was overwritten meanwhile. */
  keepSideItem(
    kind: SideKind,
    id: string,
    name: string,
    content: unknown,
    expectedVersion: number,
    /** Seconds since 1970 after which the table deletes it by itself. */
    expiresAt?: number,
  ): Promise<boolean>
  /** How far a person has read the messages of the scope's own jurisdiction. */
  readMark(personId: string): Promise<Versioned<ReadMark> | undefined>
  /** Overwrites that mark, with the command's receipt; false when it was moved meanwhile. It is no record and leaves no fact. */
  keepReadMark(personId: string, mark: ReadMark, expectedVersion: number, reply: CommandOutcome): Promise<boolean>
  /** 已办: what the scope's own jurisdiction did last with its cases, the newest first, before an instant. */
  handledRows(before: string, limit: number): Promise<readonly HandledRow[]>
  /** 待登记: what the province published and is no line of its log yet, the oldest first. */
  unlogged(limit: number): Promise<readonly LogCandidate[]>
  /** Which of these facts are lines of the log already. */
  loggedAmong(factIds: readonly string[]): Promise<ReadonlySet<string>>
  /** 待签发: titles of the province without a certificate under their number, the oldest first. */
  uncertified(limit: number): Promise<readonly UncertifiedTitle[]>
  findHandled(kind: RecordKind, id: string): Promise<HandledRow | undefined>
  /**
   * What the leaves of a register hold in short, in a county (those of its units with them) or of one unit; it lags the leaves by about
   * a second. Nothing where the scope does not read that holder's rows.
   */
  leafTallies(ref: RegisterRef): Promise<readonly LeafTally[]>
  /**
   * Disputes of a county that stand by themselves, in short, received from one day to another (`null`: the day that nobody knows); they lag
   * the records by about a second.
   */
  disputeTallies(
    county: string,
    days: { readonly from: PlainDate | null; readonly to: PlainDate | null },
  ): Promise<readonly DisputeTally[]>
  /** Pairs of a county that wait for a person, so many at most. */
  openDoubts(county: string, limit: number): Promise<readonly DisputeDoubtId[]>
  /** 县级称号统计 of the scope's own jurisdiction, one document a county; it lags the titles by a moment. A unit has none. */
  titleTallies(): Promise<readonly TitleTally[]>
  /** 被引用: schemes of the whole province that took an item of the catalogue, a county's own among them; a thousand at most. */
  catalogueUses(code: string): Promise<readonly CatalogueUse[]>
  /** The published table of a cycle that the scope may read. */
  releasedTable(cycleId: string): Promise<ReleasedTable | undefined>
  /** What the province has made known of a list: from its notice on, for the counties and cities of the province. */
  releasedNotice(batchId: string): Promise<ReleasedNotice | undefined>
  /** The released scorecard of this city or county itself, or of one of the county's units. */
  releasedScorecard(cycleId: string, unit?: string): Promise<Scorecard | undefined>
}

/** What a repeated call with the same key is answered with. */
export interface CommandOutcome {
  readonly id: string
  readonly version: number
  readonly status: string
}

/** What carrying a command out gave. */
export type CarriedOut = CommandOutcome & {
  /** Answered this one time and kept nowhere: a code, a first password. */
  readonly once?: Readonly<Record<string, unknown>>
  /** Nothing had to be written, so there is no receipt; a repeat finds the same. */
  readonly unchanged?: true
}

/** 登录账号 as far as we keep them: whose a log-in is, and which posts it has taken. What they allow, the posts themselves say. */
export interface LogIns {
  find(identity: string): Promise<LogIn | undefined>
  /** Adds a post to a log-in; the first one makes it that person's for ever. Repeats change nothing. `other-person`: it is somebody else's. */
  add(identity: string, personId: string, membershipId: string): Promise<'added' | 'other-person'>
}

/** How often machine clients call. */
export interface MachineCalls {
  /** Takes a call of this log-in; 0, or the seconds after which it may try again. */
  take(identity: string, now: string): Promise<number>
}

export interface LogIn {
  readonly personId: string
  readonly membershipIds: readonly string[]
}

/** Accounts at our own user pool; where any other issuer says who somebody is, there is none of this. */
export interface Accounts {
  /** `taken`: the name is in use, whoever it is. */
  create(accountName: string): Promise<{ readonly firstPassword: string } | 'taken'>
}

/** Evidence files. Keys are made here from a record that the caller may read; a client never names one. */
export interface EvidenceFiles {
  /** A form post that the store accepts only for this key, type and at most `maxBytes`. Valid for ten minutes. */
  uploadForm(
    key: string,
    contentType: string,
    maxBytes: number,
  ): Promise<{ url: string; fields: Record<string, string> }>
  /** Size and first bytes of what was uploaded; undefined when nothing is there. */
  inspect(key: string): Promise<{ bytes: number; head: Uint8Array; etag: string } | undefined>
  /** What a scanner says of what was uploaded; `unable` where there is none, or it could not look. */
  scan(key: string, bytes: number): Promise<ScanResult>
  /** Keeps an upload under its lasting key; false when it is no longer the file that was inspected (another ETag). */
  keep(pending: string, key: string, etag: string): Promise<boolean>
  /** A download address valid for five minutes, served as an attachment with the Chinese file name. */
  downloadUrl(key: string, fileName: string, contentType: string): Promise<string>
}

/** What every query gets. */
export interface QueryContext {
  readonly scope: Scope
  /** The post by which this request acts. */
  readonly member: Membership
  /** 本人的各项任职: all that the log-in holds today, that one among them. */
  readonly posts: readonly Membership[]
  readonly store: RecordStore
  readonly evidence: EvidenceFiles
  /** Counties and cities of the province with their names; read when it is asked for, because most operations do not look at it. */
  readonly divisions: () => Promise<DivisionTree>
  readonly now: string
  /** When the person signed in, where the issuer of the token says so. */
  readonly signedInAt?: string
}

/** 导入队列: hands a file that was uploaded over to the importer function, which may read it and nothing else. */
export interface ImportOrders {
  send(order: ImportOrder): Promise<void>
}

/** 当事人摘要: the keyed digest of a county, by which names are compared in it and nowhere else. Its key never leaves its keeper's. */
export interface PartyDigesting {
  of(county: string): Promise<KeyedDigest>
}

/** An operation that changes something and is open to a post. */
export type CommandId = {
  [Id in OperationId]: (typeof OPERATIONS)[Id] extends { readonly method: 'GET' } | { readonly anyLogIn: true }
    ? never
    : Id
}[OperationId]

/**
 * Carries another operation out as the same person at the same post, exactly as if they had sent it: its roles and its schema are asked,
 * its records are written for its own area and no other, and the same key is the same call, however often it is repeated.
 */
export type CarryOut = <Id extends CommandId>(
  id: Id,
  input: {
    readonly params: z.output<(typeof OPERATIONS)[Id]['params']>
    readonly query: z.output<(typeof OPERATIONS)[Id]['query']>
    readonly body: z.output<(typeof OPERATIONS)[Id]['body']>
  },
  mark: { readonly idempotencyKey: string; readonly ifMatch?: number },
) => Promise<Result<CarriedOut, Problem>>

/** What every command gets besides. */
export interface CommandContext extends QueryContext {
  /** From `If-Match`; undefined for operations that create. */
  readonly ifMatch?: number
  /** A fresh ULID. */
  readonly newId: () => string
  /** Four random characters for a certificate number (Crockford base 32). */
  readonly newCheckCode: () => string
  /** The secret part of an invitation's code. */
  readonly newInvitationSecret: () => string
  readonly logIns: LogIns
  /** Undefined where the system has no user pool of its own. */
  readonly accounts: Accounts | undefined
  readonly importOrders: ImportOrders
  readonly partyDigests: PartyDigesting
  readonly carryOut: CarryOut
  /** Who issues the tokens, in front of a machine client's number. */
  readonly issuer: string
  /** SHA-256, hexadecimal, over canonical JSON. */
  readonly digest: (content: unknown) => string
}

export type Query<Input, Output> = (context: QueryContext, input: Input) => Promise<Result<Output, Problem>>
export interface Command<Input> {
  (context: CommandContext, input: Input): Promise<Result<CarriedOut, Problem>>
  /**
   * What the answer carries beyond the outcome. Made for every answer, a repeat's too, and never kept with the receipt: it may
   * expire long before that does.
   */
  readonly completeAnswer?: (
    context: QueryContext,
    input: Input,
    outcome: CommandOutcome,
  ) => Promise<Result<Readonly<Record<string, unknown>>, Problem>>
}

/** What somebody has who is signed in and holds no post yet. */
export interface JoiningContext {
  readonly identity: string
  /** SHA-256 of the identity, as posts keep it. */
  readonly boundTo: string
  readonly logIns: LogIns
  /** Reaches the posts and codes of one jurisdiction and nothing else; with an actor it carries a command out. */
  openStore(jurisdiction: string, actor?: Actor): RecordStore
  readonly newId: () => string
  readonly digest: (content: unknown) => string
  readonly now: string
}

export type Joining<Input> = (context: JoiningContext, input: Input) => Promise<Result<CommandOutcome, Problem>>
