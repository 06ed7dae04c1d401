import type { RowsAnswer } from '@anjie/contracts/platform/command'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import { TitleId } from '@anjie/contracts/vocabulary/ids'
import { listedChange, renewAsListed, revokeAsListed } from '@anjie/domain/aftercare/listedDecision'
import { listingKey, readListingRow } from '@anjie/domain/honours/listing'
import { naturalId } from '@anjie/domain/naturalId'
import { err, ok, type Result } from '@anjie/kernel'
import { importTitles } from '../honours/importTitles.ts'
import type { Change, CommandContext } from '../ports.ts'

type ImportContext = Pick<CommandContext, 'store' | 'now' | 'digest'>
/** Who writes the same title at this moment is let pass so many times. */
const MAX_TRIES = 5

/**
 * 导入公开名单 of every kind: lines that name come first, then those that revoke or renew, in their order. A line that was imported before
 * changes nothing; one that a later decision contradicts is refused by name.
 */
export async function importListing(
  context: ImportContext,
  divisions: DivisionTree,
  rows: readonly ListingRow[],
): Promise<RowsAnswer> {
  const kinds = rows.map(listedChange)
  const naming = rows.filter((_row, at) => kinds[at]?.ok === true && kinds[at].value === undefined)
  const named = await importTitles(context, divisions, naming)
  const idOf = new Map(naming.map((row, at) => [row, named.ids[at] ?? null]))
  let { created, unchanged } = named
  const refused = [...named.refused]
  const ids: (string | null)[] = []
  for (const [at, row] of rows.entries()) {
    const kind = kinds[at]
    if (idOf.has(row) || kind === undefined) {
      ids.push(idOf.get(row) ?? null)
      continue
    }
    const done = kind.ok ? await decideAsListed(context, divisions, row, kind.value === 'renewed') : kind
    if (!done.ok) refused.push({ row: row.row, reason: done.error })
    else if (done.value.changed) created += 1
    else unchanged += 1
    ids.push(done.ok ? done.value.id : null)
  }
  return { ok: true, created, unchanged, refused, ids }
}

async function decideAsListed(
  context: ImportContext,
  divisions: DivisionTree,
  row: ListingRow,
  renews: boolean,
): Promise<Result<{ readonly id: TitleId; readonly changed: boolean }, string>> {
  const { store, now, digest } = context
  const read = readListingRow(row, divisions)
  if (!read.ok) return read
  const idIn = (year: number): TitleId =>
    TitleId.parse(`${read.value.county}.${naturalId(digest(listingKey({ ...read.value, year })))}`)
  const formerYear = renews ? Number(row.formerYear) : read.value.year
  if (renews && !(formerYear < read.value.year)) return err('续期请填写原命名年度，如2019，并早于续期的年度')
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const found = await store.get('title', idIn(formerYear))
    if (found === undefined)
      return err(
        `没有导入过${row.unit}${formerYear}年的“${row.honour}”称号，请先导入命名名单；本系统命名的称号在系统内复核、撤销和续期`,
      )
    const change = renews ? await renewal(found.state) : revocation(found.state, found.version)
    if (!change.ok) return change
    if (change.value === null) return ok({ id: idIn(read.value.year), changed: false })
    const written = await store.commit([change.value])
    if (written.ok) return ok({ id: idIn(read.value.year), changed: true })
    if (written.error.code !== 'stale-version') return err(written.error.detail)
  }
  return err('正在被别人修改，请再导入一次')

  function revocation(state: Parameters<typeof revokeAsListed>[0], version: number): Result<Change | null, string> {
    const step = revokeAsListed(state, row, now)
    if (!step.ok || step.value === null) return step.ok ? ok(null) : step
    return ok({ kind: 'title', id: state.id, expectedVersion: version, ...step.value })
  }

  async function renewal(former: Parameters<typeof renewAsListed>[0]): Promise<Result<Change | null, string>> {
    if (!read.ok) return read
    const id = idIn(read.value.year)
    const made = renewAsListed(former, { ...read.value, id }, row)
    if (!made.ok) return made
    const there = await store.get('title', id)
    if (there !== undefined) {
      return there.state.renews === former.id && there.state.validUntil === made.value.validUntil
        ? ok(null)
        : err(`${row.unit}${row.year}年的“${row.honour}”称号已按另一份名单导入，有效期与本名单不一致`)
    }
    return ok({
      kind: 'title',
      id,
      expectedVersion: 0,
      next: { ...made.value, updatedAt: now },
      fact: {
        type: 'TitleImported',
        details: { unit: made.value.unitName, source: made.value.source.url ?? '' },
      },
    })
  }
}
