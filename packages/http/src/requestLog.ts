import { Logger } from '@aws-lambda-powertools/logger'

/** One line per request: enough to follow a complaint by its number. No token, no body, nobody's name. */
export interface RequestLine {
  readonly correlationId: string
  readonly operation: string
  readonly status: number
  readonly milliseconds: number
  /** Division code of the caller's jurisdiction; undefined before it is known. */
  readonly jurisdiction?: string
  readonly problem?: string
  /** The gateway's or the runtime's own number of this request. */
  readonly requestId?: string
  readonly error?: { readonly name: string; readonly message: string; readonly stack: string }
}

export type LogRequest = (line: RequestLine) => void

const MAX_TEXT = 2_000

/** What the log keeps of something thrown. The message of a parser quotes what it parsed: it is left out. */
export function errorForLog(thrown: unknown): NonNullable<RequestLine['error']> {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: '', stack: '' }
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const message = thrown instanceof SyntaxError ? '' : thrown.message.slice(0, MAX_TEXT)
  return { name: thrown.name, message, stack: frames.join('\n').slice(0, MAX_TEXT) }
}

/** Writes each line as one JSON object, so that a line break inside a text cannot begin a line of its own. */
export function jsonRequestLog(service: string): LogRequest {
  const logger = new Logger({ serviceName: service })
  return (line) =>
    line.error === undefined ? logger.info('request', { ...line }) : logger.error('request', { ...line })
}
