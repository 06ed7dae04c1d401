import { beijingDate } from '@anjie/calendar-cn'
import type { listDutyLists as operation } from '@anjie/contracts/operations/posts/dutyLists'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { isIn } from '@anjie/domain/posts/duty-lists/versionsInForce'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../../input.ts'
import type { Query } from '../../ports.ts'
import { rowsInForce } from './versions.ts'

/** The province's templates and, for a county, its own versions; of the others' not the drafts. */
export const listDutyLists: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({
  store,
  scope,
  now,
}) => {
  const today = beijingDate(now)
  const own = scope.level === 'province' || scope.level === 'county' ? scope.level : undefined
  const rows = await store.listFrame('duty-lists')
  const inForce = new Set(
    (['province', 'county'] as const).flatMap((level) =>
      DUTY_POST_KINDS.flatMap((kind) =>
        rowsInForce(
          rows.filter(({ fields }) => fields.level === level),
          kind,
        )
          .filter((each) => isIn(today, each))
          .map(({ version }) => version.id),
      ),
    ),
  )
  return ok({
    rows: rows
      .filter(({ status, fields }) => status !== 'draft' || fields.level === own)
      .map((row) => ({ ...row, inForce: inForce.has(row.id) })),
  })
}
