import { createHash } from 'node:crypto'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { LogCandidate } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type { PublicTitle } from '@anjie/contracts/vocabulary/publicRecords'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { certificateContent } from '@anjie/domain/honours/certificateContent'
import { canonicalJson } from '@anjie/kernel'
import { publicNotice } from '../public/publicNotices.ts'
import { publicTitle } from '../public/publicTitle.ts'
import { SILENT_TITLE_FACTS } from '../public/publicTitles.ts'
import type { AnyFact } from '../readFact.ts'

export interface Published extends LogCandidate {
  readonly province: string
}

/**
 * The line that a fact adds to the public log, out of the very shapes that are published; `undefined` where nothing is. Lists of others
 * that were taken over (导入) are theirs, and of a type of which only counts are public no title is told.
 */
export function logLineOf(fact: AnyFact): Published | undefined {
  const said = saidBy(fact)
  if (said === undefined) return undefined
  const { id, at } = fact
  return { province: said.province, id, at, line: canonicalJson({ id, at, type: fact.type, ...said.content }) }
}

interface Said {
  readonly province: string
  readonly content: Readonly<Record<string, unknown>>
}

function saidBy(fact: AnyFact): Said | undefined {
  if (fact.kind === 'batch') return noticeSaid(fact.recordId, fact.after)
  if (fact.kind === 'title' && fact.type !== 'TitleImported' && !SILENT_TITLE_FACTS.has(fact.type))
    return titleSaid(fact.recordId, fact.after)
  return undefined
}

function noticeSaid(batchId: string, batch: RecordState<'batch'>): Said | undefined {
  const notice = publicNotice(batchId, batch)
  if (notice === null) return undefined
  const { name, status, startsOn, endsOn, unitCount, namedCount, documentNumber, namedOn, issuer, entries } = notice
  return {
    province: batch.province,
    content: {
      notice: batchId,
      name,
      status,
      startsOn,
      endsOn,
      issuer,
      documentNumber,
      namedOn,
      unitCount,
      namedCount,
      // A list may have hundreds of units: the line binds all of them, and stays one line.
      entriesHash: createHash('sha256').update(canonicalJson(entries)).digest('hex'),
    },
  }
}

function titleSaid(titleId: string, title: RecordState<'title'>): Said | undefined {
  if (title.publicAs === 'counts') return undefined
  const shown = publicTitle(titleId, title)
  return {
    province: provinceCodeOf(title.county),
    content: {
      title: titleId,
      status: shown.status,
      ...certificateContent(shown),
      ...outcomeOf(shown),
      certificateHash: shown.certificateHash,
    },
  }
}

/** What the published history of a title says of its end, where there is one: left out where not, so that earlier lines stay what they are. */
const outcomeOf = ({ takenBack, mendBy, revoked, restored, deregistered }: PublicTitle) => ({
  ...(takenBack === undefined ? {} : { takenBack }),
  ...(mendBy === undefined ? {} : { mendBy }),
  ...(revoked === undefined ? {} : { revoked }),
  ...(restored === undefined ? {} : { restored }),
  ...(deregistered === undefined ? {} : { deregistered }),
})
