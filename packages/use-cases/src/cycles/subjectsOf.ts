import { type CycleHead, type CycleSubject, subjectPart } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { RecordStore } from '../ports.ts'

/** Everybody whom a cycle assesses. A plan's subjects are written once, so the function keeps them. */
export async function subjectsOf(
  store: RecordStore,
  { id, subjects, subjectParts = [] }: CycleHead,
): Promise<readonly CycleSubject[]> {
  if (subjects !== undefined) return subjects
  const parts = await Promise.all(subjectParts.map((name) => store.getPart('cycle', id, subjectPart(name), 'keep')))
  return parts.flatMap((part) => {
    if (part === undefined) throw new Error(`cycle ${id} lacks some of its subjects`)
    return part
  })
}
