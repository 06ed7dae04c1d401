import { Link } from 'react-router'
import { nextCaseWords as words } from '../locales/zh-CN/actions.ts'
import { OPERATIONS } from './api/operations.ts'
import { useRead } from './api/useRead.ts'
import { nextOf } from './nextOf.ts'
import { pathOf } from './paths.ts'

/** After a decision: the next case of the same kind that waits for this post, so that nobody goes back to the list for it. */
export function NextCase({ kind, id }: { kind: 'submission' | 'application' | 'appeal'; id: string }) {
  const home = useRead(OPERATIONS.getHome, {})
  if (home.data === undefined) return null
  const { next, left } = nextOf(home.data.toDo, { kind, id })
  const path = next === undefined ? undefined : pathOf(next)
  return (
    <p className="panel row" role="status" data-testid="next-case">
      {next === undefined || path === undefined ? (
        <>
          {words.none} <Link to="/">{words.home}</Link>
        </>
      ) : (
        <>
          {words.left(left)} <Link to={path}>{words.next(`${next.place} ${next.title}`.trim())}</Link>
        </>
      )}
    </p>
  )
}
