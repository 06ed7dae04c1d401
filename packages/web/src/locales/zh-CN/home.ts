export const homeWords = {
  title: '首页',
  toDo: '待办',
  toDoEmpty: '没有待办事项',
  dueSoon: '即将到期',
  dueSoonEmpty: '近期没有到期事项',
  recent: '本级动态',
  recentEmpty: '还没有动态',
  open: '办理',
  count: (n: number) => `${n}件`,
} as const
