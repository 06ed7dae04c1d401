import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { RegisterRef } from '@anjie/contracts/vocabulary/registers/registerRow'
import type { Owner } from '@anjie/domain/access/index'
import { unitOfSubject } from '@anjie/domain/cycles/unitOfSubject'

/**
 * Every key format of the views table. Each part ends with its delimiter `#`, so that no key is the beginning of another:
 * `T#990101#` never matches `T#9901011#`. The patterns in the roles' policies are made for exactly these.
 *
 * | pk | sk | what |
 * | --- | --- | --- |
 * | `<owner>#<kind>#list#` | `<id>#` | a record's row in the list of one jurisdiction |
 * | `T#<county6>#scorecard#<cycle>#`, `Z#<city4>#…`, `U#<unit>#…` | `<subject>#` | a released scorecard |
 * | `<owner>#standing#` | `own#`, `below#` | how a jurisdiction or unit stands in the newest result, and those below it |
 * | `P#<province2>#league-table#<cycle>#`, `T#<county6>#league-table#<cycle>#` | `DOC#` | a published league table |
 * | `<owner>#home#`, `P#<province2>#told#` | `<kind>#<id>#<slot>#` | a line of a home page; read by its `openKey`, as a message `byTime` |
 * | `<owner>#handled#` | `<kind>#<id>#` | what a jurisdiction did last with a case; by its `openKey` |
 * | `<owner>#progress#<cycle>#` | `form#<subject>#`, `entered#<subject>#`, `files#<subject>#` | how far a subject is in a cycle |
 * | `P#<province2>#unlogged#` | `<fact id>#` | what was published and is no line of the log yet; by its `openKey` |
 * | `P#<province2>#logged#` | `<fact id>#` | which line of the log it is |
 * | `P#<province2>#uncertified#` | `<title>#` | a title without a certificate under its number; by its `openKey` |
 * | `T#<county6>#register#<code>#`, `U#<unit>#…` | `<period>#<leaf>#` | what a leaf of a register holds, in short |
 * | `T#<county6>#disputes#` | `<dispute>#` | what a dispute comes to, in short; by its `openKey`, which begins with the day of receipt |
 * | `T#<county6>#dispute-doubts#` | `<doubt>#` | a pair of statements that waits for a person; by its `openKey` |
 * | `<owner>#title-tally#` | `<county6>#` | how many titles of which kind a county has; made with its public sheet, and of no fact |
 * | `P#<province2>#catalogue-uses#<code>#` | `<scheme>#` | a scheme that took an item of the catalogue |
 * | `P#<province2>#notice#<batch>#` | `DOC#` | what counties and cities read of a list once it is on notice |
 *
 * `openKey` is the sort key of the local index `open`, which holds only items that have one: what is done leaves it.
 * `<owner>` is `T#<county6>`, `Z#<city4>` or `P#<province2>`; of a unit's own lists, home and scorecards `U#<unit's id>`.
 */
/** Whose partition something lies in: a jurisdiction's, or that of one unit of a county, which holds views only and what its own commands leave. */
export type Place = Owner | { readonly level: 'unit'; readonly code: string }

const OWNER_LETTERS = { unit: 'U', county: 'T', city: 'Z', province: 'P' } as const satisfies Record<
  Place['level'],
  string
>

const LEVELS_BY_CODE_LENGTH: Readonly<Record<number, Place['level']>> = {
  33: 'unit',
  6: 'county',
  4: 'city',
  2: 'province',
}

/** `T#990101#`; leads the keys of the records table as well. */
export const ownerPrefix = ({ level, code }: Pick<Place, 'level' | 'code'>): string =>
  `${OWNER_LETTERS[level]}#${code}#`

/** The owner that a division code or a unit's id stands for, by its length; a post is at a unit, and what is its own lies there. */
export function ownerOfCode(subject: string): Place {
  const code = unitOfSubject(subject) ?? subject
  const level = LEVELS_BY_CODE_LENGTH[code.length]
  if (level === undefined) throw new Error(`${code} is no division code`)
  return { level, code }
}

export interface ViewKey {
  readonly pk: string
  readonly sk: string
}

/** Of a subject's form, or of what the commission entered for it. */
export type ProgressOf = 'form' | 'entered' | 'files'

export const progressPrefix = (what: ProgressOf): string => `${what}#`

export const TITLE_TALLY = 'title-tally#'

