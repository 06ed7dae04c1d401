export const homeWords = {
  title: '首页',
  toDo: '待办',
  toDoEmpty: '没有待办事项',
  dueSoon: '即将到期',
  dueSoonEmpty: '近期没有到期事项',
  recent: '本级动态',
  recentEmpty: '还没有动态',
  open: '办理',
  count: (n: number, more = false) => (more ? `${n}件以上` : `${n}件`),
  toDoMore: '先列出最早到期的，其余在“填报审核”“创建申报”等列表中办理。',
} as const
