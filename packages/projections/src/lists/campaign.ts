import { CAMPAIGN_STATUS_NAMES, campaignTitles } from '@anjie/domain/aftercare/campaigns'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import type { View } from './view.ts'

/** In the list of who set it on foot. */
export const campaign: View<'campaign'> = (id, version, state) => [
  {
    owner: namingCode(state.id),
    row: {
      kind: 'campaign',
      id,
      version,
      title: state.name,
      place: '',
      status: state.status,
      statusName: CAMPAIGN_STATUS_NAMES[state.status],
      queue: null,
      nextVerb: null,
      dueOn: null,
      updatedAt: state.updatedAt,
      fields: {
        honour: state.honour,
        honourName: state.honourName,
        mode: state.mode,
        titles: state.status === 'frozen' ? state.list.length : campaignTitles(state).length,
        selfCheckBy: state.selfCheckBy,
      },
    },
  },
]
