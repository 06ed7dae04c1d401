import type { BurdenSide } from '@anjie/contracts/vocabulary/catalogue/burden'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { burdenWords as words } from '../../../locales/zh-CN/catalogue.ts'

export const cellsOf = ({ typed, confirmed, drawn }: BurdenSide): number => typed + confirmed + drawn

/** One line for the question before a scheme is published. */
export function useBurdenLine(schemeId: string): readonly string[] {
  const { data } = useRead(OPERATIONS.getSchemeBurden, { params: { schemeId } })
  const [own] = data?.sides ?? []
  return own === undefined ? [] : [words.summaryText(own.name, cellsOf(own), own.confirmed + own.drawn, own.minutes)]
}
