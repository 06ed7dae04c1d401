const DIGIT = '[0-9０-９]'
const GAP = '[\\s-]?'
const times = (count: number): string => `(?:${DIGIT}${GAP}){${count}}`
const alone = (body: string): RegExp => new RegExp(`(?<!${DIGIT})${body}(?!${DIGIT})`)

/** 不入台账: what a register never takes, whatever the column (个人信息保护法 6, 公共安全视频条例 14, 17), and how it is told. */
const NEVER: readonly { readonly is: RegExp; readonly what: string }[] = [
  { is: alone(`${times(17)}[0-9０-９xXｘＸ]`), what: '居民身份证号' },
  { is: alone(`[1１]${GAP}[3-9３-９]${GAP}${times(8)}${DIGIT}`), what: '手机号' },
  {
    is: /(?<!\d)(?:[7-9]\d|1[0-3]\d)\.\d{4,}\s*[,，;；、\s]\s*(?:[1-5]?\d)\.\d{4,}|(?<!\d)(?:[1-5]?\d)\.\d{4,}\s*[,，;；、\s]\s*(?:[7-9]\d|1[0-3]\d)\.\d{4,}|[东西]经\s*\d|[南北]纬\s*\d|\d{1,3}°\s*\d/,
    what: '经纬度坐标',
  },
  {
    is: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])|rtsp:\/\//i,
    what: '设备网络地址',
  },
]

/** What of a text may not stand in a register; undefined: nothing. */
export const sensitiveIn = (text: string): string | undefined => NEVER.find(({ is }) => is.test(text))?.what

/** Names of columns that ask for what no register takes: persons' numbers, places of single devices, persons who are cared for. */
const NEVER_ASKED =
  /身份证|证件号|手机|移动电话|经度|纬度|坐标|(摄像头|摄像机|监控点?位?)(名称|编号|位置|地址|编码)|IP地址|(吸毒|戒毒|涉邪|信访|精神障碍|矫正|帮教|重点)人员(姓名|名单)/i

export const asksForSensitive = (columnName: string): boolean => NEVER_ASKED.test(columnName)
