import type { ListedKind, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { type Owner, type Standpoint, staysInCounty } from '@anjie/domain/access/index'
import { err, ok } from '@anjie/kernel'
import { ownerOfCode, type Place, viewKeys } from '@anjie/projections/viewKeys'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import type { ListPage } from '@anjie/use-cases/ports'
import { findRows } from '../findRows.ts'
import { ownOwner } from '../keys.ts'
import { cursorText, placeOfCursor } from '../listCursor.ts'
import { rowOfItem } from '../viewItems.ts'
import type { OpenRecords } from './openRecords.ts'

const DEFAULT_LIST_LIMIT = 200

const DEFAULT_PAGE = 50

const MAX_LIST_LIMIT = 1000

/** A list that is read whole has some hundred rows; more pages than this would be a loop. */
const MAX_PAGES = 100

/** Lists of one kind: a page at a time, found by a filter, or whole where they are short. */
export function lists({
  tables,
  from,
  reach,
}: OpenRecords): Pick<CommandStore, 'find' | 'list' | 'listOwn' | 'listFrame' | 'listProvincial' | 'listOfCounty'> {
  /** A county's list holds what stays in it, too: whoever reads it from above is not told. */
  const within = ({ id }: { readonly id: string }): boolean =>
    (from.level !== 'city' && from.level !== 'province') || !staysInCounty(id)

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
    const rows = page.items.flatMap((item) => rowOfItem(kind, item) ?? []).filter(within)
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
    find: async (kind, filter, { cursor, limit = DEFAULT_PAGE, of } = {}) => {
      const owner = of === undefined ? ownOwner(from) : ownerOfCode(of)
      if (of !== undefined && (owner.level === 'unit' || !reach(from, 'read', kind, owner))) return ok({ rows: [] })
      const pk = viewKeys.list(owner, kind)
      const start = cursor === undefined ? { stretch: 0 } : placeOfCursor(pk, filter, cursor)
      if (start === undefined) return err(foreignCursor)
      const { rows: found, next } = await findRows(tables, owner, kind, filter, start, limit)
      const rows = found.filter(within)
      return ok(next === undefined ? { rows } : { rows, cursor: cursorText(pk, filter, next) })
    },

    list: (kind, { cursor, limit = DEFAULT_LIST_LIMIT } = {}) => listOwner(ownOwner(from), kind, cursor, limit),

    listProvincial: (kind) => listWhole(kind, { level: 'province', code: from.province }),

    listOwn: (kind) => {
      const own = ownOwner(from)
      return own.level === 'unit' ? Promise.resolve([]) : listWhole(kind, own)
    },

    listFrame: async (kind) => {
      const lists = await Promise.all(framesOf(from).map((owner) => listWhole(kind, owner)))
      return lists.flat()
    },

    listOfCounty: (kind, county) => listWhole(kind, { level: 'county', code: county }),
  }
}

/** The jurisdictions that set the frame for a standpoint, the nearest first. */
function framesOf(from: Standpoint): readonly Owner[] {
  const frames: Owner[] = [{ level: 'province', code: from.province }]
  if ('city' in from) frames.unshift({ level: 'city', code: from.city })
  if ('county' in from) frames.unshift({ level: 'county', code: from.county })
  return frames
}

const foreignCursor: Problem = {
  code: 'invalid-input',
  detail: '翻页的位置不属于这份列表或这次查询，请重新查询',
  pointer: '/cursor',
}
