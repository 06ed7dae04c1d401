import { endCatalogueItem } from './endCatalogueItem.ts'
import { findCatalogueDoubles } from './findCatalogueDoubles.ts'
import { getCatalogueItem } from './getCatalogueItem.ts'
import { getSchemeBurden } from './getSchemeBurden.ts'
import { listCatalogue } from './listCatalogue.ts'
import { recordCatalogueItem } from './recordCatalogueItem.ts'
import { reviseCatalogueItem } from './reviseCatalogueItem.ts'
import { setBurdenRates } from './setBurdenRates.ts'

/** Use cases of the operations in `catalogue.ts`, by operation id. */
export const CATALOGUE = {
  listCatalogue,
  getCatalogueItem,
  findCatalogueDoubles,
  recordCatalogueItem,
  reviseCatalogueItem,
  endCatalogueItem,
  getSchemeBurden,
  setBurdenRates,
} as const
