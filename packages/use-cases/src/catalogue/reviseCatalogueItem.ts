import type { reviseCatalogueItem as operation } from '@anjie/contracts/operations/catalogue'
import { findDoubles } from '@anjie/domain/catalogue/findDoubles'
import { reviseItem } from '@anjie/domain/catalogue/itemSteps'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { editionId } from './editionId.ts'
import { wholeCatalogue } from './wholeCatalogue.ts'

/** 修订: a new edition beside the old ones, in one transaction with the item. */
export const reviseCatalogueItem: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'catalogue-item', params.catalogueItemId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const listed = (await wholeCatalogue(context)).filter(({ code }) => code !== state.code)
  const { content, reason, apartBecause } = body
  const beside = { doubles: findDoubles(content, listed), apartBecause }
  const decided = reviseItem(state, content, reason, beside, context.member, context.now)
  if (!decided.ok) return decided
  const { item, edition } = decided.value
  const outcome = { id: state.id, version: version + 1, status: item.next.status }
  const written = await context.store.commit(
    [
      { kind: 'catalogue-item', id: state.id, expectedVersion: version, ...item },
      {
        kind: 'catalogue-edition',
        id: editionId(state.id, edition.next.edition),
        expectedVersion: 0,
        ...edition,
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
