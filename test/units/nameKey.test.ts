import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { searchedName, unitNameKey } from '@anjie/domain/units/unitNameKey'
import { describe, expect, test } from 'vitest'

describe('one unit has one key, whatever its spelling', () => {
  test.each<[UnitKind, readonly string[]]>([
    [
      'village',
      [
        '柳湾村',
        '柳 湾村',
        '柳湾村村民委员会',
        '柳湾村民委员会',
        '柳湾村委会',
        '柳湾村村委会',
        '柳湾行政村',
        '柳湾',
        '柳\u200b湾村',
      ],
    ],
    ['village', ['新村', '新村村委会', '新村村民委员会', '新村村']],
    ['village', ['哈日嘎查', '哈日嘎查村民委员会', '哈日嘎查委会', '哈日嘎查委员会']],
    ['village', ['李庄', '李庄村', '李庄村委会']],
    ['village', ['第（2）村', '第(2)村', '第（２）村']],
    ['community', ['北街社区', '北街居委会', '北街社区居委会', '北街社区居民委员会', '北街居民委员会', '北街']],
    ['township', ['柳湾镇', '柳湾镇人民政府', '柳湾 镇']],
    ['township', ['城关街道', '城关街道办事处', '城关街道办']],
    ['township', ['巴音苏木', '巴音苏木人民政府']],
    ['police-station', ['城北派出所', '城北公安派出所']],
  ])('%s: %j', (kind, spellings) => {
    expect(new Set(spellings.map((name) => unitNameKey(name, kind)))).toEqual(
      new Set([unitNameKey(spellings[0] ?? '', kind)]),
    )
  })

  test.each<[UnitKind, string, string]>([
    ['village', '柳湾村', '柳弯村'],
    ['village', '东柳湾村', '柳湾村'],
    ['village', '柳湾一村', '柳湾村'],
    ['village', '向阳农场', '向阳村'],
    ['village', '八连', '八村'],
    ['community', '北街社区', '北街二社区'],
    ['township', '柳湾镇', '柳湾乡'],
    ['hospital', '县医院', '县中医院'],
    ['village', '①组村', '②组村'],
  ])('%s: %s is not %s', (kind, one, other) => {
    expect(unitNameKey(one, kind)).not.toBe(unitNameKey(other, kind))
  })

  test('a word that somebody looks for loses the ending of an office and nothing else', () => {
    expect(searchedName('柳湾村村民委员会')).toBe('柳湾村')
    expect(searchedName('柳湾镇人民政府')).toBe('柳湾镇')
    expect(searchedName('村委会')).toBe('村委会')
    expect(searchedName('柳湾')).toBe('柳湾')
  })
})
