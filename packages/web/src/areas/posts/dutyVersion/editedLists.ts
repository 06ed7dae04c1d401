import {
  type DutyListsContent,
  FREQUENCIES,
  type NegativeEffect,
  type RoutineLine,
} from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { DutyProof } from '@anjie/contracts/vocabulary/posts/proofs/index'
import { TRAINING_KINDS } from '@anjie/contracts/vocabulary/posts/proofs/training'
import { FREQUENCY_NAMES, proofText } from '@anjie/domain/posts/duty-lists/dutyNames'
import type { DutyList } from '@anjie/domain/posts/duty-lists/listsFault'
import { dutyListsWords as words } from '../../../locales/zh-CN/dutyLists.ts'

export const BLANK_LISTS: DutyListsContent = {
  name: '',
  postKind: 'township-commissioner',
  isExample: false,
  powers: [],
  duties: [],
  routine: [],
  negative: [],
}

const LETTERS = { powers: 'QL', duties: 'ZZ', routine: 'RC', negative: 'FM' } as const satisfies Record<
  DutyList,
  string
>

/** The next free code of a list: lines keep theirs from version to version. */
export function nextCode(list: DutyList, lines: readonly { readonly code: string }[]): string {
  const last = Math.max(0, ...lines.map(({ code }) => Number(code.slice(3))))
  return `${LETTERS[list]}-${String(last + 1).padStart(2, '0')}`
}

/** A new line of a list, to be filled in. */
export function withNewLine(content: DutyListsContent, list: DutyList): DutyListsContent {
  const line = { code: nextCode(list, content[list]), text: '' }
  switch (list) {
    case 'powers':
    case 'duties':
      return { ...content, [list]: [...content[list], line] }
    case 'routine':
      return {
        ...content,
        routine: [...content.routine, { ...line, frequency: 'monthly', times: 1, proof: { kind: 'entered' } }],
      }
    case 'negative':
      return { ...content, negative: [...content.negative, { ...line, effect: { kind: 'points', points: '1' } }] }
  }
}

export interface ProofChoice {
  readonly label: string
  readonly proof: DutyProof
}

/** What may prove a line: the fixed kinds, and each register of the province. */
export const proofChoices = (
  registers: readonly { readonly code: string; readonly name: string }[],
): readonly ProofChoice[] =>
  [
    ...(['rectification', 'mediation', 'form'] as const).map((kind): DutyProof => ({ kind })),
    ...TRAINING_KINDS.map((training): DutyProof => ({ kind: 'training', training })),
    ...registers.map(({ code, name }) => ({ kind: 'register', register: code, name }) as DutyProof),
    { kind: 'entered' } as DutyProof,
  ].map((proof) => ({ label: proofText(proof), proof }))

export const effectCell = (effect: NegativeEffect): string => (effect.kind === 'veto' ? words.veto : effect.points)

export const effectOf = (text: string): NegativeEffect =>
  text === words.veto ? { kind: 'veto' } : { kind: 'points', points: text }

/** One cell of a routine line as it was typed or chosen. */
export function withRoutineCell(
  line: RoutineLine,
  column: string,
  text: string,
  proofs: readonly ProofChoice[],
): RoutineLine {
  switch (column) {
    case 'text':
      return { ...line, text }
    case 'frequency':
      return { ...line, frequency: FREQUENCIES.find((each) => FREQUENCY_NAMES[each] === text) ?? line.frequency }
    case 'times':
      return { ...line, times: Number(text) }
    case 'proof':
      // A line whose register is read by a day of its rows keeps that day.
      return proofText(line.proof) === text
        ? line
        : { ...line, proof: proofs.find(({ label }) => label === text)?.proof ?? line.proof }
    default:
      return line
  }
}
