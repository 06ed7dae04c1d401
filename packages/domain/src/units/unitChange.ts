import { dayText } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'

/** 当日名称: how a unit was called on a day. */
export const unitNameOn = ({ name, formerNames = [] }: Pick<Unit, 'name' | 'formerNames'>, day: PlainDate): string =>
  formerNames.find(({ until }) => day <= until)?.name ?? name

/** Whether a unit has ceased to exist before a day. One that goes on in another county's register has not. */
export const hasEnded = ({ validTo, moved }: Pick<Unit, 'validTo' | 'moved'>, day: PlainDate): boolean =>
  validTo !== undefined && moved === undefined && validTo < day

/** What became of a unit since it was called so in a case or on a list; undefined while nothing did. */
export function unitChange(
  was: { readonly unitName: string },
  unit: Pick<Unit, 'name' | 'formerNames' | 'validTo' | 'successors' | 'moved'>,
  today: PlainDate,
): string | undefined {
  const renamed = unitNameOn(unit, today)
  const words = [
    ...(renamed === was.unitName ? [] : [`现名“${renamed}”`]),
    ...(hasEnded(unit, today)
      ? [`已于${dayText(unit.validTo ?? today)}${unit.successors.length === 0 ? '撤销' : '撤并'}`]
      : []),
    ...(unit.moved === undefined ? [] : [`现属${unit.moved.cityName}${unit.moved.countyName}`]),
  ]
  return words.length === 0 ? undefined : words.join('，')
}
