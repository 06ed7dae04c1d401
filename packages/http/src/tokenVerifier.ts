import {
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  type ProtectedHeaderParameters,
} from 'jose'

export interface TokenVerifierOptions {
  readonly issuer: string
  /** The client (Cognito) or the audience (any other OIDC issuer) that a token must have been issued for. */
  readonly audience: string
  readonly keys: JWTVerifyGetKey
  readonly now?: () => Date
}

/** What a valid access token says of who holds it. */
export interface VerifiedToken {
  /** `<issuer>#<subject>`. */
  readonly identity: string
  /** When the person signed in, where the issuer says so (`auth_time`). */
  readonly signedInAt?: string
}

/** Clock skew that is let pass: the issuer's clock may be so far from ours. */
const SKEW_SECONDS = 30

/** What is wrong with the token itself; anything else (no network, a broken key set) is our trouble and not the caller's. */
const BAD_TOKEN = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
] as const

/**
 * Checks an access token by itself, whatever a gateway before it has checked: signature by the issuer's keys, RS256 and nothing
 * else, issuer, audience, kind of token and times. Undefined for any other text.
 */
export function tokenVerifier({ issuer, audience, keys, now }: TokenVerifierOptions) {
  return async (token: string): Promise<VerifiedToken | undefined> => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ['RS256'],
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['sub', 'exp'],
        ...(now === undefined ? {} : { currentDate: now() }),
      })
      const { sub } = payload
      if (sub === undefined || sub === '') return undefined
      if (!isAccessTokenFor(audience, payload, protectedHeader) && !isMachineToken(payload)) return undefined
      const signedIn = payload['auth_time']
      return {
        identity: `${issuer}#${sub}`,
        ...(typeof signedIn === 'number' && Number.isSafeInteger(signedIn) && signedIn > 0
          ? { signedInAt: new Date(signedIn * 1000).toISOString() }
          : {}),
      }
    } catch (thrown) {
      if (BAD_TOKEN.some((kind) => thrown instanceof kind)) return undefined
      throw thrown
    }
  }
}

/**
 * Cognito marks its access tokens with `token_use` and names the client in `client_id`; other issuers follow RFC 9068 with the
 * type `at+jwt` and the audience in `aud`. An ID token has neither, although its `aud` is the client.
 */
function isAccessTokenFor(audience: string, payload: JWTPayload, header: ProtectedHeaderParameters): boolean {
  if (payload['token_use'] !== undefined) return payload['token_use'] === 'access' && payload['client_id'] === audience
  const isAccess = /^(application\/)?at\+jwt$/i.test(String(header['typ'] ?? ''))
  return isAccess && [payload.aud].flat().includes(audience)
}

/** The scope that an issuer gives to machine clients for this API; Cognito names its resource server in it. */
const MACHINE_SCOPE = 'anjie/api'

/**
 * A machine client's token of Cognito: it has no audience and names its own client, which is its subject as well. No person's
 * token does. Where the client has no post of ours, it may still do nothing.
 */
const isMachineToken = ({ token_use, client_id, sub, scope }: JWTPayload): boolean =>
  token_use === 'access' &&
  client_id === sub &&
  String(scope ?? '')
    .split(' ')
    .includes(MACHINE_SCOPE)

/**
 * The issuer's keys, found by OpenID discovery when the first token comes. `endpoint` is the address of AWS's services where it
 * is not the usual one (`AWS_ENDPOINT_URL`): Cognito's documents are then read there.
 */
export function issuerKeys(issuer: string, endpoint?: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined
  const discover = async (): Promise<JWTVerifyGetKey> => {
    const answer = await fetch(discoveryUrl(issuer, endpoint), { signal: AbortSignal.timeout(5_000) })
    const document: unknown = await answer.json()
    if (!answer.ok || !isDiscovery(document)) throw new Error('the issuer describes no keys')
    if (document.issuer !== issuer) throw new Error('the discovery document is about another issuer')
    return createRemoteJWKSet(new URL(document.jwks_uri))
  }
  return async (header, token) => {
    found ??= discover()
    const keys = await found.catch((thrown: unknown) => {
      found = undefined
      throw thrown
    })
    return keys(header, token)
  }
}

function discoveryUrl(issuer: string, endpoint: string | undefined): string {
  const { hostname, pathname } = new URL(issuer)
  const isCognito = /^cognito-idp\.[\w-]+\.amazonaws\.com(\.cn)?$/.test(hostname)
  const base = isCognito && endpoint !== undefined ? `${endpoint.replace(/\/$/, '')}${pathname}` : issuer
  return `${base.replace(/\/$/, '')}/.well-known/openid-configuration`
}

const isDiscovery = (document: unknown): document is { issuer: string; jwks_uri: string } =>
  typeof document === 'object' &&
  document !== null &&
  'issuer' in document &&
  'jwks_uri' in document &&
  typeof document.issuer === 'string' &&
  typeof document.jwks_uri === 'string'
