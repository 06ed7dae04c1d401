import type { DutyEntry } from '@anjie/contracts/vocabulary/posts/dutyEntries'
import type { ProvedBy } from './provedBy.ts'

/** 登记: proves once another person has confirmed it; what was refused proves nothing. */
export const provedByEntry = ({ line, on, note, decision }: DutyEntry): ProvedBy | null =>
  decision?.outcome === 'refused'
    ? null
    : { key: `entered ${line}`, on, result: decision === undefined ? 'open' : 'done', title: note }
