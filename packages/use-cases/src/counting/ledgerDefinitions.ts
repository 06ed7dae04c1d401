import type { Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { countedFindings, countsOf, type LedgerDefinition, ledgerKey } from '@anjie/domain/cycles/countedFindings'
import type { RecordStore } from '../ports.ts'
import { ledgerOf } from './ledgers/index.ts'

/** The ledgers that a scheme counts from, as they are defined today; those that are not there are left out. */
async function ledgerDefinitions(
  store: RecordStore,
  province: string,
  scheme: Pick<Scheme, 'items' | 'checks'>,
): Promise<ReadonlyMap<string, LedgerDefinition>> {
  const sources = new Map(countsOf(scheme).map(({ countedFrom: { source } }) => [ledgerKey(source), source] as const))
  const found = await Promise.all(
    [...sources].map(async ([key, source]) => [key, await ledgerOf(source).define(store, province, source)] as const),
  )
  return new Map(found.flatMap(([key, definition]) => (definition === undefined ? [] : [[key, definition] as const])))
}

/** 取数检查 of a scheme against the ledgers of its province. */
export const findingsOnLedgers = async (
  store: RecordStore,
  { province, scheme }: Pick<SchemeRecord, 'province' | 'scheme'>,
): Promise<readonly Finding[]> => countedFindings(scheme, await ledgerDefinitions(store, province, scheme))
