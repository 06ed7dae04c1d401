import { systemMark } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { someDetails } from '../builders/facts.ts'
import { PLACES } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'
import { submission } from '../builders/submission.ts'
import type { TestApi } from './testApi.ts'

/** Puts one open form of the first county into an API, at version 1. */
export async function openForm(api: TestApi): Promise<{ readonly submissionId: string }> {
  const open = cycle()
  const form = submission({ cycleId: open.id, id: `${PLACES.county.code}.${open.id.slice(3)}` as never })
  const scheme = { id: open.schemeId, province: open.province, status: 'in-force', scheme: countyScheme() } as const
  const store = api.stores.openPlatformStore(PLACES.province.code, systemMark())
  const written = await store.commit([
    {
      kind: 'scheme',
      id: open.schemeId,
      expectedVersion: 0,
      next: { ...scheme, updatedAt: open.updatedAt },
      fact: { type: 'SchemePublished', details: someDetails('SchemePublished') },
    },
    {
      kind: 'cycle',
      id: open.id,
      expectedVersion: 0,
      next: open,
      fact: { type: 'CycleOpened', details: someDetails('CycleOpened') },
    },
    {
      kind: 'submission',
      id: form.id,
      expectedVersion: 0,
      next: form,
      fact: { type: 'SubmissionOpened', details: someDetails('SubmissionOpened') },
    },
  ])
  if (!written.ok) throw new Error(written.error.detail)
  return { submissionId: form.id }
}
