import type { TimelinePage } from '@anjie/contracts/facts/envelope'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ApiProblem } from '../../ui/apiProblem.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { useApi } from '../api/ApiContext.ts'
import { OPERATIONS } from '../api/operations.ts'
import type { CallInput } from '../api/operationTypes.ts'

interface CaseTimelineProps {
  readonly kind: CallInput<typeof OPERATIONS.getEarlierSteps>['params']['kind']
  readonly recordId: string
  /** What came with the case: its newest steps. */
  readonly page: TimelinePage
}

/** 办理过程 of a case: its newest steps, and on demand those before them. */
export function CaseTimeline({ kind, recordId, page }: CaseTimelineProps) {
  const api = useApi()
  const [first] = page.timeline
  const earlier = useInfiniteQuery<TimelinePage, ApiProblem, readonly TimelinePage[], readonly unknown[], number>({
    queryKey: ['getEarlierSteps', kind, recordId, first?.version ?? 0],
    queryFn: ({ pageParam, signal }) =>
      api.call(OPERATIONS.getEarlierSteps, { params: { kind, recordId }, query: { before: pageParam } }, { signal }),
    select: ({ pages }) => pages,
    initialPageParam: first?.version ?? 1,
    getNextPageParam: ({ timeline, hasEarlier }) => (hasEarlier ? timeline[0]?.version : undefined),
    enabled: false,
  })
  const asked = earlier.data ?? []
  const hasEarlier = asked.length === 0 ? page.hasEarlier : earlier.hasNextPage
  const ask = (): unknown => (asked.length === 0 ? earlier.refetch() : earlier.fetchNextPage())
  return (
    <>
      <Timeline
        entries={[...asked.flatMap(({ timeline }) => timeline), ...page.timeline]}
        onEarlier={hasEarlier ? () => void ask() : undefined}
        isAsking={earlier.isFetching}
      />
      {earlier.error !== null && <ProblemNotice problem={earlier.error} />}
    </>
  )
}
