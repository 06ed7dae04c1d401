import { CatalogueCode } from '@anjie/contracts/vocabulary/catalogue/catalogueCode'
import type { CatalogueContent } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { FROZEN_FIELDS } from '@anjie/domain/catalogue/catalogueFields'

/** Which item of the demo's county scheme is which entry of the catalogue; what only makes sense beside another line is not in it. */
const CODES: Readonly<Record<string, string>> = {
  DISPUTES_FOUND: 'JF-001',
  DISPUTES_RESOLVED: 'JF-002',
  CENTERS_TOTAL: 'ZZ-001',
  CENTERS_DEMONSTRATION: 'ZZ-002',
  CENTERS_BUILDING: 'ZZ-003',
  CENTERS_LED: 'ZZ-004',
  ACCIDENT_3_5: 'AQ-001',
  ACCIDENT_6_9: 'AQ-002',
  HOMICIDE_3_4: 'AQ-003',
  CITY_UNRECTIFIED: 'DC-001',
  TOWNSHIP_MONTH_BOTTOM: 'DC-002',
  TOWNSHIP_YEAR_BOTTOM: 'DC-003',
  VETO_EVENTS: 'FJ-001',
  SAFETY_RATE: 'MD-001',
  AWARENESS_RATE: 'MD-002',
  PARTICIPATION_RATE: 'MD-003',
  COVERT_PROBLEMS: 'DC-004',
  PROVINCE_RANK: 'KP-001',
}

const OWNERS: readonly (readonly [RegExp, string])[] = [
  [/^JF/, '省委政法委基层社会治理处'],
  [/^(ZZ|WG)/, '省委政法委综治督导处'],
  [/^MD/, '省平安办考评组'],
  [/^SP/, '省委政法委科技信息处'],
]
const ownerOf = (code: string): string => OWNERS.find(([start]) => start.test(code))?.[1] ?? '省平安办'

/** The scheme as it takes its items: each a frozen copy of the first edition. */
export const takenFromCatalogue = (scheme: Scheme): Scheme => ({
  ...scheme,
  items: scheme.items.map((item) => {
    const code = CODES[item.code]
    return code === undefined ? item : { ...item, fromCatalogue: { code: CatalogueCode.parse(code), edition: 1 } }
  }),
})

export interface DemoEntry {
  readonly code: CatalogueCode
  readonly content: CatalogueContent
}

const frozenOf = (item: DataItem): Omit<CatalogueContent, 'owner'> =>
  Object.fromEntries(
    FROZEN_FIELDS.filter((field) => item[field] !== undefined).map((field) => [field, item[field]]),
  ) as Omit<CatalogueContent, 'owner'>

/** What the scheme asks, as the catalogue says it. */
export const entriesOfScheme = ({ items }: Scheme): readonly DemoEntry[] =>
  items.flatMap((item) => {
    const code = CODES[item.code]
    return code === undefined
      ? []
      : [{ code: CatalogueCode.parse(code), content: { ...frozenOf(item), owner: ownerOf(code) } }]
  })

/** A count of what stands there at the end of a period (取最近一期), or of what happened in it (各期加总). */
const counted = (
  kind: 'stands' | 'happened',
  code: string,
  name: string,
  unit: string,
  definition: string,
  more: Partial<CatalogueContent> = {},
): DemoEntry => ({
  code: CatalogueCode.parse(code),
  content: {
    name,
    unit,
    definition,
    period: 'year',
    filledBy: 'subject',
    rollUp: 'sum',
    overTime: kind === 'stands' ? 'latest' : 'sum',
    absentMeans: 'missing',
    min: '0',
    digits: 0,
    owner: ownerOf(code),
    ...more,
  },
})

const POINTS = '期末接入县综治中心的点位数；只计数量，不登记单个点位'
const VIDEO = { sourceSystem: '综治视联网平台' } as const

