import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { CAMPAIGN_STATUS_NAMES } from '@anjie/domain/aftercare/campaigns'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { beijingDay } from '@anjie/kernel'
import { clockTerm } from './clockTerm.ts'
import type { HomeView } from './homeLine.ts'

/** A campaign whose cases are being opened waits for the clock, which goes on where a request had to stop. */
export const campaign: HomeView<'campaign'> = ({ recordId, version, at, after: state }) => {
  const row: HomeRow = {
    kind: 'campaign',
    id: recordId,
    version,
    title: '',
    place: '',
    status: state.status,
    statusName: CAMPAIGN_STATUS_NAMES[state.status],
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: at,
    page: 'campaign',
    pageId: recordId,
    note: null,
  }
  return [
    clockTerm(namingCode(state.id), row, state.status === 'opening' ? PlainDate.parse(beijingDay(at)) : undefined),
  ]
}
