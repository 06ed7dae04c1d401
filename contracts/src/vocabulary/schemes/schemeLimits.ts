/** How large a scheme may be. Real ones have some 150 indicators on three levels; beyond this a file is a mistake or an attack. */
export const schemeLimits = { nodes: 2000, depth: 12, derivedDepth: 16 } as const
