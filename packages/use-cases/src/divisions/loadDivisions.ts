import type { OneAnswer } from '@anjie/contracts/platform/command'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { divisionFault } from '@anjie/domain/divisions/divisionFault'
import { keepRecordedChanges } from '@anjie/domain/divisions/keepRecordedChanges'
import { divisionsId } from '@anjie/domain/honours/recordIds'
import { err, ok, type Result } from '@anjie/kernel'
import type { CommandContext } from '../ports.ts'

/** 导入行政区划 of a province; the same tree once more changes nothing, and what the province recorded stands. */
export async function loadDivisions(
  { store, digest }: Pick<CommandContext, 'store' | 'digest'>,
  loaded: DivisionTree,
): Promise<Result<OneAnswer, Problem>> {
  const id = divisionsId(loaded.province.code)
  const found = await store.get('divisions', id)
  const divisions = keepRecordedChanges(loaded, found?.state)
  const fault = divisionFault(divisions)
  if (fault !== null) return err({ code: 'import-refused', detail: fault })
  if (found !== undefined && digest(found.state) === digest(divisions)) {
    return ok({ ok: true, changed: false, version: found.version })
  }
  const version = found?.version ?? 0
  const written = await store.commit([
    {
      kind: 'divisions',
      id,
      expectedVersion: version,
      next: divisions,
      fact: {
        type: 'DivisionsLoaded',
        details: { cities: String(divisions.cities.length), counties: String(divisions.counties.length) },
      },
    },
  ])
  return written.ok ? ok({ ok: true, changed: true, version: version + 1 }) : written
}
