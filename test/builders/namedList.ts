import type { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { DocumentNumber } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { runClock } from '@anjie/function-clock/runClock'
import { runSigner, type SignerReport } from '@anjie/function-signer/runSigner'
import { digest, openStore } from '@anjie/store/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import type { RecordStore } from '@anjie/use-cases/ports'
import type { Signer } from '@anjie/use-cases/public-log/signer'
import {
  batch,
  batchNow,
  Case,
  counters,
  DIVISIONS,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  PEOPLE,
  round,
  village,
} from './honours.ts'
import { sha256 } from './testSigner.ts'

/** Where the titles of these worlds are published. */
export const SITE = 'https://gongkai.example.cn'

/** One run of the function that signs, at an instant. */
export function signAt(
  world: HonourWorld,
  now: string,
  signer: Signer,
  store: Partial<RecordStore> = {},
): Promise<SignerReport> {
  world.now = now
  return runSigner(
    { store: { ...world.platform(), ...store }, province: '99', site: SITE, signer, sha256, now },
    () => true,
  )
}

/** A list of the province that is named, with so many units. */
export async function namedList(units = 2): Promise<{ world: HonourWorld; titles: readonly string[] }> {
  const own = await honourWorld()
  own.now = '2026-03-02T01:00:00.000Z'
  const listId = await batch(own, await round(own))
  for (let index = 0; index < units; index++) {
    const made = await Case.accepted(
      own,
      (await batchNow(own, listId)).state.roundId,
      await village(own, '990101', `柳湾${index}村`),
    )
    await mustHold(made.propose(listId))
  }
  await mustHold(openNoticeOf(own, listId, '2026-03-03'))
  own.now = '2026-03-10T01:00:00.000Z'
  await runClock(
    {
      store: own.platform(),
      now: own.now,
      divisions: DIVISIONS,
      digest,
      ...counters(),
      storeOf: (scope) => openStore(own.stores, scope),
      province: { level: 'province', province: '99' as ProvinceCode },
      sender: { send: () => Promise.reject(new Error('nobody is sent anything')) },
    },
    () => true,
  )
  await mustHold(
    own.run(
      HONOURS.nameBatch,
      PEOPLE.provinceAdmin,
      {
        params: { batchId: listId },
        query: {},
        body: { documentNumber: DocumentNumber.parse('平安办〔2026〕12号'), namedOn: PlainDate.parse('2026-03-10') },
      },
      (await batchNow(own, listId)).version,
    ),
  )
  const titles = own.stores
    .recordedFacts()
    .flatMap(({ type, recordId }) => (type === 'TitleConferred' ? [recordId] : []))
  return { world: own, titles }
}
