import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CatalogueItem, CatalogueStatus } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { allowedBy, permit, type Transition, type Workflow } from '../workflow/transition.ts'

export const CATALOGUE_ACTIONS = ['revise', 'end'] as const
export type CatalogueAction = (typeof CATALOGUE_ACTIONS)[number]

export const CATALOGUE_STATUS_NAMES = { current: '在用', ended: '停用' } as const satisfies Record<
  CatalogueStatus,
  string
>

const line = (action: CatalogueAction, to: CatalogueStatus): Transition<CatalogueAction, CatalogueStatus, never> => ({
  action,
  from: 'current',
  to: [to],
  level: 'province',
  role: 'province-admin',
  guards: [],
  changes: [],
  tells: [],
})

/** A code that was ended is never used again, so nothing leads back. */
export const CATALOGUE_WORKFLOW: Workflow<CatalogueAction, CatalogueStatus, never> = {
  recordName: '目录项',
  statusNames: CATALOGUE_STATUS_NAMES,
  actionNames: { revise: '修订', end: '停用' },
  transitions: [line('revise', 'current'), line('end', 'ended')],
}

const provinceOf = (id: string): string => id.slice(0, 2)

export const permitCatalogueAction = (
  { id, status }: CatalogueItem,
  action: CatalogueAction,
  member: Membership,
): Result<Transition<CatalogueAction, CatalogueStatus, never>, Problem> =>
  permit(
    CATALOGUE_WORKFLOW,
    status,
    action,
    member,
    () => provinceOf(id),
    () => null,
  )

export const allowedCatalogueActions = ({ id, status }: CatalogueItem, member: Membership): AllowedAction[] =>
  allowedBy(
    CATALOGUE_WORKFLOW,
    CATALOGUE_ACTIONS,
    status,
    member,
    () => provinceOf(id),
    () => null,
  )
