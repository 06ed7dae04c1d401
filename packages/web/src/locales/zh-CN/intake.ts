import type { UnitStep } from '@anjie/domain/intake/planUnitRows'

export const intakeWords = {
  title: '用表格登记和变动单位',
  back: '基层单位',
  intro:
    '一份表可以登记整册乡镇、村和其他单位，也可以更名、并入、撤销。先预览，确认后才改动；已登记且没有变化的行不动。',
  stepTemplate: '一、下载模板填写',
  emptyTemplate: '空白模板',
  filledTemplate: '带现有单位的模板',
  stepDefaults: '二、表里没写的，按这里的',
  validFrom: '设立日期',
  on: '变动日期',
  basis: '批准依据',
  basisHint: '更名、并入、撤销要有，如“乡府发〔2026〕5号”',
  stepFile: '三、选择填好的文件',
  choose: '选择文件（.xlsx 或 .csv）',
  preview: '导入预览',
  nothing: '表里没有可导入的行',
  summary: (parts: readonly string[]) => parts.join('，'),
  counts: {
    register: '登记',
    rename: '更名',
    merge: '并入',
    end: '撤销',
    settled: '已登记、不变',
    refused: '不能导入',
  },
  row: '行',
  sheet: '工作表',
  unit: '单位',
  township: '乡镇（街道）',
  act: '处理',
  told: '说明',
  leftOut: (rows: number, places: number) =>
    `有 ${rows} 行没有读入（${places} 处读不准），改好后再导入一次；其余各行可以先导入`,
  passedOver: (rows: number) => `略过标题、合计、说明行 ${rows} 行`,
  returned: '下载标出问题的表',
  returnedName: (name: string) => `${name.replace(/\.[^.]+$/, '')}（处理结果）.xlsx`,
  confirm: (rows: number) => `确认导入 ${rows} 行`,
  question: '确认导入',
  questionText: (parts: readonly string[]) =>
    `将${parts.join('，')}。登记后每一行都留下办理记录；导入不能一键撤回，登错的要逐个更名或撤并。`,
  yes: '导入',
  no: '再看看',
  progress: (done: number, all: number) => `已办 ${done} / ${all} 行`,
  done: (done: number) => `已办成 ${done} 行`,
  failed: (rows: number) => `有 ${rows} 行没有办成，原因见下表；再导入同一份表时，办成的行不会重复`,
  ok: '已办成',
  unknownOutcome: '没有收到答复；请再导入一次这份表，已办成的不会重复',
  parentMissing: '所属乡镇（街道）没有登记成，这一行没有办',
  wait: '正在导入，请不要关闭本页',
  unsaved: '导入还在进行',
  unsavedQuestion: '现在离开，还没办的行就不办了；办成的不受影响，再导入同一份表可以接着办。确定离开吗？',
} as const

export const figuresBySheetWords = {
  template: '下载表格模板',
  choose: '用表格填（.xlsx 或 .csv）',
  put: (figures: number) =>
    figures === 0 ? '表里的数与现在的一样' : `已放进表格 ${figures} 个数，还没有保存；请核对后保存`,
  leftOut: (places: number) => `有 ${places} 处没有读入，改好后可以再选一次；读入的不受影响`,
  rowPut: (figures: number) => (figures === 0 ? '与现在的一样' : `放进 ${figures} 个数，待保存`),
} as const

export const placesBySheetWords = {
  title: '名额分配表',
  put: (count: number) => `已放进 ${count} 个名额，还没有提交；请核对`,
} as const

/** What a row will do, in one line. */
export function stepText(step: UnitStep, day: (date: string) => string): string {
  switch (step.act) {
    case 'settled':
      return `已登记为“${step.unit.name}”${step.unit.validTo === undefined ? '' : `，存续至${day(step.unit.validTo)}`}`
    case 'register':
      return `登记为新单位，自${day(step.validFrom)}起`
    case 'rename':
      return `更名为“${step.name}”，${day(step.on)}起，依据${step.basis}`
    case 'merge':
      return `并入${step.into.parentName ?? ''}${step.into.name}，${day(step.on)}起，依据${step.basis}`
    case 'end':
      return `撤销，${day(step.on)}起，依据${step.basis}`
    case 'refused':
      return step.reason
  }
}
