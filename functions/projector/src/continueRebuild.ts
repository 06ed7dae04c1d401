import { newRebuild, type RebuildProgress, type RebuildSources, rebuildPiece } from './rebuild.ts'

/** Where the progress of a rebuild is kept between two calls. */
export interface RebuildBook {
  /** With what stands for this state of the book. */
  read(): Promise<{ readonly progress: RebuildProgress; readonly seen: string } | undefined>
  /** Writes if nobody has written since; answers with what stands for the new state. */
  write(progress: RebuildProgress, seen: string | undefined): Promise<string | undefined>
}

export interface RebuildCall {
  readonly now: () => string
  /** Begins anew even where one was left unfinished. */
  readonly fresh: boolean
  /** Asked after each piece. */
  readonly mayContinue: () => boolean
}

/** One that was left for longer is not gone on with: what it made may be of an earlier version of this code. */
const LEFT_HOURS = 24

/**
 * Goes on with the rebuild that was left unfinished, or begins one, for as many pieces as there is time. Progress is written after each
 * piece, so a kill costs one piece at most; of two at once the one that
 * was there first finds the book written by the other, and stops.
 */
export async function continueRebuild(
  sources: RebuildSources,
  book: RebuildBook,
  { now, fresh, mayContinue }: RebuildCall,
): Promise<RebuildProgress> {
  const found = await book.read()
  let progress = found === undefined || fresh || !isOpen(found.progress, now()) ? newRebuild(now()) : found.progress
  let seen = await book.write(progress, found?.seen)
  while (seen !== undefined) {
    if (progress.phase === 'done' || !mayContinue()) return progress
    progress = await rebuildPiece(sources, progress)
    seen = await book.write(progress, seen)
  }
  throw new Error('another rebuild is at work')
}

const isOpen = ({ phase, start }: RebuildProgress, now: string): boolean =>
  phase !== 'done' && Date.parse(now) - Date.parse(start) < LEFT_HOURS * 60 * 60 * 1000
