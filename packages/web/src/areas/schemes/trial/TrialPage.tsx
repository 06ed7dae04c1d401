import { OPERATIONS } from '@anjie/contracts/operations/index'
import { Fragment, useState } from 'react'
import { useParams } from 'react-router'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { trialWords as words } from '../../../locales/zh-CN/appeals.ts'
import { ChoiceField } from '../../../ui/ChoiceField.tsx'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { shortFigure } from '../../../ui/shortFigure.ts'
import { RankChange } from '../../league-tables/table/RankChange.tsx'

type Trial = Answer<(typeof OPERATIONS)['trySchemeOnCycle']>

/** A scheme tried on the figures of a cycle: who would move, how far, and by which indicators. */
export default function TrialPage() {
  const { schemeId = '' } = useParams()
  const me = useMe()
  const [cycleId, setCycleId] = useState('')
  const scheme = useRead(OPERATIONS.getScheme, { params: { schemeId } })
  const cycles = useRead(OPERATIONS.listCycles, {})
  const trial = useRead(
    OPERATIONS.trySchemeOnCycle,
    { params: { schemeId }, query: { cycleId } },
    { enabled: cycleId !== '' },
  )
  const name = scheme.data?.state.scheme.name ?? ''
  return (
    <>
      <PageHead title={words.title} sub={name} back={{ to: `/schemes/${schemeId}`, label: name }} />
      <div className="stack">
        <div className="panel" style={{ maxWidth: 560 }}>
          <ChoiceField
            label={words.cycle}
            value={cycleId}
            placeholder={words.choose}
            hint={words.note}
            choices={(cycles.data?.rows ?? [])
              .filter((row) => row.status !== 'planned' && row.id.startsWith(`${me.jurisdiction.code}.`))
              .map((row) => ({ value: row.id, label: `${row.title}（${row.statusName}）` }))}
            onChange={setCycleId}
          />
        </div>
        {cycles.error !== null && <ProblemNotice problem={cycles.error} />}
        {cycleId !== '' && (
          <ReadState read={trial}>
            {(found) => <TrialTable trial={found} groups={scheme.data?.state.scheme.groups ?? []} />}
          </ReadState>
        )}
      </div>
    </>
  )
}

interface TrialTableProps {
  readonly trial: Trial
  readonly groups: readonly { readonly code: string; readonly name: string }[]
}

/** Group by group, as ranks are given. */
function TrialTable({ trial, groups: named }: TrialTableProps) {
  const groups = [...new Set(trial.rows.map((row) => row.group))]
  const places = placesOf(trial.rows.flatMap((row) => [row.officialScore, row.trialScore]))
  return (
    <div className="table-scroll">
      <table className="list dense">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.county}</th>
            <th scope="col" className="figure">
              {words.officialRank}
            </th>
            <th scope="col" className="figure">
              {words.trialRank}
            </th>
            <th scope="col">{words.change}</th>
            <th scope="col" className="figure">
              {words.officialScore}
            </th>
            <th scope="col" className="figure">
              {words.trialScore}
            </th>
            <th scope="col">{words.reasons}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group}>
              {groups.length > 1 && (
                <tr className="group-row">
                  <th scope="colgroup" colSpan={7}>
                    {named.find(({ code }) => code === group)?.name ?? words.otherGroup}
                  </th>
                </tr>
              )}
              {trial.rows
                .filter((row) => row.group === group)
                .map((row) => (
                  <tr key={row.subject}>
                    <th scope="row">{row.name}</th>
                    <td className="figure">{row.officialRank ?? words.notRanked}</td>
                    <td className="figure">{row.trialRank ?? words.notRanked}</td>
                    <td>
                      <RankChange change={row.change ?? undefined} />
                    </td>
                    <td className="figure">
                      {row.officialScore === null ? (
                        words.none
                      ) : (
                        <DecimalFigure value={row.officialScore} places={places} />
                      )}
                    </td>
                    <td className="figure">
                      {row.trialScore === null ? words.none : <DecimalFigure value={row.trialScore} places={places} />}
                    </td>
                    <td className="wrap small">
                      {row.reasons.length === 0
                        ? words.unchanged
                        : row.reasons
                            .map((reason) =>
                              words.reason(reason.name, figureOf(reason.official), figureOf(reason.trial)),
                            )
                            .join('；')}
                    </td>
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const figureOf = (points: string | null): string => (points === null ? words.none : shortFigure(points))
