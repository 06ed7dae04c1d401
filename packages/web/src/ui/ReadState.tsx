import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiProblem } from './apiProblem.ts'
import { Loading } from './Loading.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

/** What stands in a page's place until its data are there: waiting, or the refusal. With data, the page itself; a failed refresh is said above it. */
export function ReadState<T>({
  read,
  children,
}: {
  read: UseQueryResult<T, ApiProblem>
  children: (data: T) => ReactNode
}) {
  if (read.data === undefined) {
    if (read.error === null) return <Loading />
    return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
  }
  return (
    <>
      {read.error !== null && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {children(read.data)}
    </>
  )
}
