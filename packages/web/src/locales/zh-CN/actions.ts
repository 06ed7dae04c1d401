/** Whose turn a case is, and what else can be done with it. */
export const actionWords = {
  others: '其他环节的操作',
  yours: (verb: string, due: string | null) => `轮到您：${verb}${due === null ? '' : `，截至${due}`}`,
  theirs: (post: string, verb: string, due: string | null) =>
    `轮到${post}：${verb}${due === null ? '' : `，截至${due}`}`,
  nobody: '没有待办环节',
} as const

export const handledWords = {
  title: '已办',
  sub: '本级办过的事项，最近的在前',
  empty: '还没有办过的事项',
  act: '办理',
  case: '事项',
  state: '办理后',
  by: '经办',
  at: '时间',
  more: '更早的',
  goneTitle: (act: string) => `已${act}`,
  goneText: (statusName: string) => `这件事项现为“${statusName}”，不在本级办理，列入已办。`,
  open: '已办',
  home: '回首页',
} as const

export const nextCaseWords = {
  none: '同类事项没有待办的了。',
  home: '回到首页',
  left: (n: number) => `同类待办还有${n}件。`,
  next: (name: string) => `下一件：${name}`,
} as const

export const manyWords = {
  title: '批量办理',
  open: '批量办理',
  hint: '每件单独作出决定、单独记录；一件未能办理，不影响其他各件。退回的回到上一步。',
  verb: '办理方式',
  cases: '事项',
  all: (n: number) => `全选（${n}件）`,
  coming: '正在读取待办事项',
  none: '目前没有待本岗位办理的事项',
  confirm: (n: number) => `办理${n}件`,
  progress: (done: number, all: number) => `正在办理：已完成${done}件，共${all}件`,
  done: '已办理',
  refused: '未办理',
} as const
