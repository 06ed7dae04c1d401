import { getMe } from './getMe.ts'

/** Use cases of the operations in `access.ts`, by operation id. */
export const ACCESS = {
  getMe,
} as const
