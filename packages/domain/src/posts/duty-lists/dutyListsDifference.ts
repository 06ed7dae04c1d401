import type { DutyLine, DutyListsContent, NegativeLine, RoutineLine } from '@anjie/contracts/vocabulary/posts/dutyLists'
import { effectText, frequencyText, proofText } from './dutyNames.ts'
import { DUTY_LISTS, type DutyList } from './listsFault.ts'

export interface DutyListsChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly list: DutyList
  readonly code: string
  readonly before: string | null
  readonly after: string | null
}

/** A line as it is read, with what follows from it. */
export const lineText = (line: DutyLine | RoutineLine | NegativeLine): string => {
  if ('frequency' in line) return `${line.text}（${frequencyText(line)}，${proofText(line.proof)}）`
  return 'effect' in line ? `${line.text}（${effectText(line.effect)}）` : line.text
}

/** 与模板的差异, in the order of the lists; lines are matched by their codes and compared as they are read. */
export function dutyListsDifference(before: DutyListsContent, after: DutyListsContent): readonly DutyListsChange[] {
  return DUTY_LISTS.flatMap((list) => {
    const words = (content: DutyListsContent) => new Map(content[list].map((line) => [line.code, lineText(line)]))
    const [was, is] = [words(before), words(after)]
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((code): DutyListsChange[] => {
      const [old, now] = [was.get(code) ?? null, is.get(code) ?? null]
      if (old === now) return []
      return [
        { kind: old === null ? 'added' : now === null ? 'removed' : 'changed', list, code, before: old, after: now },
      ]
    })
  })
}
