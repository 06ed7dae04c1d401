/**
 * Every reason for which a request can be refused: HTTP status, Chinese title, and what to do about it.
 * `detail` of a single refusal says more; this table is what all refusals of a kind share.
 */
export const PROBLEMS = {
  'invalid-input': { status: 400, title: '填写内容有误', advice: '请按提示修改标出的栏目后再提交' },
  'if-match-required': { status: 428, title: '缺少版本号', advice: '请刷新页面，取得最新版本后再操作' },
  'idempotency-key-required': { status: 400, title: '缺少操作编号', advice: '请刷新页面后重试' },
  'idempotency-key-reused': { status: 422, title: '操作编号已用于另一内容', advice: '请刷新页面后重新提交' },
  'not-signed-in': { status: 401, title: '尚未登录', advice: '请重新登录' },
  'no-membership': { status: 403, title: '没有有效的任职记录', advice: '请联系本级管理员登记或延长任职' },
  'post-ended': { status: 403, title: '所选任职已失效', advice: '请在页面上方改选另一项任职' },
  'not-permitted': { status: 403, title: '本岗位不能办理此事项', advice: '请由有权限的岗位办理' },
  'conflict-of-interest': { status: 403, title: '应当回避', advice: '请由未参与填报、且不属于被考评单位的人员办理' },
  'not-found': { status: 404, title: '没有找到', advice: '请核对编号，或从列表中重新打开' },
  'stale-version': {
    status: 412,
    title: '内容已被他人更新',
    advice: '请查看最新内容，再决定是否继续；您已填写的内容仍保留在页面上',
  },
  'transition-not-allowed': { status: 409, title: '当前环节不能办理此操作', advice: '请刷新页面查看当前环节' },
  'reason-required': { status: 400, title: '请填写理由', advice: '请写明理由后再提交' },
  incomplete: { status: 409, title: '材料不完整', advice: '请补齐所列栏目' },
  'cycle-not-open': {
    status: 409,
    title: '考评周期未开放填报',
    advice: '请等待组织考评的一级开放填报，或联系其管理员',
  },
  'window-closed': { status: 409, title: '已过填报截止日', advice: '请联系组织考评的一级，为本单位单独延期后再填报' },
  'counted-moved': { status: 409, title: '台账取数已有变动', advice: '请看过新的数再提交' },
  'verified-value-open': { status: 409, title: '核定值尚未商定', advice: '请等填报人答复，或退回填报表' },
  'explanation-open': { status: 409, title: '说明尚未认可', advice: '请逐条查看说明，认可或退回填报表' },
  'item-unknown': { status: 400, title: '没有这个数据项', advice: '请从本周期的考评指标中选择' },
  'value-invalid': { status: 400, title: '数值不符合要求', advice: '请按该数据项的口径和范围填写' },
  'catalogue-code-taken': { status: 409, title: '目录代码已使用', advice: '请换一个代码；停用的代码也不再给别的项' },
  'catalogue-double': {
    status: 409,
    title: '目录中已有问同一件事的项',
    advice: '请直接引用已有的目录项；确需并存的，写明理由后再提交',
  },
  'scheme-refused': { status: 409, title: '考评方案未通过完整性检查', advice: '请先处理列出的错误' },
  'scheme-in-use': { status: 409, title: '方案已发布，不能修改', advice: '请复制为新版本后修改' },
  'evidence-refused': {
    status: 400,
    title: '佐证材料不符合要求',
    advice: '请上传不超过20MB的PDF、图片、Word或Excel文件',
  },
  'evidence-not-uploaded': { status: 409, title: '文件尚未上传完成', advice: '请重新上传该文件' },
  'procedure-incomplete': {
    status: 409,
    title: '考评程序没有办完',
    advice: '请打开本周期的考评程序，办完所列环节，或写明理由免办，再继续',
  },
  'submissions-outstanding': {
    status: 409,
    title: '尚有填报未经审定',
    advice: '请督促所列单位完成，或记录理由后继续',
  },
  'run-not-latest': { status: 409, title: '不是最新一次计分', advice: '请对最新一次计分办理公布' },
  'run-invalid': { status: 409, title: '计分无法完成', advice: '请先处理列出的问题' },
  'appeal-window-closed': { status: 409, title: '不在更正申诉期内', advice: '申诉只在预览期的更正窗口内受理' },
  'appeal-window-open': { status: 409, title: '更正申诉期未满', advice: '请等期满后公布；确需提前的，写明理由' },
  'urged-enough': { status: 409, title: '催报次数已到上限', advice: '请等对方办理，或次日再催；紧急情况请电话联系' },
  'already-appealed': { status: 409, title: '该项已提出申诉', advice: '请打开已有的申诉查看办理情况' },
  'round-closed': { status: 409, title: '本轮申报未开放', advice: '请在申报期内提交' },
  'legal-basis-missing': {
    status: 409,
    title: '缺少创建示范活动的批准依据',
    advice: '请填写主办单位和批准文号后再开放申报',
  },
  'quota-exhausted': { status: 409, title: '名额已用完', advice: '请先撤回或调整已推荐的单位' },
  'already-applied': { status: 409, title: '该单位本轮已有申报', advice: '请打开已有的申报继续办理' },
  'already-titled': { status: 409, title: '该单位已有此称号', advice: '称号有效期内不必重复申报' },
  'criteria-not-met': { status: 409, title: '不符合创建条件', advice: '请核对所列条件' },
  'invitation-refused': {
    status: 409,
    title: '邀请码不能使用',
    advice: '请核对邀请码；已用过、过期或被新码取代的，请联系发出邀请的管理员重发',
  },
  'already-invited': { status: 409, title: '该任职已经登记', advice: '请打开已有的任职：未使用的可以重发邀请码' },
  'near-twin': {
    status: 409,
    title: '可能是同一个单位',
    advice: '是同一个单位的，请直接使用已登记的单位；确实不是的，请勾选确认后再提交',
  },
  'calendar-missing': {
    status: 409,
    title: '缺少该年度的法定节假日安排',
    advice: '国务院办公厅公布该年安排后，请平台运维运行 anjie calendar load <年份>.json 导入，随即生效',
  },
  'register-refused': { status: 409, title: '台账定义有误', advice: '请按提示修改后再保存' },
  'register-exists': { status: 409, title: '台账代码已用过', advice: '请改用其他代码，或打开已有的台账' },
  'register-closed': { status: 409, title: '台账已停用', advice: '停用的台账只能查看；需要填报的，请省级恢复' },
  'notice-not-closed': { status: 409, title: '公示期未满', advice: '公示期满后再命名' },
  'batch-empty': { status: 409, title: '名单为空', advice: '请先把拟命名的单位列入名单' },
  'objection-out-of-time': {
    status: 409,
    title: '不在异议期内',
    advice: '请核对邮戳或来电日期；期满后的反映按线索另行处理',
  },
  'batch-closed': { status: 409, title: '名单已经公示，不能增减', advice: '请另建一批' },
  'unprintable-name': {
    status: 409,
    title: '证书上有印不出来的字',
    advice: '请更正所列名称，或将所列单位暂缓，再作出命名决定',
  },
  'duplicate-document-number': { status: 409, title: '文号已使用', advice: '请核对文号' },
  'import-refused': { status: 400, title: '导入的数据有误', advice: '请修改所列的行后重新导入' },
  'payload-too-large': { status: 413, title: '内容过大', advice: '请分批提交' },
  'too-many-calls': { status: 429, title: '调用过于频繁', advice: '请按 Retry-After 所写的秒数等待后重试' },
  unexpected: { status: 500, title: '系统出现意外情况', advice: '请记下编号并联系平台运维；您的数据没有改变' },
} as const satisfies Record<string, { status: number; title: string; advice: string }>

export type ProblemCode = keyof typeof PROBLEMS
export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[]

/** A refusal as a value: made by the domain, turned into problem+json in one place. */
export interface Problem {
  readonly code: ProblemCode
  /** Chinese, for the person at the screen: names the field, row or rule. */
  readonly detail: string
  /** JSON pointer into the request body, where one field is at fault. */
  readonly pointer?: string
  /** Further faults of the same request, so that a clerk mends them all at once. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
  /** Of a caller who is too fast: when the same may be tried again. */
  readonly retryAfterSeconds?: number
}
