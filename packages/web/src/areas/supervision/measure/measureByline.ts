import { instantText } from '../../../locales/zh-CN/format.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'

export const byline = ({ personName, post, at }: { personName: string; post: string; at: string }) =>
  words.byline(personName, post, instantText(at))
