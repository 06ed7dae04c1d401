import type { useApi } from '../api/ApiContext.ts'
import type { Operation } from '../api/operations.ts'
import type { CallInput } from '../api/operationTypes.ts'

/** The rows of a list from its first page on, up to `most`: for a file of what the page shows in parts. */
export async function everyPage<R>(
  api: ReturnType<typeof useApi>,
  operation: Operation,
  input: { readonly query?: unknown },
  most: number,
): Promise<readonly R[]> {
  const rows: R[] = []
  let cursor: string | undefined
  do {
    const query = { ...(input.query as object), cursor }
    const page = (await api.call(operation, { ...input, query } as CallInput<Operation>)) as {
      readonly rows: readonly R[]
      readonly cursor?: string
    }
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== undefined && rows.length < most)
  return rows.slice(0, most)
}
