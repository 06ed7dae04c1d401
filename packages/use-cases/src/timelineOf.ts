import { FACTS, type Fact, type TimelineEntry } from '@anjie/contracts/facts/envelope'

/** 办理过程: a record's facts as people read them, oldest first. */
export function timelineOf(facts: readonly Fact[]): TimelineEntry[] {
  return facts.map((fact) => ({
    at: fact.at,
    type: fact.type,
    name: FACTS[fact.type].name,
    personName: fact.actor.personName,
    post: fact.actor.post,
    jurisdictionName: fact.actor.jurisdictionName,
    details: fact.details,
  }))
}
