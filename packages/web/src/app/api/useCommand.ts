import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { type ApiProblem, asApiProblem } from '../../ui/apiProblem.ts'
import { useApi } from './ApiContext.ts'
import { whenToRead } from './changedReads.ts'
import { IntentKeys } from './intentKeys.ts'
import type { Operation } from './operations.ts'
import type { Answer, CallInput } from './operationTypes.ts'

export interface CommandHandle<O extends Operation> {
  /** Does it once, however often it is pressed meanwhile; undefined when it was refused (see `problem`) or already under way. */
  run(input: CallInput<O>): Promise<Answer<O> | undefined>
  readonly waiting: boolean
  readonly problem: ApiProblem | undefined
  clear(): void
}

const PROJECTION_LAG_MS = 1500

/** Asks once for what the command changed: records at once, lists when they have followed; nothing else on the page. */
function readAnew(queries: QueryClient, command: Operation): Promise<void> {
  const of = (when: 'now' | 'later') => ({
    predicate: ({ queryKey }: Query) => whenToRead(String(queryKey[0]), command) === when,
  })
  setTimeout(() => void queries.invalidateQueries(of('later')), PROJECTION_LAG_MS)
  return queries.invalidateQueries(of('now'))
}

/** A command of the contract with its idempotency key, its waiting state and its refusal. What was read is asked for anew after a success. */
export function useCommand<O extends Operation>(operation: O): CommandHandle<O> {
  const api = useApi()
  const queries = useQueryClient()
  const keys = useRef(new IntentKeys())
  const busy = useRef(false)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)

  const run = useCallback(
    async (input: CallInput<O>) => {
      // A second click arrives before React has disabled the button.
      if (busy.current) return undefined
      busy.current = true
      setWaiting(true)
      setProblem(undefined)
      try {
        const key = keys.current.keyFor(JSON.stringify([input.params, input.query, input.body, input.ifMatch]))
        const answer = await api.call(operation, input, { idempotencyKey: key })
        keys.current.settle()
        await readAnew(queries, operation)
        return answer
      } catch (thrown) {
        const refused = asApiProblem(thrown)
        if (!refused.outcomeUnknown) keys.current.settle()
        setProblem(refused)
        return undefined
      } finally {
        busy.current = false
        setWaiting(false)
      }
    },
    [api, operation, queries],
  )
  const clear = useCallback(() => setProblem(undefined), [])
  return { run, waiting, problem, clear }
}
