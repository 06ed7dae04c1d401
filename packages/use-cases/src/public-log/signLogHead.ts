import { beijingDate } from '@anjie/calendar-cn'
import { SIGNED_TYPES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import { headOfLog } from '@anjie/domain/public-log/headOfLog'
import { logHeadId, logId } from '@anjie/domain/public-log/recordIds'
import type { Sha256 } from '@anjie/kernel/merkle'
import type { RecordStore } from '../ports.ts'
import type { Signer } from './signer.ts'

export interface HeadContext {
  readonly store: Pick<RecordStore, 'get' | 'commit'>
  readonly province: string
  /** Whose log it is: the origin of the public site that shows it. */
  readonly site: string
  readonly signer: Signer
  readonly sha256: Sha256
  readonly now: string
}

/** 签发日志摘要, once a day by Beijing's calendar, of all lines until then; false when there is one already, or no line yet. */
export async function signLogHead({ store, province, site, signer, sha256, now }: HeadContext): Promise<boolean> {
  const day = beijingDate(now)
  const id = logHeadId(province, day)
  if ((await store.get('log-head', id)) !== undefined) return false
  const log = await store.get('log', logId(province))
  if (log === undefined || log.state.size === 0) return false
  const payload = headOfLog(log.state, { name: site, day, at: now }, sha256)
  const signed = await signer.sign(SIGNED_TYPES.head, payload)
  const { size, root } = payload
  // When another runner was quicker, there is one all the same.
  const written = await store.commit([
    {
      kind: 'log-head',
      id,
      expectedVersion: 0,
      next: { day, size, root, at: now, kid: signer.kid, signed },
      fact: { type: 'LogHeadSigned', details: { size: String(size), root } },
    },
  ])
  return written.ok
}
