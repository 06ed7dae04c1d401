import {
  APPLICATION_SECTIONS,
  type Application,
  type ApplicationSection,
} from '@anjie/contracts/vocabulary/honours/application'
import type { Criterion } from '@anjie/contracts/vocabulary/honours/honourType'

/** 未开始, 进行中, 已看未完 (gone through, and something is still missing), 完成. */
export type SectionState = 'untouched' | 'begun' | 'seen' | 'complete'

export const SECTION_STATE_NAMES = {
  untouched: '未开始',
  begun: '进行中',
  seen: '已看未完',
  complete: '完成',
} as const satisfies Record<SectionState, string>

type Material = Pick<Application, 'answers' | 'statement' | 'evidence' | 'seen'>
type Asked = readonly Pick<Criterion, 'code' | 'evidence'>[]

/** How far each section of an application is, whoever of several clerks filled in which. */
export const sectionStates = (
  material: Material,
  criteria: Asked,
): Readonly<Record<ApplicationSection, SectionState>> => {
  const stateOf = (section: ApplicationSection): SectionState => {
    const { filled, whole } = PROGRESS[section](material, criteria)
    if (filled >= whole && (whole > 0 || material.seen?.includes(section) === true)) return 'complete'
    if (material.seen?.includes(section) === true) return 'seen'
    return filled > 0 ? 'begun' : 'untouched'
  }
  return Object.fromEntries(APPLICATION_SECTIONS.map((section) => [section, stateOf(section)])) as Record<
    ApplicationSection,
    SectionState
  >
}

/** Where nothing is required, having gone through it is enough. */
const PROGRESS: Readonly<
  Record<ApplicationSection, (material: Material, criteria: Asked) => { filled: number; whole: number }>
> = {
  criteria: ({ answers }, criteria) => ({
    filled: answers.filter(({ answer }) => answer !== 'unknown').length,
    whole: criteria.length,
  }),
  evidence: ({ evidence = [] }, criteria) => {
    const required = criteria.filter((each) => each.evidence === 'required')
    return {
      filled: required.filter(({ code }) =>
        evidence.some(({ criterion, status }) => criterion === code && status === 'attached'),
      ).length,
      whole: required.length,
    }
  },
  statement: ({ statement }) => ({ filled: statement.trim() === '' ? 0 : 1, whole: 1 }),
}
