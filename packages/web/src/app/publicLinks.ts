/** Pages of the public notice board that the console leads to. */
export const publicLinks = {
  notice: (origin: string, batchId: string) => `${origin}/notices/${encodeURIComponent(batchId)}`,
  certificate: (origin: string, serial: string) => `${origin}/certificates/check?${new URLSearchParams({ serial })}`,
  unit: (origin: string, unitId: string) => `${origin}/units/${encodeURIComponent(unitId)}`,
  method: (origin: string, schemeId: string) => `${origin}/methods/${encodeURIComponent(schemeId)}`,
} as const
