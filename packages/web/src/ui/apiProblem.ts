import type { ProblemJson } from '@anjie/contracts/vocabulary/problemJson'
import { PROBLEMS, type ProblemCode } from '@anjie/contracts/vocabulary/problems'
import { problemWords } from '../locales/zh-CN/problems.ts'

/** A call that did not succeed, in words for the person at the screen. */
export class ApiProblem extends Error {
  readonly body: ProblemJson
  /** Whether the server may have done what was asked although no answer came: the same key must be used again. */
  readonly outcomeUnknown: boolean

  constructor(body: ProblemJson, outcomeUnknown: boolean) {
    super(`${body.title}：${body.detail}`)
    this.name = 'ApiProblem'
    this.body = body
    this.outcomeUnknown = outcomeUnknown
  }

  is(code: ProblemCode): boolean {
    return this.body.code === code
  }
}

/** The line was cut or nobody answered. */
export function unreachedProblem(): ApiProblem {
  return new ApiProblem(
    { ...problemWords.unreached, type: 'about:blank', status: 0, code: 'unreached', correlationId: '' },
    true,
  )
}

const TEXTS = ['type', 'title', 'detail', 'code', 'advice', 'correlationId'] as const

/** By hand, because a refusal may be the first that is shown, before any schema has come. */
function isProblemJson(body: unknown): body is ProblemJson {
  if (typeof body !== 'object' || body === null) return false
  const field = new Map<string, unknown>(Object.entries(body))
  const pointer = field.get('pointer')
  const errors = field.get('errors')
  return (
    TEXTS.every((name) => typeof field.get(name) === 'string') &&
    typeof field.get('status') === 'number' &&
    (pointer === undefined || typeof pointer === 'string') &&
    (errors === undefined || (Array.isArray(errors) && errors.every(isFieldError)))
  )
}

const isFieldError = (given: unknown): boolean =>
  typeof given === 'object' &&
  given !== null &&
  ['pointer', 'detail'].every((name) => typeof new Map<string, unknown>(Object.entries(given)).get(name) === 'string')

/** Turns an answer that is not a success into a problem, also where something before our own code answered (a gateway's 401, a 504). */
export function problemOfResponse(status: number, body: unknown, correlationId: string): ApiProblem {
  const outcomeUnknown = status >= 500 || status === 408 || status === 429
  if (isProblemJson(body)) return new ApiProblem(body, outcomeUnknown)
  const words =
    status === 401
      ? { ...PROBLEMS['not-signed-in'], code: 'not-signed-in' }
      : status === 403
        ? { ...PROBLEMS['not-permitted'], code: 'not-permitted' }
        : status === 404
          ? { ...PROBLEMS['not-found'], code: 'not-found' }
          : status === 413
            ? { ...PROBLEMS['payload-too-large'], code: 'payload-too-large' }
            : status === 429
              ? { ...problemWords.busy, code: 'busy' }
              : { ...PROBLEMS.unexpected, code: 'unexpected' }
  return new ApiProblem(
    {
      type: 'about:blank',
      title: words.title,
      status,
      detail: words.advice,
      code: words.code,
      advice: words.advice,
      correlationId,
    },
    outcomeUnknown,
  )
}

/** Whatever was thrown, as a problem that can be shown. */
export function asApiProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown
  const words = PROBLEMS.unexpected
  return new ApiProblem(
    {
      type: 'about:blank',
      title: words.title,
      status: 500,
      detail: problemWords.unreadable,
      code: 'unexpected',
      advice: words.advice,
      correlationId: '',
    },
    false,
  )
}
