import type { endCatalogueItem as operation } from '@anjie/contracts/operations/catalogue'
import { endItem } from '@anjie/domain/catalogue/itemSteps'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

/** 停用 of an item of the catalogue. */
export const endCatalogueItem: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'catalogue-item', params.catalogueItemId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decided = endItem(state, body.reason, context.member, context.now)
  if (!decided.ok) return decided
  const outcome = { id: state.id, version: version + 1, status: decided.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'catalogue-item', id: state.id, expectedVersion: version, ...decided.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
