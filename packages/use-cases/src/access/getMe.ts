import type { getMe as operation } from '@anjie/contracts/operations/access'
import { postKeyOf } from '@anjie/domain/people/postKey'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 本人任职与岗位, from the membership records by which everything else is decided: the one that acts, and which others there are. */
export const getMe: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({
  member,
  posts,
  store,
  signedInAt,
}) => {
  const { personName, post, jurisdiction, jurisdictionName, roles, validUntil, honours } = member
  const units = member.units === undefined ? undefined : await store.getMany('unit', member.units)
  return ok({
    personName,
    post,
    jurisdiction,
    jurisdictionName,
    roles,
    validUntil,
    ...(units === undefined ? {} : { units: [...units.values()].map(({ state: { id, name } }) => ({ id, name })) }),
    ...(honours === undefined ? {} : { honours }),
    posts: posts.flatMap((each) => {
      const key = postKeyOf(each)
      if (key === undefined) return []
      const current = key === postKeyOf(member)
      return [
        {
          key,
          post: each.post,
          jurisdictionName: each.jurisdictionName,
          roles: each.roles,
          validUntil: each.validUntil,
          current,
        },
      ]
    }),
    ...(signedInAt === undefined ? {} : { signedInAt }),
  })
}
