import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { askedCriteria } from '@anjie/domain/honours/askedCriteria'
import { gradedName, lowerTitleText } from '@anjie/domain/honours/ladder'
import { REGIME_NAMES } from '@anjie/domain/honours/legalBasis'
import { windowOf } from '@anjie/domain/honours/roundWindow'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { roundWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { ImportLink } from '../../intake/imports/ImportLink.tsx'
import { ChangeRound } from './ChangeRound.tsx'
import { DistributePlaces } from './DistributePlaces.tsx'
import { DrawPanel } from './DrawPanel.tsx'
import './RoundPage.css'
import { RoundPlaces } from './RoundPlaces.tsx'

export default function RoundPage() {
  const { roundId = '' } = useParams()
  const me = useMe()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'change' | 'close' | 'distribute' | undefined>(undefined)
  const round = useRead(OPERATIONS.getRound, { params: { roundId } })
  return (
    <ReadState read={round}>
      {({ state, timeline, hasEarlier, allowed, ...rest }) => {
        const type = typeOfRound(state)
        const window = windowOf(state, beijingDay(new Date().toISOString()))
        return (
          <>
            <PageHead
              title={state.name}
              back={{ to: '/rounds', label: words.back }}
              state={<StateMark tone={toneOf(window.status)}>{window.statusName}</StateMark>}
              sub={`${words.window} ${dayText(state.opensOn)}—${dayText(state.closesOn)}`}
            >
              {mayCall(me.roles, OPERATIONS.draftApplication) && (
                <Button isMain onClick={() => void navigate(`/applications/new?round=${roundId}`)}>
                  {words.apply}
                </Button>
              )}
              {allowed.some(({ action, allowed: may }) => action === 'distribute' && may) && (
                <Button onClick={() => setAsking('distribute')}>
                  {rest.distribution?.number === 0 ? words.distribute : words.redistribute}
                </Button>
              )}
              {allowed.some(({ action, allowed: may }) => (action === 'distribute' || action === 'change') && may) && (
                <ImportLink list="places" target={state.id} />
              )}
              {allowed.some(({ action, allowed: may }) => action === 'change' && may) && (
                <>
                  <Button onClick={() => setAsking('change')}>{words.change}</Button>
                  <Button isDanger onClick={() => setAsking('close')}>
                    {words.close}
                  </Button>
                </>
              )}
            </PageHead>
            {asking === 'distribute' && (
              <DistributePlaces
                found={{ state, timeline, hasEarlier, allowed, ...rest }}
                onClose={() => setAsking(undefined)}
              />
            )}
            {(asking === 'change' || asking === 'close') && (
              <ChangeRound
                found={{ state, timeline, hasEarlier, allowed, ...rest }}
                isClosing={asking === 'close'}
                onClose={() => setAsking(undefined)}
              />
            )}
            <div className="split even">
              <div>
                <section className="panel">
                  <h2>{words.basis}</h2>
                  <dl className="facts">
                    <dt>{words.honour}</dt>
                    <dd>{gradedName(type.name, state.grade)}</dd>
                    <dt>{words.level}</dt>
                    <dd>{TITLE_LEVEL_NAMES[namingLevel(state.id)]}</dd>
                    {state.after !== undefined && (
                      <>
                        <dt>{words.lowerTitle}</dt>
                        <dd>{lowerTitleText(state.after)}</dd>
                      </>
                    )}
                    <dt>{words.year}</dt>
                    <dd>{state.year}</dd>
                    <dt>{words.regime}</dt>
                    <dd>{REGIME_NAMES[state.legalBasis.regime]}</dd>
                    <dt>{words.issuer}</dt>
                    <dd>{state.legalBasis.issuer}</dd>
                    <dt>{words.approvalReference}</dt>
                    <dd>{state.legalBasis.approvalReference}</dd>
                    <dt>{words.noticeWorkingDays}</dt>
                    <dd>{words.workingDays(state.noticeWorkingDays)}</dd>
                    <dt>{words.validYears}</dt>
                    <dd>{state.validYears === null ? words.validLong : words.years(state.validYears)}</dd>
                  </dl>
                </section>
                <section className="panel">
                  <h2>{words.criteria}</h2>
                  <ol>
                    {askedCriteria(type).map((criterion) => (
                      <li key={criterion.code}>
                        <strong>{criterion.name}</strong>：{criterion.clause}
                      </li>
                    ))}
                  </ol>
                </section>
                {mayCall(me.roles, OPERATIONS.getDraws) && <DrawPanel roundId={state.id} />}
                <CaseTimeline kind="round" recordId={roundId} page={{ timeline, hasEarlier }} />
              </div>
              <RoundPlaces found={{ state, timeline, hasEarlier, allowed, ...rest }} />
            </div>
          </>
        )
      }}
    </ReadState>
  )
}
