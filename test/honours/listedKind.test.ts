import { listedKind } from '@anjie/domain/honours/listedKind'
import { describe, expect, test } from 'vitest'

const VILLAGES = '六无平安村（社区）'
const MIXED = '平安乡镇（街道）、平安村（社区）'

describe('what a line of a list names', () => {
  test.each([
    [VILLAGES, '柳湾村', 'village'],
    [VILLAGES, '柳湾村村民委员会', 'village'],
    [VILLAGES, '柳湾村委会', 'village'],
    [VILLAGES, '哈日嘎查', 'village'],
    [VILLAGES, '乌兰牧委会', 'village'],
    [VILLAGES, '向阳农场', 'village'],
    [VILLAGES, '红旗林场', 'village'],
    [VILLAGES, '八连', 'village'],
    [VILLAGES, '第三生产队', 'village'],
    [VILLAGES, '北街社区', 'community'],
    [VILLAGES, '北街居委会', 'community'],
    [VILLAGES, '北街居民委员会', 'community'],
    [MIXED, '柳湾镇', 'township'],
    [MIXED, '柳湾民族乡', 'township'],
    [MIXED, '巴音苏木', 'township'],
    [MIXED, '城关街道办事处', 'township'],
    [MIXED, '柳湾村', 'village'],
    [MIXED, '北街社区', 'community'],
    ['平安乡镇', '柳湾管理区', 'township'],
    ['平安医院', '柳湾镇卫生院', 'hospital'],
    ['枫桥式公安派出所', '柳湾镇派出所', 'police-station'],
  ])('%s: %s is a %s', (honour, unit, kind) => {
    expect(listedKind(honour, unit)).toBe(kind)
  })

  test.each([
    [VILLAGES, '柳湾'],
    [VILLAGES, '柳湾镇'],
    ['平安乡镇', '柳湾村'],
    ['平安家庭', '柳湾村'],
  ])('%s: of %s nothing is guessed', (honour, unit) => {
    expect(listedKind(honour, unit)).toBeUndefined()
  })
})
