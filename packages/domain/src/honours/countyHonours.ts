import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type {
  CountyHonour,
  CountyHonourContent,
  CountyHonourStatus,
} from '@anjie/contracts/vocabulary/honours/countyHonour'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { divisionsOfCounty } from '../divisions/divisionsOfCounty.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'

export const COUNTY_HONOUR_STATUS_NAMES = {
  draft: '草稿',
  submitted: '待确认',
  confirmed: '已确认',
  returned: '已退回',
} as const satisfies Record<CountyHonourStatus, string>

export const COUNTY_HONOUR_ACTIONS = ['change', 'submit', 'confirm', 'return'] as const
export type CountyHonourAction = (typeof COUNTY_HONOUR_ACTIONS)[number]

/** `has-paper`: a file that proves it is there. `not-own`: who recorded it does not confirm it. */
type Guard = 'has-paper' | 'not-own'
type Line = Transition<CountyHonourAction, CountyHonourStatus, Guard>

/** 谁授予谁确认: the city what it gave, the province what it gave and what came from above. */
export const confirmingLevel = ({ level }: Pick<CountyHonour, 'level'>): 'city' | 'province' =>
  level === 'city' ? 'city' : 'province'

const CONFIRMING = { city: 'city-reviewer', province: 'province-reviewer' } as const satisfies Record<string, Role>

function workflowOf(level: 'city' | 'province'): Workflow<CountyHonourAction, CountyHonourStatus, Guard> {
  const own = (action: 'change' | 'submit', from: 'draft' | 'returned'): Line => ({
    action,
    from,
    to: [action === 'submit' ? 'submitted' : from],
    level: 'county',
    role: 'county-reporter',
    guards: action === 'submit' ? ['has-paper'] : [],
    changes: action === 'submit' ? [CONFIRMING[level], 'county-reporter'] : [],
    tells: [],
  })
  const decided = (action: 'confirm' | 'return', to: CountyHonourStatus): Line => ({
    action,
    from: 'submitted',
    to: [to],
    level,
    role: CONFIRMING[level],
    guards: ['not-own'],
    changes: [CONFIRMING[level], 'county-reporter'],
    tells: ['county'],
  })
  return {
    recordName: '荣誉登记',
    statusNames: COUNTY_HONOUR_STATUS_NAMES,
    actionNames: { change: '修改', submit: '报送确认', confirm: '确认', return: '退回' },
    transitions: [
      own('change', 'draft'),
      own('change', 'returned'),
      own('submit', 'draft'),
      own('submit', 'returned'),
      decided('confirm', 'confirmed'),
      decided('return', 'returned'),
    ],
  }
}

/** The one table of what may happen to a county's honour, by who confirms it. */
export const COUNTY_HONOUR_WORKFLOWS = { city: workflowOf('city'), province: workflowOf('province') } as const

/** In whose hands it is. */
export function countyHonourOwner(state: Pick<CountyHonour, 'status' | 'level'>): StatusOwner | null {
  const level = confirmingLevel(state)
  if (state.status === 'submitted') return { level, role: CONFIRMING[level], verb: '确认' }
  return state.status === 'confirmed' ? null : { level: 'county', role: 'county-reporter', verb: '报送确认' }
}

const check =
  ({ files, enteredBy }: CountyHonour, member: Membership) =>
  (guard: Guard): Problem | null => {
    if (guard === 'has-paper')
      return files.some(({ status }) => status === 'attached')
        ? null
        : { code: 'incomplete', detail: '还没有上传表彰文件，请先上传文件原件再报送' }
    return enteredBy.includes(member.personId)
      ? { code: 'conflict-of-interest', detail: '您登记了这项荣誉，应由其他人员确认' }
      : null
  }

const codeIn = ({ county }: CountyHonour) => {
  const codes = divisionsOfCounty(county)
  return (level: Level): string => codes[level]
}

export const permitCountyHonour = (
  state: CountyHonour,
  action: CountyHonourAction,
  member: Membership,
): Result<Line, Problem> =>
  permit(
    COUNTY_HONOUR_WORKFLOWS[confirmingLevel(state)],
    state.status,
    action,
    member,
    codeIn(state),
    check(state, member),
  )

export const allowedCountyHonourActions = (state: CountyHonour, member: Membership): AllowedAction[] =>
  allowedBy(
    COUNTY_HONOUR_WORKFLOWS[confirmingLevel(state)],
    COUNTY_HONOUR_ACTIONS,
    state.status,
    member,
    codeIn(state),
    check(state, member),
  )

/** What is wrong with it as it is written down; null: nothing. */
export function countyHonourFault({ year, namedOn }: CountyHonourContent, today: PlainDate): Problem | null {
  if (year > Number(today.slice(0, 4)))
    return { code: 'invalid-input', detail: '荣誉年度不能晚于今年', pointer: '/year' }
  if (namedOn !== undefined && namedOn > today)
    return { code: 'invalid-input', detail: '授予日期不能晚于今天', pointer: '/namedOn' }
  return null
}
