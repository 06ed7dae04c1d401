import { Link, useParams } from 'react-router'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { countedPath } from './countedPath.ts'
import type { SubmissionCase } from './submissionCase.ts'

export type ShownCount = SubmissionCase['counted'][number]

/** Beside a figure that nobody types: from which ledger, how many rows, and the way to them. */
export function CountedOrigin({ counted }: { counted: ShownCount | undefined }) {
  const { submissionId = '' } = useParams()
  if (counted === undefined) return null
  const { item, period } = counted
  return (
    <Link to={countedPath(submissionId, { item, period })} tabIndex={-1}>
      {words.counted.origin(counted.ledger, counted.rows, counted.of)}
    </Link>
  )
}
