import type { OneAnswer } from '@anjie/contracts/platform/command'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { rolesOfLevel } from '@anjie/domain/access/rolesOfLevel'
import { err, ok, type Result } from '@anjie/kernel'
import type { MembershipEvent, MembershipRegister } from './membershipRegister.ts'

/**
 * 登记任职: gives a person a post, or changes it. The same post once more changes nothing. A role that cannot be held at the
 * post's level is refused, because it would grant nothing and look as if it did.
 */
export async function grantMembership(
  register: MembershipRegister,
  divisions: DivisionTree,
  granted: Omit<Membership, 'version'>,
  event: Omit<MembershipEvent, 'type' | 'reason'>,
): Promise<Result<OneAnswer, Problem>> {
  const { jurisdiction, roles } = granted
  const misplaced = roles.filter((role) => !rolesOfLevel(roles, jurisdiction.level).includes(role))
  if (misplaced.length > 0) {
    return err({ code: 'invalid-input', detail: `${misplaced.join('、')}不能在${jurisdiction.level}一级任职` })
  }
  const codes = {
    province: [divisions.province.code],
    city: divisions.cities.map(({ code }) => code),
    county: divisions.counties.map(({ code }) => code),
  } as const satisfies Record<typeof jurisdiction.level, readonly string[]>
  const known: readonly string[] = codes[jurisdiction.level]
  if (!known.includes(jurisdiction.code)) {
    return err({ code: 'invalid-input', detail: `${divisions.province.name}没有代码为${jurisdiction.code}的行政区划` })
  }
  const current = await register.find(granted.identity)
  // A person's name may change, the person behind a log-in never does: who could become somebody else could decide on their own work.
  if (current !== undefined && current.personId !== granted.personId) {
    return err({
      code: 'invalid-input',
      detail:
        '该登录账号已登记为另一人员。一个账号始终属于同一个人；换人请用新账号登记，同一人的第二个账号沿用原人员编号',
    })
  }
  const next = { ...granted, version: (current?.version ?? 0) + 1 }
  if (current !== undefined && same(current, { ...granted, version: current.version })) {
    return ok({ ok: true, changed: false, version: current.version })
  }
  const outcome = await register.write(next, { ...event, type: 'MembershipGranted', reason: '' })
  return outcome === 'written'
    ? ok({ ok: true, changed: true, version: next.version })
    : err({ code: 'stale-version', detail: '这份任职记录刚刚被改动，请重新执行' })
}

const same = (one: Membership, other: Membership): boolean => {
  const fields = Object.keys({ ...one, ...other }) as (keyof Membership)[] // keys of two values of this very type
  return fields.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]))
}
