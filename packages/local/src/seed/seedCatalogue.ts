import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { CatalogueItemId, SchemeId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { inParallel } from '@anjie/kernel'
import { type DemoEntry, DOUBLE, entriesOfScheme, REPORT_ENTRIES } from './demoCatalogue.ts'
import { morningOf } from './seedSituations.ts'
import type { Staff } from './staff.ts'

const { recordCatalogueItem, reviseCatalogueItem, findCatalogueDoubles, copyScheme, getScheme, editScheme } = OPERATIONS
const ADMIN = 'province.admin'
const AT_ONCE = 6

/** The ready-made catalogue: what the demo's scheme asks of the counties, and what a county's report counts besides. */
export async function seedCatalogue(staff: Staff, scheme: Scheme, today: PlainDate): Promise<void> {
  const at = morningOf(addDays(today, -40))
  const record = ({ code, content }: DemoEntry) =>
    staff.call(ADMIN, recordCatalogueItem, { body: { code, content } }, at)
  await inParallel([...entriesOfScheme(scheme), ...REPORT_ENTRIES], AT_ONCE, record)
}

/**
 * After the schemes took from it: a newer edition of one item, a pair that asks the same, and next year's draft, whose copy is of the
 * older edition, and which asks something that the rules of relief bar.
 */
export async function seedCatalogueLater(
  staff: Staff,
  scheme: Scheme,
  running: SchemeId,
  today: PlainDate,
): Promise<void> {
  const first = entriesOfScheme(scheme).find(({ code }) => code === 'JF-001')
  if (first === undefined) throw new Error('the demo’s scheme counts disputes')
  await staff.call(
    ADMIN,
    reviseCatalogueItem,
    {
      params: { catalogueItemId: `99.${first.code}` as CatalogueItemId },
      body: {
        content: { ...first.content, definition: `${first.content.definition}；上年结转未办结的不重复计入` },
        reason: '各县对结转件是否计入理解不一',
      },
      ifMatch: 1,
    },
    morningOf(addDays(today, -5)),
  )
  const { name, unit, definition } = DOUBLE.content
  // Lists follow by about a second; without the pair in sight there would be nothing to answer for.
  for (let asked = 0; asked < 60; asked += 1) {
    const { doubles } = await staff.call(ADMIN, findCatalogueDoubles, { query: { name, unit, definition } })
    if (doubles.length > 0) break
  }
  const { code, content, apartBecause } = DOUBLE
  await staff.call(ADMIN, recordCatalogueItem, { body: { code, content, apartBecause } }, morningOf(addDays(today, -3)))
  const copied = await staff.call(ADMIN, copyScheme, {
    params: { schemeId: running },
    body: { name: scheme.name.replace(String(scheme.year), String(scheme.year + 1)), year: scheme.year + 1 },
  })
  const params = { schemeId: copied.id as SchemeId }
  const { state, version } = await staff.call(ADMIN, getScheme, { params })
  await staff.call(ADMIN, editScheme, { params, body: { scheme: withPress(state.scheme) }, ifMatch: version })
}

/** As a draft comes back from a first round of wishes: somebody wants press reports counted. */
function withPress(scheme: Scheme): Scheme {
  if (scheme.root.kind !== 'branch') throw new Error('the demo’s scheme is a tree')
  return {
    ...scheme,
    code: `${scheme.code.replace(/-\d+$/, '')}-${scheme.year}`,
    items: [
      ...scheme.items,
      {
        code: 'PRESS',
        name: '平安建设宣传报道篇数',
        unit: '篇',
        definition: '本年度省级以上媒体刊发的平安建设稿件',
        period: 'month',
        filledBy: 'subject',
        rollUp: 'sum',
        overTime: 'sum',
        absentMeans: 'zero',
        min: '0',
        digits: 0,
      },
    ],
    root: {
      ...scheme.root,
      children: [
        ...scheme.root.children,
        {
          kind: 'leaf',
          code: 'PRESS_BONUS',
          name: '宣传报道加分',
          scoring: { method: 'per_event_bonus', events: [{ item: 'PRESS', pointsEach: '0.1' }], cap: '1' },
          scoredBy: '省平安办',
          evidence: ['报道截图'],
        },
      ],
    },
  }
}
