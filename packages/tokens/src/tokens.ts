/**
 * The one set of design tokens: the console's and the public site's style sheets both read it.
 * Every pair of text and ground that is used reaches a contrast of 4.5 : 1.
 */
export const colours = {
  ink: '#1b2733',
  paper: '#ffffff',
  page: '#f5f6f4',
  line: '#d9dedb',
  /** Edge of what can be typed into or pressed: darker than a hairline, so that it is seen as a control. */
  edge: '#b9c1bd',
  /** Grounds of a table: heading, the row under the pointer, what is picked, what cannot be filled in. */
  head: '#eef1ef',
  hover: '#f7f9fb',
  picked: '#e3ecf6',
  locked: '#f4f5f4',
  /** Whatever one can act on: links, the primary button, the focus ring. */
  work: '#1d4f91',
  /** Formal acts only: naming, document number, seal, revocation. Never for a bad number. */
  seal: '#a32020',
  good: '#2c6e49',
  due: '#9a5b00',
  stop: '#b3261e',
  off: '#5f6b73',
} as const

/** Pixels. Public text is larger than the console's, because it is read on old phones by people of every age. */
export const textSizes = {
  console: 14,
  public: 18,
  publicLarge: 24,
  scale: [12, 14, 16, 20, 28],
} as const

export const lineHeight = 1.6

export const fonts = {
  text: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
  /** Official papers (GB/T 9704). */
  document: 'FangSong,"FangSong_GB2312",STFangsong,"Noto Serif CJK SC",serif',
  /** Figures stand under each other digit by digit. */
  figures: 'tabular-nums',
} as const

/** Pixels. */
export const spacing = {
  grid: 8,
  row: 36,
  denseRow: 28,
  control: 32,
  radius: 4,
  contentWidth: 1440,
} as const

/** The widest prose column, in Chinese characters. */
export const proseCharacters = 38
