import type { Operation } from '@anjie/contracts/operations/operation'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { rolesOfLevel, scopeOf } from '@anjie/domain/access/index'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { Scope } from '@anjie/use-cases/ports'

/** A signed-in person at their post, with the one scope that follows from it. */
export interface Principal {
  readonly member: Membership
  readonly scope: Scope
}

export interface PrincipalSources {
  /** The identity `<issuer>#<subject>` of a valid access token; undefined for any other text. */
  verifyToken(token: string): Promise<string | undefined>
  readonly memberships: { find(identity: string, freshness: 'current' | 'recent'): Promise<Membership | undefined> }
}

const BEARER = /^Bearer ([\w.~+/=-]+)$/i
const MAX_TOKEN_LENGTH = 8192

/**
 * Who calls, and may they call this at all? The only place where a scope is made: from the verified token and our own
 * membership record. What else a client sends about tenants, in headers, path or body, is not looked at.
 */
export async function findPrincipal(
  authorization: string | undefined,
  operation: Operation,
  now: string,
  { verifyToken, memberships }: PrincipalSources,
): Promise<Result<Principal, Problem>> {
  const token = BEARER.exec(authorization ?? '')?.[1]
  const identity = token === undefined || token.length > MAX_TOKEN_LENGTH ? undefined : await verifyToken(token)
  if (identity === undefined) return err({ code: 'not-signed-in', detail: '登录已失效或尚未登录' })
  // Whoever writes is looked up now: an official who was moved a moment ago decides nothing any more.
  const member = await memberships.find(identity, operation.method === 'GET' ? 'recent' : 'current')
  if (member === undefined || beijingDay(now) > member.validUntil) {
    return err({ code: 'no-membership', detail: '您的账号没有有效的任职记录' })
  }
  const roles = rolesOfLevel(member.roles, member.jurisdiction.level)
  if (!roles.some((role) => operation.access.roles.includes(role))) {
    return err({ code: 'not-permitted', detail: `您的岗位不能办理“${operation.summary}”` })
  }
  return ok({ member: { ...member, roles: [...roles] }, scope: scopeOf(member.jurisdiction) })
}
