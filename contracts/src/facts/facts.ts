import { z } from 'zod'
import type { RecordKind } from '../vocabulary/records.ts'

/** One detail of a fact: a short text, and what a timeline calls it. */
const text = (name: string) => z.string().meta({ title: name })

/** The id of another record: kept for the auditor; a timeline leaves this machine's word out. */
const recordId = (name: string) => z.string().meta({ title: name, machine: true })

const fact = <const K extends RecordKind, const D extends z.ZodRawShape = Record<never, never>>(
  kind: K,
  name: string,
  details: D = {} as D,
) => ({ kind, name, details: z.strictObject(details) })

const PLAN = {
  name: text('名称'),
  scheme: text('方案'),
  subjects: text('被考评单位'),
  from: text('汇总自').optional(),
  items: text('汇总的数据项').optional(),
}

/** 任职 as it is from then on. */
const POST = {
  person: text('姓名'),
  post: text('职务'),
  roles: text('岗位'),
  units: text('所在单位').optional(),
  honours: text('分管荣誉').optional(),
  scopes: text('接口权限').optional(),
  validUntil: text('有效期至'),
}

const CHANGES = {
  count: text('变动'),
  /** Name of a cell → old and new, for so many as a timeline can show. */
  changes: z.record(z.string(), z.string()).meta({ title: '各项变动' }).optional(),
  others: text('其余').optional(),
}

/**
 * Every fact that can be recorded: on which kind of record, how a timeline calls it, and its details, each with its Chinese name.
 * Facts are append-only and chained; they are the audit log, and every projection is made from them. What is written here is for
 * ever: a detail may be added as an optional one, never renamed or taken out.
 */
