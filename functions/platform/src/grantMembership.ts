import type { OneAnswer } from '@anjie/contracts/platform/command'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { DivisionTree, LEVELS } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { honourNameOf } from '@anjie/domain/honours/types/index'
import { endPost } from '@anjie/domain/people/endPost'
import { grantPost } from '@anjie/domain/people/grantPost'
import { grantedMembershipId } from '@anjie/domain/people/peopleIds'
import { postFault } from '@anjie/domain/people/postFault'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { Change, LogIns, RecordStore } from '@anjie/use-cases/ports'

export interface PostRegister {
  readonly store: RecordStore
  readonly logIns: LogIns
  readonly now: string
  digest(content: unknown): string
}

/**
 * 登记任职: the post of a log-in, by the operator and without an invitation. It takes the place of what the log-in held before, unless
 * it is `additional`. The same post once more changes nothing.
 */
export async function grantMembership(
  { store, logIns, now, digest }: PostRegister,
  divisions: DivisionTree,
  granted: Omit<Membership, 'version' | 'id' | 'scopes' | 'unitsElsewhere'>,
  additional: boolean,
): Promise<Result<OneAnswer, Problem>> {
  const { identity, jurisdiction, units: unitIds, ...rest } = granted
  const found = unitIds === undefined ? undefined : await store.getMany('unit', unitIds)
  const units = unitIds?.map((id) => found?.get(id)?.state)
  const fault = postFault({ ...rest, jurisdiction, units }, beijingDay(now))
  if (fault !== undefined) return err(fault)
  const codes = {
    province: [divisions.province.code],
    city: divisions.cities.map(({ code }) => code),
    county: divisions.counties.map(({ code }) => code),
  } as const satisfies Record<(typeof LEVELS)[number], readonly string[]>
  const known: readonly string[] = codes[jurisdiction.level]
  if (!known.includes(jurisdiction.code)) {
    return err({ code: 'invalid-input', detail: `${divisions.province.name}没有代码为${jurisdiction.code}的行政区划` })
  }
  const boundTo = digest(identity)
  const id = grantedMembershipId(jurisdiction, boundTo, digest)
  // A person's name may change, the person behind a log-in never does: who could become somebody else could decide on their own work.
  if ((await logIns.add(identity, granted.personId, id)) === 'other-person') {
    return err({
      code: 'invalid-input',
      detail:
        '该登录账号已登记为另一人员。一个账号始终属于同一个人；换人请用新账号登记，同一人的第二个账号沿用原人员编号',
    })
  }
  const others = additional ? [] : ((await logIns.find(identity))?.membershipIds.filter((other) => other !== id) ?? [])
  const posts = await store.getMany('membership', [id, ...others])
  const current = posts.get(id)
  const given = {
    ...rest,
    id,
    holder: 'person',
    jurisdiction,
    ...(units === undefined
      ? {}
      : { units: units.flatMap((unit) => (unit === undefined ? [] : [{ id: unit.id, name: unit.name }])) }),
    boundTo,
  } as const
  const ended = others.flatMap((other): Change[] => {
    const there = posts.get(other)
    const decision = there === undefined ? undefined : endPost(there.state, '改任', now)
    return there === undefined || decision?.ok !== true
      ? []
      : [{ kind: 'membership', id: other, expectedVersion: there.version, ...decision.value }]
  })
  const version = current?.version ?? 0
  if (ended.length === 0 && current !== undefined && isSame(current.state, given))
    return ok({ ok: true, changed: false, version })
  const decision = grantPost(given, now, honourNameOf)
  const written = await store.commit([...ended, { kind: 'membership', id, expectedVersion: version, ...decision }])
  return written.ok
    ? ok({ ok: true, changed: true, version: version + 1 })
    : err({ code: 'stale-version', detail: '这份任职记录刚刚被改动，请重新执行' })
}

const isSame = (state: MembershipRecord, given: object): boolean => {
  const { status, updatedAt: _at, ...held } = state
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return status === 'in-office' && sorted(held) === sorted(given)
}
