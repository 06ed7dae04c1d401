import * as chineseModule from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'

// Month and weekday names of the date picker come from dayjs, not from Ant Design.
dayjs.locale('zh-cn')

const found = chineseModule.default
/** Ant Design's own words in Chinese. The bundler sees an ES module, the type checker a CommonJS one with one more `default`. */
export const antdChinese = 'default' in found ? found.default : found
