/** The list owners above and including a county, by its code: `990101` → itself, city `9901`, province `99`. */
export function divisionsOfCounty(county: string): { county: string; city: string; province: string } {
  return { county, city: county.slice(0, 4), province: county.slice(0, 2) }
}
