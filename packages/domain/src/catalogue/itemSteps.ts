import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CatalogueCode } from '@anjie/contracts/vocabulary/catalogue/catalogueCode'
import type {
  CatalogueContent,
  CatalogueDouble,
  CatalogueEdition,
  CatalogueItem,
} from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { changedFields } from './catalogueFields.ts'
import { permitCatalogueAction } from './catalogueTransitions.ts'

/** An item with the edition that lies beside it. */
export interface KeptItem<Type extends 'CatalogueItemRecorded' | 'CatalogueItemRevised'> {
  readonly item: Decision<CatalogueItem, Type>
  readonly edition: Decision<CatalogueEdition, 'CatalogueEditionKept'>
}

const editionOf = (edition: CatalogueEdition): Decision<CatalogueEdition, 'CatalogueEditionKept'> => ({
  next: edition,
  fact: { type: 'CatalogueEditionKept', details: { edition: `第${edition.edition}版` } },
})

/** 列入目录: refused beside items that seem to ask the same, unless it is said why both are needed. */
export function recordItem(
  id: CatalogueItem['id'],
  code: CatalogueCode,
  content: CatalogueContent,
  { doubles, apartBecause }: Beside,
  now: string,
): Result<KeptItem<'CatalogueItemRecorded'>, Problem> {
  const fault = contentFault(content) ?? doubleFault(doubles, apartBecause)
  if (fault !== null) return err(fault)
  const apart = apartOf(doubles, apartBecause)
  return ok({
    item: {
      next: { id, code, status: 'current', edition: 1, content, ...apart, updatedAt: now },
      fact: {
        type: 'CatalogueItemRecorded',
        details: { code, name: content.name, ...(apart.apart === undefined ? {} : { apart: apart.apart.because }) },
      },
    },
    edition: editionOf({ code, edition: 1, content, since: now }),
  })
}

interface Beside {
  readonly doubles: readonly CatalogueDouble[]
  readonly apartBecause?: string | undefined
}

/** 修订: always a new edition. Schemes keep the one that they took until a person takes the newer. */
export function reviseItem(
  state: CatalogueItem,
  content: CatalogueContent,
  reason: string,
  { doubles, apartBecause }: Beside,
  member: Membership,
  now: string,
): Result<KeptItem<'CatalogueItemRevised'>, Problem> {
  const permitted = permitCatalogueAction(state, 'revise', member)
  if (!permitted.ok) return permitted
  const changed = changedFields(state.content, content)
  if (changed.length === 0)
    return err({ code: 'invalid-input', detail: '与现行版本相同，没有修订', pointer: '/content' })
  // What was answered for once is not asked about again.
  const fresh = doubles.filter(({ code }) => state.apart?.from.includes(code) !== true)
  const fault = contentFault(content) ?? doubleFault(fresh, apartBecause)
  if (fault !== null) return err(fault)
  const { apart: _before, ...rest } = state
  const apart = fresh.length > 0 ? apartOf(doubles, apartBecause) : keptApart(state, doubles)
  const edition = state.edition + 1
  return ok({
    item: {
      next: { ...rest, edition, content, ...apart, updatedAt: now },
      fact: {
        type: 'CatalogueItemRevised',
        details: {
          edition: `第${edition}版`,
          changed: changed.map(({ name }) => name).join('、'),
          reason,
          ...(fresh.length === 0 || apart.apart === undefined ? {} : { apart: apart.apart.because }),
        },
      },
    },
    edition: editionOf({ code: state.code, edition, content, reason, since: now }),
  })
}

/** 停用: no scheme takes it any more; those that did keep their copy. */
export function endItem(
  state: CatalogueItem,
  reason: string,
  member: Membership,
  now: string,
): Result<Decision<CatalogueItem, 'CatalogueItemEnded'>, Problem> {
  const permitted = permitCatalogueAction(state, 'end', member)
  if (!permitted.ok) return permitted
  return ok({
    next: { ...state, status: 'ended', endedFor: reason, updatedAt: now },
    fact: { type: 'CatalogueItemEnded', details: { reason } },
  })
}

function contentFault({ filledBy, supplier, min, max }: CatalogueContent): Problem | null {
  if (filledBy === 'commission' && supplier === undefined)
    return { code: 'invalid-input', detail: '由考评方录入的，请写明提供数据的部门', pointer: '/content/supplier' }
  if (min !== undefined && max !== undefined && Number(min) > Number(max))
    return { code: 'invalid-input', detail: `最小值${min}大于最大值${max}`, pointer: '/content/max' }
  return null
}

const WHY = {
  'same-name': '名称相同',
  'same-definition': '口径相同',
  'near-name': '名称相近',
} as const satisfies Record<CatalogueDouble['why'], string>

function doubleFault(doubles: readonly CatalogueDouble[], apartBecause: string | undefined): Problem | null {
  if (doubles.length === 0 || apartBecause !== undefined) return null
  const named = doubles.map(({ code, name, why }) => `${code} ${name}（${WHY[why]}）`)
  return {
    code: 'catalogue-double',
    detail: `目录中已有${named.slice(0, 3).join('、')}${named.length > 3 ? '等' : ''}`,
    pointer: '/apartBecause',
    errors: [{ pointer: '/apartBecause', detail: '请写明为什么与上述目录项并存' }],
  }
}

const apartOf = (doubles: readonly CatalogueDouble[], because: string | undefined): Pick<CatalogueItem, 'apart'> =>
  doubles.length === 0 || because === undefined ? {} : { apart: { from: doubles.map(({ code }) => code), because } }

/** Whoever it still stands beside. */
function keptApart({ apart }: CatalogueItem, doubles: readonly CatalogueDouble[]): Pick<CatalogueItem, 'apart'> {
  if (apart === undefined) return {}
  const from = apart.from.filter((code) => doubles.some((each) => each.code === code))
  return from.length === 0 ? {} : { apart: { ...apart, from } }
}
