import { DutyPostId, type UnitId } from '@anjie/contracts/vocabulary/ids'
import type { DutyPostKind } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { naturalId } from '../naturalId.ts'

/** A unit has each kind of post once: its id follows from both. */
export const dutyPostId = (unit: UnitId, kind: DutyPostKind, digest: (value: unknown) => string): DutyPostId =>
  DutyPostId.parse(`${unit}-${naturalId(digest({ dutyPost: kind }))}`)

export const dutyCoverageId = (county: string): string => `${county}.duty-posts`
