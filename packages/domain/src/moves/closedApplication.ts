import type { Application, ApplicationStatus } from '@anjie/contracts/vocabulary/honours/application'
import type { Step } from '../decision.ts'

/** Those that hold no place and stand in no list: nobody outside the county has decided on them. */
const CLOSABLE: ReadonlySet<ApplicationStatus> = new Set(['draft', 'submitted', 'recommended'])

/** 终止申报 of a unit that applies no more here. Null where it has gone further meanwhile, or waits for a place: then who has it decides. */
export function closedApplication(
  application: Application,
  reason: string,
  at: string,
): { readonly application: Step<'application'>; readonly slot: Step<'application-slot'> } | null {
  if (!CLOSABLE.has(application.status) || application.waiting !== undefined) return null
  const { held: _over, transferred: _passed, ...rest } = application
  return {
    application: {
      next: { ...rest, status: 'rejected', returnReason: reason, updatedAt: at },
      fact: { type: 'ApplicationClosedByMove', details: { reason } },
    },
    slot: {
      next: { applicationId: null },
      fact: { type: 'ApplicationSlotReleased', details: { application: application.id } },
    },
  }
}

export const isClosable = ({ status }: { readonly status: string }): boolean =>
  CLOSABLE.has(status as ApplicationStatus)
