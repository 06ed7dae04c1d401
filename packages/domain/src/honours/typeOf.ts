import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { defaultType } from './types/index.ts'

/** The type by which a round goes: as it was when the round was opened. Rounds from before types were kept have the defaults. */
export function typeOfRound({ id, honour, type }: Pick<Round, 'id' | 'honour' | 'type'>): HonourType {
  const known = type ?? defaultType(honour)
  if (known === undefined) throw new Error(`round ${id} has no type`)
  return known
}

/** As a row calls the honour of a round. */
export const nameOfRoundsHonour = ({ honour, type }: Pick<Round, 'honour' | 'type'>): string =>
  (type ?? defaultType(honour))?.name ?? honour

/** The honour's name as the list's round has it. */
export const nameOfHonour = ({ honour, honourName }: Pick<Batch, 'honour' | 'honourName'>): string =>
  honourName ?? defaultType(honour)?.name ?? honour

export function lettersOf({
  id,
  honour,
  certificateLetters,
}: Pick<Batch, 'id' | 'honour' | 'certificateLetters'>): string {
  const letters = certificateLetters ?? defaultType(honour)?.certificateLetters
  if (letters === undefined) throw new Error(`list ${id} has no letters for its certificates`)
  return letters
}
