import { signingKeyId } from '@anjie/domain/public-log/recordIds'
import type { RecordStore } from '../ports.ts'
import type { Signer } from './signer.ts'

/** 公布签名公钥: the key that signs from now on stands beside those before it, which stay for what they signed. Repeats change nothing. */
export async function publishSigningKey(
  {
    store,
    province,
    now,
  }: { readonly store: Pick<RecordStore, 'get' | 'commit'>; readonly province: string; readonly now: string },
  { kid, jwk }: Pick<Signer, 'kid' | 'jwk'>,
): Promise<void> {
  const id = signingKeyId(province, kid)
  if ((await store.get('signing-key', id)) !== undefined) return
  await store.commit([
    {
      kind: 'signing-key',
      id,
      expectedVersion: 0,
      next: { kid, jwk: { ...jwk }, since: now },
      fact: { type: 'SigningKeyPublished', details: { kid } },
    },
  ])
}
