import type { IncidentKind } from '@anjie/contracts/vocabulary/aftercare/incident'
import type { RevocationGround } from '@anjie/contracts/vocabulary/aftercare/recheck'

/** Where a ground is written: re-check rules of demonstration villages (2023) and the provincial circular of Hunan (2019). */
const RECHECK_RULES = '乡村治理示范村镇复核办法（2023）'
const HUNAN_2019 = '湖南省文明单位复查通报（2019）'
const PROVINCIAL = '省级设定'

export const INCIDENT_NAMES = {
  'leader-punished': '主要负责人严重违纪违法',
  'organised-crime': '涉黑涉恶案件',
  drugs: '毒品问题',
  cult: '邪教活动',
  homicide: '命案等恶性案件',
  'safety-accident': '重大安全责任事故',
  'mass-incident': '群体性事件或越级集体上访，造成恶劣影响',
  'rights-violation': '侵害群众合法权益',
  'false-application': '申报材料弄虚作假',
  lapsed: '创建工作滑坡',
  barred: '发生重大案（事）件，限制申报',
  'unit-ended': '单位撤并',
  'lower-revoked': '下一级称号被撤销',
} as const satisfies Record<IncidentKind, string>

/** 来源 of each ground, as the page of a case and the notice to the unit print it. */
export const GROUND_SOURCES = {
  'leader-punished': HUNAN_2019,
  'organised-crime': RECHECK_RULES,
  drugs: HUNAN_2019,
  cult: RECHECK_RULES,
  homicide: RECHECK_RULES,
  'safety-accident': RECHECK_RULES,
  'mass-incident': RECHECK_RULES,
  'rights-violation': RECHECK_RULES,
  // No published rule was found that says it.
  'false-application': PROVINCIAL,
  'rectification-failed': '青年文明号管理办法范本（限期整改不合格）',
  'lower-revoked': PROVINCIAL,
} as const satisfies Record<RevocationGround, string>

export const GROUND_NAMES: { readonly [G in RevocationGround]: string } = {
  ...INCIDENT_NAMES,
  'rectification-failed': '限期整改逾期或不合格',
}

export const groundsText = (grounds: readonly RevocationGround[]): string =>
  grounds.map((ground) => GROUND_NAMES[ground]).join('、')
