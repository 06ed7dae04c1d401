import type { DigestChannel } from '@anjie/contracts/vocabulary/messages/digestChannel'

/** What leaves the system: fixed words, no figure, no person's name. */
export interface OutgoingLetter {
  /** Post and number. A sender that gets it once more delivers nothing more. */
  readonly key: string
  readonly channel: Exclude<DigestChannel, 'none'>
  /** In no log and in no text. */
  readonly address: string
  readonly subject: string
  readonly lines: readonly string[]
  /** When it was made up. */
  readonly at: string
}

/** 送达端口: e-mail, an office's own gateway, or the local outbox. It throws where it could not deliver; the letter is then sent again. */
export interface Sender {
  send(letter: OutgoingLetter): Promise<void>
}
