import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import {
  ABSENT_NAMES,
  FILLED_BY_NAMES,
  OVER_TIME_NAMES,
  PERIOD_NAMES,
  ROLL_UP_NAMES,
} from '@anjie/contracts/vocabulary/schemes/schemeWords'

/** What a scheme freezes of an item: everything that the two have in common. */
export const FROZEN_FIELDS = [
  'name',
  'unit',
  'definition',
  'period',
  'filledBy',
  'supplier',
  'sourceSystem',
  'rollUp',
  'overTime',
  'absentMeans',
  'min',
  'max',
  'digits',
] as const satisfies readonly (keyof DataItem & keyof CatalogueContent)[]
export type FrozenField = (typeof FROZEN_FIELDS)[number]

export const CATALOGUE_FIELD_NAMES = {
  name: '名称',
  unit: '单位',
  definition: '口径',
  period: '填报周期',
  filledBy: '填报方',
  supplier: '提供单位',
  sourceSystem: '数据来源系统',
  rollUp: '逐级汇总',
  overTime: '各期合成',
  absentMeans: '未填表示',
  min: '最小值',
  max: '最大值',
  digits: '小数位数',
  owner: '归口处室',
} as const satisfies Record<keyof CatalogueContent, string>

const CHOICES: Partial<Record<keyof CatalogueContent, Readonly<Record<string, string>>>> = {
  period: PERIOD_NAMES,
  filledBy: FILLED_BY_NAMES,
  rollUp: ROLL_UP_NAMES,
  overTime: OVER_TIME_NAMES,
  absentMeans: ABSENT_NAMES,
}

/** A field of an item as people read it; nothing where it is not set. */
export function fieldText(field: keyof CatalogueContent, content: Partial<CatalogueContent>): string {
  const value = content[field]
  return value === undefined ? '' : (CHOICES[field]?.[String(value)] ?? String(value))
}

export interface FieldChange {
  readonly field: keyof CatalogueContent
  readonly name: string
  readonly before: string
  readonly after: string
}

const FIELDS = Object.keys(CATALOGUE_FIELD_NAMES) as readonly (keyof CatalogueContent)[]

/** 版本差异: what one edition says otherwise than another. */
export const changedFields = (before: CatalogueContent, after: CatalogueContent): readonly FieldChange[] =>
  FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    name: CATALOGUE_FIELD_NAMES[field],
    before: fieldText(field, before),
    after: fieldText(field, after),
  }))
