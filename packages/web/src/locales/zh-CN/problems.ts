export const problemWords = {
  unreached: {
    title: '网络不通',
    detail: '没有收到服务器的答复。',
    advice: '请检查网络后再按一次；同一操作不会重复办理',
  },
  busy: { title: '系统繁忙', advice: '请稍候再试' },
  unreadable: '收到的内容与约定不符。',
  correlation: '求助时请提供编号',
  loadNewest: '载入最新内容',
  loadNewestHint: '您填写的内容会保留在页面上，可与最新内容核对后再办理。',
  retry: '重试',
  close: '关闭',
} as const
