import type { ReadMark } from '@anjie/contracts/vocabulary/messages/message'
import { firstMark } from '@anjie/domain/messages/readMark'
import type { QueryContext } from '../ports.ts'

/** How far this person has read here, and the version of that mark; 0 where there is none yet. */
export async function readMarkOf({
  store,
  member,
  now,
}: Pick<QueryContext, 'store' | 'member' | 'now'>): Promise<{ readonly mark: ReadMark; readonly version: number }> {
  const found = await store.readMark(member.personId)
  return found === undefined ? { mark: firstMark(now), version: 0 } : { mark: found.state, version: found.version }
}
