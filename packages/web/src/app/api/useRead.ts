import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ApiProblem } from '../../ui/apiProblem.ts'
import { useApi } from './ApiContext.ts'
import type { Operation } from './operations.ts'
import type { Answer, CallInput } from './operationTypes.ts'

interface ReadOptions {
  /** False: do not ask (yet). */
  readonly enabled?: boolean
  /** Ask again every so many milliseconds, while a projection or a batch job is still at work. */
  readonly every?: number
  /** Show the answer to the question before until this one's is there: a list that is narrowed stays where it is. */
  readonly keepsShown?: boolean
}

/** Under which an answer is kept: whoever asks the same shares it. */
export const readKey = (operation: Operation, input: { readonly params?: unknown; readonly query?: unknown }) =>
  [operation.id, input.params ?? {}, input.query ?? {}] as const

/** Reads by an operation of the contract; the answer is shared by everybody on the page who asks the same. */
export function useRead<O extends Operation>(
  operation: O,
  input: CallInput<O>,
  options: ReadOptions = {},
): UseQueryResult<Answer<O>, ApiProblem> {
  const api = useApi()
  return useQuery<Answer<O>, ApiProblem>({
    queryKey: readKey(operation, input),
    queryFn: ({ signal }) => api.call(operation, input, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keepsShown === true ? { placeholderData: keepPreviousData } : {}),
  })
}
