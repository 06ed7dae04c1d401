/** What a formula may cost at most. Every limit is checked while reading the text, so evaluation time is bounded by the node count. */
export const formulaLimits = {
  /** Characters of source text (code points). */
  characters: 1000,
  /** Nesting of brackets, functions, signs and powers. */
  depth: 64,
  /** Numbers, references, operators and function calls together. */
  nodes: 500,
  /** Significant digits of one number in the text; well below the 40 that are calculated with. */
  literalDigits: 30,
  /** Largest absolute exponent of a power, and of a number such as 2.1E-3. */
  exponent: 100,
  /** A result above 10^magnitude or, unless zero, below 10^-magnitude is refused as a mistake. */
  magnitude: 100,
  /** Places that a rounding function may ask for, in either direction. */
  roundingPlaces: 20,
} as const
