import type { CertificatePayload } from '@anjie/contracts/vocabulary/honours/certificate'

export const CERTIFICATE_WORDS = { title: '荣誉证书' } as const

const LEVELS = { county: '县级', city: '市级', province: '省级', national: '国家级' } as const

/** The words of a certificate, out of its payload alone. */
export function certificateWords(payload: CertificatePayload) {
  const { honour, level, year, unit, province, city, county, township, issuer, documentNumber, namedOn, validUntil } =
    payload
  const place = [province, city, county, township ?? '']
    // A county directly under its province, or a city without counties, is named once.
    .filter((part, at, all) => part !== '' && part !== all[at - 1])
    .join('')
  const by = documentNumber === null ? '' : `（${documentNumber}）`
  return {
    serial: `证书编号：${payload.serial}${payload.copy === 1 ? '' : `（第${payload.copy}次印发，替换${payload.replaces ?? ''}）`}`,
    holder: `${place}${unit}：`,
    body: `经申报、考察、审定和公示，现命名你单位为${year}年度${LEVELS[level]}“${honour}”${by}。特发此证。`,
    term: validUntil === null ? '' : `有效期至${dayInWords(validUntil)}。`,
    issuer: issuer ?? '',
    date: namedOn === null ? '' : dayInWords(namedOn),
    check: [
      `扫描左侧二维码，或在 ${payload.site} 的“证书核验”输入证书编号，可查本证书现在是否有效。`,
      `核验前请看清网址：只有 ${hostOf(payload.site)} 的结果算数，相似的网址一律不可信。`,
      `本证书于${dayInWords(payload.issuedOn)}签发，电子文件内有数字签名，离线可验；是否已更正、撤销，以核验网站为准。`,
    ].join('\n'),
  } as const
}

const dayInWords = (day: string): string => {
  const [year = '', month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

const hostOf = (site: string): string => site.replace(/^https?:\/\//, '')
