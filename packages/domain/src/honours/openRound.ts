import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { LegalBasisRecord } from '@anjie/contracts/vocabulary/honours/legalBasis'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { namingCode, namingLevel } from '../divisions/namingLevel.ts'
import { rungName, rungOf } from './ladder.ts'
import { basisFault, notInForce, REGIME_NAMES, USUAL_NOTICE_DAYS } from './legalBasis.ts'
import { TITLE_LEVEL_NAMES } from './titleNames.ts'

export interface RoundRequest
  extends Pick<
    Round,
    'honour' | 'name' | 'year' | 'opensOn' | 'closesOn' | 'noticeWorkingDays' | 'noticeReason' | 'validYears'
  > {
  readonly grade?: string | undefined
  /** By the code of a city, in a round of a city or county by that of a county. */
  readonly quotas: readonly { readonly code: string; readonly places: number }[]
}

/**
 * 开放一轮申报 of one rung, with its legal basis; the places are given to the divisions below whoever opens it: the province's to cities, a
 * city's to its counties, a county's to itself.
 */
export function openRound(
  id: Round['id'],
  request: RoundRequest,
  type: HonourType,
  record: LegalBasisRecord,
  divisions: DivisionTree,
  today: PlainDate,
  at: string,
): Result<Step<'round'>, Problem> {
  const { quotas: asked, grade, ...rest } = request
  const lacking = basisFor(id, request, record, today)
  if (lacking !== null) return err({ ...lacking, pointer: '/basisId' })
  const usual = USUAL_NOTICE_DAYS[record.regime]
  if (request.noticeWorkingDays < usual && request.noticeReason === undefined)
    return err({
      code: 'invalid-input',
      detail: `${REGIME_NAMES[record.regime]}的公示一般不少于${usual}个工作日，缩短的请写明理由`,
      pointer: '/noticeReason',
    })
  if (request.closesOn < request.opensOn) {
    return err({ code: 'invalid-input', detail: '申报截止日不能早于开始日', pointer: '/closesOn' })
  }
  if (request.closesOn < today) {
    return err({ code: 'invalid-input', detail: '申报截止日已经过去', pointer: '/closesOn' })
  }
  if (type.publicAs === 'counts')
    return err({
      code: 'invalid-input',
      detail: `“${type.name}”只登记和公布户数，不开放申报、不命名`,
      pointer: '/honour',
    })
  const wanted = { level: namingLevel(id), ...(grade === undefined ? {} : { grade }) }
  const rung = rungOf(type, wanted)
  if (rung === undefined) {
    const own = type.ladder.filter(({ level }) => level === wanted.level)
    return err({
      code: 'invalid-input',
      detail:
        own.length === 0
          ? `“${type.name}”不设${rungName({ level: wanted.level })}称号，不能开放本级申报`
          : `“${type.name}”在本级设${own.map(rungName).join('、')}，请选择其中之一`,
      pointer: own.length === 0 ? '/honour' : '/grade',
    })
  }
  const places = givenPlaces(id, asked, divisions)
  if (!places.ok) return places
  return ok({
    next: {
      ...rest,
      ...(grade === undefined ? {} : { grade }),
      ...(rung.after === undefined ? {} : { after: rung.after }),
      type,
      legalBasis: {
        basisId: record.id,
        regime: record.regime,
        issuer: record.issuer,
        approvalReference: record.approvalNumber,
      },
      id,
      province: divisions.province.code,
      ...places.value,
      updatedAt: at,
    },
    fact: {
      type: 'RoundOpened',
      details: {
        honour: type.name,
        approvalReference: record.approvalNumber,
        places: String(asked.reduce((sum, quota) => sum + quota.places, 0)),
      },
    },
  })
}

/** Why the basis does not carry this round: it is another honour's or level's, against the rules, or not in force for the whole window. */
function basisFor(id: Round['id'], request: RoundRequest, record: LegalBasisRecord, today: PlainDate): Problem | null {
  const level = namingLevel(id)
  if (record.honour !== request.honour || record.level !== level)
    return {
      code: 'legal-basis-missing',
      detail: `“${record.approvalNumber}”不是本荣誉${TITLE_LEVEL_NAMES[level]}命名的批准依据，每级命名须有本级现行有效的依据`,
    }
  return basisFault(record, today) ?? notInForce(record, today) ?? notInForce(record, request.closesOn)
}

/** The places by name; each division once, and only those below whoever opens the round. */
export function givenPlaces(
  id: Round['id'],
  asked: RoundRequest['quotas'],
  divisions: DivisionTree,
): Result<Pick<Round, 'quotas' | 'countyQuotas'>, Problem> {
  const [level, owner] = [namingLevel(id), namingCode(id)]
  const known = (level === 'province' ? divisions.cities : divisions.counties).filter(({ code }) =>
    code.startsWith(owner),
  )
  for (const [index, { code }] of asked.entries()) {
    const pointer = `/quotas/${index}/code`
    const division = known.find((each) => each.code === code)
    if (division === undefined)
      return err({
        code: 'invalid-input',
        detail:
          level === 'province' ? `本省没有代码为${code}的市（州）` : `代码为${code}的县（市、区）不在本级管辖范围内`,
        pointer,
      })
    if (asked.findIndex((each) => each.code === code) < index)
      return err({ code: 'invalid-input', detail: `${division.name}的名额重复填写`, pointer })
  }
  const placesOf = (code: string): number | undefined => asked.find((each) => each.code === code)?.places
  if (level === 'province')
    return ok({
      quotas: asked.flatMap(({ code }) => {
        const city = divisions.cities.find((each) => each.code === code)
        return city === undefined ? [] : [{ city: city.code, cityName: city.name, places: placesOf(code) ?? 0 }]
      }),
    })
  return ok({
    quotas: [],
    countyQuotas: asked.flatMap(({ code }) => {
      const county = divisions.counties.find((each) => each.code === code)
      return county === undefined ? [] : [{ county: county.code, countyName: county.name, places: placesOf(code) ?? 0 }]
    }),
  })
}
