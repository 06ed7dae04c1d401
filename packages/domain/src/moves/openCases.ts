import type { Role } from '@anjie/contracts/vocabulary/access/people'
import type { ListRow, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { MoveLine } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { ROLE_NAMES } from '../access/roleNames.ts'

type CaseRow = Pick<ListRow, 'id' | 'title' | 'place' | 'statusName' | 'queue' | 'nextVerb'>

/** 在办事项 that whoever has it finishes: exactly the post that its workflow names, by the code under which it was begun. */
export function caseLine(
  subject: 'application' | 'recheck' | 'submission',
  row: CaseRow,
  unitId: string | undefined,
  nameOf: (code: string) => string,
  reason: string,
): MoveLine {
  const { queue } = row
  return {
    subject,
    id: row.id,
    name: row.title,
    of: `${row.place}，${row.statusName}`,
    ...(unitId === undefined ? {} : { unitId }),
    fate: 'finished-here',
    to: queue === null ? '随名单或期限办理' : `${nameOf(queue.code)}${ROLE_NAMES[queue.role]}`,
    reason,
  }
}

/** Which roles somebody holds for the county itself today. */
export const postRoles = (posts: readonly ListRowOf<'membership'>[], today: PlainDate): ReadonlySet<Role> =>
  new Set(
    posts.flatMap(({ status, fields }) =>
      status === 'in-office' && fields.validUntil >= today && fields.units === undefined && fields.holder === 'person'
        ? fields.roles
        : [],
    ),
  )

/** 待落实: cases that stay in hands of the county in which nobody is left. */
export function gapsOf(
  lines: readonly MoveLine[],
  rows: readonly CaseRow[],
  held: ReadonlySet<Role>,
  county: { readonly code: string; readonly name: string },
): readonly string[] {
  const finished = new Set(lines.filter(({ fate }) => fate === 'finished-here').map(({ id }) => id))
  const orphans = Map.groupBy(
    rows.filter(({ id, queue }) => finished.has(id) && queue?.code === county.code && !held.has(queue.role)),
    ({ queue }) => queue?.role,
  )
  return [...orphans].flatMap(([role, cases]) =>
    role === undefined
      ? []
      : [
          `${county.name}没有在任的${ROLE_NAMES[role]}，${cases[0]?.title ?? ''}等${cases.length}件在办事项无人办理；请先安排任职`,
        ],
  )
}
