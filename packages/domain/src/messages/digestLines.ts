import { dayText } from '@anjie/calendar-cn/plainDays'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { MessageBox } from '@anjie/contracts/vocabulary/messages/message'
import { messageText } from './messageText.ts'

const BOX_NAMES = { work: '待办', told: '抄送' } as const satisfies Record<MessageBox, string>
/** From so many equal lines on, one says how many there are. */
const TOGETHER = 4

interface Told {
  readonly box: MessageBox
  readonly row: HomeRow
}

/**
 * 汇总 in fixed words, as it may leave the system: which case, what waits or happened, until when. Many cases of one kind (a county
 * opens 462 forms at once) are one line.
 */
export function digestLines(told: readonly Told[]): string[] {
  const groups = Map.groupBy(told, ({ box, row }) => JSON.stringify([box, row.title, messageText(row, box), row.dueOn]))
  // What one has to do stands before what one is told.
  const inOrder = [...groups.values()].sort((one, other) => placeOf(one) - placeOf(other))
  return inOrder.flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return group.length < TOGETHER
      ? group.map(({ box, row }) => lineOf(box, row, `${row.place === '' ? '' : `${row.place} `}${row.title}`))
      : [lineOf(first.box, first.row, `${first.row.title}（${group.length}件）`)]
  })
}

const placeOf = ([first]: readonly Told[]): number => (first?.box === 'work' ? 0 : 1)

function lineOf(box: MessageBox, row: HomeRow, name: string): string {
  const due = box === 'work' && row.dueOn !== null ? `（截至${dayText(row.dueOn)}）` : ''
  return `【${BOX_NAMES[box]}】${name}：${messageText(row, box)}${due}`
}
