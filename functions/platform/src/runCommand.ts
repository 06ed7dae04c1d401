import type { PlatformAnswer, PlatformCommand } from '@anjie/contracts/platform/command'
import type { DivisionTree, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { scopeOf } from '@anjie/domain/access/scopeOf'
import { divisionsId } from '@anjie/domain/honours/recordIds'
import { err, ok, type Result } from '@anjie/kernel'
import { importListing } from '@anjie/use-cases/aftercare/importListing'
import { loadDivisions } from '@anjie/use-cases/divisions/loadDivisions'
import { loadCalendar } from '@anjie/use-cases/notices/loadCalendar'
import type { LogIns, RecordStore } from '@anjie/use-cases/ports'
import { registerUnits } from '@anjie/use-cases/units/registerUnits'
import { grantMembership } from './grantMembership.ts'
import { revokeMembership } from './revokeMembership.ts'

/** What the operator's commands work on; production and tests give their own. */
export interface PlatformPlumbing {
  openStore(province: ProvinceCode): RecordStore
  readonly logIns: LogIns
  /** The province that this installation serves. */
  readonly ownProvince: ProvinceCode
  readonly now: string
  digest(content: unknown): string
}

/** Carries out one command. Refusals are answers; what is answered says nothing about a person. */
export async function runCommand(command: PlatformCommand, plumbing: PlatformPlumbing): Promise<PlatformAnswer> {
  const answer = await carryOut(command, plumbing)
  return answer.ok ? answer.value : { ok: false, code: answer.error.code, detail: answer.error.detail }
}

async function carryOut(
  command: PlatformCommand,
  plumbing: PlatformPlumbing,
): Promise<Result<PlatformAnswer, Problem>> {
  const { logIns, now, digest } = plumbing
  switch (command.command) {
    case 'loadDivisions': {
      const store = plumbing.openStore(command.divisions.province.code)
      return loadDivisions({ store, digest }, command.divisions)
    }
    case 'loadCalendar': {
      const province = command.province ?? plumbing.ownProvince
      return loadCalendar({ store: plumbing.openStore(province), digest }, province, command.plan)
    }
    case 'grantMembership': {
      const { province } = scopeOf(command.membership.jurisdiction)
      const store = plumbing.openStore(province)
      const divisions = await divisionsOf(store, province)
      if (!divisions.ok) return divisions
      const register = { store, logIns, now, digest }
      return grantMembership(register, divisions.value, command.membership, command.additional === true)
    }
    case 'revokeMembership': {
      const store = plumbing.openStore(plumbing.ownProvince)
      return revokeMembership({ store, logIns, now, digest }, command.identity, command.reason)
    }
    case 'registerUnits': {
      const store = plumbing.openStore(command.province)
      const divisions = await divisionsOf(store, command.province)
      return divisions.ok ? ok(await registerUnits({ store, now, digest }, divisions.value, command.units)) : divisions
    }
    case 'importTitles': {
      const store = plumbing.openStore(command.province)
      const divisions = await divisionsOf(store, command.province)
      return divisions.ok ? ok(await importListing({ store, now, digest }, divisions.value, command.rows)) : divisions
    }
  }
}

async function divisionsOf(store: RecordStore, province: ProvinceCode): Promise<Result<DivisionTree, Problem>> {
  const found = await store.get('divisions', divisionsId(province))
  return found === undefined
    ? err({ code: 'import-refused', detail: `未载入该省区划（${province}）` })
    : ok(found.state)
}
