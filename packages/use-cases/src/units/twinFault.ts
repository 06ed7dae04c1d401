import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { looksTheSame } from '@anjie/domain/units/unitIdentity'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { unitFault } from '@anjie/domain/units/unitParent'
import { foundRows } from '../foundRows.ts'
import type { RecordStore } from '../ports.ts'

type Named = Pick<Unit, 'kind' | 'name' | 'parentId'>

/**
 * Why this name cannot stand beside the current units of its kind under the same township. One that looks the same is refused;
 * one that a careful clerk would take for the same is asked about, until somebody says that it is another unit.
 */
export async function twinFault(
  store: RecordStore,
  given: Named & { readonly id?: string },
  confirmedOther: boolean,
): Promise<Problem | undefined> {
  const key = unitNameKey(given.name, given.kind)
  const namesakes = await foundRows(store, 'unit', { stage: 'open', name: key, group: given.kind })
  const twins = namesakes.filter(
    ({ id, title, fields }) =>
      id !== given.id && fields.parentId === given.parentId && unitNameKey(title, given.kind) === key,
  )
  const same = twins.find(({ title }) => looksTheSame(title, given.name))
  if (same !== undefined) return sameUnit(same.title, given.name)
  const [near] = twins
  return near === undefined || confirmedOther ? undefined : nearTwin(near.title, given.name)
}

/** The refusal of a name that differs in nothing that one sees. */
export const sameUnit = (known: string, given: string): Problem =>
  unitFault(
    '/name',
    known === given ? `已登记过“${known}”` : `已登记过“${known}”，与“${given}”只差空格、全角半角或大小写，是同一个单位`,
  )

/** The question whether two spellings are one unit. */
export function nearTwin(known: string, given: string): Problem {
  const detail = `已登记过“${known}”，与“${given}”可能是同一个单位`
  return { code: 'near-twin', detail, pointer: '/name', errors: [{ pointer: '/name', detail }] }
}
