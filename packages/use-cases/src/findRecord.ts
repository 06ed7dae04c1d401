import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { RECORD_KINDS, type RecordKind, type RecordState } from '@anjie/contracts/vocabulary/records'
import { err, ok, type Result } from '@anjie/kernel'
import type { CommandContext, QueryContext, Versioned } from './ports.ts'

/** A record that the caller may read. One outside the caller's reach is answered exactly like one that does not exist. */
export async function findRecord<K extends RecordKind>(
  { store }: Pick<QueryContext, 'store'>,
  kind: K,
  id: string,
): Promise<Result<Versioned<RecordState<K>>, Problem>> {
  const record = await store.get(kind, id)
  return record === undefined ? err(notFound(kind)) : ok(record)
}

export function notFound(kind: RecordKind): Problem {
  return { code: 'not-found', detail: `没有找到这份${RECORD_KINDS[kind].name}` }
}

/** Refuses a change that was made from another version than the stored one; the caller shows what is new and keeps what was typed. */
export function checkVersion({ ifMatch }: Pick<CommandContext, 'ifMatch'>, version: number): Result<void, Problem> {
  if (ifMatch === undefined) return err({ code: 'if-match-required', detail: '缺少打开时的版本号' })
  if (ifMatch !== version)
    return err({ code: 'stale-version', detail: `您打开的是第${ifMatch}版，现在是第${version}版` })
  return ok(undefined)
}
