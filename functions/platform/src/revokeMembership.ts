import { addDays, beijingDate } from '@anjie/calendar-cn'
import type { OneAnswer } from '@anjie/contracts/platform/command'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { MembershipEvent, MembershipRegister } from './membershipRegister.ts'

/** 解除任职: the post ends with yesterday, so access is gone as soon as a cache of seconds has run out. */
export async function revokeMembership(
  register: MembershipRegister,
  identity: string,
  event: Omit<MembershipEvent, 'type'>,
): Promise<Result<OneAnswer, Problem>> {
  const current = await register.find(identity)
  if (current === undefined) return err({ code: 'not-found', detail: '没有找到这份任职记录' })
  const yesterday = addDays(beijingDate(event.at), -1)
  if (current.validUntil <= yesterday) return ok({ ok: true, changed: false, version: current.version })
  const next = { ...current, validUntil: yesterday, version: current.version + 1 }
  const outcome = await register.write(next, { ...event, type: 'MembershipRevoked' })
  return outcome === 'written'
    ? ok({ ok: true, changed: true, version: next.version })
    : err({ code: 'stale-version', detail: '这份任职记录刚刚被改动，请重新执行' })
}
