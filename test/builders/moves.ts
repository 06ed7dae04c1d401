import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { MembershipId, MovePlanId } from '@anjie/contracts/vocabulary/ids'
import { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { DIVISIONS as DIVISION_COMMANDS } from '@anjie/use-cases/divisions/index'
import { MOVES } from '@anjie/use-cases/moves/index'
import type { CommandContext, RecordStore } from '@anjie/use-cases/ports'
import { CLERKS } from './aftercare.ts'
import { someDetails } from './facts.ts'
import { type HonourWorld, mustHold } from './honours.ts'

export const REFERENCE = '民函〔2026〕5号'
type DivisionChangeKind = 'renamed' | 'merged'

/** Records a change of the tree and answers its number. */
export async function change(
  world: HonourWorld,
  kind: DivisionChangeKind,
  from: readonly string[],
  to: { readonly code: string; readonly name?: string },
  on = world.now.slice(0, 10),
) {
  const version = (await world.platform().get('divisions', '99.divisions'))?.version ?? 0
  const body = {
    kind,
    on: PlainDate.parse(on),
    approvalReference: REFERENCE,
    from: from.map((code) => CountyCode.parse(code)),
    to: [{ code: CountyCode.parse(to.code), ...(to.name === undefined ? {} : { name: to.name }) }],
  }
  const outcome = await mustHold(
    world.run(DIVISION_COMMANDS.recordDivisionChange, CLERKS.provinceAdmin, { params: {}, query: {}, body }, version),
  )
  return outcome.id
}

/** Somebody in each of these posts of a county, as records of who holds them. */
export async function posts(world: HonourWorld, county: string, ...roles: MembershipRecord['roles']): Promise<void> {
  for (const role of roles) {
    const id = MembershipId.parse(`${county}.${world.context(CLERKS.provinceAdmin).newId()}`)
    const next = MembershipRecord.parse({
      id,
      holder: 'person',
      personId: `p-${role}`,
      personName: '林一',
      post: '综治干部',
      jurisdiction: { level: 'county', code: county },
      jurisdictionName: county,
      roles: [role],
      validUntil: '2099-12-31',
      status: 'in-office',
      boundTo: 'a'.repeat(64),
      updatedAt: world.now,
    })
    const fact = { type: 'MembershipGranted', details: someDetails('MembershipGranted') } as const
    await mustHold(world.platform().commit([{ kind: 'membership', id, expectedVersion: 0, next, fact }]))
  }
}

export const planNow = async (world: HonourWorld, id: string) => {
  const found = await world.platform().get('move-plan', id)
  if (found === undefined) throw new Error('the plan is gone')
  return found
}

export async function drawn(world: HonourWorld, changeId: string, from: string): Promise<MovePlanId> {
  const body = { kind: 'county', changeId, from: CountyCode.parse(from) } as never
  const outcome = await mustHold(
    world.run(MOVES.drawMovePlan, CLERKS.provinceAdmin, { params: {}, query: {}, body } as never),
  )
  return MovePlanId.parse(outcome.id)
}

export const linesOf = async (world: HonourWorld, planId: MovePlanId) =>
  (
    await mustHold(
      world.ask(MOVES.listMoveLines, CLERKS.provinceAdmin, { params: { planId }, query: { part: 0 }, body: {} }),
    )
  ).lines

export async function confirmed(world: HonourWorld, planId: MovePlanId, by = CLERKS.secondAdmin) {
  const { version } = await planNow(world, planId)
  return world.run(MOVES.confirmMovePlan, by, { params: { planId }, query: {}, body: {} }, version)
}

/** One call of 继续办理, over the store that is given. */
export function carriedOn(world: HonourWorld, planId: MovePlanId, store?: (own: RecordStore) => RecordStore) {
  const own = world.context(CLERKS.provinceAdmin, undefined, 'moves')
  const context: CommandContext = { ...own, store: store?.(own.store) ?? own.store }
  return MOVES.carryMoveOn(context, { params: { planId }, query: {}, body: {} })
}
