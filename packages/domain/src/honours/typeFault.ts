import type { HonourType, Rung } from '@anjie/contracts/vocabulary/honours/honourType'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { askedCriteria } from './askedCriteria.ts'
import { reaches, rungName } from './ladder.ts'

const fault = (pointer: string, detail: string): Problem => ({ code: 'invalid-input', detail, pointer })

/** What is wrong with a type as it is to be set, beside the others of the province; null: nothing. */
export function typeFault(type: HonourType, others: readonly HonourType[]): Problem | null {
  const rest = others.filter(({ code }) => code !== type.code)
  const sameName = rest.find(({ name }) => name === type.name)
  if (sameName !== undefined) return fault('/name', `已有名为“${type.name}”的荣誉类型`)
  const sameLetters = rest.find(({ certificateLetters }) => certificateLetters === type.certificateLetters)
  if (sameLetters !== undefined)
    return fault('/certificateLetters', `证书字母${type.certificateLetters}已用于“${sameLetters.name}”`)
  const asked = askedCriteria(type)
  for (const [index, { code, name }] of type.criteria.entries())
    if (asked.findLastIndex((each) => each.code === code) > index)
      return fault(`/criteria/${index}/code`, `创建条件“${name}”的代码与其他条件的重复`)
  return ladderFault(type)
}

const isSame = (one: Rung, other: Rung): boolean => one.level === other.level && one.grade === other.grade

/** Rungs stand lowest first and each once; what one asks for is a rung below it. */
function ladderFault({ ladder }: HonourType): Problem | null {
  for (const [index, rung] of ladder.entries()) {
    const below = ladder.slice(0, index)
    if (below.some((each) => isSame(each, rung))) return fault(`/ladder/${index}`, `${rungName(rung)}重复`)
    if (below.some((each) => each.level !== rung.level && reaches(ladder, each, rung)))
      return fault(`/ladder/${index}`, `阶梯应由低到高排列，${rungName(rung)}应在前面`)
    const { after } = rung
    if (after !== undefined && !below.some((each) => isSame(each, after)))
      return fault(`/ladder/${index}/after`, `${rungName(rung)}所要求的${rungName(after)}不在它的下一级`)
  }
  return null
}

/** What an office should think of before it asks for this; none of it stops it. */
export const typeWarnings = ({ criteria }: Pick<HonourType, 'criteria'>): readonly string[] =>
  criteria
    .filter(({ clause }) => /照片|图片|截图|留痕/.test(clause))
    .map(({ name }) => `“${name}”要求提供照片或留痕材料：基层减负规定不得以照片、留痕作为工作佐证，请改为可选`)