export const FACTS = {
  DivisionsLoaded: fact('divisions', '导入行政区划', { cities: text('市'), counties: text('县') }),
  DivisionsChanged: fact('divisions', '登记区划变更', {
    kind: text('类型'),
    from: text('原单位'),
    to: text('现单位'),
    on: text('日期'),
    approvalReference: text('批准依据'),
  }),
  DivisionsChangeRevoked: fact('divisions', '撤销区划变更登记', {
    from: text('原单位'),
    to: text('现单位'),
    on: text('日期'),
    reason: text('理由'),
  }),
  TilesArranged: fact('divisions', '调整方格图位置', { counties: text('县') }),
  CalendarLoaded: fact('calendar', '导入节假日安排', {
    year: text('年度'),
    source: text('依据'),
    documentNumber: text('文号'),
  }),
  UnitRegistered: fact('unit', '登记单位', {
    name: text('名称'),
    kind: text('类别'),
    validFrom: text('设立日期'),
    checked: text('核对').optional(),
  }),
  UnitChanged: fact('unit', '变更单位', {
    fromName: text('原名').optional(),
    toName: text('现名').optional(),
    fromParent: text('原属').optional(),
    toParent: text('现属').optional(),
    on: text('日期'),
    approvalReference: text('批准依据'),
  }),
  UnitEnded: fact('unit', '撤并单位', {
    successor: text('去向'),
    on: text('日期'),
    approvalReference: text('批准依据'),
  }),
  MembershipGranted: fact('membership', '登记任职', { ...POST }),
  MembershipInvited: fact('membership', '邀请任职', { ...POST, endsOn: text('邀请码截止') }),
  InvitationRenewed: fact('membership', '重发邀请码', { endsOn: text('邀请码截止') }),
  MembershipAccepted: fact('membership', '接受邀请'),
  MembershipChanged: fact('membership', '变更任职', { ...POST }),
  MembershipEnded: fact('membership', '解除任职', { reason: text('理由') }),
  InvitationIssued: fact('invitation', '生成邀请码', { membership: recordId('任职'), endsOn: text('邀请码截止') }),
  SchemeDrafted: fact('scheme', '起草方案', {
    name: text('名称'),
    year: text('年度'),
    copiedFrom: text('复制自').optional(),
  }),
  SchemeEdited: fact('scheme', '修改方案', { name: text('名称').optional(), items: text('数据项') }),
  SchemePublished: fact('scheme', '发布方案', { as: text('方式'), warnings: text('检查提醒').optional() }),
  SchemeClosed: fact('scheme', '废止方案', { reason: text('理由') }),
  CyclePlanned: fact('cycle', '建立考评周期', { ...PLAN }),
  CycleReplanned: fact('cycle', '修改考评周期', { ...PLAN }),
  WindowsExtended: fact('cycle', '单独延期', {
    units: text('单位'),
    dueOn: text('填报截止'),
    reason: text('理由'),
  }),
  CycleExtended: fact('cycle', '延长填报期限', { dueOn: text('填报截止'), reason: text('理由') }),
  CycleSubjectsChanged: fact('cycle', '调整考评对象', {
    added: text('增加').optional(),
    removed: text('移出').optional(),
    reason: text('理由'),
  }),
  CycleCalledBack: fact('cycle', '撤回考评周期', { reason: text('理由') }),
  CycleOpened: fact('cycle', '开放填报', { forms: text('填报表'), dueOn: text('填报截止') }),
  ScoringStarted: fact('cycle', '开始计分', {
    outstanding: text('未审定单位').optional(),
    reason: text('继续计分的理由').optional(),
  }),
  CycleScored: fact('cycle', '计分'),
  CyclePreviewed: fact('cycle', '开放预览', { appealsUntil: text('更正申诉截止') }),
  CycleFinalised: fact('cycle', '公布结果', { resultHash: text('结果校验'), seal: text('封签').optional() }),
  CommissionValuesEntered: fact('commission-values', '录入省级数据', { subject: text('单位'), ...CHANGES }),
  SubmissionOpened: fact('submission', '生成填报表', { cycle: text('考评周期'), dueOn: text('填报截止') }),
  SubmissionExtended: fact('submission', '延长填报期限', {
    dueOn: text('填报截止'),
    reason: text('理由').optional(),
  }),
  SubmissionCalledBack: fact('submission', '撤回填报表', { reason: text('理由') }),
  SubmissionGivenBack: fact('submission', '恢复填报', { cycle: text('考评周期'), dueOn: text('填报截止') }),
  ValuesSaved: fact('submission', '保存数据', { ...CHANGES }),
  ValuesPrefilled: fact('submission', '带入数据', { count: text('带入'), from: text('来源') }),
  PrefilledConfirmed: fact('submission', '确认带入的数', { count: text('确认'), items: text('数据项') }),
  CheckExplained: fact('submission', '说明勾稽不符', { finding: text('核对结果'), explanation: text('说明') }),
  ExplanationAccepted: fact('submission', '认可说明', { finding: text('核对结果'), explanation: text('说明') }),
  CellRemarked: fact('submission', '提出审核意见', {
    item: text('数据项'),
    remark: text('意见'),
    verified: text('核定值').optional(),
  }),
  RemarkAnswered: fact('submission', '答复核定值', {
    item: text('数据项'),
    verified: text('核定值'),
    answer: text('答复'),
    reason: text('理由').optional(),
  }),
  EvidenceRequested: fact('submission', '登记佐证材料', { item: text('数据项'), file: text('文件') }),
  EvidenceAttached: fact('submission', '上传佐证材料', {
    file: text('文件'),
    size: text('大小'),
    virus: text('检出病毒').optional(),
  }),
  EvidenceRemoved: fact('submission', '移除佐证材料', { file: text('文件') }),
  SubmissionSubmitted: fact('submission', '提交', { evidence: text('佐证材料'), late: text('逾期').optional() }),
  SubmissionWithdrawn: fact('submission', '撤回'),
  SubmissionVerified: fact('submission', '县级审核通过', { opinion: text('意见').optional() }),
  SubmissionAccepted: fact('submission', '市级审定', { opinion: text('意见').optional() }),
  SubmissionReturned: fact('submission', '退回', { to: text('退回到'), reason: text('理由') }),
  ScoresComputed: fact('run', '计分', {
    engineVersion: text('规则版本'),
    inputsHash: text('输入校验'),
    resultHash: text('结果校验'),
    outstanding: text('未审定').optional(),
    reason: text('继续计分的理由').optional(),
  }),
  RunPreviewed: fact('run', '开放预览'),
  RunPublished: fact('run', '公布', {
    resultHash: text('结果校验'),
    seal: text('封签').optional(),
    earlyReason: text('提前公布的理由').optional(),
  }),
  RunSuperseded: fact('run', '由新一次计分取代', { by: recordId('新一次计分') }),
  AppealFiled: fact('appeal', '提出申诉', {
    subject: text('单位').optional(),
    indicator: text('指标'),
    points: text('得分'),
    reason: text('理由'),
  }),
  AppealAnswered: fact('appeal', '答复申诉', { outcome: text('结论'), answer: text('答复') }),
  AppealCorrected: fact('appeal', '更正申诉事项', {
    indicator: text('指标'),
    points: text('得分').optional(),
    statement: text('数据不变的理由').optional(),
  }),
  AppealReopened: fact('appeal', '更正后又恢复原数', { indicator: text('指标') }),
  CaseUrged: fact('urging', '催报', {
    to: recordId('催报对象'),
    verb: text('待办'),
    emergency: text('紧急事由').optional(),
  }),
  DigestChosen: fact('mailbox', '选择汇总送达方式', { channel: text('送达方式') }),
  HonourTypeSet: fact('honour-type', '设定荣誉类型', { name: text('荣誉'), reason: text('理由') }),
  BasisRecorded: fact('legal-basis', '登记批准依据', { issuer: text('主办单位'), approvalNumber: text('批准依据') }),
  BasisEnded: fact('legal-basis', '终止批准依据', { endsOn: text('终止日期'), reason: text('理由') }),
  CountyHonourRecorded: fact('county-honour', '登记荣誉', {
    name: text('荣誉'),
    year: text('年度'),
    issuer: text('授予单位'),
    documentNumber: text('文号'),
  }),
  CountyHonourChanged: fact('county-honour', '修改荣誉登记', {
    issuer: text('授予单位'),
    documentNumber: text('文号'),
  }),
  CountyHonourFileRequested: fact('county-honour', '登记荣誉文件', { file: text('文件') }),
  CountyHonourFileAttached: fact('county-honour', '上传荣誉文件', { file: text('文件') }),
  CountyHonourSubmitted: fact('county-honour', '报送确认', { files: text('文件数') }),
  CountyHonourConfirmed: fact('county-honour', '确认荣誉', { name: text('荣誉'), year: text('年度') }),
  CountyHonourReturned: fact('county-honour', '退回荣誉登记', { reason: text('理由') }),
  CountsEntered: fact('honour-counts', '填报户数', { units: text('村（社区）'), families: text('创建户数') }),
  CountsPublished: fact('honour-counts', '公布户数', { documentNumber: text('文号'), families: text('创建户数') }),
  BasisFileRequested: fact('legal-basis', '登记批准文件', { file: text('文件') }),
  BasisFileAttached: fact('legal-basis', '上传批准文件', { file: text('文件') }),
  BarEntered: fact('bars', '登记限制申报', {
    kind: text('情形'),
    from: text('起算日'),
    until: text('限制至'),
    decidedBy: text('决定机关'),
    document: text('决定文号'),
  }),
  BarLifted: fact('bars', '解除限制申报', { kind: text('情形'), document: text('解除文号'), reason: text('理由') }),
  RoundOpened: fact('round', '开放申报', {
    honour: text('荣誉'),
    approvalReference: text('批准依据'),
    places: text('名额'),
  }),
  RoundExtended: fact('round', '延长申报期', { closesOn: text('截止日'), reason: text('理由') }),
  RoundCorrected: fact('round', '更正轮次', { places: text('名额'), reason: text('理由') }),
  RoundClosedEarly: fact('round', '提前截止', { reason: text('理由') }),
  PlacesSet: fact('quota', '名额核定', { places: text('名额') }),
  PlacesDistributed: fact('quota', '分配名额', {
    roundId: recordId('轮次编号'),
    round: text('轮次'),
    places: text('已分配'),
    kept: text('市级预留'),
    reason: text('理由'),
  }),
  WaitingLineChanged: fact('quota', '候补变动', { unit: text('单位'), change: text('变动') }),
  ApplicationDrafted: fact('application', '起草申报', { unit: text('单位'), round: text('轮次') }),
  ApplicationSaved: fact('application', '修改申报'),
  ApplicationEvidenceRequested: fact('application', '登记佐证材料', {
    criterion: text('创建条件'),
    file: text('文件'),
  }),
  ApplicationEvidenceAttached: fact('application', '上传佐证材料', { file: text('文件'), size: text('大小') }),
  ApplicationEvidenceRemoved: fact('application', '移除佐证材料', { file: text('文件') }),
  ApplicationEvidenceReused: fact('application', '沿用佐证材料', {
    criterion: text('创建条件'),
    file: text('文件'),
    from: text('原轮次'),
  }),
  CriteriaConfirmed: fact('application', '登记部门核实', { confirmed: text('核实情况') }),
  ApplicationSubmitted: fact('application', '提交申报'),
  ApplicationWithdrawn: fact('application', '撤回申报'),
  ApplicationRecommended: fact('application', '县级推荐', { opinion: text('意见') }),
  ApplicationAccepted: fact('application', '验收', { opinion: text('意见'), siteVisit: text('实地核查') }),
  ApplicationWaits: fact('application', '列入候补', { opinion: text('意见'), place: text('候补次序') }),
  ApplicationReturned: fact('application', '退回', {
    to: text('退回到'),
    reason: text('理由'),
    dueOn: text('补正期限').optional(),
  }),
  ApplicationRejected: fact('application', '不予通过', { reason: text('理由') }),
  /** 撤回 of what the own level had decided, before the level above decided on it. */
  RecommendationWithdrawn: fact('application', '撤回推荐', { reason: text('理由') }),
  AcceptanceWithdrawn: fact('application', '撤回验收', { reason: text('理由') }),
  ApplicationHeld: fact('application', '暂缓办理', { reason: text('理由') }),
  ApplicationReleased: fact('application', '恢复办理', { opinion: text('意见') }),
  SiteVisited: fact('application', '登记现场核查', {
    siteVisit: text('核查日期'),
    visitors: text('核查人员'),
    finding: text('核查情况'),
    agrees: text('核查结论'),
  }),
  VisitFileRequested: fact('application', '登记核查材料', { visit: text('核查'), file: text('文件') }),
  VisitFileAttached: fact('application', '上传核查材料', { visit: text('核查'), file: text('文件') }),
  ApplicationTransferred: fact('application', '转办', { to: text('转给'), reason: text('理由') }),
  OpinionAsked: fact('application', '征求会签', { of: text('会签人'), question: text('事由'), dueOn: text('期限') }),
  OpinionGiven: fact('application', '会签', { agrees: text('会签结论'), opinion: text('意见') }),
  OpinionRecalled: fact('application', '撤回会签', { of: text('会签人'), reason: text('理由') }),
  ApplicationProposed: fact('application', '列入拟命名名单', { opinion: text('意见'), batch: text('名单') }),
  ApplicationNamed: fact('application', '命名', { documentNumber: text('文号'), serial: text('证书编号') }),
  ApplicationPassedOver: fact('application', '未予命名', { batch: text('名单'), reason: text('理由') }),
  /** The county reads that a unit is held, and never by whom. */
  ApplicationObjected: fact('application', '收到异议，核查期间暂缓命名', { open: text('核查中的异议') }),
  ObjectionSettled: fact('application', '异议核查办结', { outcome: text('结论'), open: text('核查中的异议') }),
  ApplicationSetAside: fact('application', '暂缓命名，另行公示', { batch: text('名单'), reason: text('理由') }),
  ApplicationSlotTaken: fact('application-slot', '占用申报', { application: recordId('申报') }),
  ApplicationSlotReleased: fact('application-slot', '释放申报', { application: recordId('申报') }),
  DrawListFrozen: fact('draw', '锁定抽取名单', {
    units: text('单位数'),
    listHash: text('名单校验码'),
    reason: text('再次抽取理由').optional(),
  }),
  UnitsDrawn: fact('draw', '随机抽取', { seed: text('随机种子'), drawn: text('抽中单位') }),
  QuotaCounted: fact('quota', '名额变动', { application: recordId('申报'), used: text('已用名额') }),
  BatchCreated: fact('batch', '建立批次', { round: text('轮次') }),
  BatchEntryAdded: fact('batch', '列入名单', { unit: text('单位'), application: recordId('申报') }),
  BatchEntryRemoved: fact('batch', '移出名单', {
    unit: text('单位'),
    application: recordId('申报'),
    reason: text('理由'),
  }),
  ObjectionReceived: fact('objection', '收到异议', {
    number: text('受理编号'),
    channel: text('来源'),
    unit: text('单位').optional(),
    sentOn: text('提出日期'),
  }),
  ObjectionAccepted: fact('objection', '接收异议', { dueOn: text('核查期限').optional() }),
  ObjectionAnswered: fact('objection', '答复异议', { outcome: text('结论'), answeredOn: text('答复日期') }),
  ObjectionPublished: fact('objection', '公布核查结果', { text: text('公布内容') }),
  ObjectionMaterialDeleted: fact('objection', '删除异议材料', { keptUntil: text('保存期至') }),
  NoticeOpened: fact('batch', '开始公示', { startsOn: text('公示首日'), endsOn: text('公示末日') }),
  NoticeClosed: fact('batch', '公示期满', { startsOn: text('公示首日'), endsOn: text('公示末日') }),
  NamingDecided: fact('batch', '作出命名决定', {
    documentNumber: text('文号'),
    namedOn: text('命名日期'),
    units: text('单位数'),
  }),
  NamingCompleted: fact('batch', '命名完成', {
    named: text('命名单位'),
    listed: text('名单单位'),
    passedOver: text('未予命名').optional(),
    setAside: text('暂缓命名').optional(),
  }),
  TakeBackProposed: fact('batch', '提出撤回命名', { reason: text('理由') }),
  NamingTakenBack: fact('batch', '撤回命名决定', {
    documentNumber: text('文号'),
    decidedOn: text('撤回日期'),
    was: text('原文号'),
    reason: text('理由'),
  }),
  TakeBackCompleted: fact('batch', '撤回命名完成', { was: text('原文号'), units: text('单位数') }),
  ApplicationNamingTakenBack: fact('application', '命名决定撤回', {
    documentNumber: text('文号'),
    reason: text('理由'),
  }),
  TitleTakenBack: fact('title', '命名决定撤回', { documentNumber: text('文号'), reason: text('理由') }),
  DocumentNumberUsed: fact('document-number', '使用文号', { documentNumber: text('文号'), batch: text('名单') }),
  /** Of decisions from when each unit was numbered by a commit of its own. */
  SerialIssued: fact('serial-counter', '编发证书号', { serial: text('证书编号'), application: recordId('申报') }),
  SerialsIssued: fact('serial-counter', '编发一组证书号', {
    first: text('首个编号'),
    last: text('末个编号'),
    count: text('个数'),
    batch: text('名单'),
  }),
  TitleConferred: fact('title', '授予称号', { documentNumber: text('文号'), serial: text('证书编号') }),
  TitleImported: fact('title', '导入公开名单', { unit: text('单位'), source: text('来源') }),
  TitleCorrected: fact('title', '更正称号', {
    from: text('原名称'),
    to: text('更正为'),
    serial: text('证书编号'),
    former: text('原证书编号'),
    reason: text('理由'),
  }),
  UnitTitled: fact('unit-title', '取得称号', { serial: text('证书编号'), unit: text('单位') }),
  CertificateIssued: fact('certificate', '签发证书', { serial: text('证书编号'), copy: text('第几次印发') }),
  LogExtended: fact('log', '登记公开事项', { from: text('首行'), lines: text('行数') }),
  LogPageExtended: fact('log-page', '登记公开事项', { lines: text('行数') }),
  LogHeadSigned: fact('log-head', '签发日志摘要', { size: text('行数'), root: recordId('根') }),
  SigningKeyPublished: fact('signing-key', '公布签名公钥', { kid: recordId('公钥') }),
} as const satisfies Record<string, { kind: RecordKind; name: string; details: z.ZodObject }>

export type FactType = keyof typeof FACTS
export type FactTypeOf<K extends RecordKind> = {
  [T in FactType]: (typeof FACTS)[T]['kind'] extends K ? T : never
}[FactType]

/** What happened, in a few words and figures for the timeline and the auditor. */
export type FactDetailsOf<T extends FactType> = z.input<(typeof FACTS)[T]['details']>

/** A fact as a decision makes it; type and details belong together. */
export type NewFactOf<T extends FactType> = {
  [Each in T]: { readonly type: Each; readonly details: FactDetailsOf<Each> }
}[T]
