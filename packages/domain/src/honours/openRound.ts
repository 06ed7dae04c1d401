import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { HONOUR_TYPES } from './types/index.ts'

export interface RoundRequest extends Omit<Round, 'id' | 'province' | 'quotas' | 'updatedAt'> {
  readonly quotas: readonly { readonly city: string; readonly places: number }[]
}

/** 开放一轮申报, with its legal basis; the places are given to cities of this province by name. */
export function openRound(
  id: Round['id'],
  request: RoundRequest,
  divisions: DivisionTree,
  today: PlainDate,
  at: string,
): Result<Step<'round'>, Problem> {
  const basis = request.legalBasis
  if (basis.issuer.trim() === '' || basis.approvalReference.trim() === '') {
    return err({ code: 'legal-basis-missing', detail: '请填写主办单位和批准文号', pointer: '/legalBasis' })
  }
  if (request.closesOn < request.opensOn) {
    return err({ code: 'invalid-input', detail: '申报截止日不能早于开始日', pointer: '/closesOn' })
  }
  if (request.closesOn < today) {
    return err({ code: 'invalid-input', detail: '申报截止日已经过去', pointer: '/closesOn' })
  }
  const quotas: Round['quotas'] = []
  for (const [index, { city, places }] of request.quotas.entries()) {
    const known = divisions.cities.find(({ code }) => code === city)
    const pointer = `/quotas/${index}/city`
    if (known === undefined) return err({ code: 'invalid-input', detail: `本省没有代码为${city}的市（州）`, pointer })
    if (quotas.some((each) => each.city === city)) {
      return err({ code: 'invalid-input', detail: `${known.name}的名额重复填写`, pointer })
    }
    quotas.push({ city: known.code, cityName: known.name, places })
  }
  return ok({
    next: { ...request, id, province: divisions.province.code, quotas, updatedAt: at },
    fact: {
      type: 'RoundOpened',
      details: {
        honour: HONOUR_TYPES[request.honour].name,
        approvalReference: basis.approvalReference,
        places: String(quotas.reduce((sum, { places }) => sum + places, 0)),
      },
    },
  })
}
