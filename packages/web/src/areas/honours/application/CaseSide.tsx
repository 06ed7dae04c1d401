import { APPLICATION_ACTION_NAMES } from '@anjie/domain/honours/applicationTransitions'
import { publicLinks } from '../../../app/publicLinks.ts'
import { timelineWords } from '../../../locales/zh-CN/common.ts'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { ApplicationCase } from './applicationCase.ts'
import './CaseSide.css'

/** What others have said on the case, and what has come of it: site visit, notice, document number, certificate. */
export function CaseSide({ found, publicOrigin }: { found: ApplicationCase; publicOrigin: string }) {
  const { state, notice, documentNumber } = found
  return (
    <>
      {(notice !== undefined || documentNumber !== undefined || state.certificateSerial !== undefined) && (
        <section className="panel">
          <dl className="facts">
            {notice !== undefined && (
              <>
                <dt>{words.noticeHead}</dt>
                <dd>
                  {words.noticeLine(dayText(notice.startsOn), dayText(notice.endsOn))}
                  {notice.closedAt !== undefined && ` · ${words.noticeClosed}`}
                </dd>
              </>
            )}
            {documentNumber !== undefined && (
              <>
                <dt>{words.document}</dt>
                <dd>
                  <StateMark tone="seal">{documentNumber}</StateMark>
                </dd>
              </>
            )}
            {state.certificateSerial !== undefined && (
              <>
                <dt>{words.serial}</dt>
                <dd>
                  <span data-copied>
                    <StateMark tone="seal">{state.certificateSerial}</StateMark>
                  </span>{' '}
                  <a
                    href={publicLinks.certificate(publicOrigin, state.certificateSerial)}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {words.verify}
                  </a>
                </dd>
              </>
            )}
          </dl>
        </section>
      )}
      <section className="panel">
        <h2>{words.opinions}</h2>
        {state.opinions.length === 0 ? (
          <p className="quiet">{words.noOpinions}</p>
        ) : (
          <ol className="plain-list">
            {state.opinions.map((opinion) => (
              <li key={`${opinion.at} ${opinion.action}`}>
                <div>
                  <strong>{APPLICATION_ACTION_NAMES[opinion.action]}</strong>{' '}
                  <span className="quiet small">
                    {opinion.machine === true
                      ? timelineWords.machine(opinion.personName)
                      : `${opinion.jurisdictionName} ${opinion.post} ${opinion.personName}`}{' '}
                    {instantText(opinion.at)}
                  </span>
                </div>
                <p className="prose">{opinion.text}</p>
              </li>
            ))}
          </ol>
        )}
      </section>
      {state.siteVisit !== undefined && (
        <section className="panel">
          <h2>{words.siteVisit}</h2>
          <dl className="facts">
            <dt>{words.visitOn}</dt>
            <dd>{dayText(state.siteVisit.on)}</dd>
            <dt>{words.visitors}</dt>
            <dd>{state.siteVisit.visitors}</dd>
            <dt>{words.finding}</dt>
            <dd className="prose">{state.siteVisit.finding}</dd>
          </dl>
        </section>
      )}
    </>
  )
}
