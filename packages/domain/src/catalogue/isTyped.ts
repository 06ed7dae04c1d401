import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'

/** Whether somebody gives the figure, by typing it or from a ledger; others are worked out, or counted when the cycle is scored. */
export const isTyped = ({ formula, bottomOf, fromVetoes }: DataItem): boolean =>
  formula === undefined && bottomOf === undefined && fromVetoes !== true
