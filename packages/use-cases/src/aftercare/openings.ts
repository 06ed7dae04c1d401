import { beijingDate } from '@anjie/calendar-cn'
import type { Campaign } from '@anjie/contracts/vocabulary/aftercare/campaign'
import type { Incident, Incidents } from '@anjie/contracts/vocabulary/aftercare/incident'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import { type CampaignId, type RecheckId, TitleId, type UnitId } from '@anjie/contracts/vocabulary/ids'
import { campaignOpened, campaignTitles, causeOfCampaign } from '@anjie/domain/aftercare/campaigns'
import { causeOf, concernsTitle, incidentOpened, waitingIncidents } from '@anjie/domain/aftercare/incidents'
import { addCause, openRecheck, whyNotRechecked } from '@anjie/domain/aftercare/openRecheck'
import { recheckIdOf } from '@anjie/domain/honours/recordIds'
import { isListedName } from '@anjie/domain/honours/titleHolder'
import { naturalId } from '@anjie/domain/naturalId'
import { foundRows } from '../foundRows.ts'
import { namesInLists } from '../honours/heldTitles.ts'
import type { Change, CommandContext, RecordStore, Versioned } from '../ports.ts'

export interface OpeningContext extends Pick<CommandContext, 'now' | 'digest'> {
  readonly store: RecordStore
}

/** Two records of each title, with their facts, and the record that they follow from: as many as one commit takes. */
const TITLES_A_COMMIT = 24
/** Who else writes a title at this moment is let pass so many times. */
const MAX_TRIES = 10

/** The titles that a unit holds under its names, as the county's list shows them. */
async function titlesOfUnit(store: RecordStore, unitId: UnitId): Promise<readonly TitleId[]> {
  const unit = await store.get('unit', unitId)
  if (unit === undefined) return []
  const { county } = unit.state
  const found = await Promise.all(
    namesInLists(unit.state).map((stem) => foundRows(store, 'title', { stage: 'open', name: stem }, county)),
  )
  const own = found
    .flat()
    .filter(({ title, fields: { unitId: holder, townshipName } }) =>
      holder === undefined ? isListedName({ unitName: title, townshipName }, unit.state) : holder === unitId,
    )
  return [...new Set(own.map(({ id }) => TitleId.parse(id)))]
}

/**
 * 按事由开展复核: each title of the unit gets a case, or the cause joins the one that is open. The title itself says which is open, so two
 * incidents at once open one. Answers how many cases were opened.
 */
export async function openIncidentsOf(context: OpeningContext, unitId: string): Promise<number> {
  const { store, now } = context
  let opened = 0
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const found = await store.get('incidents', unitId)
    const [incident] = found === undefined ? [] : waitingIncidents(found.state, now)
    if (found === undefined || incident === undefined) return opened
    const ids = await titlesOfUnit(store, found.state.unitId)
    const changes = await changesByIncident(context, found, incident, ids.slice(0, TITLES_A_COMMIT - 1))
    const written = await store.commit(changes.all)
    if (written.ok) {
      opened += changes.opened
      attempt = -1
      continue
    }
    if (written.error.code !== 'stale-version') throw new Error(written.error.detail)
  }
  throw new Error(`the incidents of ${unitId} could not be dealt with in ${MAX_TRIES} tries`)
}

async function changesByIncident(
  { store, now, digest }: OpeningContext,
  { state, version }: Versioned<Incidents>,
  incident: Incident,
  ids: readonly TitleId[],
): Promise<{ readonly all: readonly Change[]; readonly opened: number }> {
  const titles = [...(await store.getMany('title', ids)).values()].filter(({ state: title }) =>
    concernsTitle(incident, title),
  )
  const open = await store.getMany(
    'recheck',
    titles.flatMap(({ state: title }) => title.openRecheck ?? []),
  )
  const cause = causeOf(incident)
  const successors = incident.kind === 'unit-ended' ? await successorNames(store, state.unitId) : undefined
  const changes: Change[] = []
  const cases: RecheckId[] = []
  const joined: RecheckId[] = []
  for (const title of titles) {
    const there = open.get(title.state.openRecheck ?? '')
    if (there !== undefined) {
      const step = addCause(there.state, cause, now)
      if (step !== null) {
        changes.push({ kind: 'recheck', id: there.state.id, expectedVersion: there.version, ...step })
        joined.push(there.state.id)
      }
      continue
    }
    if (whyNotRechecked(title.state, beijingDate(now)) !== null) continue
    const local = naturalId(digest(['incident', state.unitId, incident.number, title.state.id]))
    const id = recheckIdOf(title.state.county, title.state.unitId ?? state.unitId, local)
    const opening = openRecheck(title.state, {
      id,
      cause,
      unitId: state.unitId,
      ...(successors === undefined ? {} : { successors }),
      at: now,
    })
    changes.push(...casesOf(title, id, opening))
    cases.push(id)
  }
  return {
    all: [
      {
        kind: 'incidents',
        id: state.unitId,
        expectedVersion: version,
        ...incidentOpened(state, incident.number, { cases, joined }, now),
      },
      ...changes,
    ],
    opened: cases.length,
  }
}

