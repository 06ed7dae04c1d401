import { unitOfSubject } from './unitOfSubject.ts'

/** A post at a unit: whoever holds it is assessed by what others keep, and fills in nothing. */
export function isPost(subject: string | undefined): boolean {
  const unit = unitOfSubject(subject)
  return unit !== undefined && unit !== subject
}
