import type { Better, Reference } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal } from '@anjie/kernel'
import type { Cell } from './cell.ts'
import type { SubjectFigures } from './figures.ts'
import type { RulePlace } from './method.ts'

export const isPeerReference = (reference: Reference): boolean =>
  reference.kind !== 'constant' && reference.kind !== 'item'

/** The figure that each subject's own figure of `item` is compared with. */
export function bindReference(
  reference: Reference,
  item: string,
  better: Better,
  place: RulePlace,
): (subject: SubjectFigures) => Cell {
  const { figures } = place
  if (reference.kind === 'item') return (subject) => subject.cell(reference.item)
  const value = ((): Decimal | undefined => {
    switch (reference.kind) {
      case 'constant':
        return new Decimal(reference.value)
      case 'peer-mean':
        return figures.column(item, place, reference.peers).mean
      case 'peer-median':
        return figures.column(item, place, reference.peers).median
      case 'peer-best':
        return figures.column(item, place, reference.peers).best(better)
      case 'peer-worst':
        return figures.column(item, place, reference.peers).worst(better)
      case 'peer-mean-last-year':
        return figures.column(item, place, reference.peers, 1).mean
    }
  })()
  const cell: Cell =
    value === undefined
      ? { status: 'missing', period: figures.period, note: '同组均未报，无参照值' }
      : { status: 'reported', value, period: figures.period, assumed: false }
  return () => cell
}
