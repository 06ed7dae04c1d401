import type { DutyListsContent, NegativeLine, RoutineLine } from '@anjie/contracts/vocabulary/posts/dutyLists'
import { RegisterCode } from '@anjie/contracts/vocabulary/registers/register'

const coded = (letters: string, texts: readonly string[]) =>
  texts.map((text, at) => ({ code: `${letters}-${String(at + 1).padStart(2, '0')}`, text }))

const routine = (lines: readonly (readonly [string, RoutineLine['frequency'], RoutineLine['proof'], number?])[]) =>
  coded(
    'RC',
    lines.map(([text]) => text),
  ).map((line, at): RoutineLine => {
    const [, frequency = 'monthly', proof = { kind: 'entered' as const }, times = 1] = lines[at] ?? []
    return { ...line, frequency, proof, times }
  })

/** With points for each event; without them a veto. */
const negative = (lines: readonly (readonly [string, string?])[]) =>
  coded(
    'FM',
    lines.map(([text]) => text),
  ).map((line, at): NegativeLine => {
    const points = lines[at]?.[1]
    return { ...line, effect: points === undefined ? { kind: 'veto' } : { kind: 'points', points } }
  })

/**
 * 示例: put together from what local texts and the county's report say of such posts (`practice.md` §2); no published document is behind them,
 * and they are marked so.
 */
export const TOWNSHIP_TEMPLATE: DutyListsContent = {
  name: '乡镇政法委员四张清单（示例）',
  postKind: 'township-commissioner',
  isExample: true,
  powers: coded('QL', [
    '列席县委政法委员会全体会议和平安建设领导小组会议',
    '召集派出所、司法所、人民法庭等政法单位会商',
    '主持乡镇平安形势分析研判会',
    '交办、督办网格上报事项',
    '抽调调解力量参与重大矛盾纠纷化解',
    '提出约谈、挂牌督办、一票否决的建议',
    '对派出所、司法所负责人任免和考核提出意见',
    '推荐平安创建和先进对象',
    '查阅平安建设各类台账',
    '调阅综治中心汇集的数据',
  ]),
  duties: coded('ZZ', [
    '制定并落实乡镇平安建设年度计划',
    '推进综治中心规范运行',
    '组织矛盾纠纷排查化解',
    '负责网格化服务管理',
    '牵头整治治安突出问题和重点区域',
    '协调处理信访突出问题',
    '推进“六无”平安村（社区）创建',
    '统筹重点人群服务管理',
    '加强校园周边治安防范',
    '开展平安建设宣传',
    '及时报告重大突发事件',
    '指导村（社区）综治岗位履职',
  ]),
  routine: routine([
    ['主持平安形势月分析会', 'monthly', { kind: 'entered' }],
    ['召开政法单位季度会商', 'quarterly', { kind: 'entered' }],
    ['督办整改按期销号', 'monthly', { kind: 'rectification' }],
    ['受理的矛盾纠纷按期化解', 'monthly', { kind: 'mediation' }],
    ['平安建设报表按期上报', 'monthly', { kind: 'form' }],
    ['走访村（社区）', 'monthly', { kind: 'entered' }],
    ['检查“六无”创建情况', 'quarterly', { kind: 'entered' }],
    ['组织应急演练', 'half-yearly', { kind: 'entered' }],
    ['向乡镇党委和县委政法委述职', 'yearly', { kind: 'entered' }],
    ['参加政治轮训', 'yearly', { kind: 'training', training: 'political' }, 2],
    ['参加业务培训', 'yearly', { kind: 'training', training: 'professional' }, 6],
  ]),
  negative: negative([
    ['瞒报重大矛盾风险', '3'],
    ['迟报突发事件', '2'],
    ['问题退回后仍未整改到位', '1'],
    ['上报数据不实', '3'],
    ['未经调处将矛盾上交', '1'],
    ['事项逾期且未申请延期', '0.5'],
    ['无故缺席会议或值守', '0.5'],
    ['受到上级通报', '2'],
    ['暗访反复发现同一问题', '1'],
    ['对已知未调处的矛盾纠纷引发命案负有责任'],
    ['发生重大群体性事件且处置不力'],
    ['弄虚作假骗取荣誉'],
  ]),
}

export const VILLAGE_TEMPLATE: DutyListsContent = {
  name: '村综治委员四张清单（示例）',
  postKind: 'village-commissioner',
  isExample: true,
  powers: coded('QL', [
    '参加村“两委”研究平安建设的会议',
    '召集网格员、调解员、治保人员会商',
    '向乡镇报告并请求支援',
    '推荐平安户、先进网格员',
  ]),
  duties: coded('ZZ', [
    '排查并先行调处矛盾纠纷',
    '组织村内治安巡查',
    '落实“六无”平安村创建',
    '联系走访重点家庭',
    '宣传平安建设和法治知识',
    '第一时间报告突发情况',
  ]),
  // Nothing is entered: a village gets no form that it has not already.
  routine: routine([
    ['填报平安巡查台账', 'quarterly', { kind: 'register', register: RegisterCode.parse('patrols'), name: '平安巡查' }],
    ['督办整改按期销号', 'monthly', { kind: 'rectification' }],
    ['参加业务培训', 'yearly', { kind: 'training', training: 'professional' }],
  ]),
  negative: negative([
    ['矛盾纠纷知情不报', '2'],
    ['巡查登记不实', '2'],
    ['无故不参加乡镇调度', '0.5'],
    ['已知未调处的矛盾纠纷引发命案负有责任'],
  ]),
}
