import type { listEarlierEvidence as operation } from '@anjie/contracts/operations/honours'
import { ApplicationId } from '@anjie/contracts/vocabulary/ids'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findApplication } from './honourRecords.ts'

/** As many earlier applications of the unit as are looked through, the newest first. */
const EARLIER = 20

/** 本单位以前上传的佐证材料, of its newest applications; files that are in this one already are left out. */
export const listEarlierEvidence: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state } = found.value
  const rows = await context.store.find('application', { name: state.unitName }, { limit: EARLIER })
  if (!rows.ok) return rows
  const ids = rows.value.rows
    .filter(({ id, fields }) => fields.unitId === state.unitId && id !== state.id)
    .map(({ id }) => ApplicationId.parse(id))
  const earlier = await context.store.getMany('application', ids)
  const here = new Set(state.evidence?.map(({ id }) => id))
  return ok({
    files: [...earlier.values()].flatMap(({ state: { id, roundName, evidence = [] } }) =>
      evidence
        .filter((file) => file.status === 'attached' && file.keptWith === undefined && !here.has(file.id))
        .map((file) => ({ ...file, applicationId: id, roundName })),
    ),
  })
}
