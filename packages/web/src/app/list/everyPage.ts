import type { ApiClient } from '../api/apiClient.ts'
import type { Operation } from '../api/operations.ts'
import type { Answer, CallInput } from '../api/operationTypes.ts'

type Page = { readonly rows: readonly unknown[]; readonly cursor?: string | undefined }
export type RowOfPage<O extends Operation> = Answer<O> extends { readonly rows: readonly (infer R)[] } ? R : never

export interface Gathering {
  /** How many rows are there so far. */
  readonly told?: (rows: number) => void
  readonly signal?: AbortSignal
}

/** All rows of a list that comes in pages, from its first page to its last. */
export async function everyPage<O extends Operation>(
  api: ApiClient,
  operation: O,
  input: CallInput<O>,
  gathering: Gathering = {},
): Promise<readonly RowOfPage<O>[]> {
  const rows: RowOfPage<O>[] = []
  for await (const page of pagesOf(api, operation, input, gathering.signal)) {
    rows.push(...((page as Page).rows as RowOfPage<O>[]))
    gathering.told?.(rows.length)
  }
  return rows
}

/** The pages of a list, one after the other; each is asked for when the one before has been taken. */
export async function* pagesOf<O extends Operation>(
  api: ApiClient,
  operation: O,
  input: CallInput<O>,
  signal?: AbortSignal,
): AsyncGenerator<Answer<O>> {
  const { query } = input as { readonly query?: object }
  let cursor: string | undefined
  do {
    const asked = { ...input, query: { ...query, cursor } } as CallInput<O>
    const page = await api.call(operation, asked, signal === undefined ? {} : { signal })
    cursor = (page as Page).cursor
    yield page
  } while (cursor !== undefined)
}
