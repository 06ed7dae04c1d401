import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ApiProblem } from '../../ui/apiProblem.ts'
import { useApi } from './ApiContext.ts'
import type { Operation } from './operations.ts'
import type { Answer, CallInput } from './operationTypes.ts'
import { readKey } from './useRead.ts'

type Page = { readonly rows: readonly unknown[]; readonly cursor?: string | undefined }
type RowOf<O extends Operation> = Answer<O> extends { readonly rows: readonly (infer R)[] } ? R : never

/** All rows of a list that comes in pages, for what some rows of a small choice are looked up in. */
export function useEveryPage<O extends Operation>(
  operation: O,
  input: CallInput<O>,
  { enabled }: { readonly enabled: boolean },
): UseQueryResult<readonly RowOf<O>[], ApiProblem> {
  const api = useApi()
  return useQuery<readonly RowOf<O>[], ApiProblem>({
    queryKey: [...readKey(operation, input), 'every page'],
    queryFn: async ({ signal }) => {
      const rows: RowOf<O>[] = []
      let cursor: string | undefined
      do {
        const asked = cursor === undefined ? input : pageAfter(input, cursor)
        const page = (await api.call(operation, asked, { signal })) as Page
        rows.push(...(page.rows as RowOf<O>[]))
        cursor = page.cursor
      } while (cursor !== undefined)
      return rows
    },
    enabled,
  })
}

/** The same question from where the page before ended; a list that comes in pages takes a cursor. */
const pageAfter = <O extends Operation>(input: CallInput<O>, cursor: string): CallInput<O> => {
  const { query } = input as { readonly query?: object }
  return { ...input, query: { ...query, cursor } } as CallInput<O>
}
