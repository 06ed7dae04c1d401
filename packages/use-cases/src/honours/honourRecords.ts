import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Bar, BarSubject } from '@anjie/contracts/vocabulary/honours/bar'
import type { LegalBasisRecord } from '@anjie/contracts/vocabulary/honours/legalBasis'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { levelOf } from '@anjie/domain/access/index'
import { isApplicationVisibleTo } from '@anjie/domain/honours/applicationVisibility'
import { isHeld, type LowerTitleNow } from '@anjie/domain/honours/eligibility'
import { quotaId, slotId, unitTitleAt, unitTitleId } from '@anjie/domain/honours/recordIds'
import { titleKeeper } from '@anjie/domain/honours/titleKeeper'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import type { CommandContext, QueryContext, RecordStore, Versioned } from '../ports.ts'

/** An application that the caller may see; one that is not theirs to see yet is absent, like one that does not exist. */
export async function findApplication(
  { store, scope }: Pick<QueryContext, 'store' | 'scope'>,
  id: Application['id'],
): Promise<Result<Versioned<Application>, Problem>> {
  const found = await store.get('application', id)
  return found !== undefined && isApplicationVisibleTo(levelOf(scope), found.state)
    ? ok(found)
    : err(notFound('application'))
}

/** The application that a command was made from, at the version that the caller saw. */
export async function openApplication(
  context: CommandContext,
  id: Application['id'],
): Promise<Result<Versioned<Application>, Problem>> {
  const found = await findApplication(context, id)
  return found.ok ? asSeen(context, found.value) : found
}

/** The list that a command was made from, at the version that the caller saw. */
export async function openBatch(context: CommandContext, id: Batch['id']): Promise<Result<Versioned<Batch>, Problem>> {
  const found = await findRecord(context, 'batch', id)
  return found.ok ? asSeen(context, found.value) : found
}

/** The round of an application; it was there when the application was drafted, and rounds are never taken away. */
export async function getRoundOf(store: RecordStore, application: Application): Promise<Round> {
  const found = await store.get('round', application.roundId)
  if (found === undefined) throw new Error(`the round of ${application.id} is not there`)
  return found.state
}

/** 批准依据 of a round as it is today; rounds from before bases were records have none. */
export async function basisOf(
  store: RecordStore,
  { legalBasis }: Pick<Round, 'legalBasis'>,
): Promise<LegalBasisRecord | undefined> {
  return legalBasis.basisId === undefined ? undefined : (await store.get('legal-basis', legalBasis.basisId))?.state
}

/** The unit of an application, with the same promise. */
export async function getUnitOf(store: RecordStore, application: Application): Promise<Unit> {
  const found = await store.get('unit', application.unitId)
  if (found === undefined) throw new Error(`the unit of ${application.id} is not there`)
  return found.state
}

/** The units of several applications, read together. */
export async function unitsOf(
  store: RecordStore,
  applications: readonly Application[],
): Promise<(application: Application) => Unit> {
  const found = await store.getMany(
    'unit',
    applications.map(({ unitId }) => unitId),
  )
  return (application) => {
    const unit = found.get(application.unitId)
    if (unit === undefined) throw new Error(`the unit of ${application.id} is not there`)
    return unit.state
  }
}

/** 限制申报 of a unit, those that are over included. */
export async function barsOf(store: RecordStore, subject: BarSubject): Promise<readonly Bar[]> {
  return (await store.get('bars', subject))?.state.bars ?? []
}

/** As `barsOf` for the units of several applications, in one read. */
export async function barsOfUnits(
  store: RecordStore,
  applications: readonly Application[],
): Promise<(application: Application) => readonly Bar[]> {
  const found = await store.getMany('bars', [...new Set(applications.map(({ unitId }) => unitId))])
  return ({ unitId }) => found.get(unitId)?.state.bars ?? []
}

/** A record beside the application that a decision may change: where it is and at which version (0: not there yet). */
export interface RelatedRecord {
  readonly id: string
  readonly version: number
}

/** Places that were used so far where those of an application are counted. */
export async function quotaOf(
  store: RecordStore,
  application: Application,
): Promise<RelatedRecord & { readonly state: RecordState<'quota'> }> {
  const id = quotaId({ id: application.roundId }, application.county)
  const found = await store.get('quota', id)
  return { id, version: found?.version ?? 0, state: found?.state ?? { used: 0, counties: {} } }
}

/** The slot of a unit in a round, and who holds it. */
export async function slotOf(
  store: RecordStore,
  round: Pick<Round, 'id'>,
  unit: Pick<Unit, 'id' | 'county'>,
): Promise<RelatedRecord & { readonly holder: string | null }> {
  const id = slotId(round, unit)
  const found = await store.get('application-slot', id)
  return { id, version: found?.version ?? 0, holder: found?.state.applicationId ?? null }
}

/**
 * The title of this very rung that the unit got here and still holds on a day; `null`: none. Exact, unlike the lists, and read
 * by whoever may write the note beside it. Titles taken over from public lists are asked about when a unit applies.
 */
