import { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { StagedRow } from '@anjie/contracts/vocabulary/intake/importBatch'
import { readListingRow } from '@anjie/domain/honours/listing'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { listingForm } from '@anjie/domain/intake/listingForm'
import { ok } from '@anjie/kernel'
import { z } from 'zod'
import { listedTitleId } from '../../honours/enterListedTitle.ts'
import { importList, type RowPlan } from './importList.ts'

const Step = z.object({ line: ListingRow.omit({ row: true }) })
type Step = z.infer<typeof Step>

/** 公开名单: one row a title that was published before, entered by the rules of every public list; known by what it says. */
export const titles = importList<Step>({
  step: Step,

  sheet: async () =>
    ok({
      about: listingForm.name,
      form: listingForm,
      rows: [],
      given: [],
      defaults: ['year', 'level', 'honour', 'source_url', 'issuer'].map((field) => ({ field })),
    }),

  plan: async (context, { rows, defaults }) => {
    const divisions = await context.divisions()
    const read = rows.map((row) => {
      const line = lineOf(row, defaults)
      return { row, line, listed: readListingRow({ ...line, row: row.row }, divisions) }
    })
    const ids = read.map(({ listed }) => (listed.ok ? listedTitleId(context, listed.value) : undefined))
    const there = await context.store.getMany('title', [...new Set(ids.flatMap((id) => id ?? []))])
    const seen = new Map<string, number>()
    return ok(
      read.map(({ row, line, listed }, at): RowPlan<Step> => {
        const title = line.unit
        const id = ids[at]
        if (!listed.ok || id === undefined)
          return { effect: 'refused', title, faults: [{ message: listed.ok ? '' : listed.error }] }
        const twin = seen.get(id)
        if (twin !== undefined)
          return { effect: 'refused', title, faults: [{ message: `与第 ${twin} 行是同一个称号；请只留一行` }] }
        seen.set(id, row.row)
        const known = there.get(id)
        if (known !== undefined && known.state.entryWithdrawn === undefined) return { effect: 'same', title }
        const { value } = listed
        return {
          effect: 'new',
          title,
          verb: '登记',
          changes: [
            { name: '荣誉', after: value.honourName },
            { name: '年度和级别', after: `${value.year}年 ${TITLE_LEVEL_NAMES[value.level]}` },
            { name: '所在地', after: `${value.cityName}${value.countyName}${value.townshipName ?? ''}` },
          ],
          stage: 0,
          step: { line },
        }
      }),
    )
  },

  apply: (context, { line }, { idempotencyKey }) =>
    context.carryOut('enterListedTitle', { params: {}, query: {}, body: line }, { idempotencyKey }),

  putBack: (context, _step, { id, version }, { idempotencyKey, reason }) =>
    context.carryOut(
      'withdrawListedTitle',
      {
        params: { titleId: TitleId.parse(id) },
        query: {},
        body: { reason: reason.replace(/\s+/g, ' ').slice(0, 200) },
      },
      { idempotencyKey, ifMatch: version },
    ),
})

function lineOf({ values }: StagedRow, defaults: Readonly<Record<string, string>>): Step['line'] {
  const row = new Map(values)
  const cell = (field: string): string => String(row.get(field) ?? defaults[field] ?? '')
  const issuer = cell('issuer')
  return {
    year: cell('year'),
    level: cell('level'),
    honour: cell('honour'),
    city: cell('city'),
    county: cell('county'),
    township: cell('township'),
    unit: cell('unit'),
    sourceUrl: cell('source_url'),
    ...(issuer === '' ? {} : { issuer }),
  }
}
