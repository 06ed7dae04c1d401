import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { PublicTitle, PublicUnit, type TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { packSheet } from '@anjie/projections/public/sheets/packedSheet'
import { INDEX_KINDS, indexedParts, packIndex, sheetIndexOf } from '@anjie/projections/public/sheets/sheetIndex'
import { sheetOf } from '@anjie/projections/public/sheets/sheetOf'
import { titleTallies } from '@anjie/projections/public/sheets/titleTallies'
import { titlesToday } from '@anjie/projections/public/titleToday'
import { type PublicKey, publicKeys } from '@anjie/projections/publicKeys'
import { TITLE_TALLY } from '@anjie/projections/viewKeys'
import { compareOrders, orderOfVersion } from '@anjie/projections/write'
import { digest } from '@anjie/store/digest'
import type { ProjectionTables, StoredKey, StoredRow } from './projectionTables.ts'

/** Others write the sheet of a county at the same moment now and then, not all the time. */
const MAX_TRIES = 20
/** Longer than any reader keeps a sheet before it looks again. */
const RETIRED_MILLISECONDS = 10 * 60 * 1000

export interface SheetSources {
  readonly tables: Pick<ProjectionTables, 'publicRows' | 'replace' | 'store' | 'apply' | 'remove'>
  readonly onUnreadable: (row: string) => void
}

/**
 * Makes the sheet of a county anew from its rows, and writes it if it is another one. Nothing is added up: whatever is delivered
 * twice, late or after a rebuild, the sheet says what the rows say. Who writes one has read the rows after the sheet that it takes the
 * place of, so the last one written knows every row; two at once cannot both succeed, and the slower one reads again.
 */
export async function refreshSheet({ tables, onUnreadable }: SheetSources, county: CountyCode): Promise<void> {
  const province = provinceCodeOf(county)
  const key = publicKeys.sheet(county)
  const [titleRows, unitRows] = [publicKeys.titlesOfCounty(county), publicKeys.unitsOfCounty(county)]
  const now = new Date().toISOString()
  const forgotten = new Date(Date.parse(now) - RETIRED_MILLISECONDS).toISOString()
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const [there] = await tables.publicRows(key.pk, key.sk)
    const [titles, units] = await Promise.all([
      tables.publicRows(titleRows.pk, titleRows.sk),
      tables.publicRows(unitRows.pk, unitRows.sk),
    ])
    const today = readToday(titles, units, onUnreadable)
    const { sheet, parts } = sheetOf(county, today, digest)
    const whole = digest(sheet)
    const old = headOf(there)
    const tally = async (order: string): Promise<void> => {
      const counted = today.map(({ unitNow, ...title }) => ({ ...title, endedOn: unitNow?.endedOn }))
      for (const write of titleTallies(county, counted, order)) await tables.apply(write)
    }
    // A sheet from before there were tallies gets its own here.
    if (old?.digest === whole) return tally(there?.order ?? orderOfVersion(0))
    if (old === undefined && parts.size === 0) return

    const order = orderOfVersion(Number(there?.order ?? 0) + 1)
    const kept = new Set(old?.parts)
    for (const [name, part] of parts) {
      if (!kept.has(name))
        await tables.apply({ ...rowAt(publicKeys.sheetPart(county, name), order), content: bodyOf(part) })
    }
    const head: SheetHead = {
      digest: whole,
      parts: [...parts.keys()],
      retired: [
        ...(old?.retired ?? []).filter(({ since }) => since > forgotten),
        ...(old?.parts ?? []).map((name) => ({ name, since: now })),
      ].filter(({ name }) => !parts.has(name)),
    }
    const written = await tables.replace(
      { ...rowAt(key, order), content: { body: { ...bodyOf(sheet).body, ...head } } },
      there?.order,
    )
    if (!written) continue
    await tally(order)
    // After the sheet: an index of other parts says nothing, and then the parts themselves are looked through.
    const index = sheetIndexOf(sheet, [...parts.values()].flat())
    for (const kind of INDEX_KINDS) {
      const body = { of: indexedParts(sheet), packed: packIndex(index[kind]) }
      await tables.apply({ ...rowAt(publicKeys.sheetIndex(county, kind), order), content: { body } })
    }
    await tables.store({
      ...rowAt(publicKeys.sheetStamp(province), `${county}${order}`),
      content: { body: { stamp: `${county}#${order}#${whole}` } },
    })
    for (const { name, since } of old?.retired ?? []) {
      if (parts.has(name) || since > forgotten) continue
      const gone = publicKeys.sheetPart(county, name)
      const [part] = await tables.publicRows(gone.pk, gone.sk)
      // A later sheet may have taken it up again.
      if (part !== undefined && compareOrders(part.order, order) < 0)
        await tables.remove({ table: 'public', ...gone, order: part.order })
    }
    return
  }
  throw new Error(`the sheet of ${county} was written by others ${MAX_TRIES} times`)
}

/** Sheets, their parts, stamps and tallies follow from rows of the public table and not from facts. */
export const isMadeOfRows = ({ table, pk }: Pick<StoredKey, 'table' | 'pk'>): boolean =>
  table === 'public' ? pk.startsWith('SHEET') : pk.endsWith(`#${TITLE_TALLY}`)

interface SheetHead {
  readonly digest: string
  readonly parts: readonly string[]
  /** Parts of earlier sheets, which whoever has read one of those a moment ago still looks for. */
  readonly retired: readonly { readonly name: string; readonly since: string }[]
}

const rowAt = (key: PublicKey, order: string) => ({ table: 'public', ...key, order }) as const

const bodyOf = (content: unknown) => ({ body: { packed: packSheet(content) } }) as const

function headOf(row: StoredRow | undefined): SheetHead | undefined {
  const { digest: whole, parts, retired } = row?.body ?? {}
  if (typeof whole !== 'string' || !Array.isArray(parts) || !Array.isArray(retired)) return undefined
  return { digest: whole, parts, retired }
}

/** The titles with what became of their units. One row that does not have its shape must not take the list of a county down. */
function readToday(
  titles: readonly StoredRow[],
  units: readonly StoredRow[],
  onUnreadable: (row: string) => void,
): readonly TitleToday[] {
  const readable = <T>(rows: readonly StoredRow[], shape: { safeParse(body: unknown): { data?: T } }): T[] =>
    rows.flatMap(({ pk, sk, body }) => {
      if (body === undefined) return []
      const { data } = shape.safeParse(body)
      if (data === undefined) onUnreadable(`${pk}${sk}`)
      return data === undefined ? [] : [data]
    })
  return readable(titles, PublicTitle).map(titlesToday(readable(units, PublicUnit)))
}
