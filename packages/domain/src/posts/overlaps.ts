import type { SideDuty } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { textKey } from '@anjie/kernel'
import { MANY_POSTS } from './limits.ts'
import { SIDE_DUTY_NAMES } from './postNames.ts'

/** A post that somebody holds, as overlaps are looked for. */
export interface HeldPost {
  readonly id: string
  readonly title: string
  readonly townshipId: string
  readonly name: string
  readonly personId?: string | undefined
  readonly besides: readonly SideDuty[]
}

/** 一人多岗: all that the holder of a post does, in words. `sure`: told by log-ins; otherwise only the names are the same, which is a hint. */
export interface Overlap {
  readonly duties: readonly string[]
  readonly isMany: boolean
  readonly isSure: boolean
}

/**
 * What the holder of each post does altogether: posts of the same log-in anywhere in the county, of the same name in the same township, and
 * what was said to be done besides. The post by which somebody came to it (副书记, 村干部) is not counted.
 */
export function overlapsOf(posts: readonly HeldPost[]): ReadonlyMap<string, Overlap> {
  const byPerson = Map.groupBy(
    posts.filter(({ personId }) => personId !== undefined),
    ({ personId }) => personId,
  )
  const byName = Map.groupBy(posts, ({ townshipId, name }) => `${townshipId}\n${textKey(name)}`)
  return new Map(
    posts.map((post) => {
      const sure = post.personId === undefined ? [post] : (byPerson.get(post.personId) ?? [post])
      const alike = (byName.get(`${post.townshipId}\n${textKey(post.name)}`) ?? []).filter(
        ({ personId }) => personId === undefined || post.personId === undefined,
      )
      const own = [...new Map([post, ...sure, ...alike].map((each) => [each.id, each])).values()]
      const besides = [...new Set(own.flatMap((each) => each.besides))].map((duty) => SIDE_DUTY_NAMES[duty])
      const duties = [...own.map(({ title }) => title), ...besides]
      return [
        post.id,
        {
          duties,
          isMany: duties.length >= MANY_POSTS,
          isSure: own.every(({ id }) => sure.some((each) => each.id === id)),
        },
      ] as const
    }),
  )
}
