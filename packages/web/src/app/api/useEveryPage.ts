import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ApiProblem } from '../../ui/apiProblem.ts'
import { everyPage, type RowOfPage } from '../list/everyPage.ts'
import { useApi } from './ApiContext.ts'
import type { Operation } from './operations.ts'
import type { CallInput } from './operationTypes.ts'
import { readKey } from './useRead.ts'

/** All rows of a list that comes in pages, for what some rows of a small choice are looked up in. */
export function useEveryPage<O extends Operation>(
  operation: O,
  input: CallInput<O>,
  { enabled }: { readonly enabled: boolean },
): UseQueryResult<readonly RowOfPage<O>[], ApiProblem> {
  const api = useApi()
  return useQuery<readonly RowOfPage<O>[], ApiProblem>({
    queryKey: [...readKey(operation, input), 'every page'],
    queryFn: ({ signal }) => everyPage(api, operation, input, { signal }),
    enabled,
  })
}
