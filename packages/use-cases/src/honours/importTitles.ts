import type { RowsAnswer } from '@anjie/contracts/platform/command'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import { readListingRow } from '@anjie/domain/honours/listing'
import { createMissing } from '../createMissing.ts'
import type { Change, CommandContext } from '../ports.ts'
import { listedTitleId } from './enterListedTitle.ts'

/**
 * 导入公开名单: every line that is understood becomes a title with its source, under an id that follows from the line itself.
 * A line that was imported before changes nothing; one that is not understood is refused by itself.
 */
export async function importTitles(
  { store, now, digest }: Pick<CommandContext, 'store' | 'now' | 'digest'>,
  divisions: DivisionTree,
  rows: readonly ListingRow[],
): Promise<RowsAnswer> {
  const refused: RowsAnswer['refused'] = []
  const creations = new Map<string, Change<'title'>>()
  let repeated = 0
  const ids = rows.map((row) => {
    const title = readListingRow(row, divisions)
    if (!title.ok) {
      refused.push({ row: row.row, reason: title.error })
      return null
    }
    const id = listedTitleId({ digest }, title.value)
    if (creations.has(id)) repeated += 1
    else {
      creations.set(id, {
        kind: 'title',
        id,
        expectedVersion: 0,
        next: { ...title.value, id, updatedAt: now },
        fact: { type: 'TitleImported', details: { unit: title.value.unitName, source: title.value.source.url ?? '' } },
      })
    }
    return id
  })
  const created = await createMissing(store, 'title', [...creations.values()])
  return {
    ok: true,
    created: created.size,
    unchanged: creations.size - created.size + repeated,
    refused,
    ids,
  }
}
