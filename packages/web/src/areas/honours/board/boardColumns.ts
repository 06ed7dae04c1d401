import type { BoardFigures } from '@anjie/contracts/vocabulary/honours/titleTally'
import { boardWords as words } from '../../../locales/zh-CN/titleBoard.ts'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'

const FIGURES = Object.keys(words.figures) as readonly (keyof BoardFigures)[]

/** A column for each figure, the same in every table and file of the board. */
export const figureColumns = <R extends { readonly figures: BoardFigures }>(): TableColumn<R>[] =>
  FIGURES.map((key) => ({
    key,
    name: words.figures[key],
    kind: 'figure',
    text: (row) => String(row.figures[key]),
  }))

/** What stands on a county's tile. */
export const heldIn = ({ figures }: { readonly figures: BoardFigures }): number => figures.current + figures.listed
