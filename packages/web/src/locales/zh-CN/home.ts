export const homeWords = {
  title: '首页',
  toDo: '待办',
  toDoEmpty: '没有待办事项',
  disputeDoubts: (count: number) => `${count}对${count < 100 ? '' : '以上'}疑似同一纠纷待判断`,
  disputeSystems: '各系统还缺的纠纷',
  dueSoon: '即将到期',
  dueSoonEmpty: '近期没有到期事项',
  recent: '本级动态',
  recentEmpty: '还没有动态',
  recentMore: '更多动态',
  open: '办理',
  count: (n: number, more = false) => (more ? `${n}件以上` : `${n}件`),
  toDoMore: '先列出最早到期的，其余在“填报审核”“创建申报”等列表中办理。',
} as const

export const standingWords = {
  own: '本级名次',
  below: '所辖名次',
  scorecard: '得分明细',
  table: '排名表',
  of: (cycle: string, group: string, isPublished: boolean) =>
    `${cycle}，${group}${isPublished ? '' : '，得分预览，名次公布后可见'}`,
  rank: '名次',
  change: '升降',
  score: '得分',
  interval: '名次区间',
  group: '组别',
  subject: '单位',
  rankOf: (rank: string, ranked: number, tied: boolean) => `第${rank}名${tied ? '（并列）' : ''} / ${ranked}`,
  next: (rank: string, points: string) => `距第${rank}名差${points}分`,
  notRanked: (reason: string) => `不排名：${reason}`,
  lost: '失分最多的指标',
  indicator: '指标',
  lostPoints: '失分',
  nextBand: '再进一档',
  seeReceipt: '见得分明细',
  nothingLost: '没有失分',
  distribution: (cycle: string, group: string) => `${cycle}得分分布（${group}）`,
  distributionSays: '横轴为得分，柱上为单位数；虚线为中位数',
  awaited: '未报单位',
  reported: (missing: number, more: boolean, total: number | undefined) =>
    [
      total === undefined || more ? undefined : `应报${total}个，已报${total - missing}个`,
      `未报${missing}个${more ? '以上' : ''}`,
    ]
      .filter((part) => part !== undefined)
      .join('，'),
  awaitedMore: '先列出最早到期的，其余见考评周期的填报进度。',
} as const
