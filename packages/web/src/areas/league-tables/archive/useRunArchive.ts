import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../../../app/api/ApiContext.ts'
import { type ApiProblem, asApiProblem } from '../../../ui/apiProblem.ts'
import { type ArchiveProgress, type RunArchive, readRunArchive } from './readRunArchive.ts'

export interface RunArchiveHandle {
  /** While it is read: how many counties are there. */
  readonly progress: ArchiveProgress | undefined
  readonly problem: ApiProblem | undefined
  /** Reads it, or gives what was read before: a run never changes. Undefined when it was refused. */
  read(): Promise<RunArchive | undefined>
}

/** The archive of one run for everything on the page that needs it, read when the first of them asks. */
export function useRunArchive(runId: string): RunArchiveHandle {
  const api = useApi()
  const [progress, setProgress] = useState<ArchiveProgress | undefined>(undefined)
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
  const reading = useRef<{ readonly runId: string; readonly archive: Promise<RunArchive | undefined> } | undefined>(
    undefined,
  )
  const stop = useRef<AbortController | undefined>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const read = useCallback(() => {
    if (reading.current?.runId === runId) return reading.current.archive
    stop.current?.abort()
    const controller = new AbortController()
    stop.current = controller
    setProblem(undefined)
    const archive = readRunArchive(api, runId, controller.signal, setProgress)
      .catch((thrown: unknown) => {
        // Refused or cut: the next press asks again.
        reading.current = undefined
        controller.abort()
        setProblem(asApiProblem(thrown))
        return undefined
      })
      .finally(() => setProgress(undefined))
    reading.current = { runId, archive }
    return archive
  }, [api, runId])
  return { progress, problem, read }
}
