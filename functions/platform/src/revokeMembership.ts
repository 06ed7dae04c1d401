import type { OneAnswer } from '@anjie/contracts/platform/command'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { endPost } from '@anjie/domain/people/endPost'
import { err, ok, type Result } from '@anjie/kernel'
import type { Change } from '@anjie/use-cases/ports'
import type { PostRegister } from './grantMembership.ts'

/** 解除任职: every post of a log-in ends, so access is gone as soon as a cache of seconds has run out. */
export async function revokeMembership(
  { store, logIns, now }: PostRegister,
  identity: string,
  reason: string,
): Promise<Result<OneAnswer, Problem>> {
  const logIn = await logIns.find(identity)
  if (logIn === undefined) return err({ code: 'not-found', detail: '没有找到这份任职记录' })
  const posts = await store.getMany('membership', logIn.membershipIds)
  const changes = [...posts].flatMap(([id, { state, version }]): Change[] => {
    const decision = endPost(state, reason, now)
    return decision.ok ? [{ kind: 'membership', id, expectedVersion: version, ...decision.value }] : []
  })
  const version = Math.max(0, ...[...posts.values()].map((post) => post.version))
  if (changes.length === 0) return ok({ ok: true, changed: false, version })
  const written = await store.commit(changes)
  return written.ok
    ? ok({ ok: true, changed: true, version: version + 1 })
    : err({ code: 'stale-version', detail: '这份任职记录刚刚被改动，请重新执行' })
}
