import { randomUUID } from 'node:crypto'
import type { Operation } from '@anjie/contracts/operations/operation'
import { ProblemJson } from '@anjie/contracts/vocabulary/problemJson'
import type { z } from 'zod'

/** What one call of an operation is made with. Path, query and body are what the operation declares. */
export interface CallInput<O extends Operation> {
  readonly params?: z.input<O['params']>
  readonly query?: z.input<O['query']>
  readonly body?: z.input<O['body']>
  readonly ifMatch?: number
  readonly idempotencyKey?: string
  /** The instant at which the call is taken to be made; the local stage alone believes it. */
  readonly at?: string
}

/** A refusal as the API gave it; the message is what a person would read. */
export class Refused extends Error {
  readonly problem: ProblemJson
  constructor(operationId: string, problem: ProblemJson) {
    const faults = (problem.errors ?? []).map((fault) => `${fault.pointer} ${fault.detail}`).join('；')
    super(`${operationId}：${problem.title}（${problem.detail}${faults === '' ? '' : `；${faults}`}）`)
    this.problem = problem
  }
}

/** Calls an operation of the deployed API as the holder of a token; throws `Refused` with the problem when it is refused. */
export async function callOperation<O extends Operation>(
  apiUrl: string,
  token: string,
  operation: O,
  input: CallInput<O> = {},
): Promise<z.output<O['success']['body']>> {
  const values = new Map(Object.entries(input.params ?? {}))
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  )
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: 'application/json' }
  if (operation.method !== 'GET') {
    headers['content-type'] = 'application/json'
    headers['idempotency-key'] = input.idempotencyKey ?? randomUUID()
  }
  if (input.at !== undefined) headers['anjie-now'] = input.at
  if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`
  const search = query.size === 0 ? '' : `?${query.toString()}`
  const response = await fetch(`${apiUrl.replace(/\/$/, '')}${path}${search}`, {
    method: operation.method,
    headers,
    ...(operation.method === 'GET' ? {} : { body: JSON.stringify(input.body ?? {}) }),
  })
  const text = await response.text()
  if (!response.ok) {
    const problem = ProblemJson.safeParse(text.startsWith('{') ? JSON.parse(text) : undefined)
    if (problem.success) throw new Refused(operation.id, problem.data)
    throw new Error(`${operation.id}: ${response.status} ${text.slice(0, 300)}`)
  }
  return operation.success.body.parse(JSON.parse(text)) as z.output<O['success']['body']>
}
