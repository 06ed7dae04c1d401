import type { UseQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { Link } from 'react-router'
import { handledWords as words } from '../locales/zh-CN/actions.ts'
import { instantText } from '../locales/zh-CN/format.ts'
import type { ApiProblem } from '../ui/apiProblem.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ReadState } from '../ui/ReadState.tsx'
import { OPERATIONS } from './api/operations.ts'
import { useRead } from './api/useRead.ts'
import { NextCase } from './NextCase.tsx'

interface CaseStateProps<T> {
  readonly read: UseQueryResult<T, ApiProblem>
  /** Which case it is, for asking 已办. */
  readonly of: { readonly submissionId: string } | { readonly applicationId: string }
  readonly children: (data: T) => ReactNode
}

/**
 * As `ReadState` for a case that may go out of this post's sight by what it does with it: what was done is confirmed then, with the
 * case in 已办, and never “没有找到” over a page that is no longer true.
 */
export function CaseState<T>({ read, of, children }: CaseStateProps<T>) {
  if (read.error?.is('not-found') === true) return <Gone of={of} problem={read.error} />
  return <ReadState read={read}>{children}</ReadState>
}

/** Lists follow a decision by about a second. */
const ASK_AGAIN_MS = 1000
const TRIES = 5

function Gone({ of, problem }: { of: CaseStateProps<unknown>['of']; problem: ApiProblem }) {
  const first = useRead(OPERATIONS.listHandled, { query: of })
  const found = first.data?.rows[0]
  const waiting =
    found === undefined && first.error === null && first.dataUpdatedAt < firstSeen(problem) + TRIES * ASK_AGAIN_MS
  useRead(OPERATIONS.listHandled, { query: of }, { enabled: waiting, every: ASK_AGAIN_MS })
  if (found === undefined) return waiting ? <Loading /> : <ProblemNotice problem={problem} />
  return (
    <>
      <PageHead
        title={`${found.place} ${found.title}`}
        sub={words.goneTitle(found.act)}
        back={{ to: '/handled', label: words.open }}
      />
      <section className="panel" role="status">
        <h2>{words.goneTitle(found.act)}</h2>
        <p>{words.goneText(found.statusName)}</p>
        {found.details.length > 0 && (
          <dl className="facts">
            {found.details.map(({ name, value }) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        )}
        <p className="quiet small">
          {found.personName} · {found.post} · {instantText(found.at)}
        </p>
        <NextCase
          {...('submissionId' in of
            ? { kind: 'submission', id: of.submissionId }
            : { kind: 'application', id: of.applicationId })}
        />
        <p className="row">
          <Link to="/">{words.home}</Link>
          <Link to="/handled">{words.open}</Link>
        </p>
      </section>
    </>
  )
}

const seen = new WeakMap<ApiProblem, number>()
function firstSeen(problem: ApiProblem): number {
  const at = seen.get(problem) ?? Date.now()
  seen.set(problem, at)
  return at
}
