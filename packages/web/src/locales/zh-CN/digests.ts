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
