import { OWN_SYSTEM, OWN_SYSTEM_NAME } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { TYPICAL_SYSTEMS } from '@anjie/contracts/vocabulary/disputes/typicalSystems'
import { codeOf } from '@anjie/domain/access/index'
import type { QueryContext } from '../ports.ts'

export interface SystemInUse {
  readonly mapping: SystemMapping
  readonly version: number
  readonly of: 'typical' | 'province' | 'county'
  readonly ownVersion: number
  readonly updatedAt?: string
}

/** Each system's mapping, or one system's alone: the county's own, else the province's, else the typical layout. */
export async function systemsInUse(
  { store, scope }: Pick<QueryContext, 'store' | 'scope'>,
  only?: string,
): Promise<readonly SystemInUse[]> {
  const systems = TYPICAL_SYSTEMS.filter(({ system }) => only === undefined || system === only)
  const codes = systems.map(({ system }) => system)
  const own = codeOf(scope)
  const owners = scope.level === 'county' ? [own, scope.province] : [own]
  const written = await store.getMany(
    'dispute-system',
    owners.flatMap((owner) => codes.map((code) => `${owner}.${code}`)),
  )
  return systems.map((typical): SystemInUse => {
    const ownVersion = written.get(`${own}.${typical.system}`)?.version ?? 0
    const [nearest] = owners.flatMap((owner) => written.get(`${owner}.${typical.system}`) ?? [])
    if (nearest === undefined) return { mapping: typical, version: 0, of: 'typical', ownVersion }
    const { mapping, owner, updatedAt } = nearest.state
    return {
      mapping,
      version: nearest.version,
      of: owner === scope.province ? 'province' : 'county',
      ownVersion,
      updatedAt,
    }
  })
}

export const systemNamesOf = (systems: readonly SystemInUse[]): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(systems.map(({ mapping }) => [mapping.system, mapping.name])),
  [OWN_SYSTEM]: OWN_SYSTEM_NAME,
})
