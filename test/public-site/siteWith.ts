import type { PublicTitle } from '@anjie/contracts/vocabulary/publicRecords'
import { createPublicSite } from '@anjie/function-public-site/createPublicSite'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { packSheet } from '@anjie/projections/public/sheets/packedSheet'
import { sheetOf } from '@anjie/projections/public/sheets/sheetOf'
import { digest } from '@anjie/store/digest'
import { memoryProjectionTables } from '../projector/memoryProjectionTables.ts'
import { idOf, title } from '../projector/sampleFacts.ts'
import { ORIGIN, readerOf } from './publishedSite.ts'

/** A site that publishes so many titles of one county. */
export const siteWith = (
  count: number,
  more: (index: number) => Partial<PublicTitle> = (index) => ({ year: index < 5001 ? 2026 : 2025 }),
) => {
  const one = publicTitle(idOf('990101', 0), title(idOf('990101', 0)))
  const titles = Array.from(
    { length: count },
    (_, index): PublicTitle => ({
      ...one,
      titleId: idOf('990101', index) as PublicTitle['titleId'],
      ...more(index),
    }),
  )
  const { sheet, parts } = sheetOf(one.county, titles, digest)
  return createPublicSite({
    reader: {
      ...readerOf(memoryProjectionTables()),
      provinces: async () => [{ code: one.province, name: '安和省' }],
      sheetStamp: async () => 'as it is',
      sheetsOf: async () => [sheet],
      sheetPart: async (_county, name) => packSheet(parts.get(name)),
    },
    publicOrigin: ORIGIN,
    now: () => '2026-11-20T01:00:00.000Z',
  })
}
