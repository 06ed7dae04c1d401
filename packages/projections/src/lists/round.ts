import { namingCode, namingLevel } from '@anjie/domain/divisions/namingLevel'
import { gradedName } from '@anjie/domain/honours/ladder'
import { placesOfRound } from '@anjie/domain/honours/quota'
import { nameOfRoundsHonour } from '@anjie/domain/honours/typeOf'
import type { View } from './view.ts'

/** In the list of who opened it, read by those below. Whether the window is open depends on the day, so the row shows it. */
export const round: View<'round'> = (id, version, state) => [
  {
    owner: namingCode(state.id),
    row: {
      kind: 'round',
      id,
      version,
      title: state.name,
      place: '',
      status: 'announced',
      statusName: '已发布',
      queue: null,
      nextVerb: null,
      dueOn: state.closesOn,
      updatedAt: state.updatedAt,
      fields: {
        honour: state.honour,
        honourName: gradedName(nameOfRoundsHonour(state), state.grade),
        level: namingLevel(state.id),
        ...(state.grade === undefined ? {} : { grade: state.grade }),
        year: state.year,
        opensOn: state.opensOn,
        closesOn: state.closesOn,
        places: placesOfRound(state).reduce((sum, { places }) => sum + places, 0),
      },
    },
  },
]
