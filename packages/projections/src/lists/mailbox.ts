import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { View } from './view.ts'

/** Posts that want a digest stand in one list of the province, by which the clock finds them; nobody else reads it. */
export const mailbox: View<'mailbox'> = (id, version, state) => [
  {
    owner: provinceCodeOf(state.jurisdiction),
    row:
      state.channel === 'none'
        ? null
        : {
            kind: 'mailbox',
            id,
            version,
            title: '',
            place: '',
            status: state.channel,
            statusName: '',
            queue: null,
            nextVerb: null,
            dueOn: null,
            updatedAt: state.updatedAt,
            fields: { jurisdiction: state.jurisdiction },
          },
  },
]
