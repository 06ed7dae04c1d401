import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import { z } from 'zod'

export const AUDIENCE = 'https://anjie.invalid/api'
const PUBLIC_CLIENT = 'console'
const REDIRECT = 'https://console.invalid/signed-in'
/** Sign-in, consent, and back again. */
const MOST_STEPS = 10
const MACHINE = { id: 'bureau-feed', secret: 'a-secret-of-the-machine' } as const

const Tokens = z.object({
  access_token: z.string(),
  id_token: z.string().optional(),
  refresh_token: z.string().optional(),
})
export type Tokens = z.infer<typeof Tokens>

export interface OidcIssuer {
  readonly issuer: string
  readonly machineId: string
  /** The code flow with PKCE, as a browser walks it; whoever names themselves is believed, because that is the issuer's business. */
  signIn(subject: string): Promise<Tokens>
  refresh(tokens: Tokens): Promise<Response>
  machineToken(): Promise<string>
  close(): Promise<void>
}

/** An OIDC issuer that is none of ours: a certified provider on a port of its own, with access tokens by RFC 9068. */
export async function oidcIssuer(audience: string = AUDIENCE): Promise<OidcIssuer> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'first' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    clients: [
      {
        client_id: PUBLIC_CLIENT,
        token_endpoint_auth_method: 'none',
        redirect_uris: [REDIRECT],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
      {
        client_id: MACHINE.id,
        client_secret: MACHINE.secret,
        redirect_uris: [],
        grant_types: ['client_credentials'],
        response_types: [],
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'anjie/api'],
    ttl: {
      ClientCredentials: 600,
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AuthorizationCode: 60,
      RefreshToken: 600,
      IdToken: 600,
    },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'anjie/api',
          audience,
          accessTokenTTL: 600,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    // RFC 9068 leaves it to the issuer whether a token says when its person signed in.
    extraTokenClaims: (ctx) => {
      const { AuthorizationCode, RefreshToken } = ctx.oidc.entities
      const authTime = AuthorizationCode?.authTime ?? RefreshToken?.authTime
      return authTime === undefined ? {} : { auth_time: authTime }
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  })
  const handle = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response)
    const { prompt, params, session } = await provider.interactionDetails(request, response)
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: String(params['login_hint']) } })
    const grant = new provider.Grant({
      ...(session === undefined ? {} : { accountId: session.accountId }),
      clientId: String(params['client_id']),
    })
    grant.addOIDCScope('openid anjie/api')
    grant.addResourceScope(audience, 'anjie/api')
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  })

  const token = (form: Record<string, string>, authorization?: string): Promise<Response> =>
    fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
      ...(authorization === undefined ? {} : { headers: { authorization } }),
    })

  return {
    issuer,
    machineId: MACHINE.id,
    signIn: async (subject) => {
      const verifier = randomBytes(32).toString('base64url')
      const query = new URLSearchParams({
        client_id: PUBLIC_CLIENT,
        response_type: 'code',
        redirect_uri: REDIRECT,
        scope: 'openid anjie/api',
        resource: audience,
        login_hint: subject,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      })
      const cookies = new Map<string, string>()
      let at = `${issuer}/auth?${query}`
      for (let step = 0; !at.startsWith(REDIRECT); step++) {
        if (step > MOST_STEPS) throw new Error('the issuer leads in a circle')
        const answer = await fetch(at, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        })
        for (const line of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          cookies.set(name, value)
        }
        const next = answer.headers.get('location')
        if (next === null) throw new Error(`the issuer stops at ${answer.status}: ${await answer.text()}`)
        at = new URL(next, at).href
      }
      const code = new URL(at).searchParams.get('code') ?? ''
      const form = { grant_type: 'authorization_code', client_id: PUBLIC_CLIENT, redirect_uri: REDIRECT }
      const answer = await token({ ...form, code, code_verifier: verifier, resource: audience })
      return Tokens.parse(await answer.json())
    },
    refresh: ({ refresh_token = '' }) =>
      token({ grant_type: 'refresh_token', client_id: PUBLIC_CLIENT, refresh_token, resource: audience }),
    machineToken: async () => {
      const basic = Buffer.from(`${MACHINE.id}:${MACHINE.secret}`).toString('base64')
      const form = { grant_type: 'client_credentials', scope: 'anjie/api', resource: audience }
      return Tokens.parse(await (await token(form, `Basic ${basic}`)).json()).access_token
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
