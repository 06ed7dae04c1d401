import type { recordCatalogueItem as operation } from '@anjie/contracts/operations/catalogue'
import { CatalogueItemId } from '@anjie/contracts/vocabulary/ids'
import { findDoubles } from '@anjie/domain/catalogue/findDoubles'
import { recordItem } from '@anjie/domain/catalogue/itemSteps'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { editionId } from './editionId.ts'
import { wholeCatalogue } from './wholeCatalogue.ts'

/** 列入数据目录. A code is given once: not again to another item, and not after the item was ended. */
export const recordCatalogueItem: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, scope, now } = context
  const { code, content, apartBecause } = body
  const id = CatalogueItemId.parse(`${scope.province}.${code}`)
  const before = await store.get('catalogue-item', id)
  if (before !== undefined)
    return err({
      code: 'catalogue-code-taken',
      detail: `代码“${code}”已用于“${before.state.content.name}”`,
      pointer: '/code',
    })
  const doubles = findDoubles(content, await wholeCatalogue(context))
  const decided = recordItem(id, code, content, { doubles, apartBecause }, now)
  if (!decided.ok) return decided
  const { item, edition } = decided.value
  const outcome = { id, version: 1, status: item.next.status }
  const written = await store.commit(
    [
      { kind: 'catalogue-item', id, expectedVersion: 0, ...item },
      { kind: 'catalogue-edition', id: editionId(id, 1), expectedVersion: 0, ...edition },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
