import {
  codeOf,
  JOINING_TAG,
  PURPOSE_TAG,
  type Purpose,
  SCOPES,
  type SessionTag,
  type Standpoint,
} from '@anjie/domain/access/index'
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts'

/** Short-lived credentials that can touch one jurisdiction's keys. */
export interface ScopedCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
}

/** From where a request reaches records: everything but the functions' own. */
export type SessionStandpoint = Exclude<Standpoint, { level: 'platform' }>

export interface ScopedCredentialsOptions {
  readonly sts: Pick<STSClient, 'send'>
  /** The role of each level; its policy reads the jurisdiction from the session's tags. */
  readonly roleArns: Readonly<Record<SessionStandpoint['level'], string>>
  readonly nowMilliseconds?: () => number
}

/** An hour is what a role that assumes a role may ask for. */
const SESSION_SECONDS = 3600
/** An upload form signed now works for ten minutes, and not longer than the credentials that signed it. */
const RENEW_BEFORE_MS = 11 * 60 * 1000
/** More purposes of more jurisdictions than one province has in an hour. */
const MAX_SESSIONS = 1000

/** The tags of a session: its own code and those above it, and its purpose, as the roles' policies expect them. */
export function sessionTags(scope: SessionStandpoint, purpose: Purpose): Readonly<Record<string, string>> {
  if (scope.level === 'joining') return { [JOINING_TAG]: scope.code, [PURPOSE_TAG]: purpose }
  const codes: Partial<Record<SessionTag, string>> = scope
  return {
    ...Object.fromEntries(SCOPES[scope.level].tags.map((tag) => [tag, codes[tag] ?? ''])),
    [PURPOSE_TAG]: purpose,
  }
}

/**
 * Credentials for a scope and a purpose, from STS with session tags, kept until shortly before they expire. Calls at the same time share one
 * request; a failed one is not kept.
 */
export function scopedCredentials({ sts, roleArns, nowMilliseconds = Date.now }: ScopedCredentialsOptions) {
  const sessions = new Map<string, { readonly promise: Promise<ScopedCredentials>; expiresAt: number }>()

  const assume = async (scope: SessionStandpoint, purpose: Purpose): Promise<ScopedCredentials> => {
    const { Credentials: given } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: roleArns[scope.level],
        RoleSessionName: `anjie-${scope.level}-${codeOf(scope)}`,
        DurationSeconds: SESSION_SECONDS,
        Tags: Object.entries(sessionTags(scope, purpose)).map(([Key, Value]) => ({ Key, Value })),
      }),
    )
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {}
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) throw new Error('STS gave no credentials')
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    }
  }

  return (scope: SessionStandpoint, purpose: Purpose): Promise<ScopedCredentials> => {
    const key = `${scope.level} ${codeOf(scope)} ${purpose}`
    const found = sessions.get(key)
    if (found !== undefined && found.expiresAt - nowMilliseconds() > RENEW_BEFORE_MS) return found.promise
    const session = { promise: assume(scope, purpose), expiresAt: nowMilliseconds() + SESSION_SECONDS * 1000 }
    sessions.delete(key)
    sessions.set(key, session)
    for (const oldest of sessions.keys()) {
      if (sessions.size <= MAX_SESSIONS) break
      sessions.delete(oldest)
    }
    session.promise.then(
      ({ expiration }) => {
        session.expiresAt = expiration.getTime()
      },
      () => {
        if (sessions.get(key) === session) sessions.delete(key)
      },
    )
    return session.promise
  }
}
