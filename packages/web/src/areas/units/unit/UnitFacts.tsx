import { Link } from 'react-router'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { unitPageWords as words } from '../../../locales/zh-CN/unitPage.ts'
import type { UnitAnswer } from './unitAnswer.ts'

/** Names, places and codes, today's and former ones, where it went, and how it stands. */
export function UnitFacts({ found: { unit, place, successors, score } }: { found: UnitAnswer }) {
  const where = [place.provinceName, place.cityName, place.countyName, unit.parentName ?? ''].filter(
    (each, at, all) => each !== '' && each !== all[at - 1],
  )
  return (
    <section className="panel" aria-label={words.place}>
      <dl className="facts">
        <dt>{words.place}</dt>
        <dd>{where.join(' ')}</dd>
        {unit.formerNames !== undefined && (
          <>
            <dt>{words.formerNames}</dt>
            <dd>{unit.formerNames.map(({ name, until }) => words.until(name, dayText(until))).join('、')}</dd>
          </>
        )}
        <dt>{words.validFrom}</dt>
        <dd>{dayText(unit.validFrom)}</dd>
        {unit.movedFrom !== undefined && (
          <>
            <dt>{words.movedFrom}</dt>
            <dd>{placeText(unit.movedFrom)}</dd>
          </>
        )}
        {unit.moved !== undefined && (
          <>
            <dt>{words.placeNow}</dt>
            <dd>
              {words.moved(dayText(unit.moved.on))}{' '}
              {successors.length === 0 ? (
                placeText(unit.moved)
              ) : (
                <Link to={`/units/${unit.moved.unitId}`}>{placeText(unit.moved)}</Link>
              )}
            </dd>
          </>
        )}
        {unit.validTo !== undefined && unit.moved === undefined && (
          <>
            <dt>{words.successors}</dt>
            <dd>
              {dayText(unit.validTo)}：
              {successors.length === 0
                ? words.dissolved
                : successors.map(({ id, name }) => (
                    <Link key={id} to={`/units/${id}`}>
                      {name}{' '}
                    </Link>
                  ))}
            </dd>
          </>
        )}
        {score !== undefined && (
          <>
            <dt>{words.score}</dt>
            <dd>{words.scoreOf(score.cycleName, score.score, score.rank)}</dd>
          </>
        )}
        <dt>{words.countyCode}</dt>
        <dd data-copied>{unit.county}</dd>
        <dt>{words.unitId}</dt>
        <dd data-copied>{unit.id}</dd>
      </dl>
    </section>
  )
}

const placeText = ({ cityName, countyName, townshipName = '' }: NonNullable<UnitAnswer['unit']['moved']>): string =>
  [cityName, countyName, townshipName].filter((each) => each !== '').join(' ')
