import { dayText } from '@anjie/calendar-cn'
import type { IssuerKind, LegalBasisRecord, Regime } from '@anjie/contracts/vocabulary/honours/legalBasis'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { TITLE_LEVEL_NAMES } from './titleNames.ts'

export const REGIME_NAMES = {
  'creation-demonstration': '创建示范活动',
  commendation: '评比达标表彰',
} as const satisfies Record<Regime, string>

export const ISSUER_KIND_NAMES = {
  'central-organ': '中央和国家机关',
  'provincial-organ': '省级机关',
  'party-committee': '党委',
  government: '政府',
  department: '部门',
  township: '乡镇（街道）',
} as const satisfies Record<IssuerKind, string>

/** 公示 in working days by regime (domain notes S94, S95): fewer needs a reason. */
export const USUAL_NOTICE_DAYS = {
  'creation-demonstration': 5,
  commendation: 5,
} as const satisfies Record<Regime, number>

type Asked = Pick<
  LegalBasisRecord,
  'regime' | 'issuer' | 'issuerKind' | 'issuerLevel' | 'approvedBy' | 'level' | 'approvedOn' | 'endsOn'
>

const refused = (detail: string, pointer: string): Problem => ({ code: 'legal-basis-missing', detail, pointer })

/** Who may name anything at all, and by which regime: the first rule that is broken, or null. */
export function basisFault(basis: Asked, today: PlainDate): Problem | null {
  const issuer = `“${basis.issuer}”`
  if (basis.approvedOn > today) return refused('批准日期不能晚于今天', '/approvedOn')
  if (basis.endsOn !== undefined && basis.endsOn < basis.approvedOn)
    return refused('有效期截止日不能早于批准日期', '/endsOn')
  if (basis.issuerKind === 'township')
    return refused(
      `${issuer}是乡镇（街道）：乡镇（街道）不得主办${REGIME_NAMES[basis.regime]}，应由县级以上党委、政府主办`,
      '/issuerKind',
    )
  if (basis.issuerKind === 'department')
    return refused(
      basis.regime === 'commendation'
        ? `${issuer}是部门：部门不得设立评比达标表彰项目，部门只作审核，由党委、政府命名`
        : `${issuer}是部门：市、县部门不得主办创建示范活动（《创建示范活动管理办法》），部门只作审核，由党委、政府命名`,
      '/issuerKind',
    )
  if (basis.issuerLevel !== basis.level)
    return refused(
      `${issuer}是${TITLE_LEVEL_NAMES[basis.issuerLevel]}单位，不能作为${TITLE_LEVEL_NAMES[basis.level]}命名的主办单位`,
      '/issuerLevel',
    )
  if (basis.issuerKind === 'central-organ' || (basis.issuerKind === 'provincial-organ' && basis.level !== 'province'))
    return refused(`${ISSUER_KIND_NAMES[basis.issuerKind]}不在${TITLE_LEVEL_NAMES[basis.level]}命名`, '/issuerKind')
  return approvalFault(basis)
}

/** 两级审批: the Party Centre and State Council, and the provinces; nobody below approves. */
function approvalFault({ regime, level, approvedBy }: Asked): Problem | null {
  if (regime === 'commendation' && level === 'province' && approvedBy !== 'national')
    return refused('省级评比达标表彰项目须报党中央、国务院批准，请填写中央批准的依据', '/approvedBy')
  if (approvedBy !== 'national' && approvedBy !== 'province')
    return refused(
      `${REGIME_NAMES[regime]}实行中央和省两级审批，市、县不能自行批准项目，请填写省级以上批准的依据`,
      '/approvedBy',
    )
  return null
}

/** Why no round may open, or nothing be named, by a basis on a day; null: it is in force. */
export function notInForce(
  {
    approvalNumber,
    approvedOn,
    endsOn,
    endedFor,
  }: Pick<LegalBasisRecord, 'approvalNumber' | 'endsOn' | 'endedFor'> & Partial<Pick<LegalBasisRecord, 'approvedOn'>>,
  on: PlainDate,
): Problem | null {
  if (approvedOn !== undefined && on < approvedOn)
    return { code: 'legal-basis-missing', detail: `“${approvalNumber}”自${dayText(approvedOn)}起生效` }
  if (endsOn === undefined || on <= endsOn) return null
  return {
    code: 'legal-basis-missing',
    detail: `批准依据“${approvalNumber}”已于${dayText(endsOn)}${endedFor === undefined ? '届满' : `终止（${endedFor}）`}，没有现行有效的依据不得开放申报、作出命名决定`,
  }
}
