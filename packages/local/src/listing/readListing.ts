import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import { ok, type Result } from '@anjie/kernel'
import type { z } from 'zod'
import { openCsv } from '../score/openTable.ts'
import { type Column, readTable } from '../score/readTable.ts'

const columns = [
  { name: 'year', headings: ['年度', '年份'], required: true },
  { name: 'level', headings: ['级别'], required: true },
  { name: 'honour', headings: ['荣誉', '荣誉名称', '称号'], required: true },
  { name: 'city', headings: ['市', '市（州）'], required: true },
  { name: 'county', headings: ['县', '县（市、区）'], required: true },
  { name: 'township', headings: ['乡镇', '乡镇（街道）'], required: false },
  { name: 'unit', headings: ['单位', '单位名称'], required: true },
  { name: 'source_url', headings: ['来源', '来源网址'], required: true },
  { name: 'issuer', headings: ['命名机关', '命名单位', '颁发机关', '发文机关', '公布机关'], required: false },
] as const satisfies readonly Column[]

export interface Listing {
  readonly rows: readonly ListingRow[]
  /** Lines with a cell that cannot be kept: far longer than any name or address, or with characters that nobody sees. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
}

/** Reads a public listing: UTF-8 or GBK, with or without BOM, by its headings; other columns are left alone. */
export function readListing(file: string, bytes: Uint8Array): Result<Listing, readonly string[]> {
  const open = openCsv(file, bytes)
  if (!open.ok) return open
  const table = readTable(open.value, columns)
  if (!table.ok) return table
  const rows: ListingRow[] = []
  const refused: { row: number; reason: string }[] = []
  for (const each of table.value) {
    const cell = (name: (typeof columns)[number]['name']): string => each.cell(name)
    const written = {
      row: each.line,
      year: cell('year'),
      level: cell('level'),
      honour: cell('honour'),
      city: cell('city'),
      county: cell('county'),
      township: cell('township'),
      unit: cell('unit'),
      sourceUrl: cell('source_url'),
      ...(cell('issuer') === '' ? {} : { issuer: cell('issuer') }),
    }
    const row = ListingRow.safeParse(written, { error: faultText })
    if (row.success) rows.push(row.data)
    else refused.push({ row: each.line, reason: row.error.issues.map(faultOf).join('；') })
  }
  return ok({ rows, refused })
}

/** A fault with the heading of its column, as a Chinese list writes it. */
function faultOf({ path, message }: z.core.$ZodIssue): string {
  const field = path[0] === 'sourceUrl' ? 'source_url' : path[0]
  const heading = columns.find(({ name }) => name === field)?.headings.at(1) ?? String(field)
  return `“${heading}”栏${message}`
}
