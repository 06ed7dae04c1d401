import type { AnyStoredFact, Fact } from '@anjie/contracts/facts/envelope'
import { factOf } from '@anjie/contracts/facts/readFact'
import { faultPlaces } from '@anjie/contracts/vocabulary/faultText'
import { ReleasedTable } from '@anjie/contracts/vocabulary/league-tables/run'
import { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { ListedKind, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { ReadMark } from '@anjie/contracts/vocabulary/messages/message'
import { ReleasedNotice } from '@anjie/contracts/vocabulary/notices/batch'
import type { Part } from '@anjie/contracts/vocabulary/part'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { RECORD_KINDS, type RecordKind, type RecordState } from '@anjie/contracts/vocabulary/records'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { ERRANDS, mayReach, type Owner, ownerOf, type Right, type Standpoint } from '@anjie/domain/access/index'
import { canonicalJson, err, firstOf, inParallel, ok, type Result } from '@anjie/kernel'
import { readerPrefix } from '@anjie/projections/home/homeLine'
import { ownerOfCode, type Place, viewKeys } from '@anjie/projections/viewKeys'
import type { CommandMark, CommandStore, Receipt } from '@anjie/use-cases/commandStore'
import type { Change, CommandOutcome, ListPage, Versioned } from '@anjie/use-cases/ports'
import { z } from 'zod'
import { chainFact, factItem, storedFactOf } from './factItem.ts'
import { findRows } from './findRows.ts'
import {
  FACT_SK_PREFIX,
  factSk,
  ownOwner,
  PIECE_SK_PREFIX,
  partKey,
  partKeys,
  pieceSk,
  READ_MARK_SK,
  RECEIPT_SK,
  readMarkPk,
  receiptPk,
  recordPk,
  STATE_SK,
  sideSk,
} from './keys.ts'
import { cursorText, placeOfCursor } from './listCursor.ts'
import { MAX_PACKED_BYTES, pack, packedBytes, unpack } from './packed.ts'
import { countersOf, progressOwner, readProgress, readSettledCounts } from './settled.ts'
import { stateItem } from './stateItem.ts'
import type { ConditionalPut, Item, Tables } from './tables.ts'
import { documentOfItem, handledRowOfItem, homeRowOfItem, rowOfItem, timedRowOfItem } from './viewItems.ts'

/** Two items for each change and the receipt: 99 of the 100 that one transaction takes. */
export const MAX_CHANGES = 49
/** How long a repeated call is answered from its receipt. */
export const RECEIPT_SECONDS = 7 * 24 * 60 * 60
/** A mark goes when nobody has read here for so long. */
const READ_MARK_SECONDS = 400 * 24 * 60 * 60
/** One transaction carries 4 MB; the rest is room for keys and for the encoding of bytes. */
const MAX_TRANSACTION_BYTES = 2_800_000
/** Side documents that are written at once: few enough not to be throttled. */
const PARTS_AT_ONCE = 20
/** The copies of the figures that three levels approve take no fiftieth of what the figures take. */
const MAX_DRAFT_BYTES = Math.floor(MAX_PACKED_BYTES * 0.95)
/** What a timeline shows at first; earlier ones are asked for. */
const NEWEST_FACTS = 20
const DEFAULT_LIST_LIMIT = 200
const DEFAULT_PAGE = 50
const MAX_LIST_LIMIT = 1000
/** A list that is read whole has some hundred rows; more pages than this would be a loop. */
const MAX_PAGES = 100

export type Reach = typeof mayReach

export type Kept<T> = Pick<Map<string, T>, 'get' | 'set'>
export type KeptRules = Kept<Scheme>

/** More schemes than a province uses in some years, and the subjects of as many cycles. */
const MAX_KEPT = 50

/**
 * Kept as long as the function lives: what never changes. Published rules are never edited (a change is a copy under an id of its
 * own), and side documents are written once.
 */
export function keptForGood<T>(): Kept<T> {
  const kept = new Map<string, T>()
  return {
    get: (key) => kept.get(key),
    set: (key, content) => {
      if (kept.size >= MAX_KEPT) kept.clear()
      return kept.set(key, content)
    },
  }
}

export interface RecordStoreOptions {
  readonly tables: Tables
  readonly from: Standpoint
  /** Given for a command; a store without it reads only. */
  readonly mark?: CommandMark
  /** Rules of published schemes that this function has read, by key: they never change, and are kept behind the reach check. */
  readonly rules?: KeptRules
  /** Side documents that are asked for again and again, by key; as above. */
  readonly keptParts?: Kept<unknown>
  /** Our own answer to who reaches what. Tests put another one here to show that the table refuses by itself. */
  readonly reach?: Reach
}

const StoredReceipt = z.object({
  requestHash: z.string(),
  outcome: z.object({ id: z.string(), version: z.int(), status: z.string() }),
})

/**
 * The one implementation of `RecordStore`, over tables that are DynamoDB's or in memory. Production opens it through
 * `openTenantStore`, `openOverseerStore` and `openPlatformStore` only.
 */
export function createRecordStore({
  tables,
  from,
  mark,
  rules,
  keptParts,
  reach = mayReach,
}: RecordStoreOptions): CommandStore {
  /** State and newest hash of the records that were read here, so that a commit need not read them again. */
  const heads = new Map<string, Head>()
  let recorded: CommandOutcome | undefined
  /** The first look for a receipt of this command. */
  let earlier: Promise<Receipt | undefined> | undefined

  /** The key of a record within reach; anything else reads as absent. */
  const keyOf = (mode: Right, kind: RecordKind, id: string): string | undefined => {
    const owner = ownerOf(kind, id)
    return owner !== undefined && reach(from, mode, kind, owner) ? recordPk(kind, id) : undefined
  }

  /** As `keyOf` for writing; a command that changes what its area does not write is our own fault. */
  const keyToWrite = (kind: RecordKind, id: string): string => {
    const pk = keyOf('write', kind, id)
    if (pk === undefined) throw new Error(`a ${from.level} store does not write this ${kind}`)
    const errand = mark?.errand
    if (errand !== undefined && !ERRANDS[errand].includes(kind))
      throw new Error(`${errand} writes no ${kind}: what an area writes stands in access/errands.ts`)
    return pk
  }

  const versioned = <K extends RecordKind>(kind: K, pk: string, item: Item): Versioned<RecordState<K>> => {
    const head = headOfItem(item)
    heads.set(pk, head)
    return { state: stateOf(kind, pk, head.state), version: head.version }
  }

  const headOf = async (pk: string): Promise<Head | undefined> => {
    const item = await tables.get('records', { pk, sk: STATE_SK })
    return item === undefined ? undefined : headOfItem(item)
  }

  const findReceiptOf = async ({ idempotencyKey, now }: CommandMark): Promise<Receipt | undefined> => {
    const item = await tables.get('records', { pk: receiptPk(from, idempotencyKey), sk: RECEIPT_SK })
    if (item === undefined || numberOf(item, 'expiresAt') <= secondsOf(now)) return undefined
    return StoredReceipt.parse(unpack(item['receipt']))
  }

  const putsOf = async (change: Change, by: CommandMark): Promise<Result<readonly ConditionalPut[], Problem>> => {
    const pk = keyToWrite(change.kind, change.id)
    const known = heads.get(pk)
    const head = change.expectedVersion === 0 || known?.version === change.expectedVersion ? known : await headOf(pk)
    if (change.expectedVersion !== (head?.version ?? 0)) return err(staleVersion)
    const version = change.expectedVersion + 1
    // As JSON has it: what is hashed, stored and compared next time is the same.
    const after: unknown = JSON.parse(JSON.stringify(stateOf(change.kind, pk, change.next)))
    const fact = chainFact({
      kind: change.kind,
      recordId: change.id,
      version,
      type: change.fact.type,
      details: change.fact.details,
      before: head?.state,
      after,
      at: by.now,
      actor: by.actor,
      correlationId: by.correlationId,
      previousHash: head?.headHash ?? '',
    })
    return ok([
      {
        item: stateItem(pk, fact, after),
        condition:
          change.expectedVersion === 0 ? { is: 'absent' } : { is: 'at-version', version: change.expectedVersion },
      },
      { item: factItem(pk, fact), condition: { is: 'absent' } },
    ])
  }

  const receiptPut = (by: CommandMark, outcome: CommandOutcome): ConditionalPut => ({
    item: {
      pk: receiptPk(from, by.idempotencyKey),
      sk: RECEIPT_SK,
      receipt: pack({ requestHash: by.requestHash, outcome }),
      expiresAt: secondsOf(by.now) + RECEIPT_SECONDS,
    },
    condition: { is: 'absent-or-expired', nowSeconds: secondsOf(by.now) },
  })

  const listOwner = async <K extends ListedKind>(
    owner: Place,
    kind: K,
    cursor: string | undefined,
    limit: number,
  ): Promise<ListPage<K>> => {
    const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString('utf8')
    const page = await tables.query('views', viewKeys.list(owner, kind), {
      limit: Math.min(Math.max(1, limit), MAX_LIST_LIMIT),
      newestFirst: true,
      ...(after === undefined ? {} : { after }),
    })
    const rows = page.items.flatMap((item) => rowOfItem(kind, item) ?? [])
    return page.next === undefined ? { rows } : { rows, cursor: Buffer.from(page.next).toString('base64url') }
  }

  const listWhole = async <K extends ListedKind>(kind: K, owner: Owner): Promise<readonly ListRowOf<K>[]> => {
    if (!reach(from, 'read', kind, owner)) return []
    const rows: ListRowOf<K>[] = []
    let cursor: string | undefined
    for (let page = 0; page < MAX_PAGES; page++) {
      const found: ListPage<K> = await listOwner(owner, kind, cursor, MAX_LIST_LIMIT)
      rows.push(...found.rows)
      cursor = found.cursor
      if (cursor === undefined) return rows
    }
    throw new Error(`the list of ${kind} does not end`)
  }

  return {
    get: async (kind, id) => {
      const pk = keyOf('read', kind, id)
      const item = pk === undefined ? undefined : await tables.get('records', { pk, sk: STATE_SK })
      return pk === undefined || item === undefined ? undefined : versioned(kind, pk, item)
    },

    getMany: async (kind, ids) => {
      const idsByPk = new Map(
        ids.flatMap((id) => {
          const pk = keyOf('read', kind, id)
          return pk === undefined ? [] : [[pk, id] as const]
        }),
      )
      const items = await tables.getMany(
        'records',
        [...idsByPk.keys()].map((pk) => ({ pk, sk: STATE_SK })),
      )
      return new Map(
        items.flatMap((item) => {
          const pk = textOf(item, 'pk')
          const id = idsByPk.get(pk)
          return id === undefined ? [] : [[id, versioned(kind, pk, item)] as const]
        }),
      )
    },

    rules: async (schemeId) => {
      const pk = keyOf('read', 'scheme', schemeId)
      if (pk === undefined) return undefined
      const known = rules?.get(pk)
      if (known !== undefined) return known
      const item = await tables.get('records', { pk, sk: STATE_SK })
      if (item === undefined) return undefined
      const { state } = versioned('scheme', pk, item)
      if (state.status !== 'draft') rules?.set(pk, state.scheme)
      return state.scheme
    },

    facts: async (kind, id, { before, limit = NEWEST_FACTS } = {}) => {
      const pk = keyOf('read', kind, id)
      if (pk === undefined) return { facts: [], hasEarlier: false }
      const facts: Fact[] = []
      let after = before === undefined ? undefined : factSk(before)
      do {
        const page = await tables.query('records', pk, {
          skPrefix: FACT_SK_PREFIX,
          newestFirst: true,
          limit: limit - facts.length,
          ...(after === undefined ? {} : { after }),
        })
        facts.push(...page.items.map((item) => factOf(storedFactOf(item))))
        after = page.next
      } while (after !== undefined && facts.length < limit)
      // A record's first fact is its version 1, and none is left out.
      return { facts: facts.reverse(), hasEarlier: (facts[0]?.version ?? 1) > 1 }
    },

    history: async (kind, id) => {
      const pk = keyOf('read', kind, id)
      if (pk === undefined) return []
      const history: AnyStoredFact[] = []
      let after: string | undefined
      do {
        const page = await tables.query('records', pk, {
          skPrefix: FACT_SK_PREFIX,
          ...(after === undefined ? {} : { after }),
        })
        history.push(...page.items.map(storedFactOf))
        after = page.next
      } while (after !== undefined)
      return history
    },

    commit: async (changes, reply, settling) => {
      if (mark === undefined) throw new Error('this store was opened for reading')
      if (changes.length === 0) throw new Error('a command changes something, or it leaves no fact')
      if (changes.length > MAX_CHANGES) throw new Error(`one commit holds at most ${MAX_CHANGES} changes`)
      const distinct = new Set(changes.map(({ kind, id }) => `${kind} ${id}`))
      if (distinct.size !== changes.length) throw new Error('one commit changes a record once')
      const puts: ConditionalPut[] = []
      for (const made of await Promise.all(changes.map((change) => putsOf(change, mark)))) {
        if (!made.ok) return made
        puts.push(...made.value)
      }
      if (reply !== undefined) puts.push(receiptPut(mark, reply))
      const sizes = puts.map(({ item }) => itemBytes(item))
      const total = sizes.reduce((sum, bytes) => sum + bytes, 0)
      if (total > MAX_TRANSACTION_BYTES || sizes.some((bytes) => bytes > MAX_PACKED_BYTES)) return err(tooLarge)
      // What a form takes up while it is filled in, the levels that pass it must still be able to copy.
      const isDraft = changes.some((change) => change.kind === 'submission' && change.next.status === 'draft')
      if (isDraft && sizes.some((bytes) => bytes > MAX_DRAFT_BYTES)) return err(formTooLarge)

      // A repeat is answered from its receipt, for which the caller looks while the command reads.
      if ((await earlier) !== undefined) return err(alreadyDone)
      const outcome = await tables.transact(puts, settling === undefined ? undefined : countersOf(from, settling))
      if (outcome === 'written') {
        for (const { item } of puts) {
          if (item.sk === STATE_SK) {
            heads.set(item.pk, headOfItem(item))
          }
        }
        recorded = reply ?? recorded
        return ok(undefined)
      }
      for (const { item } of puts) heads.delete(item.pk)
      const receipt = reply === undefined ? undefined : await findReceiptOf(mark)
      if (receipt !== undefined && receipt.requestHash !== mark.requestHash) return err(keyReused)
      if (receipt !== undefined) {
        recorded = receipt.outcome
        return ok(undefined)
      }
      return err(outcome === 'busy' ? busy : staleVersion)
    },

    find: async (kind, filter, { cursor, limit = DEFAULT_PAGE, of } = {}) => {
      const owner = of === undefined ? ownOwner(from) : ownerOfCode(of)
      if (of !== undefined && (owner.level === 'unit' || !reach(from, 'read', kind, owner))) return ok({ rows: [] })
      const pk = viewKeys.list(owner, kind)
      const start = cursor === undefined ? { stretch: 0 } : placeOfCursor(pk, filter, cursor)
      if (start === undefined) return err(foreignCursor)
      const { rows, next } = await findRows(tables, pk, kind, filter, start, limit)
      return ok(next === undefined ? { rows } : { rows, cursor: cursorText(pk, filter, next) })
    },

    list: (kind, { cursor, limit = DEFAULT_LIST_LIMIT } = {}) => listOwner(ownOwner(from), kind, cursor, limit),

    listProvincial: (kind) => listWhole(kind, { level: 'province', code: from.province }),
    listOfCounty: (kind, county) => listWhole(kind, { level: 'county', code: county }),

    settledCounts: (cycleId, divisions) => readSettledCounts(tables, from, cycleId, divisions),
    progress: async (cycleId, of) => {
      const owner = progressOwner(from, cycleId)
      return owner === undefined ? undefined : readProgress(tables, owner, cycleId, of)
    },

    putParts: async (kind, id, parts) => {
      const pk = keyToWrite(kind, id)
      const puts = parts.map(({ name, content }) => {
        const part = pack(content)
        if (packedBytes(part) > MAX_PACKED_BYTES) throw new Error(`the part ${name} of this ${kind} is too large`)
        return { name, content, item: { ...partKey(kind, pk, name), part } }
      })
      if ((await earlier) !== undefined) return
      await inParallel(puts, PARTS_AT_ONCE, async ({ name, content, item }) => {
        const outcome = await tables.putNew(item)
        if (outcome === 'busy') throw new Error('the table is busy')
        if (outcome === 'written') return
        // A repeat of the same computation may put the same content again; anything else would change what is immutable.
        const there = await tables.get('records', { pk: item.pk, sk: item.sk })
        if (canonicalJson(unpack(there?.['part'])) !== canonicalJson(content)) {
          throw new Error(`the part ${name} of this ${kind} is written once`)
        }
      })
    },

    finishPiece: async (kind, id, piece) => {
      const pk = keyOf('write', kind, id)
      if (pk === undefined) throw new Error(`a ${from.level} store does not write this ${kind}`)
      if ((await tables.putNew({ pk, sk: pieceSk(piece) })) === 'busy') throw new Error('the table is busy')
    },

    finishedPieces: async (kind, id) => {
      const pk = keyOf('read', kind, id)
      if (pk === undefined) return new Set()
      const { items } = await tables.query('records', pk, { skPrefix: PIECE_SK_PREFIX })
      return new Set(items.map((item) => Number(textOf(item, 'sk').slice(PIECE_SK_PREFIX.length, -1))))
    },

    getPart: async <C>(kind: RecordKind, id: string, { name, content }: Part<C>, keep?: 'keep') => {
      const pk = keyOf('read', kind, id)
      if (pk === undefined) return undefined
      const key = partKey(kind, pk, name)
      const known = keep === undefined ? undefined : keptParts?.get(`${key.pk}${key.sk}`)
      // Kept under the key of this very part, whose content its schema has seen.
      if (known !== undefined) return known as C
      const item = await firstOf(partKeys(kind, pk, name), (each) => tables.get('records', each))
      if (item === undefined) return undefined
      const part = content.parse(unpack(item['part']))
      if (keep !== undefined) keptParts?.set(`${key.pk}${key.sk}`, part)
      return part
    },

    homeRows: async (whose, range) => {
      const own = ownOwner(from)
      const owner: Place = whose === 'own' ? own : { level: 'province', code: from.province }
      const items = await tables.range(viewKeys.home(owner, whose === 'province'), range)
      return items.flatMap((item) => homeRowOfItem(item) ?? [])
    },

    timedRows: async (whose, reader, { since, before, limit }) => {
      const own = ownOwner(from)
      const owner: Place = whose === 'own' ? own : { level: 'province', code: from.province }
      const prefix = readerPrefix(reader)
      const items = await tables.range(viewKeys.home(owner, whose === 'province'), {
        order: 'byTime',
        // Keys of that very instant go on with `#`, which comes before.
        from: since === undefined ? prefix : `${prefix}${since}~`,
        // The key without its last delimiter comes just before it.
        to: before === undefined ? `${prefix}~` : `${prefix}${before.slice(0, -1)}`,
        limit,
        newestFirst: true,
      })
      return items.flatMap((item) => timedRowOfItem(prefix, item) ?? [])
    },

    turnLines: async (cases) => {
      const items = await tables.getMany(
        'views',
        cases.map(({ kind, id }) => viewKeys.homeLine(ownOwner(from), false, kind, id, 'turn')),
      )
      return items.flatMap((item) => homeRowOfItem(item) ?? [])
    },

    sideItem: async (kind, id, name) => {
      const pk = keyOf('read', kind, id)
      const item = pk === undefined ? undefined : await tables.get('records', { pk, sk: sideSk(name) })
      return item === undefined ? undefined : { content: unpack(item['content']), version: numberOf(item, 'version') }
    },

    keepSideItem: async (kind, id, name, content, expectedVersion) => {
      if (mark === undefined) throw new Error('this store was opened for reading')
      const pk = keyOf('write', kind, id)
      if (pk === undefined) throw new Error(`a ${from.level} store does not write this ${kind}`)
      const item = { pk, sk: sideSk(name), version: expectedVersion + 1, content: pack(content) }
      const condition =
        expectedVersion === 0 ? { is: 'absent' as const } : { is: 'at-version' as const, version: expectedVersion }
      return (await tables.transact([{ item, condition }])) === 'written'
    },

    readMark: async (personId) => {
      const item = await tables.get('records', { pk: readMarkPk(from, personId), sk: READ_MARK_SK })
      return item === undefined
        ? undefined
        : { state: ReadMark.parse(unpack(item['mark'])), version: numberOf(item, 'version') }
    },

    keepReadMark: async (personId, kept, expectedVersion, reply) => {
      if (mark === undefined) throw new Error('this store was opened for reading')
      if ((await earlier) !== undefined) return false
      const item = {
        pk: readMarkPk(from, personId),
        sk: READ_MARK_SK,
        version: expectedVersion + 1,
        mark: pack(kept),
        expiresAt: secondsOf(mark.now) + READ_MARK_SECONDS,
      }
      const condition =
        expectedVersion === 0 ? { is: 'absent' as const } : { is: 'at-version' as const, version: expectedVersion }
      const outcome = await tables.transact([{ item, condition }, receiptPut(mark, reply)])
      if (outcome !== 'written') return false
      recorded = reply
      return true
    },

    handledRows: async (before, limit) => {
      const items = await tables.range(viewKeys.handled(ownOwner(from)), {
        from: '0',
        to: before,
        limit,
        newestFirst: true,
      })
      return items.flatMap((item) => handledRowOfItem(item) ?? [])
    },

    findHandled: async (kind, id) => {
      const item = await tables.get('views', viewKeys.handledRow(ownOwner(from), kind, id))
      return item === undefined ? undefined : handledRowOfItem(item)
    },

    releasedTable: async (cycleId) => {
      // The table tells of everybody; a unit is told of itself.
      if (from.level === 'unit') return undefined
      const owner = ownerOf('cycle', cycleId)
      if (owner === undefined || !reach(from, 'read', 'cycle', owner)) return undefined
      const item = await tables.get('views', viewKeys.leagueTable(owner, cycleId))
      return item === undefined ? undefined : ReleasedTable.parse(documentOfItem(item))
    },

    releasedNotice: async (batchId) => {
      const owner = ownerOf('batch', batchId)
      if (owner === undefined || owner.code !== from.province) return undefined
      const item = await tables.get('views', viewKeys.notice(owner, batchId))
      return item === undefined ? undefined : ReleasedNotice.parse(documentOfItem(item))
    },

    releasedScorecard: async (cycleId, unit) => {
      const own = ownOwner(from)
      const subject = unit ?? own.code
      // A county reads its units' as well; a unit its own and no other.
      if (subject !== own.code && !(from.level === 'county' && ownerOf('unit', subject)?.code === from.county))
        return undefined
      const item = await tables.get('views', viewKeys.scorecard(ownerOfCode(subject), cycleId, subject))
      return item === undefined ? undefined : Scorecard.parse(documentOfItem(item))
    },

    findReceipt: async () => {
      if (mark === undefined) return undefined
      const found = findReceiptOf(mark)
      earlier ??= found
      return found
    },
    recorded: () => recorded,
  }
}

const foreignCursor: Problem = {
  code: 'invalid-input',
  detail: '翻页的位置不属于这份列表或这次查询，请重新查询',
  pointer: '/cursor',
}
const staleVersion: Problem = { code: 'stale-version', detail: '您打开后，这项内容已被他人更新' }
const busy: Problem = { code: 'stale-version', detail: '多人正在同时办理同一事项，请稍后重试' }
const formTooLarge: Problem = {
  code: 'payload-too-large',
  detail: '填报表的内容过多，提交后各级无法审核，请精简说明文字后再保存',
}
const tooLarge: Problem = { code: 'payload-too-large', detail: '这项内容的数据量超过了单条记录的上限' }
const alreadyDone: Problem = { code: 'stale-version', detail: '这项操作已经办理过' }
const keyReused: Problem = { code: 'idempotency-key-reused', detail: '同一操作编号不能用于不同的内容' }

/** The state as its kind's schema has it. One that does not fit is a broken assumption, on the way in as on the way out. */
function stateOf<K extends RecordKind>(kind: K, pk: string, state: unknown): RecordState<K> {
  const parsed = RECORD_KINDS[kind].state.safeParse(state)
  if (!parsed.success) {
    throw new Error(`the state of ${pk} does not fit its schema: ${faultPlaces(parsed.error)}`)
  }
  // The schema was looked up by the very kind that RecordState is looked up by.
  return parsed.data as RecordState<K>
}

interface Head {
  readonly version: number
  readonly headHash: string
  /** As it is stored, not parsed by its schema: the next fact's change starts from it. */
  readonly state: unknown
}

const headOfItem = (item: Item): Head => ({
  version: numberOf(item, 'version'),
  headHash: textOf(item, 'headHash'),
  state: unpack(item['state']),
})

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

function numberOf(item: Item, name: string): number {
  const value = item[name]
  if (typeof value !== 'number') throw new Error(`an item of the table lacks ${name}`)
  return value
}

function textOf(item: Item, name: string): string {
  const value = item[name]
  if (typeof value !== 'string') throw new Error(`an item of the table lacks ${name}`)
  return value
}

const itemBytes = (item: Item): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + name.length + (typeof value === 'number' ? 20 : packedBytes(value)),
    0,
  )
