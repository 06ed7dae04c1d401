import { closeScheme } from './closeScheme.ts'
import { copyScheme } from './copyScheme.ts'
import { draftScheme } from './draftScheme.ts'
import { editScheme } from './editScheme.ts'
import { getScheme } from './getScheme.ts'
import { listSchemes } from './listSchemes.ts'
import { publishScheme } from './publishScheme.ts'
import { trySchemeOnCycle } from './trySchemeOnCycle.ts'

/** Use cases of the operations in `schemes.ts`, by operation id. */
export const SCHEMES = {
  listSchemes,
  getScheme,
  draftScheme,
  editScheme,
  copyScheme,
  publishScheme,
  closeScheme,
  trySchemeOnCycle,
} as const
