/** Words of the parts that every page is built from. */
export const dialogWords = {
  missing: (what: readonly string[]) => `还缺：${what.join('、')}`,
  phrases: '常用语',
  phrasesHint: '按 Alt+数字填入',
  keepPhrase: '存为常用语',
  dropPhrase: (phrase: string) => `删去常用语“${phrase}”`,
} as const

export const dateWords = {
  hint: '如2026年3月1日',
  open: '打开日历',
  unreadable: '请写成年月日，如2026年3月1日',
  noSuchDay: (text: string) => `没有${text}这一天`,
} as const

export const pickerWords = {
  hint: '输入名称、拼音或首字母',
  found: (count: number) => `${count}项`,
  none: '没有找到，请换个名称或拼音',
  asking: '正在查找',
  clear: '清除选择',
  remove: (name: string) => `去掉${name}`,
  narrow: (count: number) => `只列出前${count}项，请多输入几个字`,
} as const

export const uploadWords = {
  sending: (name: string, share: number) => (share < 100 ? `${name} 已上传${share}%` : `${name} 正在核对`),
  cancel: '取消上传',
  calledOff: '已取消，可以重新上传',
  retry: '重新上传',
  failed: (name: string) => `${name} 没有传完`,
  dismiss: '不传了',
  unsaved: '文件正在上传',
  unsavedQuestion: '文件还没有传完，离开后上传会中断。仍要离开吗？',
} as const

export const problemListWords = {
  fields: '需要改正的地方',
} as const

/** 常用语 of opinions and reasons, by what is decided; they are changed before they are sent. */
export const officePhrases = {
  recommend: ['材料齐全，情况属实，同意推荐。', '经实地核查，符合申报条件，同意推荐。'],
  accept: ['经现场验收，达到创建标准，同意通过验收。', '验收合格，同意上报。'],
  wait: ['符合验收条件，名额已满，列入候补。'],
  propose: ['同意列入拟命名名单。', '经研究，同意拟命名。'],
  return: ['佐证材料不全，请补充后重新报送。', '填报数据与佐证材料不一致，请核对。', '说明过于简略，请补充具体情况。'],
  reject: ['不符合申报条件。', '考评期内发生一票否决情形，不予通过。'],
  hold: ['有关情况正在核实，暂缓办理。', '有信访或案件尚未办结，暂缓办理。'],
  release: ['情况已经核实，恢复办理。'],
  transfer: ['因公外出，请代为办理。', '属其分管范围，转其办理。'],
  coSign: ['经核实，无异议，同意。', '经核实，有未办结事项，建议暂缓。'],
  withdraw: ['情况有变，收回意见重新审核。'],
  verify: ['经审核，数据真实、佐证齐全，同意上报。'],
  approve: ['数据真实、佐证齐全，予以审定。', '经抽查核实，予以审定。'],
  appeal: ['经复核，原数据有误，予以更正。', '经复核，原结果无误，予以维持。'],
} as const

/** What an opinion is given on: each kind has its own phrases. */
export type PhraseKind = keyof typeof officePhrases

export const paperFileWords = {
  page: (page: number, pages: number) => `第${page}页，共${pages}页`,
  goesOn: '（续）',
  lacking: (characters: readonly string[]) =>
    `字库中没有${characters.map((each) => `“${each}”`).join('、')}，不能生成文件，请核对用字或改为打印后手写`,
  notMade: '文件没有生成，请稍后再试',
} as const
