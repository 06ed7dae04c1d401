import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import { ASSESSMENT_OF_POSTS, ownerOf, staysInCounty } from '@anjie/domain/access/index'
import { expect, test } from 'vitest'

const ULID = '01J00000000000000000000001'
const IDS = [`990101.post-${ULID}`, `990101.${ULID}-${ULID}-post-${ULID}`]

test('what stays in a county is told by the id, of the kinds in which a county assesses posts and of no other', () => {
  for (const kind of Object.keys(RECORD_KINDS) as RecordKind[])
    for (const id of IDS)
      if (ownerOf(kind, id)?.level === 'county')
        expect(ownerOf(kind, id)?.isWithin === true, `${kind} ${id}`).toBe(ASSESSMENT_OF_POSTS.includes(kind))
  for (const id of [`990101.${ULID}`, `990101.${ULID}-${ULID}`, `990101.${ULID}-${ULID}-${ULID}`, `99.${ULID}`])
    expect(staysInCounty(id)).toBe(false)
})
