import type { DutyEventAction, DutyEventStatus } from '@anjie/contracts/vocabulary/posts/dutyEvent'
import type {
  DutyListsStatus,
  Frequency,
  NegativeEffect,
  RoutineLine,
} from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { DutyProof, DutyProofKind } from '@anjie/contracts/vocabulary/posts/proofs/index'
import type { TrainingKind } from '@anjie/contracts/vocabulary/posts/proofs/training'

export const DUTY_LISTS_STATUS_NAMES = {
  draft: '草稿',
  published: '已发布',
} as const satisfies Record<DutyListsStatus, string>

export const FREQUENCY_NAMES = {
  daily: '每个工作日',
  weekly: '每周',
  'half-monthly': '每半月',
  monthly: '每月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
} as const satisfies Record<Frequency, string>

export const frequencyText = ({ frequency, times }: Pick<RoutineLine, 'frequency' | 'times'>): string =>
  times === 1 ? FREQUENCY_NAMES[frequency] : `${FREQUENCY_NAMES[frequency]}${times}次`

export const TRAINING_KIND_NAMES = {
  political: '政治轮训',
  professional: '业务培训',
} as const satisfies Record<TrainingKind, string>

export const DUTY_PROOF_NAMES = {
  rectification: '整改按期销号',
  mediation: '纠纷按期化解',
  form: '填报表按期上报',
  training: '参加培训',
  register: '台账登记',
  entered: '登记并由另一人确认',
} as const satisfies Record<DutyProofKind, string>

/** `台账“平安宣传活动”登记` */
export function proofText(proof: DutyProof): string {
  switch (proof.kind) {
    case 'register':
      return `台账“${proof.name}”登记`
    case 'training':
      return `参加${TRAINING_KIND_NAMES[proof.training]}`
    default:
      return DUTY_PROOF_NAMES[proof.kind]
  }
}

export const effectText = (effect: NegativeEffect): string =>
  effect.kind === 'veto' ? '一票否决' : `每次扣${effect.points}分`

export const DUTY_EVENT_STATUS_NAMES = {
  asked: '待陈述',
  heard: '待决定',
  upheld: '成立',
  dropped: '不成立',
} as const satisfies Record<DutyEventStatus, string>

export const DUTY_EVENT_ACTION_NAMES = {
  'give-word': '陈述意见',
  decide: '决定',
} as const satisfies Record<DutyEventAction, string>
