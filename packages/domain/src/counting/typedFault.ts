import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { sourceName } from './countedWords.ts'

/** Why nobody types this item's figure, and what to do where it is wrong; the same words on the page and from the server. */
export const typedFault = (item: Pick<DataItem, 'name' | 'countedFrom'> | undefined): string =>
  item?.countedFrom === undefined
    ? ''
    : `“${item.name}”由${sourceName(item.countedFrom)}汇总，不能填写；数不对的，请在${sourceName(item.countedFrom)}中更正`