export const viewKeys = {
  /** `T#990101#submission#list#` */
  list: (owner: Place, kind: RecordKind): string => `${ownerPrefix(owner)}${kind}#list#`,
  /** `990101.01J…#` in that list. */
  listRow: (owner: Place, kind: RecordKind, id: string): ViewKey => ({ pk: viewKeys.list(owner, kind), sk: `${id}#` }),
  /** `T#990101#scorecard#99.01J…#`; the subject is the county or city itself, or one of the county's units. */
  scorecard: (owner: Place, cycleId: string, subject: string): ViewKey => ({
    pk: `${ownerPrefix(owner)}scorecard#${cycleId}#`,
    sk: `${subject}#`,
  }),
  /** `P#99#league-table#99.01J…#` */
  leagueTable: (owner: Place, cycleId: string): ViewKey => ({
    pk: `${ownerPrefix(owner)}league-table#${cycleId}#`,
    sk: 'DOC#',
  }),
  /** `T#990101#standing#`, `own#` or `below#`: one item each, however many results there were. */
  standing: (owner: Place): string => `${ownerPrefix(owner)}standing#`,
  standingOf: (owner: Place, whose: 'own' | 'below'): ViewKey => ({ pk: viewKeys.standing(owner), sk: `${whose}#` }),
  /** `T#990101#home#`; `P#99#told#` for what the province's cities and counties read as well. */
  home: (owner: Place, shared: boolean): string => `${ownerPrefix(owner)}${shared ? 'told' : 'home'}#`,
  homeLine: (owner: Place, shared: boolean, kind: RecordKind, id: string, slot: string): ViewKey => ({
    pk: viewKeys.home(owner, shared),
    sk: `${kind}#${id}#${slot}#`,
  }),
  handled: (owner: Place): string => `${ownerPrefix(owner)}handled#`,
  handledRow: (owner: Place, kind: RecordKind, id: string): ViewKey => ({
    pk: viewKeys.handled(owner),
    sk: `${kind}#${id}#`,
  }),
  /** `P#99#progress#99.01J…#` for the commission, `Z#9901#progress#99.01J…#` for the city of the subjects. */
  progress: (owner: Place, cycleId: string): string => `${ownerPrefix(owner)}progress#${cycleId}#`,
  progressRow: (owner: Place, cycleId: string, what: ProgressOf, subject: string): ViewKey => ({
    pk: viewKeys.progress(owner, cycleId),
    sk: `${progressPrefix(what)}${subject}#`,
  }),
  unlogged: (province: string): string => `${ownerPrefix({ level: 'province', code: province })}unlogged#`,
  unloggedLine: (province: string, factId: string): ViewKey => ({ pk: viewKeys.unlogged(province), sk: `${factId}#` }),
  loggedLine: (province: string, factId: string): ViewKey => ({
    pk: `${ownerPrefix({ level: 'province', code: province })}logged#`,
    sk: `${factId}#`,
  }),
  uncertified: (province: string): string => `${ownerPrefix({ level: 'province', code: province })}uncertified#`,
  uncertifiedTitle: (province: string, titleId: string): ViewKey => ({
    pk: viewKeys.uncertified(province),
    sk: `${titleId}#`,
  }),
  /** `T#990101#register#centres#`; of a unit's own `U#990101.01J…#…`. */
  leafTallies: (owner: Place, register: string): string => `${ownerPrefix(owner)}register#${register}#`,
  leafTally: (owner: Place, { register, period }: Pick<RegisterRef, 'register' | 'period'>, leaf: string): ViewKey => ({
    pk: viewKeys.leafTallies(owner, register),
    sk: `${period}#${leaf}#`,
  }),
  /** `T#990101#disputes#` */
  disputes: (owner: Place): string => `${ownerPrefix(owner)}disputes#`,
  disputeTally: (owner: Place, id: string): ViewKey => ({ pk: viewKeys.disputes(owner), sk: `${id}#` }),
  /** `2026-03-02#990101.01J…#`; where nobody knows the day, it stands before all days. */
  disputeDay: (day: string | null, id: string): string => `${day ?? '0000-00-00'}#${id}${id === '' ? '' : '#'}`,
  disputeDayEnd: (day: string | null): string => `${day ?? '0000-00-00'}#~`,
  /** `T#990101#dispute-doubts#` */
  openDoubts: (owner: Place): string => `${ownerPrefix(owner)}dispute-doubts#`,
  openDoubt: (owner: Place, id: string): ViewKey => ({ pk: viewKeys.openDoubts(owner), sk: `${id}#` }),
  /** `P#99#title-tally#`, `990101#` */
  titleTallies: (owner: Place): string => `${ownerPrefix(owner)}${TITLE_TALLY}`,
  titleTally: (owner: Place, county: string): ViewKey => ({ pk: viewKeys.titleTallies(owner), sk: `${county}#` }),
  /** `P#99#catalogue-uses#PA-017#` */
  catalogueUses: (province: string, code: string): string =>
    `${ownerPrefix({ level: 'province', code: province })}catalogue-uses#${code}#`,
  catalogueUse: (province: string, code: string, schemeId: string): ViewKey => ({
    pk: viewKeys.catalogueUses(province, code),
    sk: `${schemeId}#`,
  }),
  /** `P#99#notice#99.01J…#` */
  notice: (owner: Place, batchId: string): ViewKey => ({ pk: `${ownerPrefix(owner)}notice#${batchId}#`, sk: 'DOC#' }),
} as const
