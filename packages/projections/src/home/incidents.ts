import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { incidentsDueOn } from '@anjie/domain/aftercare/incidents'
import { clockTerm } from './clockTerm.ts'
import type { HomeView } from './homeLine.ts'

/** What was entered waits for the clock, which opens the re-checks; those are told by their own cases. */
export const incidents: HomeView<'incidents'> = ({ recordId, version, at, after: state }) => {
  const row: HomeRow = {
    kind: 'incidents',
    id: recordId,
    version,
    title: '',
    place: '',
    status: 'waiting',
    statusName: '复核事由',
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: at,
    page: 'recheck',
    pageId: recordId,
    note: null,
  }
  return [clockTerm(state.county, row, incidentsDueOn(state))]
}
