import { getEarlierSteps } from './getEarlierSteps.ts'
import { getHome } from './getHome.ts'
import { listHandled } from './listHandled.ts'

/** Use cases of the operations in `home.ts`, by operation id. */
export const HOME = {
  getHome,
  listHandled,
  getEarlierSteps,
} as const
