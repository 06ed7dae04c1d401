import { CatalogueCode } from '@anjie/contracts/vocabulary/catalogue/catalogueCode'
import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import { CatalogueItemId } from '@anjie/contracts/vocabulary/ids'

/** 排查矛盾纠纷数 as a county reports it once a year. */
export const entry = (given: Partial<CatalogueContent> = {}): CatalogueContent => ({
  name: '排查矛盾纠纷数',
  unit: '件',
  definition: '本年度各级调解组织排查登记的矛盾纠纷件数，同一纠纷只计一次',
  period: 'year',
  filledBy: 'subject',
  sourceSystem: '矛盾纠纷多元化解信息系统',
  rollUp: 'sum',
  overTime: 'sum',
  absentMeans: 'missing',
  min: '0',
  digits: 0,
  owner: '省委政法委基层社会治理处',
  ...given,
})

export const codeOf = (text: string): CatalogueCode => CatalogueCode.parse(text)
export const itemId = (code: string): CatalogueItemId => CatalogueItemId.parse(`99.${code}`)
