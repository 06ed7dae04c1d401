import { colours, fonts } from '@anjie/tokens'

const SVG = 'http://www.w3.org/2000/svg'
/** Room above a picture for its title, which on the screen stands in the page. */
const HEAD = 36
const SIDE = 12
/** Dots a point: sharp in a printed report. */
const DENSITY = 2

/** The picture on the screen as a file of its own: white ground, its title above it. */
export function pictureText(drawn: SVGSVGElement, title: string): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement
  const width = drawn.viewBox.baseVal.width
  const height = drawn.viewBox.baseVal.height
  copy.setAttribute('xmlns', SVG)
  copy.setAttribute('viewBox', `${-SIDE} ${-HEAD} ${width + 2 * SIDE} ${height + HEAD + SIDE}`)
  copy.setAttribute('width', String(width + 2 * SIDE))
  copy.setAttribute('height', String(height + HEAD + SIDE))
  copy.setAttribute('font-family', fonts.text)
  copy.removeAttribute('class')
  const ground = document.createElementNS(SVG, 'rect')
  for (const [name, value] of Object.entries({
    x: -SIDE,
    y: -HEAD,
    width: width + 2 * SIDE,
    height: height + HEAD + SIDE,
    fill: colours.paper,
  }))
    ground.setAttribute(name, String(value))
  const heading = document.createElementNS(SVG, 'text')
  for (const [name, value] of Object.entries({ x: 0, y: -12, 'font-size': 16, 'font-weight': 600, fill: colours.ink }))
    heading.setAttribute(name, String(value))
  heading.textContent = title
  // Title and description come first, or nobody reads them out.
  const firstDrawn = [...copy.children].find(({ tagName }) => tagName !== 'title' && tagName !== 'desc') ?? null
  copy.insertBefore(heading, firstDrawn)
  copy.insertBefore(ground, heading)
  return new XMLSerializer().serializeToString(copy)
}

/** The same picture as dots, for a program that takes no SVG. */
export async function picturePng(text: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * DENSITY
    canvas.height = image.naturalHeight * DENSITY
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('The browser drew no picture')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(address)
  }
}
