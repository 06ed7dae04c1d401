import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Purpose, Standpoint } from '@anjie/domain/access/index'
import type { CommandMark, CommandStore } from '@anjie/use-cases/commandStore'
import type { EvidenceFiles, Scope } from '@anjie/use-cases/ports'

export type TenantScope = Extract<Scope, { level: 'county' }>
export type OverseerScope = Exclude<Scope, { level: 'county' | 'unit' }>
/** Below the county: one unit of it. Nothing that asks for a county's scope takes this one. */
export type UnitScope = Extract<Scope, { level: 'unit' }>

/** The standpoint of somebody with an invitation to a jurisdiction. */
export const joiningAt = (code: string): Extract<Standpoint, { level: 'joining' }> => ({
  level: 'joining',
  code,
  province: provinceCodeOf(code),
})

/** The only ways to a store for signed-in people. Without a mark it reads; with one it carries out that command. */
export interface Stores {
  openUnitStore(scope: UnitScope, mark?: CommandMark): CommandStore
  openTenantStore(scope: TenantScope, mark?: CommandMark): CommandStore
  openOverseerStore(scope: OverseerScope, mark?: CommandMark): CommandStore
  /** For somebody with an invitation to one jurisdiction: its posts and codes, and nothing else. */
  openJoiningStore(jurisdiction: string, mark?: CommandMark): CommandStore
  evidenceFiles(scope: Scope, purpose: Purpose): EvidenceFiles
}

/** The store of a scope, whichever level it has. */
export function openStore(stores: Stores, scope: Scope, mark?: CommandMark): CommandStore {
  if (scope.level === 'unit') return stores.openUnitStore(scope, mark)
  return scope.level === 'county' ? stores.openTenantStore(scope, mark) : stores.openOverseerStore(scope, mark)
}
