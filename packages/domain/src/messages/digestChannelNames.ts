import type { DigestChannel } from '@anjie/contracts/vocabulary/messages/digestChannel'

export const DIGEST_CHANNEL_NAMES = {
  none: '不发送',
  email: '电子邮件',
  gateway: '本单位消息网关',
} as const satisfies Record<DigestChannel, string>
