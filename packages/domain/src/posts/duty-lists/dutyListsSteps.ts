import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyLists, DutyListsContent } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../../decision.ts'
import type { Assessor } from '../../schemes/assessor.ts'
import { permitDutyListsAction } from './dutyListsTransitions.ts'
import { DUTY_LISTS, listsFault } from './listsFault.ts'

type ListsStep = Step<'duty-lists'>
type Decided = Result<ListsStep, Problem>

/** 起草: may still have any fault; it is looked at before publishing. */
export const draftDutyLists = (
  id: DutyLists['id'],
  { province, county }: Assessor,
  content: DutyListsContent,
  at: string,
): ListsStep => ({
  next: { ...content, id, province, ...(county === undefined ? {} : { county }), status: 'draft', updatedAt: at },
  fact: { type: 'DutyListsDrafted', details: { name: content.name } },
})

/** 复制 as a draft of whoever makes it; the original stays as it is. An example is copied as what an office will answer for. */
export function copyDutyLists(
  original: DutyLists,
  id: DutyLists['id'],
  assessor: Assessor,
  name: string,
  member: Membership,
  at: string,
): Decided {
  const permitted = permitDutyListsAction(original, 'copy', member)
  if (!permitted.ok) return permitted
  const { powers, duties, routine, negative, postKind } = original
  const drafted = draftDutyLists(
    id,
    assessor,
    { name, postKind, isExample: false, powers, duties, routine, negative },
    at,
  )
  return ok({
    next: { ...drafted.next, copiedFrom: original.id },
    fact: { type: 'DutyListsDrafted', details: { name, copiedFrom: original.name } },
  })
}

const countsOf = (content: DutyListsContent): string => DUTY_LISTS.map((list) => content[list].length).join('、')

/** 修改草稿. A published version is never edited: what was due rests on it. */
export function editDutyLists(state: DutyLists, content: DutyListsContent, member: Membership, at: string): Decided {
  const permitted = permitDutyListsAction(state, 'edit', member)
  if (!permitted.ok) return permitted
  return ok({
    next: { ...state, ...content, updatedAt: at },
    fact: { type: 'DutyListsEdited', details: { lines: countsOf(content) } },
  })
}

/** 发布 from a day on; the version before it ends on the day before. `latest`: from which day the newest published version of the same kind of post is in force. */
export function publishDutyLists(
  state: DutyLists,
  from: PlainDate,
  latest: PlainDate | undefined,
  member: Membership,
  at: string,
): Decided {
  const permitted = permitDutyListsAction(state, 'publish', member, listsFault(state))
  if (!permitted.ok) return permitted
  if (latest !== undefined && from <= latest)
    return err({
      code: 'invalid-input',
      detail: `施行日期应晚于上一版的施行日期${dayText(latest)}`,
      pointer: '/from',
    })
  return ok({
    next: { ...state, status: 'published', from, publishedAt: at, updatedAt: at },
    fact: { type: 'DutyListsPublished', details: { from } },
  })
}
