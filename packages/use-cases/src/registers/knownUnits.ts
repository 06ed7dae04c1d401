import type { RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import type { KnownUnits, NamedUnit } from '@anjie/domain/registers/readCell'
import { textKey } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import { foundRows } from '../foundRows.ts'
import type { QueryContext } from '../ports.ts'

const UNIT_ID = /^\d{4}[0-9A-Z]\d\.[0-9A-HJKMNP-TV-Z]{26}$/
/** Few names are looked up one by one; many are found in the county's whole list. */
const FEW_NAMES = 6

/** The units that these cells may name, by id and by name; of a unit's own post only the unit itself. */
export async function knownUnits(
  { store, scope }: Pick<QueryContext, 'store' | 'scope'>,
  columns: readonly RegisterColumn[],
  given: readonly { readonly cells: Readonly<Record<string, string>> }[],
): Promise<KnownUnits> {
  const asked = columns.filter(({ type }) => type === 'place' || type === 'unit').map(({ code }) => code)
  const texts = [...new Set(given.flatMap(({ cells }) => asked.flatMap((code) => cells[code]?.trim() || [])))]
  const ids = texts.filter((text) => UNIT_ID.test(text))
  const names = texts.filter((text) => !UNIT_ID.test(text))
  const found: NamedUnit[] = []
  if (scope.level === 'unit') {
    const own = texts.length === 0 ? undefined : (await store.get('unit', scope.unit))?.state
    if (own !== undefined) found.push({ id: own.id, name: own.name, kind: own.kind })
  } else {
    const byId = ids.length === 0 ? new Map() : await store.getMany('unit', ids)
    for (const { state } of byId.values())
      if (state.validTo === undefined) found.push({ id: state.id, name: state.name, kind: state.kind })
    if (names.length > 0) {
      const rows =
        names.length > FEW_NAMES
          ? await allRows(store, 'unit')
          : (await Promise.all(names.map((name) => foundRows(store, 'unit', { stage: 'open', name })))).flat()
      for (const { id, title, status, fields } of rows)
        if (status === 'current') found.push({ id, name: title, kind: fields.unitKind })
    }
  }
  const byName = new Map<string, NamedUnit[]>()
  const byId = new Map(found.map((unit) => [unit.id, unit] as const))
  for (const unit of byId.values()) byName.set(textKey(unit.name), [...(byName.get(textKey(unit.name)) ?? []), unit])
  return { byId, byName }
}
