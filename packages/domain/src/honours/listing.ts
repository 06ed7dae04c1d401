import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import { err, ok, type Result, textFault } from '@anjie/kernel'
import { findCounty } from '../divisions/findCounty.ts'
import { unitNameKey } from '../units/unitNameKey.ts'
import { listedKind } from './listedKind.ts'
import { HONOUR_TYPES } from './types/index.ts'

/** A title as a public listing states it, before it has an id. */
export type ListedTitle = Omit<Title, 'id' | 'updatedAt'>

/** 公开名单 write levels in English or Chinese. */
const LEVELS: ReadonlyMap<string, Title['level']> = new Map([
  ['national', 'national'],
  ['国家级', 'national'],
  ['provincial', 'province'],
  ['province', 'province'],
  ['省级', 'province'],
  ['city', 'city'],
  ['市级', 'city'],
  ['county', 'county'],
  ['县级', 'county'],
])

const YEAR = /^(?:19|20)\d{2}$/
const PERSONAL_NUMBER = /\d{15,}|(?<!\d)1[3-9]\d{9}(?!\d)/
const MAX_NAME = 60

/**
 * Reads one line of a public listing against the province's divisions. Whatever is unknown, ambiguous or does not belong in a
 * public list is refused with its reason; nothing is guessed.
 */
export function readListingRow(row: ListingRow, divisions: DivisionTree): Result<ListedTitle, string> {
  const { year, honour, unit, township } = row
  const texts = [honour, unit, township, row.city, row.county, row.issuer ?? '']
  const odd = texts.map((text) => textFault(text, 'line')).find((fault) => fault !== undefined)
  if (odd !== undefined) return err(odd)
  if (texts.some((text) => PERSONAL_NUMBER.test(text))) return err('含有疑似身份证号或手机号，不能进入公开名单')
  if (texts.some((text) => text.length > MAX_NAME)) return err(`名称超过${MAX_NAME}个字`)
  if (!YEAR.test(year)) return err(`年份“${year}”不是四位数字`)
  const level = LEVELS.get(row.level)
  if (level === undefined) return err(`级别“${row.level}”不是国家级、省级、市级或县级`)
  if (honour === '' || unit === '') return err('荣誉名称和单位名称不能为空')
  const url = httpUrl(row.sourceUrl)
  if (url === undefined) return err('来源网址不是 http 或 https 地址')
  const place = findCounty(divisions, row.city, row.county)
  if (!place.ok) return place
  const unitKind = listedKind(honour, unit)
  if (unitKind === undefined) {
    return err(`从“${honour}”和“${unit}”不能确定单位类型，单位请写全称（如“…村”“…社区”“…镇”）`)
  }
  const townshipName = township === '' ? place.value.township : township
  const type = Object.values(HONOUR_TYPES).find(({ name }) => plain(name) === plain(honour))
  return ok({
    county: place.value.county.code,
    honour: type?.code ?? honour,
    honourName: type?.name ?? honour,
    level,
    year: Number(year),
    unitName: unit,
    unitKind,
    provinceName: divisions.province.name,
    cityName: place.value.cityName,
    countyName: place.value.county.name,
    ...(townshipName === undefined ? {} : { townshipName }),
    ...(row.issuer === undefined || row.issuer === '' ? {} : { issuer: row.issuer }),
    status: 'active',
    source: { kind: 'public-listing', url },
  })
}

/** What makes two lines the same title: everything but where it was read and how the unit is spelt. */
export const listingKey = (title: ListedTitle) => ({
  year: title.year,
  level: title.level,
  honour: title.honour,
  county: title.county,
  township: unitNameKey(title.townshipName ?? '', 'township'),
  unit: unitNameKey(title.unitName, title.unitKind),
})

/** Names without the difference between Chinese and Western brackets. */
const plain = (name: string): string => name.replaceAll('（', '(').replaceAll('）', ')')

function httpUrl(text: string): string | undefined {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined
}
