import { type Dispute, type DisputeDoubt, DisputeDoubtId } from '@anjie/contracts/vocabulary/disputes/dispute'
import { naturalId } from '@anjie/domain/naturalId'
import type { CommandContext, Versioned } from '../ports.ts'
import type { Question } from './foundPieces.ts'

/** One id for a pair, whoever finds it and however often. */
export const doubtIdOf = ({ digest }: CommandContext, county: string, { pair }: Question): DisputeDoubtId =>
  DisputeDoubtId.parse(`${county}.${naturalId(digest({ pair }))}`)

/** Puts a pair before a person; false where it was asked about before, unless a side of it was taken back and came again. */
export async function askAbout(
  context: CommandContext,
  county: string,
  question: Question,
  before: Versioned<DisputeDoubt> | undefined,
): Promise<boolean> {
  if (before !== undefined && before.state.status !== 'withdrawn') return false
  const id = doubtIdOf(context, county, question)
  const written = await context.store.commit([
    {
      kind: 'dispute-doubt',
      id,
      expectedVersion: before?.version ?? 0,
      next: {
        id,
        county: county as Dispute['county'],
        pair: question.pair,
        reasons: question.reasons,
        status: 'open',
        updatedAt: context.now,
      },
      fact: { type: 'DisputeDoubtRaised', details: { numbers: question.numbers } },
    },
  ])
  return written.ok
}
