import { beijingDate } from '@anjie/calendar-cn'
import { type DisputeOrigin, StatementPersons } from '@anjie/contracts/vocabulary/disputes/dispute'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { partyDigests } from '@anjie/domain/disputes/partyDigests'
import { personsKeptUntil } from '@anjie/domain/disputes/personsKeptUntil'
import { expiryOf } from '@anjie/domain/expiryOf'
import { canonicalJson } from '@anjie/kernel'
import type { CommandContext, RecordStore } from '../ports.ts'

const NAME = 'persons'
export const NOBODY: StatementPersons = { parties: [], identities: [] }
const Kept = StatementPersons.extend({ until: PlainDate })

/** Whom these statements name, by their homes; of those whose last day is over nobody, whether or not the table has deleted it yet. */
export async function personsOf(
  store: Pick<RecordStore, 'sideItems'>,
  homes: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, StatementPersons>> {
  const today = beijingDate(now)
  const items = await store.sideItems('dispute', homes, NAME)
  return new Map(
    [...items].flatMap(([home, { content }]) => {
      const { until, ...persons } = Kept.parse(content)
      return until < today ? [] : [[home, persons] as const]
    }),
  )
}

/** Names that were typed, or told by a machine, as digests; the names themselves end here. */
export async function personsIn(
  { partyDigests: digesting }: Pick<CommandContext, 'partyDigests'>,
  county: string,
  names: readonly string[] | undefined,
): Promise<StatementPersons> {
  if (names === undefined || names.length === 0) return NOBODY
  const key = await digesting.of(county)
  const parties = names.flatMap((name) => partyDigests(name, key))
  return { parties: parties.map(({ near, ...party }) => ({ ...party, near: [...near] })), identities: [] }
}

const isNobody = ({ parties, identities }: StatementPersons): boolean => parties.length + identities.length === 0

/** Is somebody else named than until now? What names nobody takes nothing away, and what is past its last day brings nobody back. */
export const namesOthers = (
  before: StatementPersons | undefined,
  origin: DisputeOrigin,
  after: StatementPersons,
  now: string,
): boolean =>
  !isNobody(after) &&
  personsKeptUntil(origin) >= beijingDate(now) &&
  canonicalJson(before ?? NOBODY) !== canonicalJson(after)

/** Whom a statement named is nobody from now on, and gone at the end of the day. */
export async function forgetPersons(
  store: Pick<RecordStore, 'sideItems' | 'keepSideItem'>,
  home: string,
  now: string,
): Promise<void> {
  const until = beijingDate(now)
  const there = (await store.sideItems('dispute', [home], NAME)).get(home)
  if (there !== undefined)
    await store.keepSideItem('dispute', home, NAME, { ...NOBODY, until }, there.version, expiryOf(until))
}

/**
 * Keeps whom a statement names beside its home, until the day that follows from what it says; before the record itself, so that what is
 * left over when that fails goes like any other. Keeping it twice is keeping it once.
 */
export async function keepPersons(
  store: Pick<RecordStore, 'sideItems' | 'keepSideItem'>,
  origin: DisputeOrigin,
  persons: StatementPersons,
  now: string,
): Promise<void> {
  const until = personsKeptUntil(origin)
  if (until < beijingDate(now)) return
  const there = (await store.sideItems('dispute', [origin.home], NAME)).get(origin.home)
  if (isNobody(persons) && there === undefined) return
  const content = { ...persons, until }
  if (there !== undefined && canonicalJson(there.content) === canonicalJson(content)) return
  await store.keepSideItem('dispute', origin.home, NAME, content, there?.version ?? 0, expiryOf(until))
}
