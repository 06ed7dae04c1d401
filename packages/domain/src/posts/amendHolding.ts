import type { DutyPost, HolderContent } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { type DutyPostStep, postFault, stageFault } from './dutyPostActions.ts'
import { POST_KINDS } from './kinds/index.ts'
import { holderOf } from './vacancies.ts'

/** 更正任职信息 of the same person: a name that was misspelt, a mark that changed, a log-in that was made. */
export function amendHolding(
  post: DutyPost,
  content: HolderContent,
  { personId, now }: { readonly personId: string | undefined; readonly now: string },
): Result<DutyPostStep, Problem> {
  const current = holderOf(post)
  const fault = stageFault(post, 'amend')
  if (fault !== undefined || current === undefined) return err(fault ?? postFault('/holder/name', '岗位现在空缺'))
  const wrong = POST_KINDS[post.kind].holderFault(content)
  if (wrong !== undefined) return err(postFault(`/holder/${wrong.field}`, wrong.detail))
  const { number, from } = current
  const amended = { number, ...content, ...(personId === undefined ? {} : { personId }), from }
  return ok({
    next: { ...post, holdings: [...post.holdings.slice(0, -1), amended], updatedAt: now },
    fact: { type: 'DutyPostAmended', details: { number: String(number) } },
  })
}
