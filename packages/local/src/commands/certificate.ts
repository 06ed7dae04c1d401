import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { CertificatePayload } from '@anjie/contracts/vocabulary/honours/certificate'
import { SIGNED_TYPES } from '@anjie/contracts/vocabulary/public-log/publicLog'
import { certificatePdf } from '@anjie/documents/certificate/certificatePdf'
import { signedPayloadIn } from '@anjie/documents/certificate/signedPayloadIn'
import { keySetOf, verified } from '../signatures.ts'

const usage = `用法：
  anjie certificate verify <文件> --keys <公钥.json>

  离线核对证书：<文件>是证书的PDF，或其签名文件（.jws）；公钥从公开网站的“开放数据”下载，可长期保存。
  PDF另按签名内容重新生成一遍、逐字节比较，改动一个字节也不通过。
  离线只能证明证书确由签发机关签发、内容未被改动；是否已更正、撤销、注销或到期后续办，须到公开网站核验。
  退出码：0 通过；1 不通过；2 用法不对`

const FONT = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'

export interface CertificateIo {
  readonly read: (path: string) => Promise<Uint8Array>
  readonly out: (text: string) => void
  readonly report: (text: string) => void
}

const EXIT = { good: 0, refused: 1, usage: 2 } as const

/** `anjie certificate verify`: whether a certificate is as it was signed, without any network. */
export async function runCertificate(args: readonly string[], io: CertificateIo = certificateIo): Promise<number> {
  const asked = readArguments(args)
  if (asked === 'help') {
    io.out(usage)
    return EXIT.good
  }
  if (asked === undefined) {
    io.report(usage)
    return EXIT.usage
  }
  const file = await io.read(asked.file)
  const signed = signedPayloadIn(file)
  if (signed === undefined) {
    io.report('不通过：文件里没有证书的签名内容（不是本系统签发的证书，或者另存时丢失了）')
    return EXIT.refused
  }
  const keys = keySetOf(new TextDecoder().decode(await io.read(asked.keys)))
  const found = await verified(signed, keys, SIGNED_TYPES.certificate, CertificatePayload)
  if (!found.ok) {
    io.report(`不通过：${found.error}`)
    return EXIT.refused
  }
  const payload = found.value
  if (isPdf(file)) {
    const drawn = await certificatePdf({ payload, signed }, await io.read(fileURLToPath(import.meta.resolve(FONT))))
    if (!drawn.ok || !Buffer.from(drawn.value).equals(Buffer.from(file))) {
      io.report('不通过：签名有效，但PDF与按签名内容生成的不一致，版面可能被改动；证书的真实内容是：')
      for (const line of linesOf(payload)) io.report(`  ${line}`)
      return EXIT.refused
    }
  }
  io.out(isPdf(file) ? '通过：签名有效，PDF与签名内容逐字节一致' : '通过：签名有效')
  for (const line of linesOf(payload)) io.out(`  ${line}`)
  io.out(`离线核对不知道证书后来是否更正、撤销或注销，请到 ${payload.site} 的“证书核验”查证`)
  return EXIT.good
}

const isPdf = (file: Uint8Array): boolean => new TextDecoder('latin1').decode(file.subarray(0, 5)) === '%PDF-'

function linesOf(payload: CertificatePayload): readonly string[] {
  const { serial, honour, year, unit, province, city, county, township, issuer, documentNumber, namedOn, validUntil } =
    payload
  return [
    `证书编号：${serial}${payload.copy === 1 ? '' : `（第${payload.copy}次印发，替换${payload.replaces ?? ''}）`}`,
    `称号：${honour}（${year}年）`,
    `单位：${[province, city, county, township ?? '', unit].filter((part) => part !== '').join(' ')}`,
    `命名机关：${issuer ?? '未载明'}　文号：${documentNumber ?? '未载明'}`,
    `命名日期：${namedOn ?? '未载明'}　有效期至：${validUntil ?? '不设期限'}　签发日期：${payload.issuedOn}`,
  ]
}

function readArguments(args: readonly string[]): { readonly file: string; readonly keys: string } | 'help' | undefined {
  const [verb, ...rest] = args
  if (verb === '--help') return 'help'
  const at = rest.indexOf('--keys')
  const keys = rest[at + 1]
  const [file, ...others] = rest.filter((_, each) => at === -1 || (each !== at && each !== at + 1))
  if (verb !== 'verify' || at === -1 || keys === undefined || file === undefined || others.length > 0) return undefined
  return { file, keys }
}

const certificateIo: CertificateIo = {
  read: async (path) => {
    try {
      return new Uint8Array(await readFile(path))
    } catch {
      throw new Error(`读不到文件“${path}”`)
    }
  },
  out: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
}