async function successorNames(store: RecordStore, unitId: UnitId): Promise<readonly string[]> {
  const unit = await store.get('unit', unitId)
  const ids = unit?.state.successors ?? []
  const found = ids.length === 0 ? new Map() : await store.getMany('unit', ids)
  return ids.flatMap((id) => found.get(id)?.state.name ?? [])
}

const casesOf = (
  title: Versioned<Title>,
  id: RecheckId,
  opening: ReturnType<typeof openRecheck>,
): readonly Change[] => [
  { kind: 'recheck', id, expectedVersion: 0, ...opening.recheck },
  { kind: 'title', id: title.state.id, expectedVersion: title.version, ...opening.title },
]

/**
 * 部署复核: opens the cases of a campaign, twenty-four a commit, and then says how many there are. May be stopped anywhere and called again, also
 * twice at once: a case's id follows from campaign and title, so what is there is skipped.
 */
export async function continueCampaign(
  context: OpeningContext,
  campaignId: CampaignId,
  mayContinue: () => boolean,
): Promise<{ readonly opened: number; readonly finished: boolean }> {
  const { store, now } = context
  const found = await store.get('campaign', campaignId)
  if (found === undefined) throw new Error(`there is no campaign ${campaignId}`)
  const campaign = found.state
  if (campaign.status !== 'opening') return { opened: 0, finished: campaign.status === 'running' }
  const ids = campaignTitles(campaign)
  const skipped: Campaign['skipped'][number][] = []
  let opened = 0
  for (let from = 0; from < ids.length; from += TITLES_A_COMMIT) {
    if (!mayContinue()) return { opened, finished: false }
    const done = await openSome(context, campaign, ids.slice(from, from + TITLES_A_COMMIT))
    opened += done.opened
    skipped.push(...done.skipped)
  }
  await store.commit([
    { kind: 'campaign', id: campaign.id, expectedVersion: found.version, ...campaignOpened(campaign, skipped, now) },
  ])
  return { opened, finished: true }
}

async function openSome(
  { store, now, digest }: OpeningContext,
  campaign: Campaign,
  ids: readonly TitleId[],
): Promise<{ readonly opened: number; readonly skipped: Campaign['skipped'] }> {
  const cause = causeOfCampaign(campaign, now)
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const titles = [...(await store.getMany('title', ids)).values()]
    const idOf = ({ county, unitId, id }: Title): RecheckId =>
      recheckIdOf(county, unitId, naturalId(digest(['campaign', campaign.id, id])))
    const there = await store.getMany(
      'recheck',
      titles.map(({ state }) => idOf(state)),
    )
    const changes: Change[] = []
    const skipped: Campaign['skipped'][number][] = []
    for (const title of titles) {
      const id = idOf(title.state)
      if (there.has(id)) continue
      const reason = whyNotRechecked(title.state, beijingDate(now))
      if (reason !== null) {
        skipped.push({ titleId: title.state.id, unitName: title.state.unitName, reason })
        continue
      }
      const { id: campaignId, name: campaignName, selfCheckBy } = campaign
      const opening = openRecheck(title.state, {
        id,
        cause,
        campaign: { campaignId, campaignName, selfCheckBy },
        at: now,
      })
      changes.push(...casesOf(title, id, opening))
    }
    if (changes.length === 0) return { opened: 0, skipped }
    const written = await store.commit(changes)
    if (written.ok) return { opened: changes.length / 2, skipped }
    if (written.error.code !== 'stale-version') throw new Error(written.error.detail)
  }
  throw new Error(`${campaign.id} could not open its cases in ${MAX_TRIES} tries`)
}
