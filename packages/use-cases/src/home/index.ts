import { getHome } from './getHome.ts'

/** Use cases of the operations in `home.ts`, by operation id. */
export const HOME = {
  getHome,
} as const
