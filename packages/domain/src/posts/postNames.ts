import type { CadrePost, DutyPostStatus, PostHolding, SideDuty } from '@anjie/contracts/vocabulary/posts/dutyPost'

export const DUTY_POST_STATUS_NAMES = {
  filled: '在任',
  vacant: '空缺',
  ended: '已撤岗',
} as const satisfies Record<DutyPostStatus, string>

export const CADRE_POST_NAMES = {
  secretary: '村党组织书记',
  director: '村委会主任',
  'deputy-secretary': '村党组织副书记',
  'deputy-director': '村委会副主任',
  member: '村“两委”委员',
  supervisor: '村务监督委员会主任',
  clerk: '村文书',
} as const satisfies Record<CadrePost, string>

export const SIDE_DUTY_NAMES = {
  security: '治保主任',
  mediation: '人民调解员',
  grid: '网格员',
  'police-aide': '警务助理',
  petitions: '信访代办员',
  militia: '民兵连长',
} as const satisfies Record<SideDuty, string>

/** 党委副书记, or the post among the village's cadres. */
export const holderMark = ({ deputy, cadre }: Pick<PostHolding, 'deputy' | 'cadre'>): string | undefined =>
  cadre === undefined ? (deputy === true ? '党委副书记' : undefined) : CADRE_POST_NAMES[cadre]
