import type { DutyPost, HolderContent } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'

/** What holds for one kind of post. */
export interface PostKindRule {
  readonly name: string
  /** Units that have one. */
  readonly unitKinds: readonly UnitKind[]
  /** 岗位名称, without a name of its holder. */
  title(post: Pick<DutyPost, 'unitName' | 'townshipName'>): string
  /** Every unit of the kind should have one; otherwise those that were chosen. */
  readonly isDueEverywhere: boolean
  /** Set up only while the county tries it out. */
  readonly isPilot: boolean
  /** What must be said of its holder, and is not: the field and the words. */
  holderFault(holder: HolderContent): { readonly field: keyof HolderContent; readonly detail: string } | undefined
}
