import { z } from 'zod'
import { TimelinePage } from '../facts/envelope.ts'
import type { Role } from '../vocabulary/access/people.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'
import { AllowedAction } from '../vocabulary/submissions/submission.ts'

/**
 * One thing that can be asked of the API. Deny by default: `access` names the roles that may call it, and the guards
 * suite walks this table, so a new operation is covered before anybody writes a test for it.
 * Every operation that is not a GET takes an `Idempotency-Key`; one with `ifMatch` also demands the version it was made from.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Success extends z.ZodType = z.ZodType,
> {
  readonly id: string
  /** Chinese, for the published interface description. */
  readonly summary: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/v1/…` with `{param}` placeholders. */
  readonly path: `/v1/${string}`
  readonly access: { readonly roles: readonly Role[] }
  /** 凭邀请码加入: open to every log-in of the issuer, also one that holds no post. One operation has it. */
  readonly anyLogIn?: true
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly success: { readonly status: 200 | 201 | 202; readonly body: Success }
  readonly ifMatch: boolean
  /**
   * The kind of the one record (`{<kind>Id}` of the path) that it changes from the version in `If-Match`: its receipt lies with that
   * record's fact instead of being an item of its own.
   */
  readonly startsFrom?: 'submission'
  /** For whoever writes a program: a body as it is sent, and what is answered. */
  readonly example?: { readonly body?: unknown; readonly answer: unknown }
  /** Refusals beyond those that every operation can give (401, 403, 404, 412, 428, 500 …). */
  readonly problems: readonly ProblemCode[]
}

const nothing = z.strictObject({})

export function operation<
  const Id extends string,
  const Method extends Operation['method'],
  Success extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(given: {
  id: Id
  summary: string
  method: Method
  path: Operation['path']
  roles: readonly Role[]
  success: Success
  status?: 200 | 201 | 202
  params?: Params
  query?: Query
  body?: Body
  ifMatch?: boolean
  startsFrom?: 'submission'
  problems?: readonly ProblemCode[]
  example?: NonNullable<Operation['example']>
}): Operation<Params, Query, Body, Success> & { readonly id: Id; readonly method: Method } {
  return {
    id: given.id,
    summary: given.summary,
    method: given.method,
    path: given.path,
    access: { roles: given.roles },
    // The defaults stand in for a type parameter that was left at its own default.
    params: given.params ?? (nothing as unknown as Params),
    query: given.query ?? (nothing as unknown as Query),
    body: given.body ?? (nothing as unknown as Body),
    success: { status: given.status ?? 200, body: given.success },
    ifMatch: given.ifMatch ?? given.startsFrom !== undefined,
    ...(given.startsFrom === undefined ? {} : { startsFrom: given.startsFrom }),
    problems: given.problems ?? [],
    ...(given.example === undefined ? {} : { example: given.example }),
  }
}

/** What every answer about one record carries beside its state. */
export const recordEnvelope = <S extends z.ZodType>(state: S) =>
  z.object({ state, version: z.int(), allowed: z.array(AllowedAction), ...TimelinePage.shape })

/** The answer of a command: the new version (also as ETag) and the id to open next. */
export const CommandReply = z.object({ id: z.string(), version: z.int(), status: z.string() })
export type CommandReply = z.infer<typeof CommandReply>
