import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { unitOfSubject } from './unitOfSubject.ts'

/** 回避: does the same person hold a post at the unit that is assessed, or whose post is? */
export function worksAtSubject({ unitsElsewhere }: Pick<Membership, 'unitsElsewhere'>, subject: string): boolean {
  const unit = unitOfSubject(subject)
  return unit !== undefined && unitsElsewhere?.includes(unit) === true
}