export async function unitTitleOf(
  store: RecordStore,
  application: Application,
  on: PlainDate,
): Promise<RelatedRecord & { readonly held: Title | null }> {
  const id = unitTitleId(application)
  const note = await store.get('unit-title', id)
  if (note === undefined) return { id, version: 0, held: null }
  const title = await store.get('title', note.state.titleId)
  if (title === undefined) throw new Error(`the title ${note.state.titleId} is not there`)
  return { id, version: note.version, held: heldOnRung(title.state, application, on) }
}

/** As `unitTitleOf` for several applications, in two reads. */
export async function unitTitlesOf(
  store: RecordStore,
  applications: readonly Application[],
  on: PlainDate,
): Promise<(application: Application) => RelatedRecord & { readonly held: Title | null }> {
  const notes = await store.getMany('unit-title', applications.map(unitTitleId))
  const titles = await store.getMany(
    'title',
    [...notes.values()].map(({ state }) => state.titleId),
  )
  return (application) => {
    const id = unitTitleId(application)
    const note = notes.get(id)
    if (note === undefined) return { id, version: 0, held: null }
    const title = titles.get(note.state.titleId)
    if (title === undefined) throw new Error(`the title ${note.state.titleId} is not there`)
    return { id, version: note.version, held: heldOnRung(title.state, application, on) }
  }
}

/** A title of another grade of the level is another rung, and keeps nobody from this one. */
const heldOnRung = (title: Title, application: Application, on: PlainDate): Title | null =>
  isHeld(title, on) && title.grade === application.grade && title.id !== application.renews ? title : null

/** The title below by which an application goes; undefined where its round asks for none, `null` where it is gone. */
export async function lowerTitleOf(
  store: RecordStore,
  application: Application,
): Promise<LowerTitleNow | null | undefined> {
  const { lowerTitleId } = application
  if (lowerTitleId === undefined) return undefined
  const found = await store.get('title', lowerTitleId)
  if (found !== undefined) return followedBy(store, found.state)
  return countyCodeOf(lowerTitleId) === application.county ? null : carriedOver(store, application)
}

/** One that its unit brought along from another county's code: its record lies there, and the own list says how it stands. */
async function carriedOver(
  store: RecordStore,
  { lowerTitleId, unitName, unitKind, county }: Application,
): Promise<LowerTitleNow | null> {
  const rows = await foundRows(store, 'title', { name: unitNameKey(unitName, unitKind) }, county)
  const row = rows.find(({ id }) => id === lowerTitleId)
  if (row === undefined) return null
  const { level, grade, honourName, validUntil } = row.fields
  return {
    unitName: row.title,
    status: row.status,
    level,
    honourName,
    ...(grade === undefined ? {} : { grade }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
}

/** As `lowerTitleOf` for several applications, in one read and none where no round asks. */
export async function lowerTitlesOf(
  store: RecordStore,
  applications: readonly Application[],
): Promise<(application: Application) => LowerTitleNow | null | undefined> {
  const resting = applications.filter(({ lowerTitleId }) => lowerTitleId !== undefined)
  const ids = resting.flatMap(({ lowerTitleId }) => lowerTitleId ?? [])
  const titles = ids.length === 0 ? new Map<string, Versioned<Title>>() : await store.getMany('title', ids)
  const standing = new Map<string, LowerTitleNow | null>()
  for (const application of resting) {
    const { lowerTitleId = '', county } = application
    const found = titles.get(lowerTitleId)
    const isHere = found !== undefined || countyCodeOf(lowerTitleId) === county
    standing.set(
      lowerTitleId,
      isHere ? await followedBy(store, found?.state ?? null) : await carriedOver(store, application),
    )
  }
  return ({ lowerTitleId }) => (lowerTitleId === undefined ? undefined : (standing.get(lowerTitleId) ?? null))
}

/** A title that ran out and was renewed in time is followed by its renewal: who rests on it rests on that one. */
async function followedBy(store: RecordStore, title: Title | null): Promise<Title | null> {
  if (title?.status !== 'expired' || title.unitId === undefined) return title
  const note = await store.get('unit-title', unitTitleAt(titleKeeper(title.id), title.honour, title.unitId))
  const next = note === undefined ? undefined : (await store.get('title', note.state.titleId))?.state
  return next?.renews === title.id ? next : title
}

/** 续期: the titles that applications follow, by the application; undefined where one renews nothing. */
export async function renewedTitlesOf(
  store: RecordStore,
  applications: readonly Application[],
): Promise<(application: Application) => Title | null | undefined> {
  const ids = applications.flatMap(({ renews }) => renews ?? [])
  const titles = ids.length === 0 ? new Map() : await store.getMany('title', ids)
  return ({ renews }) => (renews === undefined ? undefined : (titles.get(renews)?.state ?? null))
}

function asSeen<S>(context: CommandContext, found: Versioned<S>): Result<Versioned<S>, Problem> {
  const checked = checkVersion(context, found.version)
  return checked.ok ? ok(found) : checked
}
