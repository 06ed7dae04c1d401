import type { urgeCase as operation } from '@anjie/contracts/operations/messages'
import { urge } from '@anjie/domain/messages/urge'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { urgedCase } from './urgedCase.ts'

/** 催报: a fact of its own, so that the case stays as it is under the hands of whoever fills it. */
export const urgeCase: Command<InputOf<typeof operation>> = async (
  context,
  { params: { caseKind, caseId }, body: { emergency } },
) => {
  const { store, member, now } = context
  const [found, former] = await Promise.all([urgedCase(context, caseKind, caseId), store.get('urging', caseId)])
  if (!found.ok) return found
  const next = urge(former?.state ?? null, found.value, member, emergency, now)
  if (!next.ok) return next
  const { to, verb } = next.value
  const version = (former?.version ?? 0) + 1
  const outcome = { id: caseId, version, status: 'urged' }
  const written = await store.commit(
    [
      {
        kind: 'urging',
        id: caseId,
        expectedVersion: version - 1,
        next: next.value,
        fact: {
          type: 'CaseUrged',
          details: { to: to.role, verb, ...(emergency === undefined ? {} : { emergency }) },
        },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
