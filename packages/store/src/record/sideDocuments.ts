import type { Part } from '@anjie/contracts/vocabulary/part'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { canonicalJson, firstOf, inParallel } from '@anjie/kernel'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import { PIECE_SK_PREFIX, partKey, partKeys, pieceSk, sideSk } from '../keys.ts'
import { MAX_PACKED_BYTES, pack, packedBytes, unpack } from '../packed.ts'
import { numberOf, textOf } from './items.ts'
import type { OpenRecords } from './openRecords.ts'
import type { Receipts } from './receipts.ts'

/** Side documents that are written at once: few enough not to be throttled. */
const PARTS_AT_ONCE = 20

/** What lies beside a record: parts that are written once, and what is kept of the work on them. */
export function sideDocuments(
  { tables, from, mark, keptParts, keyOf, keyToWrite }: OpenRecords,
  { command }: Receipts,
): Pick<
  CommandStore,
  'putParts' | 'getPart' | 'finishPiece' | 'finishedPieces' | 'sideItem' | 'sideItems' | 'keepSideItem'
> {
  return {
    putParts: async (kind, id, parts, expiresAt) => {
      const pk = keyToWrite(kind, id)
      const puts = parts.map(({ name, content }) => {
        const part = pack(content)
        if (packedBytes(part) > MAX_PACKED_BYTES) throw new Error(`the part ${name} of this ${kind} is too large`)
        const expiry = expiresAt === undefined ? {} : { expiresAt }
        return { name, content, item: { ...partKey(kind, pk, name), part, ...expiry } }
      })
      if ((await command.earlier) !== undefined) return
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

    sideItem: async (kind, id, name) => {
      const pk = keyOf('read', kind, id)
      const item = pk === undefined ? undefined : await tables.get('records', { pk, sk: sideSk(name) })
      return item === undefined ? undefined : { content: unpack(item['content']), version: numberOf(item, 'version') }
    },

    sideItems: async (kind, ids, name) => {
      const idsByPk = new Map(
        ids.flatMap((id) => {
          const pk = keyOf('read', kind, id)
          return pk === undefined ? [] : [[pk, id] as const]
        }),
      )
      const keys = [...idsByPk.keys()].map((pk) => ({ pk, sk: sideSk(name) }))
      const items = await tables.getMany('records', keys)
      return new Map(
        items.flatMap((item) => {
          const id = idsByPk.get(textOf(item, 'pk'))
          return id === undefined
            ? []
            : [[id, { content: unpack(item['content']), version: numberOf(item, 'version') }] as const]
        }),
      )
    },

    keepSideItem: async (kind, id, name, content, expectedVersion, expiresAt) => {
      if (mark === undefined) throw new Error('this store was opened for reading')
      const pk = keyOf('write', kind, id)
      if (pk === undefined) throw new Error(`a ${from.level} store does not write this ${kind}`)
      const item = {
        pk,
        sk: sideSk(name),
        version: expectedVersion + 1,
        content: pack(content),
        ...(expiresAt === undefined ? {} : { expiresAt }),
      }
      const condition =
        expectedVersion === 0 ? { is: 'absent' as const } : { is: 'at-version' as const, version: expectedVersion }
      return (await tables.transact([{ item, condition }])) === 'written'
    },
  }
}
