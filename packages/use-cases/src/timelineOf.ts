import type { Fact, TimelineEntry, TimelinePage } from '@anjie/contracts/facts/envelope'
import { FACTS } from '@anjie/contracts/facts/facts'
import { shownDetails } from '@anjie/contracts/facts/readFact'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { RecordStore } from './ports.ts'

/** 办理过程: the newest of a record's facts as people read them, or (`before`) those before the fact of a version. */
export async function timelineOf(
  store: RecordStore,
  kind: RecordKind,
  id: string,
  { before, isShown = () => true }: { readonly before?: number; readonly isShown?: (fact: Fact) => boolean } = {},
): Promise<TimelinePage> {
  let page = await store.facts(kind, id, before === undefined ? {} : { before })
  // A page of which nothing is shown says nothing: the one before is asked for.
  let [first] = page.facts
  while (page.hasEarlier && first !== undefined && !page.facts.some(isShown)) {
    page = await store.facts(kind, id, { before: first.version })
    ;[first] = page.facts
  }
  return { timeline: page.facts.filter(isShown).map(entryOf), hasEarlier: page.hasEarlier }
}

function entryOf(fact: Fact): TimelineEntry {
  return {
    version: fact.version,
    at: fact.at,
    type: fact.type,
    name: FACTS[fact.type].name,
    personName: fact.actor.personName,
    post: fact.actor.post,
    jurisdictionName: fact.actor.jurisdictionName,
    ...byNobody(fact),
    details: [...shownDetails(fact.type, fact.details)],
  }
}

/** A step of the clock or of a program says so. */
function byNobody({ actor }: Fact): Pick<TimelineEntry, 'by'> {
  if (actor.machine === true) return { by: 'machine' }
  return actor.level === 'system' ? { by: 'clock' } : {}
}
