import type { getScheme as operation } from '@anjie/contracts/operations/schemes'
import { allowedSchemeActions, isSchemeVisibleTo } from '@anjie/domain/schemes/schemeTransitions'
import { publicationFindings } from '@anjie/domain/submissions/publicationFindings'
import { err, ok } from '@anjie/kernel'
import { findingsOnLedgers } from '../counting/ledgerDefinitions.ts'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'

/** The scheme with what the integrity check says of it. Drafts are for their author only. */
export const getScheme: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRecord(context, 'scheme', params.schemeId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!isSchemeVisibleTo(context.member, state)) return err(notFound('scheme'))
  const findings = [...publicationFindings(state.scheme), ...(await findingsOnLedgers(context.store, state))]
  return ok({
    state,
    version,
    allowed: allowedSchemeActions(state, context.member, findings),
    ...(await timelineOf(context.store, 'scheme', params.schemeId)),
    findings,
  })
}
