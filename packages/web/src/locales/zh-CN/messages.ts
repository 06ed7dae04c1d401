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
