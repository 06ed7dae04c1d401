import type {
  MeasureAction,
  MeasureOutcome,
  MeasureStatus,
  MeasureTrigger,
} from '@anjie/contracts/vocabulary/supervision/measure'
import type {
  ClosingCheck,
  RectificationAction,
  RectificationStatus,
} from '@anjie/contracts/vocabulary/supervision/rectification'

export { MEASURE_KIND_NAMES } from '@anjie/contracts/vocabulary/supervision/measureKinds'

export const MEASURE_TRIGGER_NAMES = {
  planned: '计划安排',
  'league-table': '排名靠后',
  repeated: '反复出现',
  incident: '案（事）件',
} as const satisfies Record<MeasureTrigger, string>

export const MEASURE_STATUS_NAMES = {
  draft: '待签发',
  issued: '办理中',
  contested: '结论复核中',
  veto: '待否决决定',
  closed: '已办结',
  discarded: '未签发',
  withdrawn: '已撤回',
} as const satisfies Record<MeasureStatus, string>

export const MEASURE_ACTION_NAMES = {
  revise: '修改拟稿',
  discard: '不予签发',
  issue: '签发',
  acknowledge: '签收',
  contest: '申请复核',
  uphold: '维持结论',
  overturn: '变更结论',
  publish: '公布',
  lift: '验收摘牌',
  veto: '予以否决',
  spare: '不予否决',
  withdraw: '撤回',
} as const satisfies Record<MeasureAction, string>

export const MEASURE_OUTCOME_NAMES = {
  noted: '已办理',
  rectified: '整改到位',
  lifted: '已摘牌',
  vetoed: '一票否决',
  spared: '不予否决',
  overturned: '结论变更，不再计入',
} as const satisfies Record<MeasureOutcome, string>

export const RECTIFICATION_STATUS_NAMES = {
  issued: '待签收',
  acknowledged: '整改中',
  reported: '待核查',
  returned: '退回整改',
  closed: '已销号',
  cancelled: '不再要求',
} as const satisfies Record<RectificationStatus, string>

export const RECTIFICATION_ACTION_NAMES = {
  report: '报告整改情况',
  check: '核查',
  'ask-time': '申请延期',
  'answer-time': '答复延期申请',
} as const satisfies Record<RectificationAction, string>

export const CLOSING_CHECK_NAMES = {
  facts: '事实清楚',
  solution: '问题解决',
  lawfulness: '程序合法',
  form: '手续完备',
} as const satisfies Record<ClosingCheck, string>
