import type { Operation } from '@anjie/contracts/operations/operation'
import { faultText } from '@anjie/contracts/vocabulary/faultText'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { inputProblem } from './inputProblem.ts'

/** A Lambda takes 6 MB with everything around the body; a form or a scheme needs a fraction of it. */
export const MAX_BODY_BYTES = 5 * 1024 * 1024

/** The ids of the path. One that cannot exist is answered like one that does not exist. */
export function readParams(operation: Operation, given: Readonly<Record<string, string>>): Result<unknown, Problem> {
  const parsed = operation.params.safeParse(given)
  return parsed.success ? ok(parsed.data) : err(notFound)
}

export const notFound: Problem = { code: 'not-found', detail: '没有找到，或者不在本辖区' }

/** The query string. A name that comes twice is refused, never silently the first. */
export function readQuery(operation: Operation, search: URLSearchParams): Result<unknown, Problem> {
  const names = [...search.keys()]
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) return err(queryProblem(`查询条件“${shown(repeated)}”只能出现一次`))
  const parsed = operation.query.safeParse(Object.fromEntries(search), { error: faultText })
  if (parsed.success) return ok(parsed.data)
  const [first] = inputProblem(parsed.error).errors ?? []
  return err(queryProblem(`查询条件“${shown((first?.pointer ?? '').slice(1))}”：${first?.detail ?? '有误'}`))
}

const queryProblem = (detail: string): Problem => ({ code: 'invalid-input', detail })
const shown = (name: string): string => name.toWellFormed().slice(0, 40)

/** The body as JSON. None at all counts as an empty object. */
export async function readBody(operation: Operation, request: Request): Promise<Result<unknown, Problem>> {
  const declared = Number(request.headers.get('content-length') ?? '0')
  if (declared > MAX_BODY_BYTES) return err(tooLarge)
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.byteLength > MAX_BODY_BYTES) return err(tooLarge)
  const content = bytes.byteLength === 0 ? ok({}) : jsonOf(bytes, request.headers.get('content-type'))
  if (!content.ok) return content
  const parsed = operation.body.safeParse(content.value, { error: faultText })
  return parsed.success ? ok(parsed.data) : err(inputProblem(parsed.error))
}

const tooLarge: Problem = { code: 'payload-too-large', detail: '提交的内容不能超过5MB' }
const notJson: Problem = { code: 'invalid-input', detail: '提交的内容应为JSON' }

function jsonOf(bytes: Uint8Array, contentType: string | null): Result<unknown, Problem> {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) return err(notJson)
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return ok(content)
  } catch {
    return err(notJson)
  }
}