/** What a county's work report counts besides: 网格, 调解, 视频资源, 领导责任. */
export const REPORT_ENTRIES: readonly DemoEntry[] = [
  counted('stands', 'WG-001', '专职网格员人数', '人', '期末在岗、以网格工作为主业的网格员人数，不含兼职'),
  counted('stands', 'WG-002', '专兼职网格员总人数', '人', '期末在岗的专职和兼职网格员人数之和'),
  counted('stands', 'WG-003', '城区微网格个数', '个', '期末城区以小区、楼栋划分的微网格个数'),
  counted('stands', 'WG-004', '网格党支部个数', '个', '期末设在网格上的党支部个数'),
  counted('happened', 'WG-005', '网格上报事项数', '件', '本期网格员发现并上报的事项件数', {
    sourceSystem: '网格化服务管理信息系统',
    period: 'quarter',
  }),
  counted('happened', 'WG-006', '网格内办结事项数', '件', '本期上报事项中在网格内办结、未转上级的件数', {
    sourceSystem: '网格化服务管理信息系统',
    period: 'quarter',
  }),
  counted('stands', 'JF-003', '人民调解组织个数', '个', '期末县、乡、村设立的人民调解委员会个数'),
  counted('stands', 'JF-004', '行业性专业性调解组织个数', '个', '期末已登记的行业性、专业性调解组织个数'),
  counted('stands', 'JF-005', '专兼职调解员人数', '人', '期末聘任的专职和兼职调解员人数'),
  counted('stands', 'JF-006', '基层人民法庭个数', '个', '期末设立的人民法庭个数'),
  counted('stands', 'JF-007', '诉讼服务站个数', '个', '期末设在乡镇（街道）的诉讼服务站个数'),
  counted('stands', 'JF-008', '巡回审判点个数', '个', '期末设在村（社区）的巡回审判点个数'),
  counted('stands', 'SP-001', '天网工程接入点位数', '个', POINTS, VIDEO),
  counted('stands', 'SP-002', '雪亮工程接入点位数', '个', `${POINTS}；雪亮工程`, VIDEO),
  counted('stands', 'SP-003', '慧眼工程接入点位数', '个', `${POINTS}；慧眼工程`, VIDEO),
  counted('stands', 'SP-004', '应急广播接入点位数', '个', `${POINTS}；应急广播`, VIDEO),
  counted('stands', 'SP-005', '智慧交通接入点位数', '个', `${POINTS}；智慧交通`, VIDEO),
  counted('stands', 'SP-006', '数字城管接入点位数', '个', `${POINTS}；数字城管`, VIDEO),
  counted('happened', 'ZR-001', '平安建设领导小组会议次数', '次', '本期由组长或第一副组长主持召开的领导小组会议次数'),
  counted(
    'happened',
    'ZR-002',
    '党委常委会研究政法工作次数',
    '次',
    '本期党委常委会、政府常务会议题中研究政法工作的次数',
  ),
  counted('happened', 'ZR-003', '平安建设财政投入', '万元', '本期财政预算安排并已支出的平安建设经费', { digits: 2 }),
  counted('stands', 'ZR-004', '配备政法委员的乡镇个数', '个', '期末由党委副书记担任政法委员的乡镇（街道）个数'),
  counted('happened', 'DC-005', '专项督导次数', '次', '本期县级组织的平安建设专项督导次数'),
  counted('happened', 'DC-006', '通报约谈单位个数', '个', '本期被通报批评或约谈的乡镇和行业单位个数，同一单位只计一次'),
]

/** Asks what JF-001 asks: recorded all the same, with its reason, so that a pair stands in the list. */
export const DOUBLE: DemoEntry & { readonly apartBecause: string } = {
  ...counted('happened', 'JF-009', '排查登记矛盾纠纷数', '件', '人民调解系统登记的矛盾纠纷件数，含其他系统转入的'),
  apartBecause: '司法行政系统口径含转入件，系统打通前并行一年',
}
