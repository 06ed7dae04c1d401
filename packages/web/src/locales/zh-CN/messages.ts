export const messageWords = {
  title: '消息',
  sub: '本岗位的待办、办理结果和公布事项，未读的在前',
  copies: '抄送',
  copiesSub: '告知本级、不需要办理的事项，最近的在前',
  toDo: '待办',
  handled: '已办',
  tabs: '待办、已办、抄送和消息',
  unread: '未读',
  read: '已读',
  count: (n: number) => `${n}条`,
  empty: '没有消息',
  copiesEmpty: '没有抄送事项',
  readAll: '全部标为已读',
  earlier: '更早的',
  newest: '回到最近的',
  due: (day: string) => `截至${day}`,
  /** In the head of every page. */
  head: '消息',
  unreadHere: (work: number, told: number, more: boolean) =>
    `未读消息：待办${work}条，抄送${told}条${more ? '，还有更多' : ''}`,
  noneUnread: '没有未读消息',
  box: { work: '待办', told: '抄送' },
} as const

export const urgeWords = {
  urge: '催报',
  title: (name: string) => `催报：${name}`,
  left: (n: number) => `消息发给正在办理的岗位，今日还可催报${n}次。`,
  noneLeft: '今日催报次数已满，请次日再催，或电话联系。',
  earlier: (who: string, when: string, isEmergency: boolean) => `${when} ${who}催报${isEmergency ? '（急件）' : ''}`,
  emergency: '紧急事由（急件才填）',
  emergencyHint: '写明事由的按急件处理，非工作时间也会发出；一般催报随下一个工作日上午的汇总发出',
  done: '已催报',
  column: '催报',
} as const

export const digestWords = {
  title: '汇总设置',
  sub: '每个工作日上午八点半后发出一次；下班后和休息日不发，急件除外',
  back: '消息',
  choice: '送达方式',
  channel: '汇总发到',
  address: { email: '电子邮箱', gateway: '接收账号或手机号码' },
  addressHint: '只用于发送本岗位的汇总，改为“不发送”时随即删除，不进入办理记录和日志',
  save: '保存',
  saved: '已保存',
  sent: '最近发出的汇总',
  noneSent: '还没有发出过汇总',
  letter: (n: number, when: string, isEmergency: boolean) => `第${n}号${isEmergency ? '（急件）' : ''}　${when}发出`,
} as const
