import type { Role } from '@anjie/contracts/vocabulary/access/people'
import { createContext, useContext } from 'react'
import type { OPERATIONS, Operation } from './api/operations.ts'
import type { Answer } from './api/operationTypes.ts'

/** The signed-in person, post and roles, as the server's own record has them. */
export type Me = Answer<(typeof OPERATIONS)['getMe']>

export const MeContext = createContext<Me | undefined>(undefined)

export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === undefined) throw new Error('useMe outside of MeContext')
  return me
}

/** Whether one of the roles may call an operation at all. What may be done to one case, its `allowed` list says. */
export const mayCall = (roles: readonly Role[], operation: Operation): boolean =>
  roles.some((role) => operation.access.roles.includes(role))
