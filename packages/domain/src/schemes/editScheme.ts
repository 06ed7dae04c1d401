import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitSchemeAction } from './schemeTransitions.ts'

/** 修改草稿. A published scheme is never edited: cycles and published scores rest on it. */
export function editScheme(
  state: SchemeRecord,
  scheme: Scheme,
  member: Membership,
  now: string,
): Result<Decision<SchemeRecord, 'SchemeEdited'>, Problem> {
  const permitted = permitSchemeAction(state, 'edit', member, [])
  if (!permitted.ok) return permitted
  const [was, is] = [state.scheme.subjectKind, scheme.subjectKind]
  // 岗位考评 stays in the county by the ids of its records, which are given once.
  if (state.county !== undefined && was !== is && (was === 'post' || is === 'post'))
    return err({
      code: 'invalid-input',
      detail: `考评对象不能由“${SUBJECT_KIND_NAMES[was]}”改为“${SUBJECT_KIND_NAMES[is]}”：岗位考评只在本县，起草时就要选定；请另行起草方案`,
      pointer: '/scheme/subjectKind',
    })
  return ok({
    next: { ...state, scheme, updatedAt: now },
    fact: {
      type: 'SchemeEdited',
      details: {
        ...(state.scheme.name === scheme.name ? {} : { name: `${state.scheme.name} → ${scheme.name}` }),
        items: `${state.scheme.items.length} → ${scheme.items.length}`,
      },
    },
  })
}
