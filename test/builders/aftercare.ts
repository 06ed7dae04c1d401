import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Recheck } from '@anjie/contracts/vocabulary/aftercare/recheck'
import { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Result } from '@anjie/kernel'
import { digest } from '@anjie/store/index'
import { carryOutTerms } from '@anjie/use-cases/aftercare/dueTerms'
import { AFTERCARE } from '@anjie/use-cases/aftercare/index'
import type { CarriedOut, Command } from '@anjie/use-cases/ports'
import { type HonourWorld, PEOPLE, person } from './honours.ts'

/** People who look into titles, beside those who name: two decide, a third looks into an appeal. */
export const CLERKS = {
  ...PEOPLE,
  secondAdmin: person('p-admin-2', '99', 'province-admin'),
  thirdAdmin: person('p-admin-3', '99', 'province-admin'),
  countyAdmin: person('p-county-admin', '990101', 'county-admin'),
} as const

/** What the clock does with titles at an instant. */
export const passTime = (world: HonourWorld, now: string) => {
  world.now = now
  return carryOutTerms({ store: world.platform(), now, digest }, () => true)
}

export const titleOf = async (world: HonourWorld, id: string) => {
  const found = await world.platform().get('title', TitleId.parse(id))
  if (found === undefined) throw new Error('the title is gone')
  return found
}

export const casesOf = (world: HonourWorld): readonly string[] => [
  ...new Set(world.stores.recordedFacts().flatMap(({ kind, recordId }) => (kind === 'recheck' ? [recordId] : []))),
]

export const caseNow = async (world: HonourWorld, id: string): Promise<{ state: Recheck; version: number }> => {
  const found = await world.platform().get('recheck', id)
  if (found === undefined) throw new Error('the case is gone')
  return found
}

type Commands = Extract<
  keyof typeof AFTERCARE,
  `${string}Recheck` | 'reportSelfCheck' | 'reportMending' | `${string}Revocation` | 'decideRevocationAppeal'
>

/** One step of a case from its newest version. */
export async function act(
  world: HonourWorld,
  id: string,
  command: Exclude<Commands, 'getRecheck'>,
  member: Membership,
  body: Record<string, unknown>,
): Promise<Result<CarriedOut, Problem>> {
  const { version } = await caseNow(world, id)
  const run = AFTERCARE[command] as Command<unknown>
  return world.run(run, member, { params: { recheckId: id }, query: {}, body }, version)
}

/** 登记负面清单情形. */
export async function enter(
  world: HonourWorld,
  unitId: string,
  member: Membership,
  body: { kind: string; on: string; source: string; cause: string },
) {
  const version = (await world.platform().get('incidents', unitId))?.version ?? 0
  return world.run(
    AFTERCARE.enterIncident as Command<unknown>,
    member,
    { params: { unitId }, query: {}, body },
    version,
  )
}

export const SELF_CHECK = '自查全年工作，未发现问题，群众满意。'
