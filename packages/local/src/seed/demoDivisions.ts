import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'

/**
 * 安和省 (code 99), an invented province in the real shape of 21 cities and 183 counties. None of the names is borne by a
 * real city or county, so nothing invented is ever shown under a real place's name. First of each line: the city.
 */
const CITIES: readonly string[] = [
  '岚岭市 砚洲区 荷渡市 嵋谷区 潆川区 朔浦区 枫桥区 崖塘区 滟泽区 皓屏区 榆陂县 岫岗县 涧峪县 沅台县 樟坪县 蕙滩县 泓原县 珩溪县 梧湾县 芷泽县 沚屏县',
  '霁陂市 棠岗区 苇峪县 汐台县 澄坪县 蓁滩县 菱原县',
  '湄溪市 珩湾区 梧岭县 芷洲县 沚渡县 霁谷县',
  '棠川市 苇浦区 汐桥县 澄塘县 蓁原县 菱溪县 湄湾县 泓浦县',
  '朔桥市 枫塘区 崖泽县 滟屏县 皓陂县 榆岗县 岫峪县',
  '涧台市 沅坪区 樟滩市 蕙原县 泓溪县 苇台县 汐坪县 澄滩县 棠浦县 苇桥县',
  '汐塘市 澄泽区 蓁屏县 菱陂县 湄岗县 岚峪县 砚渡县 荷谷县',
  '嵋川市 潆浦区 沚陂县 霁岗县 榆峪县 岫台县',
  '涧坪市 沅滩区 樟原县 蕙溪县 泓湾县 珩岭县',
  '梧洲市 芷渡区 沚谷市 霁川县 菱湾县 湄岭县 岚洲县 菱岗县 湄峪县 岚台县 砚坪县 荷滩县',
  '嵋原市 潆溪区 朔塘市 枫泽县 崖屏县 滟陂县 皓岗县 汐滩县 澄原县 蓁溪县',
  '蕙湾市 泓岭区 珩洲县 梧渡县 芷谷县 沚川县 霁浦县',
  '棠桥市 苇塘区 汐泽市 澄屏县 蓁陂县 荷川县 嵋浦县 潆桥县 嵋溪县 潆湾县 朔岭县',
  '枫洲市 崖渡区 滟谷县 皓峪县 榆台县 岫坪县 涧滩县',
  '沅原市 樟溪区 湄洲县 岚渡县 砚谷县 沚浦县 霁桥县 棠塘县',
  '苇泽市 汐屏区 澄陂县 蓁岗县 菱峪县 湄台县 岚坪县 砚滩县 荷原县',
  '枫屏市 崖陂区 滟岗县 滟川县 皓浦县 榆桥县',
  '岫塘市 涧泽区 沅溪县 樟湾县',
  '蕙岭市 泓洲区 珩渡市 梧谷县 芷川县 嵋桥县 潆塘县 朔泽县 澄岗县 蓁峪县 菱台县 湄坪县 岚滩县 砚原县',
  '荷溪市 嵋湾区 潆岭市 朔洲县 枫渡县 崖谷县 榆坪县 岫滩县 涧原县 沅陂县 樟岗县 蕙峪县 泓台县 珩谷县 梧川县 芷浦县 沚桥县 霁塘县 棠泽县',
  '苇屏市 汐陂区 崖岗市 滟峪县 皓台县 砚溪县 荷湾县 嵋岭县 潆洲县 朔渡县 枫谷县 崖川县 滟浦县 皓桥县 榆塘县 岫泽县 涧屏县 樟岭县',
]

const twoDigits = (index: number): string => String(index + 1).padStart(2, '0')

/** The first city's last county stands for a functional zone, which has no official code and gets one of ours. */
const FUNCTIONAL_ZONE = { code: '9901H1', name: '岚岭高新区' }

export function demoDivisions(): DivisionTree {
  const cities = CITIES.map((line, index) => ({ code: `99${twoDigits(index)}`, names: line.split(' ') }))
  return DivisionTree.parse({
    province: { code: '99', name: '安和省（演示）' },
    cities: cities.map(({ code, names }) => ({ code, name: names[0] })),
    counties: cities.flatMap(({ code, names }) =>
      names.slice(1).map((name, index) => {
        const last = code === '9901' && index === names.length - 2
        return last ? { ...FUNCTIONAL_ZONE, city: code } : { code: `${code}${twoDigits(index)}`, name, city: code }
      }),
    ),
  })
}
