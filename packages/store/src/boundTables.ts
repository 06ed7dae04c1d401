import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { LIST_ROWS } from '@anjie/contracts/vocabulary/listRow'
import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import { honourOf, honourRuleOf, type OtherRecord, seesHonour } from '@anjie/domain/access/index'
import { askedOf } from '@anjie/domain/honours/desk'
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

/** What somebody sees of the tables, told by a record's state or by a line that shows it. */
interface Sight {
  /** Of a kind as such: all, nothing, or those records that `record` lets through. */
  ruleOf(kind: RecordKind): 'shared' | 'hidden' | 'one-by-one'
  /** By its state; or another record says so. */
  record(kind: RecordKind, id: string, state: unknown): boolean | OtherRecord
  row(kind: RecordKind, item: Item): boolean
  line(item: Item): boolean
  /** Views and partitions that are neither list nor line. */
  other(what: string, item?: Item): boolean
}

/**
 * 分管荣誉: the tables as a post sees them that is bound to honour types. What is of another type, or of the assessment, is not there:
 * neither records with their facts, parts and files' names, nor rows, lines, counts and places of a cursor. Every read and write of a
 * store goes through here, so that no operation has to think of it.
 */
export const boundTables = (tables: Tables, honours: readonly HonourCode[], person?: string): Tables => {
  const isAsked = (asked: unknown): boolean => person !== undefined && Array.isArray(asked) && asked.includes(person)
  /** Rounds of cases that were seen here because an opinion on them is asked: a case is read before its round. */
  const beside = new Set<string>()
  return narrowedTables(tables, {
    ruleOf: (kind) => {
      const rule = honourRuleOf(kind)
      return rule === 'by-honour' ? 'one-by-one' : rule
    },
    record: (kind, id, state) => {
      // 会签: what somebody is asked about, they see.
      if (kind === 'application') {
        const application = stateOf('application', id, state)
        if (isAsked(askedOf(application).asked)) {
          beside.add(application.roundId)
          return true
        }
      }
      if (kind === 'round' && beside.has(id)) return true
      const said = honourOf(kind, id, stateOf(kind, id, state))
      return typeof said === 'object' ? said : seesHonour(honours, said)
    },
    row: (kind, item) =>
      kind in LIST_ROWS && (seesHonour(honours, fieldInRow(item, 'honour')) || isAsked(fieldInRow(item, 'asked'))),
    line: (item) => {
      const { honour, asked, nextVerb } = contentOf(item, 'row')
      // What waits for others is not their work; that they are asked, they hear.
      return seesHonour(honours, honour) || (isAsked(asked) && typeof nextVerb !== 'string')
    },
    other: (what, item) =>
      what === 'notice' && item !== undefined && seesHonour(honours, contentOf(item, 'document')['honour']),
  })
}

/**
 * 回避: the tables as a reviewer sees them who holds a post at some units as well. Applications of these units are not there, neither
 * in lists and exports nor in counts: who has a part in a case does not follow it either.
 */
export const walledTables = (tables: Tables, units: readonly string[]): Tables => {
  const isOwn = (unit: unknown): boolean => units.some((own) => own === unit)
  return narrowedTables(tables, {
    ruleOf: (kind) => (kind === 'application' || kind === 'urging' ? 'one-by-one' : 'shared'),
    record: (kind, id, state) => {
      if (kind === 'urging') return { kind: 'application', id }
      const application = stateOf('application', id, state)
      return !isOwn(application.unitId)
    },
    row: (_kind, item) => !isOwn(fieldInRow(item, 'unitId')),
    line: (item) => !isOwn(contentOf(item, 'row')['unit']),
    other: () => true,
  })
}

/** The tables without what somebody does not see. */
function narrowedTables(tables: Tables, sight: Sight): Tables {
  const known = new Map<string, Promise<boolean>>()

  const isSeen = async (kind: RecordKind, id: string, state: unknown): Promise<boolean> => {
    const rule = sight.ruleOf(kind)
    if (rule !== 'one-by-one') return rule === 'shared'
    const said = sight.record(kind, id, state)
    if (typeof said !== 'object') return said
    const pk = recordPk(said.kind, said.id)
    return pk !== undefined && isRecordSeen(pk)
  }

  const look = async (pk: string): Promise<boolean> => {
    const [, , kind = '', id = ''] = pk.split('#')
    if (OWN_TRACES.has(kind)) return true
    if (!isRecordKind(kind)) return sight.other(kind)
    const rule = sight.ruleOf(kind)
    if (rule !== 'one-by-one') return rule === 'shared'
    const item = await tables.get('records', { pk, sk: STATE_SK })
    return item === undefined ? sight.other(kind) : isSeen(kind, id, unpack(item['state']))
  }

  /** To which record all that lies in a partition belongs never changes. */
  const isRecordSeen = (pk: string): Promise<boolean> => {
    const found = known.get(pk) ?? look(pk)
    known.set(pk, found)
    return found
  }

  const isStateSeen = ({ pk, state }: Item): Promise<boolean> => {
    const [, , kind = '', id = ''] = String(pk).split('#')
    return isRecordKind(kind) ? isSeen(kind, id, unpack(state)) : Promise.resolve(sight.other(kind))
  }

  const isViewSeen = (item: Item): boolean => {
    const [, , what = '', list] = String(item['pk']).split('#')
    if (list === 'list' && isRecordKind(what)) {
      const rule = sight.ruleOf(what)
      return rule === 'one-by-one' ? sight.row(what, item) : rule === 'shared'
    }
    return LINES.has(what) ? sight.line(item) : sight.other(what, item)
  }

  const isItemSeen = async (table: TableName, item: Item): Promise<boolean> => {
    if (table === 'views') return isViewSeen(item)
    return item['sk'] === STATE_SK ? isStateSeen(item) : isRecordSeen(String(item['pk']))
  }

  const mustBeSeen = async (item: Item & ItemKey): Promise<void> => {
    if (!(await isItemSeen('records', item))) throw new Error('a post writes what it does not see')
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

function fieldInRow(item: Item, name: 'honour' | 'unitId' | 'asked'): unknown {
  const { fields } = contentOf(item, 'row')
  return typeof fields === 'object' && fields !== null && name in fields ? Reflect.get(fields, name) : undefined
}
