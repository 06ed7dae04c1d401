import { cityCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { PublicTitle } from '@anjie/contracts/vocabulary/publicRecords'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { hidePersonalNumbers } from '@anjie/kernel'
import { initialsOf, pinyinOf } from './pinyin.ts'
import { readingsWithin } from './placeReadings.ts'

/** What the public may see of a title. Field by field: whatever the record gains later stays inside until it is named here. */
export function publicTitle(titleId: string, title: RecordState<'title'>): PublicTitle {
  const unitName = hidePersonalNumbers(title.unitName)
  const townshipName = title.townshipName === undefined ? undefined : hidePersonalNumbers(title.townshipName)
  const readings = readingsWithin(title.county)
  const pinyin = pinyinOf(unitName, readings)
  return PublicTitle.parse({
    titleId,
    province: provinceCodeOf(title.county),
    provinceName: title.provinceName,
    city: cityCodeOf(title.county),
    cityName: title.cityName,
    county: title.county,
    countyName: title.countyName,
    townshipName,
    unitName,
    unitKind: title.unitKind,
    unitId: title.unitId,
    honour: title.honour,
    honourName: title.honourName,
    level: title.level,
    grade: title.grade,
    year: title.year,
    status: title.status,
    namedOn: title.namedOn,
    validFrom: title.validFrom,
    validUntil: title.validUntil,
    documentNumber: title.documentNumber,
    issuer: title.issuer,
    batchId: title.batchId,
    serial: title.serial,
    certificateHash: title.certificateHash,
    takenBack:
      title.takenBack === undefined
        ? undefined
        : { ...title.takenBack, reason: hidePersonalNumbers(title.takenBack.reason) },
    mendBy: title.mendBy,
    revoked:
      title.revoked === undefined
        ? undefined
        : { ...title.revoked, grounds: hidePersonalNumbers(title.revoked.grounds) },
    restored:
      title.restored === undefined
        ? undefined
        : { ...title.restored, reason: hidePersonalNumbers(title.restored.reason) },
    deregistered:
      title.deregistered === undefined
        ? undefined
        : { ...title.deregistered, reason: hidePersonalNumbers(title.deregistered.reason) },
    placeNow:
      title.carriedTo === undefined
        ? undefined
        : hidePersonalNumbers(
            [title.carriedTo.cityName, title.carriedTo.countyName, title.carriedTo.townshipName ?? '']
              .join(' ')
              .trimEnd(),
          ),
    source: { kind: title.source.kind, url: webAddress(title.source.url) },
    pinyin,
    initials: initialsOf(pinyin),
    placePinyin: [title.cityName, title.countyName, townshipName ?? '']
      .map((name) => pinyinOf(name, readings))
      .filter((part) => part !== '')
      .join(' '),
  })
}

/**
 * Only the site of a public body is published as a source, because the page makes a link of it: many lists are known to us
 * from copies on sites that an official page must not send anybody to.
 */
function webAddress(url: string | undefined): string | undefined {
  const address = PublicTitle.shape.source.shape.url.safeParse(url)
  if (!address.success || address.data === undefined) return undefined
  return new URL(address.data).hostname.endsWith('.gov.cn') ? address.data : undefined
}
