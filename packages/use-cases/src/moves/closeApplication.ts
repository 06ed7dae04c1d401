import type { ApplicationId } from '@anjie/contracts/vocabulary/ids'
import { slotId } from '@anjie/domain/honours/recordIds'
import { closedApplication } from '@anjie/domain/moves/closedApplication'
import type { CommandContext } from '../ports.ts'
import { type Carried, untilWritten } from './untilWritten.ts'

/** 终止申报 and frees its slot; one that went further meanwhile is left to who has it. */
export const closeApplication = (
  { store, now }: Pick<CommandContext, 'store' | 'now'>,
  id: ApplicationId,
  reason: string,
): Promise<Carried> =>
  untilWritten(store, id, async () => {
    const found = await store.get('application', id)
    const step = found === undefined ? null : closedApplication(found.state, reason, now)
    if (found === undefined || step === null) return []
    const slot = slotId({ id: found.state.roundId }, { id: found.state.unitId })
    const held = await store.get('application-slot', slot)
    return [
      { kind: 'application', id, expectedVersion: found.version, ...step.application },
      ...(held?.state.applicationId === id
        ? [{ kind: 'application-slot' as const, id: slot, expectedVersion: held.version, ...step.slot }]
        : []),
    ]
  })
