/** What `seed/seed.ts` answers with: `seed(facts: StackFacts): Promise<SeedReport>`. Run twice, it changes nothing. */
export interface SeedReport {
  /** A few words for the progress line: `21 cities, 183 counties` or `already there`. */
  readonly summary: string
  /** The system was filled before: it carries on from an earlier start. */
  readonly wasThere: boolean
  readonly logIns: readonly DemoLogIn[]
}

/** A log-in that is printed when the system is ready. Invented people, and only where the stage is local. */
export interface DemoLogIn {
  readonly who: string
  readonly userName: string
  readonly password: string
}
