import { ApiProblem, asApiProblem, problemOfResponse, unreachedProblem } from '../../ui/apiProblem.ts'
import type { Operation } from './operations.ts'
import type { Answer, CallInput } from './operationTypes.ts'

export interface ApiClient {
  /** Calls one operation of the contract. Throws `ApiProblem`, also when the line is cut. */
  call<O extends Operation>(operation: O, input: CallInput<O>, options?: CallOptions): Promise<Answer<O>>
}

export interface CallOptions {
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

interface ClientParts {
  readonly apiOrigin: string
  /** The access token of the moment; undefined when nobody is signed in. */
  readonly accessToken: () => string | undefined
  /** By which of the own posts a call acts; undefined: the first. */
  readonly actingPost?: () => string | undefined
  /** The API no longer takes the token. Resolves to true when there is another one and the call may be sent again. */
  readonly onSignedOut: (by: 'command' | 'read') => Promise<boolean>
  /** Looks for what is wrong with an answer. */
  readonly faultOf?: (operation: Operation, body: unknown) => unknown
  readonly fetch?: typeof fetch
}

const REPEATS = 2
const PAUSE_MS = 800

export function createApiClient({
  apiOrigin,
  accessToken,
  actingPost,
  onSignedOut,
  faultOf,
  fetch: send = fetch,
}: ClientParts): ApiClient {
  const once = async (address: string, request: RequestInit): Promise<unknown> => {
    const response = await send(address, request).catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
      throw unreachedProblem()
    })
    const text = await response.text()
    const body = parsed(text)
    if (response.ok) return body
    throw problemOfResponse(response.status, body, response.headers.get('x-correlation-id') ?? '')
  }

  return {
    async call(operation, input, options = {}) {
      const address = addressOf(apiOrigin, operation, input)
      const headers: Record<string, string> = { accept: 'application/json' }
      if (operation.method !== 'GET') {
        headers['content-type'] = 'application/json'
        if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey
      }
      const post = actingPost?.()
      if (post !== undefined) headers['anjie-post'] = post
      if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`
      const request: RequestInit = {
        method: operation.method,
        ...(operation.method === 'GET' ? {} : { body: JSON.stringify(input.body ?? {}) }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      }
      // A command may be repeated because its key stays the same; a read may always.
      const repeatable = operation.method === 'GET' || options.idempotencyKey !== undefined
      const by = operation.method === 'GET' ? 'read' : 'command'
      let signedInAgain = false
      for (let attempt = 0; ; attempt += 1) {
        const token = accessToken()
        if (token !== undefined) headers['authorization'] = `Bearer ${token}`
        try {
          const body = await once(address, { ...request, headers: { ...headers } })
          const fault = faultOf?.(operation, body)
          if (fault === undefined) return body as Answer<typeof operation>
          console.error(operation.id, fault)
          throw asApiProblem(fault)
        } catch (thrown) {
          // Refused before anything was done: sent once more with the new token, under the same key.
          if (thrown instanceof ApiProblem && thrown.body.status === 401 && !signedInAgain) {
            // Another call may have found it first, and the person may have signed in again meanwhile.
            signedInAgain = accessToken() !== token || (await onSignedOut(by))
            if (signedInAgain) continue
          }
          const again = thrown instanceof ApiProblem && thrown.outcomeUnknown && repeatable && attempt < REPEATS
          if (!again) throw thrown
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (attempt + 1)))
        }
      }
    },
  }
}

export function addressOf<O extends Operation>(apiOrigin: string, operation: O, input: CallInput<O>): string {
  const params = new Map(Object.entries(input.params ?? {}))
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params.get(name) ?? '')),
  )
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  return `${apiOrigin}${path}${query.size === 0 ? '' : `?${query.toString()}`}`
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
