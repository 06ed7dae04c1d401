/** Where digits were left out: as wide as a digit, so that it is one more place. */
import './DecimalFigure.css'

const CUT = '…'

/**
 * A number aligned on its decimal point: the places that its column has and it lacks are set invisibly. The text is
 * printed as it came, digit by digit; nothing is rounded here.
 */
export function DecimalFigure({ value, places }: { value: string; places: number }) {
  const decimals = value.split('.')[1]?.length ?? 0
  const lacking = Math.max(0, places - decimals)
  const pad = lacking === 0 ? '' : decimals === 0 ? `.${'0'.repeat(lacking)}` : '0'.repeat(lacking)
  const isCut = value.endsWith(CUT)
  return (
    <span className="figure">
      {isCut ? value.slice(0, -1) : value}
      {isCut && <span className="cut">{CUT}</span>}
      {pad !== '' && (
        <span className="pad" aria-hidden="true">
          {pad}
        </span>
      )}
    </span>
  )
}

/** The most decimal places that a column of figures has. */
export const placesOf = (values: readonly (string | null | undefined)[]): number =>
  values.reduce((most, value) => Math.max(most, value?.split('.')[1]?.length ?? 0), 0)
