import { addDays } from '@anjie/calendar-cn/plainDays'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { StatusOwner } from '@anjie/domain/workflow/transition'
import { beijingDay } from '@anjie/kernel'
import { type HomeLine, noteOf, type Standing, TOLD_DAYS } from './homeLine.ts'

interface Turns {
  readonly before: StatusOwner | null
  readonly owner: StatusOwner | null
  readonly codeOf: (level: Level) => string
  readonly row: HomeRow
  readonly standing: (owner: StatusOwner) => Standing
}

/** A case waits for one post at a time: the line of whoever had it goes, and that of whoever has it comes. */
export const turnLines = ({ before, owner, codeOf, row, standing }: Turns): readonly HomeLine[] =>
  [...new Set([before?.level, owner?.level].filter((level) => level !== undefined))].map((level) => ({
    owner: codeOf(level),
    slot: 'turn',
    line: owner?.level === level ? { standing: standing(owner), row } : null,
  }))

/** What was decided, said to a level for some days: nothing has to be done about it. */
export const toldLine = (
  owner: string,
  level: Level,
  at: string,
  row: HomeRow,
  { says, note }: { readonly says: string; readonly note: string },
): HomeLine => ({
  owner,
  slot: 'told',
  line: {
    standing: { as: 'told', level, day: addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS) },
    row: { ...row, queue: null, nextVerb: null, dueOn: null, updatedAt: at, says, note: noteOf(note) },
  },
})
