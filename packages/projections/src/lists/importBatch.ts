import { importOwner } from '@anjie/domain/intake/importOwner'
import { IMPORT_STATUS_NAMES } from '@anjie/domain/intake/importTransitions'
import type { View } from './view.ts'

/** In the list of the jurisdiction, or unit, whose post brought the file in, and in nobody else's. */
export const importBatch: View<'import-batch'> = (id, version, state) => [
  {
    owner: importOwner(id),
    row: {
      kind: 'import-batch',
      id,
      version,
      title: state.fileName,
      place: '',
      status: state.status,
      statusName: IMPORT_STATUS_NAMES[state.status],
      queue: null,
      nextVerb: null,
      dueOn: null,
      updatedAt: state.updatedAt,
      fields: {
        list: state.list,
        about: state.about,
        by: state.startedBy.personName,
        ...(state.digest === undefined ? {} : { digest: state.digest }),
        changing: (state.plan?.new ?? 0) + (state.plan?.changed ?? 0),
        refused: (state.plan?.refused ?? 0) + (state.applied?.refused ?? 0),
        applied: state.applied?.done ?? 0,
        ...(state.readingSince === undefined ? {} : { readingSince: state.readingSince }),
      },
    },
  },
]
