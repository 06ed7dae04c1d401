import { z } from 'zod'
import { RateContent, SchemeBurden, TakenStanding } from '../vocabulary/catalogue/burden.ts'
import { CatalogueCode } from '../vocabulary/catalogue/catalogueCode.ts'
import {
  CatalogueContent,
  CatalogueDouble,
  CatalogueEdition,
  CatalogueItem,
  CatalogueUse,
} from '../vocabulary/catalogue/catalogueItem.ts'
import { CatalogueItemId, SchemeId } from '../vocabulary/ids.ts'
import { listPage, listQuery } from '../vocabulary/listPage.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { CASE_READERS } from './readers.ts'

const params = z.strictObject({ catalogueItemId: CatalogueItemId })

/** Everybody who fills in, checks or configures looks the definition up in one place. */
const CATALOGUE_READERS = [...CASE_READERS, 'unit-reporter'] as const

const reason = line({ min: 2, max: 200, tooShort: '请写明理由' })
/** 并存理由: without it an item that seems to ask the same as another is refused. */
const apartBecause = line({ min: 2, max: 200, tooShort: '请写明为什么与相近的目录项并存' }).optional()

export const listCatalogue = operation({
  id: 'listCatalogue',
  summary: '数据目录',
  method: 'GET',
  path: '/v1/catalogue',
  roles: CATALOGUE_READERS,
  query: z.strictObject({ stage: listQuery.stage, name: listQuery.name, cursor: listQuery.cursor }),
  success: listPage(LIST_ROWS['catalogue-item']),
})

export const getCatalogueItem = operation({
  id: 'getCatalogueItem',
  summary: '数据目录项：各版本、被哪些方案引用、疑似重复',
  method: 'GET',
  path: '/v1/catalogue/{catalogueItemId}',
  roles: CATALOGUE_READERS,
  params,
  success: recordEnvelope(CatalogueItem).extend({
    /** The newest first; a hundred at most. */
    editions: z.array(CatalogueEdition),
    uses: z.array(CatalogueUse),
    /** Counties' own schemes that took it, which the caller does not read. */
    usesElsewhere: z.int(),
    doubles: z.array(CatalogueDouble),
  }),
})

export const findCatalogueDoubles = operation({
  id: 'findCatalogueDoubles',
  summary: '目录中与之重复、相近的项；不给名称时列出目录内所有疑似重复',
  method: 'GET',
  path: '/v1/catalogue-doubles',
  roles: CATALOGUE_READERS,
  query: z.strictObject({
    name: line({ max: 80 }).optional(),
    unit: line({ max: 20 }).optional(),
    definition: lines({ max: 500 }).optional(),
    /** The item that is being revised is no double of itself. */
    except: CatalogueCode.optional(),
  }),
  success: z.object({
    doubles: z.array(CatalogueDouble),
    pairs: z.array(
      z.object({
        one: CatalogueDouble.omit({ why: true }),
        other: CatalogueDouble,
      }),
    ),
  }),
})

export const recordCatalogueItem = operation({
  id: 'recordCatalogueItem',
  summary: '列入数据目录',
  method: 'POST',
  path: '/v1/catalogue',
  roles: ['province-admin'],
  body: z.strictObject({ code: CatalogueCode, content: CatalogueContent, apartBecause }),
  success: CommandReply,
  status: 201,
  problems: ['catalogue-code-taken', 'catalogue-double'],
})

export const reviseCatalogueItem = operation({
  id: 'reviseCatalogueItem',
  summary: '修订数据目录项（成为新版本）',
  method: 'PUT',
  path: '/v1/catalogue/{catalogueItemId}',
  roles: ['province-admin'],
  params,
  body: z.strictObject({ content: CatalogueContent, reason, apartBecause }),
  success: CommandReply,
  ifMatch: true,
  problems: ['catalogue-double', 'transition-not-allowed'],
})

export const endCatalogueItem = operation({
  id: 'endCatalogueItem',
  summary: '停用数据目录项',
  method: 'POST',
  path: '/v1/catalogue/{catalogueItemId}/end',
  roles: ['province-admin'],
  params,
  body: z.strictObject({ reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const getSchemeBurden = operation({
  id: 'getSchemeBurden',
  summary: '方案的填报负担、减负规定的检查、与数据目录的关系',
  method: 'GET',
  path: '/v1/schemes/{schemeId}/burden',
  roles: CASE_READERS,
  params: z.strictObject({ schemeId: SchemeId }),
  success: SchemeBurden.extend({ taken: z.array(TakenStanding) }),
})

export const setBurdenRates = operation({
  id: 'setBurdenRates',
  summary: '设定填报用时标准',
  method: 'PUT',
  path: '/v1/burden-rates',
  roles: ['province-admin'],
  body: z.strictObject({
    rates: RateContent,
    reason,
    /** From which version it was made; 0 while none was set. */
    ratesVersion: z.int().min(0),
  }),
  success: CommandReply,
})
