import { getRunArchive } from './getRunArchive.ts'
import { getRunArchivePart } from './getRunArchivePart.ts'
import { trySchemeOnCycle } from './trySchemeOnCycle.ts'

/** Use cases of the operations in `sandbox.ts`, by operation id. */
export const SANDBOX = { trySchemeOnCycle, getRunArchive, getRunArchivePart } as const
