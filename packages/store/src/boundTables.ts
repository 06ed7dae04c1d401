import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { LIST_ROWS } from '@anjie/contracts/vocabulary/listRow'
import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import { honourOf, honourRuleOf, seesHonour } from '@anjie/domain/access/index'
import { recordPk, STATE_SK } from './keys.ts'
import { unpack } from './packed.ts'
import { stateOf } from './record/items.ts'
import type { Item, ItemKey, RangeOptions, TableName, Tables } from './tables.ts'

/** What is looked through at once for the next line that may be seen. */
const LOOKED_AT = 500

/** Among the records, and none: what the caller's own commands and reading leave. */
const OWN_TRACES: ReadonlySet<string> = new Set(['idempotency', 'read-mark'])
/** Lines of home pages, of 消息 and of 已办: each says of which case it is. */
const LINES: ReadonlySet<string> = new Set(['home', 'told', 'handled'])

/**
 * 分管荣誉: the tables as a post sees them that is bound to honour types. What is of another type, or of the assessment, is not there:
 * neither records with their facts, parts and files' names, nor rows, lines, counts and places of a cursor. Every read and write of a
 * store goes through here, so that no operation has to think of it.
 */
export function boundTables(tables: Tables, honours: readonly HonourCode[]): Tables {
  const known = new Map<string, Promise<boolean>>()

  const isSeen = async (kind: RecordKind, id: string, state: unknown): Promise<boolean> => {
    const rule = honourRuleOf(kind)
    if (rule !== 'by-honour') return rule === 'shared'
    const said = honourOf(kind, id, stateOf(kind, id, state))
    if (typeof said !== 'object') return seesHonour(honours, said)
    const pk = recordPk(said.kind, said.id)
    return pk !== undefined && isRecordSeen(pk)
  }

  const look = async (pk: string): Promise<boolean> => {
    const [, , kind = '', id = ''] = pk.split('#')
    if (OWN_TRACES.has(kind)) return true
    if (!isRecordKind(kind)) return false
    const rule = honourRuleOf(kind)
    if (rule !== 'by-honour') return rule === 'shared'
    const item = await tables.get('records', { pk, sk: STATE_SK })
    return item !== undefined && isSeen(kind, id, unpack(item['state']))
  }

  /** To which record all that lies in a partition belongs never changes. */
  const isRecordSeen = (pk: string): Promise<boolean> => {
    const found = known.get(pk) ?? look(pk)
    known.set(pk, found)
    return found
  }

  const isStateSeen = ({ pk, state }: Item): Promise<boolean> => {
    const [, , kind = '', id = ''] = String(pk).split('#')
    return isRecordKind(kind) ? isSeen(kind, id, unpack(state)) : Promise.resolve(false)
  }

  const isViewSeen = (item: Item): boolean => {
    const [, , what = '', list] = String(item['pk']).split('#')
    if (list === 'list' && isRecordKind(what)) {
      const rule = honourRuleOf(what)
      if (rule !== 'by-honour') return rule === 'shared'
      return what in LIST_ROWS && seesHonour(honours, honourInRow(item))
    }
    if (LINES.has(what)) return seesHonour(honours, contentOf(item, 'row')['honour'])
    return what === 'notice' && seesHonour(honours, contentOf(item, 'document')['honour'])
  }

  const isItemSeen = async (table: TableName, item: Item): Promise<boolean> => {
    if (table === 'views') return isViewSeen(item)
    return item['sk'] === STATE_SK ? isStateSeen(item) : isRecordSeen(String(item['pk']))
  }

  const mustBeSeen = async (item: Item & ItemKey): Promise<void> => {
    if (!(await isItemSeen('records', item)))
      throw new Error('a post bound to honour types writes what is of another one')
  }

  return {
    get: async (table, key) => {
      const item = await tables.get(table, key)
      return item !== undefined && (await isItemSeen(table, item)) ? item : undefined
    },

    getMany: async (table, keys) => {
      const items = await tables.getMany(table, keys)
      const seen = await Promise.all(items.map((item) => isItemSeen(table, item)))
      return items.filter((_, index) => seen[index])
    },

    query: async (table, pk, options = {}) => {
      if (table === 'records') return (await isRecordSeen(pk)) ? tables.query(table, pk, options) : { items: [] }
      const { limit, order } = options
      const items: Item[] = []
      let { after } = options
      do {
        const page = await tables.query(table, pk, {
          ...options,
          ...(limit === undefined ? {} : { limit: Math.max(limit, LOOKED_AT) }),
          ...(after === undefined ? {} : { after }),
        })
        for (const item of page.items.filter(isViewSeen)) {
          // The page ends at a line that is seen, so that its cursor names no other.
          if (items.length === limit) return { items, next: String(items.at(-1)?.[order ?? 'sk']) }
          items.push(item)
        }
        after = page.next
      } while (after !== undefined)
      return { items }
    },

    range: (pk, options) => seenRange(tables, pk, options, isViewSeen),

    putNew: async (item) => {
      await mustBeSeen(item)
      return tables.putNew(item)
    },

    transact: async (puts, counters) => {
      const changed = new Set(puts.flatMap(({ item: { pk, sk } }) => (sk === STATE_SK ? [pk] : [])))
      // A fact lies with its record, whose state says to what it belongs.
      await Promise.all(
        puts.map(({ item }) => (item.sk !== STATE_SK && changed.has(item.pk) ? undefined : mustBeSeen(item))),
      )
      for (const pk of changed) known.delete(pk)
      return tables.transact(puts, counters)
    },
  }
}

/** As many lines as are asked for, of those that are seen: it reads on behind those that are not. */
async function seenRange(
  tables: Tables,
  pk: string,
  options: RangeOptions,
  isSeen: (item: Item) => boolean,
): Promise<readonly Item[]> {
  const { limit, newestFirst = false, order = 'openKey' } = options
  const found = new Map<string, Item>()
  let { from, to } = options
  for (;;) {
    const asked = Math.max(limit, LOOKED_AT)
    const page = await tables.range(pk, { ...options, from, to, limit: asked })
    const before = found.size
    for (const item of page) found.set(String(item['sk']), item)
    const seen = [...found.values()].filter(isSeen)
    const last = String(page.at(-1)?.[order])
    // Lines of one moment share a key, so a page begins with the last one of the page before.
    if (seen.length >= limit || page.length < asked || found.size === before) return seen.slice(0, limit)
    if (newestFirst) to = last
    else from = last
  }
}

const isRecordKind = (text: string): text is RecordKind => Object.hasOwn(RECORD_KINDS, text)

function contentOf(item: Item, name: 'row' | 'document'): Readonly<Record<string, unknown>> {
  if (item[name] === undefined) return {}
  const content = unpack(item[name])
  return typeof content === 'object' && content !== null ? { ...content } : {}
}

function honourInRow(item: Item): unknown {
  const { fields } = contentOf(item, 'row')
  return typeof fields === 'object' && fields !== null && 'honour' in fields ? fields.honour : undefined
}
