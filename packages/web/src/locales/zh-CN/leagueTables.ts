import { LEAGUE_WORDS } from '@anjie/contracts/vocabulary/league-tables/leagueWords'
import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'

export const archiveWords = {
  title: '计分归档',
  hint: '收集方案、各考评对象的数据和计分结果，加校验码存为一个文件，平台运维可用系统自带的计分命令离线重算核对。',
  insecure: '本页不是以 https 打开，浏览器不能计算校验码；请用 https 地址打开后下载。',
  download: '下载归档',
  seal: '封签',
  sealHint: '核对下载的归档时一并给出，可发现整份重做的假档案。',
  progress: (done: number, all: number) => `已读取 ${done}／${all}`,
  handedOver: (name: string) => `已生成“${name}”`,
} as const

export const whatIfWords = {
  title: '权重试算',
  show: '展开试算',
  hide: '收起试算',
  hint: '拖动滑块看排名怎样变化，只在本机计算，不改变官方结果。合计类指标按比例增减得分而满分不变，加权类指标增减权重；100%为官方权重。',
  notOffered: '权重试算要用全部考评对象的填报数据，只向组织考评的一级提供。',
  failed: '试算不能进行，请刷新页面后重试。',
  otherRules: '规则版本已更新，用现行规则重算的结果和本表不同；下面的变动有一部分来自规则，不全来自权重。',
  reset: '恢复官方权重',
  addNode: '增加要调整的指标',
  percent: (percent: number) => `${percent}%`,
  moved: (moved: number, all: number) => (moved === 0 ? `本组${all}个，位次不变` : `本组${all}个，${moved}个位次变动`),
  group: '分组',
  table: '官方与试算对照',
  county: '考评对象',
  officialRank: '官方位次',
  ownRank: '我的位次',
  change: '变动',
  officialScore: '官方得分',
  ownScore: '我的得分',
  interval: '位次区间（官方）',
  notRanked: LEAGUE_WORDS.notRanked,
  noScore: LEAGUE_WORDS.noScore,
  worth: (node: SchemeNode) =>
    node.points !== undefined ? `${node.points}分` : node.weight !== undefined ? `权重${node.weight}` : '',
} as const

export const exportWords = {
  excel: '导出Excel',
  preparing: '正在生成',
  failed: '工作簿没有生成，请重试；仍不成功时请联系平台运维。',
  tableName: (cycle: string) => `${cycle}排名表.xlsx`,
} as const

export const trendWords = {
  title: '历次位次和得分',
  show: '查看',
  hint: '同类周期中已公布的最近6次，和本次',
  none: '没有更早的已公布结果可以比较',
  county: '考评对象',
  rank: '位次',
  score: '得分',
  group: '分组',
  cycle: '周期',
  current: '本次',
  absent: '未参加',
  predecessors: (names: readonly string[]) =>
    names.length === 1 ? `时为${names[0]}` : `时为${names.join('、')}，取其中位次最前的`,
  notRanked: LEAGUE_WORDS.notRanked,
  noScore: LEAGUE_WORDS.noScore,
  afterPublication: LEAGUE_WORDS.afterPublication,
  place: (rank: number) => `第${rank}位`,
  ranked: (rank: number, of: number) => `第${rank}位，共${of}个`,
  rankLine: '位次（越高越靠前）',
  chart: (name: string) => `${name}历次位次和得分`,
  chartSays: (apart: boolean) =>
    `左为位次，右为得分，每个周期一个点；没有参加的周期空开${apart ? '。分组不同的位次、方案不同的得分不能直接比较，图中不相连。' : '。'}`,
} as const

export const pictureWords = {
  title: '图示',
  show: '展开图示',
  hide: '收起图示',
  kinds: { heat: '热力表', distribution: '分布', tiles: '方格图' },
  kind: '图示种类',
  group: '分组',
  heat: (cycle: string, group: string) => `${cycle} ${group} 各项得分热力表`,
  heatSays: (kind: string) => `每行一个${kind}，按位次排列；每列一项指标，底色越深表示得分在本列中越高，格内为得分。`,
  distribution: (cycle: string, group: string) => `${cycle} ${group} 得分分布`,
  distributionSays: (kind: string) => `横轴为得分区间，柱上为该区间内${kind}的个数，虚线为中位数。`,
  tiles: (cycle: string, of: string) => `${cycle} ${of}方格图`,
  tilesSay: '每格一个县（市、区），格内为得分，底色越深得分越高；格的大小与面积、人口无关。',
  score: '得分',
  county: '考评对象',
  figure: '显示内容',
  noScore: LEAGUE_WORDS.noScore,
} as const
