import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiProblem, asApiProblem } from '../../ui/apiProblem.ts'
import { useApi } from './ApiContext.ts'
import { randomKey } from './intentKeys.ts'
import { OPERATIONS, type Operation } from './operations.ts'
import type { Answer, CallInput } from './operationTypes.ts'

type Staged = { readonly status: string }

/** Long work in stretches: calls for one after the other until nothing is left; what is done stays done when the page is closed. */
export function useStretches<O extends Operation>(
  operation: O,
  input: CallInput<O>,
  /** What says how far it is. */
  shown: Operation,
  goesOn: (status: string) => boolean,
  onAnswer?: (answer: Answer<O>) => void,
) {
  const api = useApi()
  const queries = useQueryClient()
  const [isRunning, setRunning] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const start = async () => {
    setRunning(true)
    setProblem(undefined)
    try {
      for (;;) {
        const answer: Answer<O> = await api.call(operation, input, { idempotencyKey: randomKey() })
        onAnswer?.(answer)
        await queries.invalidateQueries({ queryKey: [shown.id] })
        // Commands of stretches answer with the status of what they carry out.
        if (!goesOn((answer as Staged).status)) break
      }
    } catch (thrown) {
      setProblem(asApiProblem(thrown))
    } finally {
      setRunning(false)
      // What was changed is read anew where it is shown next; lists follow by about a second.
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== OPERATIONS.getMe.id })
    }
  }
  return { start, isRunning, problem }
}
