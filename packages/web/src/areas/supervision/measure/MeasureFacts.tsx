import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { MEASURE_KIND_NAMES, MEASURE_TRIGGER_NAMES } from '@anjie/domain/supervision/measureNames'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dayText, dueText } from '../../../locales/zh-CN/format.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { byline } from './measureByline.ts'

/** 基本情况 of a measure: who, when, until when, by which paper, and whom it bars. */
export function MeasureFacts({ state }: { state: Measure }) {
  const me = useMe()
  const lines: readonly (readonly [string, string | undefined])[] = [
    [words.kind, MEASURE_KIND_NAMES[state.kind]],
    [words.number, state.documentNumber],
    [words.issuer, state.issuerName],
    [words.trigger, MEASURE_TRIGGER_NAMES[state.trigger]],
    [words.on, dayText(state.on)],
    [words.until, state.until === undefined ? undefined : dueText(state.until)],
    [words.participants, state.participants.join('、')],
    [words.contestBy, state.contestBy === undefined ? undefined : dayText(state.contestBy)],
    [words.publishBy, state.publishBy === undefined ? undefined : dayText(state.publishBy)],
    [words.publishedOn, state.publishedOn === undefined ? undefined : dayText(state.publishedOn)],
    [words.liftPublishBy, state.lifted?.publishBy === undefined ? undefined : dayText(state.lifted.publishBy)],
    [words.liftPublishedOn, state.lifted?.publishedOn === undefined ? undefined : dayText(state.lifted.publishedOn)],
    [words.draftedBy, state.draftedBy === undefined ? words.draftedByRule : byline(state.draftedBy)],
    [words.issuedBy, state.issuedBy === undefined ? undefined : byline(state.issuedBy)],
    [words.acknowledgedBy, state.acknowledgedBy === undefined ? undefined : byline(state.acknowledgedBy)],
  ]
  return (
    <section className="panel">
      <h2>{words.facts}</h2>
      <dl className="facts">
        {lines.map(([name, text]) =>
          text === undefined || text === '' ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </Fragment>
          ),
        )}
      </dl>
      {(state.kind === 'listing' || state.bars !== undefined) && (
        <>
          <p className="quiet">
            {state.bars === undefined ? words.barsText : words.ownBar(state.bars.months, state.bars.basis)}
          </p>
          {mayCall(me.roles, OPERATIONS.getBars) && state.status !== 'draft' && (
            <Link to={`/bars/${state.target}`}>{words.bars}</Link>
          )}
        </>
      )}
    </section>
  )
}
