import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import { titleTallies } from '@anjie/projections/public/sheets/titleTallies'
import { orderOfVersion } from '@anjie/projections/write'
import { type ViewItem, viewItemOf } from '../viewItems.ts'

/** 县级称号统计 of the twin, which has no public table: the same documents as those that the projector makes with a county's sheet. */
export function memoryTallies() {
  const titles = new Map<CountyCode, Map<string, Title>>()
  let version = 0
  return {
    /** Answers whose tallies are another: also the former county's, of a title that moved with its unit. */
    put: (title: Title, former: Title | null): readonly CountyCode[] => {
      if (former !== null) titles.get(former.county)?.delete(former.id)
      const ofCounty = titles.get(title.county) ?? new Map<string, Title>()
      titles.set(title.county, ofCounty.set(title.id, title))
      return former === null ? [title.county] : [title.county, former.county]
    },
    /** Once for all titles of a commit. */
    itemsOf: (county: CountyCode): readonly ViewItem[] => {
      version += 1
      const shown = [...(titles.get(county)?.values() ?? [])].filter(({ publicAs }) => publicAs !== 'counts')
      return titleTallies(county, shown, orderOfVersion(version)).map(viewItemOf)
    },
  }
}
