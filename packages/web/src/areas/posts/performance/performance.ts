import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { dutyPerformanceWords as words } from '../../../locales/zh-CN/dutyLists.ts'

export type Performance = Answer<(typeof OPERATIONS)['getDutyPerformance']>
export type Figures = Performance['figures']

/** `75%`, to whole per cents; what is assessed counts the exact share. */
export const shareText = ({ due, done }: Pick<Figures, 'due' | 'done'>): string =>
  due === 0 ? words.noShare : `${Math.floor((done * 100) / due)}%`

/** What the post attended, the newest first: trainings prove lines of the list. */
export const trainingsOf = ({ routine }: Performance) =>
  routine
    .flatMap(({ line, slots }) => (line.proof.kind === 'training' ? slots.flatMap(({ proofs }) => proofs) : []))
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))
