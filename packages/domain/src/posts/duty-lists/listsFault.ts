import type { DutyLine, DutyListsContent } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { Problem } from '@anjie/contracts/vocabulary/problems'

const LISTS = { powers: '权力清单', duties: '职责清单', routine: '日常清单', negative: '负面清单' } as const
export type DutyList = keyof typeof LISTS
export const DUTY_LIST_NAMES: Readonly<Record<DutyList, string>> = LISTS
export const DUTY_LISTS = Object.keys(LISTS) as readonly DutyList[]

/** What keeps four lists from being published: an empty one, or two lines under one code. Null: nothing. */
export function listsFault(content: DutyListsContent): Problem | null {
  const errors = DUTY_LISTS.flatMap((list) => {
    const lines: readonly DutyLine[] = content[list]
    if (lines.length === 0) return [{ pointer: `/${list}`, detail: `${LISTS[list]}没有内容` }]
    return lines.flatMap(({ code }, at) =>
      lines.findIndex((each) => each.code === code) === at
        ? []
        : [{ pointer: `/${list}/${at}/code`, detail: `${LISTS[list]}第${at + 1}条的代码${code}已经用过` }],
    )
  })
  const [first] = errors
  return first === undefined ? null : { code: 'invalid-input', ...first, errors }
}
