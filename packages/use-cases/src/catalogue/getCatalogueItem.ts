import type { getCatalogueItem as operation } from '@anjie/contracts/operations/catalogue'
import type { CatalogueUse } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import { codeOf, mayReach, ownerOf } from '@anjie/domain/access/index'
import { allowedCatalogueActions } from '@anjie/domain/catalogue/catalogueTransitions'
import { findDoubles } from '@anjie/domain/catalogue/findDoubles'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { editionId } from './editionId.ts'
import { wholeCatalogue } from './wholeCatalogue.ts'

const MOST_EDITIONS = 100

/** One item: what it says, what earlier editions said, which schemes took which of them, and what seems to ask the same. */
export const getCatalogueItem: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const { store, scope, member } = context
  const found = await findRecord(context, 'catalogue-item', params.catalogueItemId)
  if (!found.ok) return found
  const { state, version } = found.value
  const numbers = Array.from({ length: Math.min(state.edition, MOST_EDITIONS) }, (_, back) => state.edition - back)
  const ids = numbers.map((edition) => editionId(state.id, edition))
  const [editions, uses, listed, timeline] = await Promise.all([
    store.getMany('catalogue-edition', ids),
    store.catalogueUses(state.code),
    wholeCatalogue(context),
    timelineOf(store, 'catalogue-item', state.id),
  ])
  const readable = uses.filter(({ schemeId, status }) => {
    const owner = ownerOf('scheme', schemeId)
    if (owner === undefined || !mayReach(scope, 'read', 'scheme', owner)) return false
    // A draft is its author's own.
    return status !== 'draft' || owner.code === codeOf(scope)
  })
  const published = (each: readonly CatalogueUse[]): number => each.filter(({ status }) => status !== 'draft').length
  return ok({
    state,
    version,
    allowed: allowedCatalogueActions(state, member),
    ...timeline,
    editions: ids.flatMap((id) => editions.get(id)?.state ?? []),
    uses: readable.toSorted((a, b) => b.year - a.year || (a.name < b.name ? -1 : 1)),
    usesElsewhere: published(uses) - published(readable),
    doubles:
      state.status === 'ended'
        ? []
        : [
            ...findDoubles(
              state.content,
              listed.filter(({ code }) => code !== state.code),
            ),
          ],
  })
}
