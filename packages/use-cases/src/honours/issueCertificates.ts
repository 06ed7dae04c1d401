import { beijingDate } from '@anjie/calendar-cn'
import { SIGNED_TYPES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { certificatePayload } from '@anjie/domain/honours/certificatePayload'
import { certificateId } from '@anjie/domain/honours/recordIds'
import { inParallel } from '@anjie/kernel'
import type { Change, RecordStore, Versioned } from '../ports.ts'
import type { Signer } from '../public-log/signer.ts'

/** One record each: as many as one commit takes. */
const CERTIFICATES_A_COMMIT = 40
const SIGNED_AT_ONCE = 10
/** Looked at in one run; a naming has six hundred. */
const A_RUN = 1_000

export interface IssuingContext {
  readonly store: Pick<RecordStore, 'getMany' | 'commit' | 'uncertified'>
  readonly site: string
  readonly signer: Signer
  readonly now: string
}

/**
 * 签发证书 of the titles that wait, some a commit, as long as time allows; answers how many were issued. A copy that is there already is
 * passed over: titles wait by a list that lags their certificates by a moment. What could not be signed is told of and waits on.
 */
export async function issueCertificates(
  context: IssuingContext,
  failed: (titleId: string, reason: unknown) => void,
  mayContinue: () => boolean,
): Promise<number> {
  const waiting = (await context.store.uncertified(A_RUN)).map(({ titleId }) => titleId)
  let issuedSoFar = 0
  for (let from = 0; from < waiting.length && mayContinue(); from += CERTIFICATES_A_COMMIT)
    issuedSoFar += await issueSome(context, waiting.slice(from, from + CERTIFICATES_A_COMMIT), failed)
  return issuedSoFar
}

async function issueSome(
  { store, site, signer, now }: IssuingContext,
  titleIds: readonly string[],
  failed: (titleId: string, reason: unknown) => void,
): Promise<number> {
  const titles = await store.getMany('title', titleIds)
  const copies = [...titles.values()].map((title) => ({ title, id: idOf(title.state) }))
  const there = await store.getMany(
    'certificate',
    copies.map(({ id }) => id),
  )
  const open = copies.filter(({ id }) => !there.has(id))
  const changes: Change[] = []
  await inParallel(open, SIGNED_AT_ONCE, async ({ title, id }) => {
    try {
      changes.push(await issued(title, id, { site, signer, now }))
    } catch (error) {
      // One that cannot be signed is told of, and does not hold up the others.
      failed(title.state.id, error)
    }
  })
  if (changes.length === 0) return 0
  // Where another runner issued some of them meanwhile, the next run finds which.
  return (await store.commit(changes)).ok ? changes.length : 0
}

const idOf = ({ id, corrections = [] }: RecordState<'title'>): string => certificateId(id, corrections.length + 1)

async function issued(
  { state, version }: Versioned<RecordState<'title'>>,
  id: string,
  { site, signer, now }: Pick<IssuingContext, 'site' | 'signer' | 'now'>,
): Promise<Change<'certificate'>> {
  const payload = certificatePayload(state, { site, issuedOn: beijingDate(now) })
  const { serial, copy } = payload
  return {
    kind: 'certificate',
    id,
    expectedVersion: 0,
    next: {
      titleId: state.id,
      titleVersion: version,
      county: state.county,
      serial,
      copy,
      kid: signer.kid,
      signed: await signer.sign(SIGNED_TYPES.certificate, payload),
      issuedAt: now,
    },
    fact: { type: 'CertificateIssued', details: { serial, copy: String(copy) } },
  }
}
