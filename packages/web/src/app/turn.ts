import { ROLE_NAMES } from '@anjie/domain/access/roleNames'
import type { StatusOwner } from '@anjie/domain/workflow/transition'
import { actionWords as words } from '../locales/zh-CN/actions.ts'
import { dueText } from '../locales/zh-CN/format.ts'
import type { Me } from './me.ts'

/**
 * Whose turn a case is and until when, in one line. `place`: the jurisdiction of that post, where there are several. `unit`: whose case it
 * is; what waits for its county's reporter waits for its own post as well.
 */
export function turnText(
  me: Me,
  owner: StatusOwner | null,
  {
    place = '',
    dueOn = null,
    over = words.nobody,
    unit,
  }: { place?: string; dueOn?: string | null; over?: string; unit?: string | undefined } = {},
): string {
  if (owner === null) return over
  const due = dueOn === null ? null : dueText(dueOn)
  const isOfUnit = owner.role === 'county-reporter' && me.units?.some(({ id }) => id === unit) === true
  const isMine = isOfUnit || (me.roles.includes(owner.role) && me.jurisdiction.level === owner.level)
  return isMine ? words.yours(owner.verb, due) : words.theirs(`${place}${ROLE_NAMES[owner.role]}`, owner.verb, due)
}
