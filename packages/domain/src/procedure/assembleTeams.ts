import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { MembershipId, SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { FieldTeam, Procedure } from '@anjie/contracts/vocabulary/procedure/procedure'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { type ProcedureSetting, permitProcedureAction } from './procedureTransitions.ts'

export interface GivenTeam {
  readonly name: string
  readonly on: PlainDate
  readonly members: readonly MembershipId[]
  readonly subjects: readonly SubjectCode[]
}

/** 组建考评组: people of the commission by their posts, and whom each team visits; nobody is visited by two. */
export function assembleTeams(
  state: Procedure,
  given: readonly GivenTeam[],
  subjects: readonly Pick<CycleSubject, 'code' | 'name'>[],
  posts: ReadonlyMap<string, MembershipRecord>,
  setting: ProcedureSetting,
  member: Membership,
  at: string,
): Result<Decision<Procedure, 'TeamsAssembled'>, Problem> {
  const permitted = permitProcedureAction(state, 'assemble', setting, member)
  if (!permitted.ok) return permitted
  const names = new Map(subjects.map(({ code, name }) => [code, name]))
  const visitedBy = new Map<string, string>()
  const teams: FieldTeam[] = []
  for (const [index, { name, on, members, subjects: visited }] of given.entries()) {
    const pointer = `/teams/${index}`
    const fault = (field: string, detail: string) =>
      err({ code: 'invalid-input' as const, detail, pointer: `${pointer}/${field}` })
    const people: FieldTeam['members'] = []
    for (const id of members) {
      const post = posts.get(id)
      if (
        post?.personId === undefined ||
        post.status !== 'in-office' ||
        post.holder !== 'person' ||
        post.units !== undefined
      )
        return fault('members', `${name}：成员须是本级在任人员，请重新选择`)
      if (!people.some(({ personId }) => personId === post.personId))
        people.push({ personId: post.personId, personName: post.personName, post: post.post })
    }
    for (const code of visited) {
      const subject = names.get(code)
      if (subject === undefined) return fault('subjects', `${name}：“${code}”不是本周期的考评对象`)
      const other = visitedBy.get(code)
      if (other !== undefined) return fault('subjects', `${subject}已由${other}考评，一个对象只由一个组考评`)
      visitedBy.set(code, name)
    }
    teams.push({
      name,
      on,
      members: people,
      subjects: visited.map((code) => ({ code, name: names.get(code) ?? code })),
    })
  }
  return ok({
    next: { ...state, teams, updatedAt: at },
    fact: { type: 'TeamsAssembled', details: { teams: `${teams.length}个`, visited: `${visitedBy.size}个` } },
  })
}
