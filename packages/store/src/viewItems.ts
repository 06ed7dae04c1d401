import { HandledRow, HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { LIST_ROWS, type ListedKind, type ListRow, type ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { MessageKey } from '@anjie/contracts/vocabulary/messages/message'
import type { Write } from '@anjie/projections/write'
import type { TimedRow } from '@anjie/use-cases/ports'
import { type Packed, pack, unpack } from './packed.ts'
import type { Item, ItemKey } from './tables.ts'

/** What an item of the views table holds beside its key and order: nothing where the projection took the item out. */
export function attributesOf({ content }: Pick<Write, 'content'>): Readonly<Record<string, Packed>> {
  if (content === null) return {}
  if ('row' in content) return { row: rowText(content.row), ...content.orders }
  if ('open' in content) return { openKey: content.open.key, row: JSON.stringify(content.open.row), ...content.orders }
  if ('document' in content) return { document: pack(content.document) }
  throw new Error('what the public sees does not lie in the views table')
}

/**
 * A row as its item holds it: without its kind and id, which its key tells, and without what is `null`. A list is read by the
 * kilobyte, and these were a quarter of it.
 */
function rowText({ kind: _kind, id: _id, ...rest }: ListRow): string {
  return JSON.stringify(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)))
}

function wholeRow(kind: ListedKind, { sk, row }: Readonly<Record<string, unknown>>): unknown {
  const content = readable(row)
  const id = String(sk).slice(0, -1)
  return typeof content === 'object' ? { queue: null, nextVerb: null, dueOn: null, ...content, kind, id } : undefined
}

/** An item of the views table. A projector never puts an item of a lower order over one of a higher. */
export type ViewItem = Item & ItemKey & { readonly order: string }

export const viewItemOf = (write: Write): ViewItem => ({
  pk: write.pk,
  sk: write.sk,
  order: write.order,
  ...attributesOf(write),
})

/**
 * The row of a list's item. Undefined where it was taken away, and where it does not have its kind's shape: one such row would
 * otherwise keep everybody from the list. `anjie rebuild` makes it anew.
 */
export function rowOfItem<K extends ListedKind>(
  kind: K,
  item: Readonly<Record<string, unknown>>,
): ListRowOf<K> | undefined {
  if (item['row'] === undefined) return undefined
  const row = LIST_ROWS[kind].safeParse(wholeRow(kind, item))
  // The schema was looked up by the very kind that the row's type is looked up by.
  return row.success ? (row.data as ListRowOf<K>) : undefined
}

function readable(packed: unknown): unknown {
  try {
    return unpack(packed)
  } catch {
    return undefined
  }
}

export const documentOfItem = (item: Readonly<Record<string, unknown>>): unknown => unpack(item['document'])

/** A line of a home page; undefined where it does not have its shape, so that one line does not keep everybody from the page. */
export const homeRowOfItem = (item: Readonly<Record<string, unknown>>): HomeRow | undefined =>
  HomeRow.safeParse(readable(item['row'])).data

/** As above, in the order of time: the key behind the reader's is the message's own. */
export function timedRowOfItem(prefix: string, item: Readonly<Record<string, unknown>>): TimedRow | undefined {
  const key = MessageKey.safeParse(String(item['byTime']).slice(prefix.length))
  const row = homeRowOfItem(item)
  return key.success && row !== undefined ? { key: key.data, row } : undefined
}

/** As above, of 已办. */
export const handledRowOfItem = (item: Readonly<Record<string, unknown>>): HandledRow | undefined =>
  HandledRow.safeParse(readable(item['row'])).data
