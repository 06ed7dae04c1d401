import type { ProcedureAction, ProcedureStatus } from '@anjie/contracts/vocabulary/procedure/procedure'
import type {
  FindingGravity,
  PaperAction,
  PaperStatus,
  PaperStep,
  ReportSections,
} from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import type { ProcedureStep } from '@anjie/contracts/vocabulary/procedure/procedureStep'

export const PROCEDURE_STEP_NAMES = {
  'self-assessment': '自评报告',
  'department-scores': '部门评分',
  consultation: '征求意见',
  'field-visits': '实地考评',
  'veto-review': '一票否决审查',
  deliberation: '领导小组审定',
} as const satisfies Record<ProcedureStep, string>

export const PROCEDURE_STATUS_NAMES = {
  running: '办理中',
  reviewing: '否决审查中',
  reviewed: '审查完毕',
  proposed: '待审定',
  decided: '已审定',
} as const satisfies Record<ProcedureStatus, string>

export const PROCEDURE_ACTION_NAMES = {
  plan: '安排程序',
  assemble: '组建考评组',
  list: '列出审查对象',
  judge: '提出审查意见',
  confirm: '确认审查意见',
  propose: '提请审定',
  decide: '登记审定结果',
} as const satisfies Record<ProcedureAction, string>

/** What a status is called in each step. */
export const PAPER_STATUS_NAMES = {
  'self-assessment': { open: '待报送', filed: '待采纳', returned: '已退回', done: '已采纳', waived: '免报' },
  'department-scores': { open: '待评分', filed: '待负责人签署', returned: '退回重评', done: '已签署', waived: '免评' },
  consultation: { open: '待答复', filed: '已报送', returned: '已退回', done: '已答复', waived: '免答复' },
  'field-visits': { open: '待考评', filed: '已报送', returned: '已退回', done: '已考评', waived: '免考评' },
} as const satisfies Record<PaperStep, Record<PaperStatus, string>>

/** What each step's papers are for: what is done with them, and what is said as long as it is not. */
export const PAPER_WORDS = {
  'self-assessment': { verb: '报送自评报告', lacks: '自评报告没有采纳' },
  'department-scores': { verb: '评分', lacks: '评分没有由部门负责人签署' },
  consultation: { verb: '答复意见', lacks: '没有答复征求的意见' },
  'field-visits': { verb: '实地考评', lacks: '没有实地考评' },
} as const satisfies Record<PaperStep, { readonly verb: string; readonly lacks: string }>

export const PAPER_ACTION_NAMES = {
  save: '填写',
  file: '报送',
  accept: '采纳',
  sign: '签署',
  return: '退回',
  waive: '免办',
} as const satisfies Record<PaperAction, string>

export const REPORT_SECTION_NAMES = {
  work: '工作开展情况',
  results: '指标完成情况',
  problems: '存在问题',
  plans: '下步打算',
} as const satisfies Record<keyof ReportSections, string>

export const FINDING_GRAVITY_NAMES = {
  remark: '提示',
  problem: '一般问题',
  grave: '严重问题',
} as const satisfies Record<FindingGravity, string>
