import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { namingCode, namingLevel } from '@anjie/domain/divisions/namingLevel'
import { placesOfRound } from '@anjie/domain/honours/quota'
import { quotaId } from '@anjie/domain/honours/recordIds'
import type { RecordStore, Versioned } from '../ports.ts'

/** Places used in a round by the division that they are given to, with the records that count them as far as the store reaches them. */
export async function usedPlaces(store: RecordStore, round: Round, only?: string) {
  const level = namingLevel(round.id)
  const codes = placesOfRound(round)
    .map(({ code }) => code)
    .filter((code) => only === undefined || code === only)
  const idOf = (code: string): string => quotaId(round, level === 'province' ? `${code}00` : code)
  const records: ReadonlyMap<string, Versioned<RecordState<'quota'>>> = await store.getMany('quota', [
    ...new Set(codes.map(idOf)),
  ])
  const usedOf = (code: string): number => {
    const state = records.get(idOf(code))?.state
    return (level === 'province' ? state?.used : state?.counties?.[code]) ?? 0
  }
  return { usedOf, idOf, records, owner: namingCode(round.id) }
}
