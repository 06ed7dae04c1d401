/** Version of the rules' code, part of every run: raised whenever any result could differ. */
export const SCORING_ENGINE = 'anjie-scoring/2'
