import type { enterListedTitle as operation } from '@anjie/contracts/operations/honours'
import { TitleId } from '@anjie/contracts/vocabulary/ids'
import { enteredTitle } from '@anjie/domain/honours/listedTitle'
import { type ListedTitle, listingKey, readListingRow } from '@anjie/domain/honours/listing'
import { naturalId } from '@anjie/domain/naturalId'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext } from '../ports.ts'

/** Under an id that follows from what the list says: the same line is the same title. */
export const listedTitleId = ({ digest }: Pick<CommandContext, 'digest'>, title: ListedTitle): TitleId =>
  TitleId.parse(`${title.county}.${naturalId(digest(listingKey(title)))}`)

/** 登记公开名单上的称号, by the rules by which a whole list is taken over. */
export const enterListedTitle: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, now } = context
  const listed = readListingRow({ ...body, row: 1 }, await context.divisions())
  if (!listed.ok) return err({ code: 'import-refused', detail: listed.error })
  const id = listedTitleId(context, listed.value)
  const there = await store.get('title', id)
  const decision = enteredTitle(id, listed.value, there?.state, now)
  if (!decision.ok) return decision
  const version = there?.version ?? 0
  const outcome = { id, version: version + 1, status: decision.value.next.status }
  const written = await store.commit([{ kind: 'title', id, expectedVersion: version, ...decision.value }], outcome)
  return written.ok ? ok(outcome) : written
}
