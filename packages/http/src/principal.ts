import { machineScopeOf } from '@anjie/contracts/operations/index'
import type { Operation } from '@anjie/contracts/operations/operation'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { rolesOfPost, scopeOfPost } from '@anjie/domain/access/index'
import { machineScopeName } from '@anjie/domain/access/machineScopeName'
import { postKeyOf } from '@anjie/domain/people/postKey'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { Scope } from '@anjie/use-cases/ports'
import type { VerifiedToken } from './tokenVerifier.ts'

/** A signed-in person at their post, with the one scope that follows from it. */
export interface Principal {
  readonly member: Membership
  /** All posts that the log-in holds today. */
  readonly posts: readonly Membership[]
  readonly scope: Scope
  /** When the person signed in, where the issuer says so. */
  readonly signedInAt?: string
}

export interface PrincipalSources {
  /** Whose log-in a valid access token is of; undefined for any other text. */
  verifyToken(token: string): Promise<VerifiedToken | undefined>
  readonly memberships: {
    find(identity: string, freshness: 'recent' | 'current' | 'anew'): Promise<readonly Membership[]>
  }
}

const BEARER = /^Bearer ([\w.~+/=-]+)$/i
const MAX_TOKEN_LENGTH = 8192

/** What a request says of who sends it. */
export interface Credentials {
  readonly authorization: string | undefined
  /** `Anjie-Post`: by which of the own posts it acts. It chooses among them and never names another. */
  readonly post: string | undefined
}

/** The log-in of a valid access token. */
export async function findIdentity(
  authorization: string | undefined,
  { verifyToken }: Pick<PrincipalSources, 'verifyToken'>,
): Promise<Result<VerifiedToken, Problem>> {
  const token = BEARER.exec(authorization ?? '')?.[1]
  const verified = token === undefined || token.length > MAX_TOKEN_LENGTH ? undefined : await verifyToken(token)
  return verified === undefined ? err({ code: 'not-signed-in', detail: '登录已失效或尚未登录' }) : ok(verified)
}

/**
 * Who calls, and may they call this at all? The only place where a scope is made: from the verified token and our own
 * membership records. What else a client sends about tenants, in headers, path or body, is not looked at.
 */
export async function findPrincipal(
  { authorization, post }: Credentials,
  operation: Operation,
  now: string,
  sources: PrincipalSources,
): Promise<Result<Principal, Problem>> {
  const verified = await findIdentity(authorization, sources)
  if (!verified.ok) return verified
  const { identity, signedInAt } = verified.value
  // Whoever writes is looked up now: an official who was moved a moment ago decides nothing any more.
  const freshness = operation.method === 'GET' ? 'recent' : 'current'
  const found = await sources.memberships.find(identity, freshness)
  // A post that was taken a moment ago is asked for before the kept ones know of it.
  const isThere = post === undefined || found.some((each) => postKeyOf(each) === post)
  const held = isThere ? found : await sources.memberships.find(identity, 'anew')
  const today = beijingDay(now)
  const posts = held.filter(({ validUntil }) => today <= validUntil)
  const member = post === undefined ? posts[0] : posts.find((each) => postKeyOf(each) === post)
  if (member === undefined)
    return posts.length === 0
      ? err({ code: 'no-membership', detail: '您的账号没有有效的任职记录' })
      : err({ code: 'post-ended', detail: '所选的任职已经解除或到期' })
  const roles = rolesOfPost(member)
  const permitted = permits({ ...member, roles }, operation)
  if (!permitted.ok) return permitted
  const unitsElsewhere = [...new Set(posts.flatMap((each) => each.units ?? []))].filter(
    (unit) => !member.units?.includes(unit),
  )
  const acting = { ...member, roles, ...(unitsElsewhere.length === 0 ? {} : { unitsElsewhere }) }
  return ok({
    member: acting,
    posts,
    scope: scopeOfPost(acting),
    ...(signedInAt === undefined ? {} : { signedInAt }),
  })
}

/** May this post call this operation: by its roles and, of a machine client, by what it was given. */
export function permits(
  { roles, scopes }: Pick<Membership, 'roles' | 'scopes'>,
  operation: Operation,
): Result<void, Problem> {
  if (!roles.some((role) => operation.access.roles.includes(role)))
    return err({ code: 'not-permitted', detail: `您的岗位不能办理“${operation.summary}”` })
  const needed = machineScopeOf(operation)
  return scopes !== undefined && needed !== undefined && !scopes.includes(needed)
    ? err({ code: 'not-permitted', detail: `这个接口客户端没有“${machineScopeName(needed)}”权限` })
    : ok(undefined)
}
