import type { DutyPost, DutyPostKind } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { PostKindRule } from './kind.ts'
import { townshipCommissioner } from './townshipCommissioner.ts'
import { villageCommissioner } from './villageCommissioner.ts'

export const POST_KINDS: { readonly [K in DutyPostKind]: PostKindRule } = {
  'township-commissioner': townshipCommissioner,
  'village-commissioner': villageCommissioner,
}

/** 岗位名称: `清溪镇政法委员`. It names no person. */
export const dutyPostTitle = (post: Pick<DutyPost, 'kind' | 'unitName' | 'townshipName'>): string =>
  POST_KINDS[post.kind].title(post)
