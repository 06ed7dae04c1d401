import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'

const MARK = /\.(county|city)-/

/** 授予级: who conferred a title and decides on it, by the mark in its id; one that was taken over from a public list is kept by the province. */
export function titleKeeper(titleId: string): Level {
  const mark = MARK.exec(titleId)?.[1]
  return mark === 'county' || mark === 'city' ? mark : 'province'
}
