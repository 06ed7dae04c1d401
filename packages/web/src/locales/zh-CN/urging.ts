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
