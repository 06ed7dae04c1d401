import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { standingEntries } from '../notices/batchEntries.ts'
import { beyondCertificateFont } from './certificateFont.ts'

const NAMED_AT_MOST = 5

/**
 * Why a list cannot be named: its certificates would have to print what no font has. Before the decision a clerk can still act; after it
 * there would be titles without paper.
 */
export function unprintableNames(batch: Batch, documentNumber: string): Problem | null {
  const general = beyondCertificateFont(`${batch.issuer}${batch.honourName ?? ''}${documentNumber}`)
  if (general.length > 0)
    return { code: 'unprintable-name', detail: `命名机关、称号或文号里的${named(general)}，证书字库没有，印不出来` }
  const faults = standingEntries(batch).flatMap((entry) => {
    const lacking = beyondCertificateFont(
      `${entry.cityName}${entry.countyName}${entry.townshipName ?? ''}${entry.unitName}`,
    )
    return lacking.length === 0
      ? []
      : [`${entry.countyName}${entry.townshipName ?? ''}“${entry.unitName}”的${named(lacking)}`]
  })
  if (faults.length === 0) return null
  const more = faults.length > NAMED_AT_MOST ? `等${faults.length}个单位` : ''
  return {
    code: 'unprintable-name',
    detail: `${faults.slice(0, NAMED_AT_MOST).join('；')}${more}，证书字库没有，印不出来。请由县级核对该字并更正单位名称，或者将该单位暂缓后再作决定`,
  }
}

const named = (characters: readonly string[]): string =>
  characters
    .map((each) => `“${each}”（U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}）`)
    .join('、')
