import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { DutyPostStep } from './dutyPostActions.ts'

/** A post bears its unit's name, and its township's. Undefined where nothing changes. */
export function renamedDutyPost(post: DutyPost, unit: Unit, now: string): DutyPostStep | undefined {
  const township = unit.kind === 'township' ? unit : { id: unit.parentId, name: unit.parentName }
  const next = {
    ...post,
    unitName: unit.name,
    townshipId: township.id ?? post.townshipId,
    townshipName: township.name ?? post.townshipName,
    updatedAt: now,
  }
  const isSame =
    next.unitName === post.unitName && next.townshipName === post.townshipName && next.townshipId === post.townshipId
  if (isSame || post.status === 'ended') return undefined
  return { next, fact: { type: 'DutyPostRenamed', details: { unit: unit.name } } }
}
