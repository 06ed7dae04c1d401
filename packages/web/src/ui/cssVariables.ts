import { colours, fonts, lineHeight, spacing } from '@anjie/tokens'

/** The tokens as custom properties, so that the style sheet and the theme can't drift apart. */
export function setCssVariables(root: HTMLElement): void {
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${name}`, value)
  root.style.setProperty('--radius', `${spacing.radius}px`)
  root.style.setProperty('--row', `${spacing.row}px`)
  root.style.setProperty('--row-dense', `${spacing.denseRow}px`)
  root.style.setProperty('--control', `${spacing.control}px`)
  root.style.setProperty('--content', `${spacing.contentWidth}px`)
  root.style.setProperty('--screen-font', fonts.text)
  root.style.setProperty('--paper-font', fonts.document)
  root.style.setProperty('--line-height', String(lineHeight))
}
