import type { CatalogueSource } from '@anjie/contracts/vocabulary/catalogue/catalogueCode'
import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { FROZEN_FIELDS, type FrozenField } from './catalogueFields.ts'

type Frozen = Pick<DataItem, FrozenField>

function frozenOf(content: CatalogueContent): Frozen {
  const { owner: _kept, ...frozen } = content
  return frozen
}

/** 引用目录: a new item of a scheme, a frozen copy of an edition. What the catalogue says later does not reach it. */
export const takeItem = (source: CatalogueSource, content: CatalogueContent, code: DataItem['code']): DataItem => ({
  code,
  ...frozenOf(content),
  fromCatalogue: source,
})

/** 更新到新版本, or the link of an item to the catalogue: what only the scheme says of it (its code, a formula) stays. */
export function retakeItem(item: DataItem, source: CatalogueSource, content: CatalogueContent): DataItem {
  const own = Object.fromEntries(Object.entries(item).filter(([field]) => !isFrozen(field))) as Omit<
    DataItem,
    FrozenField
  >
  return { ...own, ...frozenOf(content), fromCatalogue: source }
}

const isFrozen = (field: string): boolean => FROZEN_FIELDS.some((each) => each === field)

/** Fields in which a scheme's item says something else than the edition that it names. */
export const departures = (item: DataItem, content: CatalogueContent): readonly FrozenField[] =>
  FROZEN_FIELDS.filter((field) => item[field] !== content[field])
