/**
 * What the certificate's font (Noto Serif SC) has: code points and ranges of them in base 36. The font has fifteen megabytes and lies
 * with the function that draws; a test compares this with it.
 */
const COVERED = `
w-3i 4g-77 7k-7n 7u-7v 88-8b 8z-90 93-94 98-9b 9e-9f a0-a5 b6 bk-bl bz-c0 ct-d8 e0-e1 gh gx jf jr jt-jv k9 kq-kr lc-ld
lg lj lo pd-pt pv-q1 q9-qx sh sw-un up 5z2-5z3 61s-649 6bm-6bn 6c0-6c6 6c8-6ca 6cc-6ce 6cg-6ci 6cl-6cn 6cw 6cy-6cz 6d1
6d5-6d8 6de 6dj-6dl 6dt 6es 6g9 6gb-6gc 6hp-6hq 6io 6ir 6it 6ix-6iy 6j3 6j7 6ja 6jl-6jm 6jq-6jr 6jv 6jy 6k5 6kb
6lc-6ln 6ls-6m3 6mo-6mx 6ns-6nt 6o4-6o6 6ob-6oc 6og 6oi 6ok 6p2-6p5 6ph 6ps 6pu-6pv 6px-6q3 6q7 6q9-6qb 6qd 6qi
6ql-6qo 6qr 6qt-6r2 6r8-6rb 6rh 6rn 6rp 6rs 6rw 6sg-6si 6sk-6sn 6sq-6sr 6su-6sv 6sy-6sz 6t2-6t3 6te-6tj 6tm-6tn
6tx-6u1 6u8 6ud 6v3 6vu-6vv 6wf 6x1-6x3 6xe 6xk 6y1-6y2 71s-71t 726-72k 72m 72y-72z 74z 76o-7fv 7g1-7g3 7g6-7g7
7gc-7gd 7gg-7gh 7gm-7gn 7gp-7gs 7gu-7gz 7he-7hi 7hr 7i8-7ib 7id-7ie 7ih 7im-7in 7iu-7iv 7j0-7j3 7jj 7k0-7k2 7kw-7lb
7le-7lp 7mo 7nh-7ni 7pe 7pv 7q2 7r1 7r3-7r4 7rq 7sm-7tf 7tt 850-851 88v 8ai-8aj 8hx-8hz 8ii 8lx 94q-94r 96o-97d
97f-99v 9a8-9g5 9gw-9h7 9hc-9j3 9j5-9li 9ll-9of 9ol-9pr 9pt-9r7 9r9-9se 9sg-9tn 9ts-9ur 9v4-9we 9wg-a3v a3x-fcv
feo-vlr 1d6p-1d6r 1d6t-1d6u 1d6y-1d70 1d79-1d7e 1d7h-1d7j 1d7w-1d7x 1d7z 1d81-1d85 1d87 1d89-1d8a 1d8j 1d8n-1d8o 1d8q
1d8u 1d8y-1d8z 1d9a 1d9e-1d9k 1d9q 1d9u-1d9w 1d9y 1da1-1da3 1da6-1da8 1dac-1dad 1dai-1dak 1dam 1dap 1dar 1dat 1daw
1daz-1db0 1db2-1db3 1db9 1dbi 1dbp 1dbr-1dbs 1dbu-1dbv 1dbx-1dby 1dc0 1dc5-1dc6 1dcg 1dco-1dcq 1dcs-1dd0 1dd3 1dd5
1ddd 1ddg-1ddh 1ddm-1ddn 1ddp 1ddr 1ddu 1ddx-1de0 1de2 1de4-1de7 1de9 1deb-1dec 1deg 1den-1dep 1der-1des 1dev-1dex
1df3 1df7-1df9 1dfb-1dfc 1dfe 1dfr 1dft 1dfv 1dgc-1dge 1dkw-1dl0 1e6o-1e6x 1e7k-1e8i 1e8k-1e92 1e94-1e97 1edd-1ehr
1eht-1eim 1eiq-1eiv 1eiy-1ej3 1ej6-1ejb 1eje-1ejg 1ejk-1ejq 1ejs-1ejy 2q68-2q6k 2q6o-2q98 2q9c-2qb0 2qdc-2qde
2qds-2qez 2qf4-2qfc 2qfk-2qfl 2t8n 2t8p 2tak 2tes 2uco 2ueu 2vo0 2x0a 2x3n 2xg7 31cf 33rf 353r-353s 35er 3666 366m
37jd 37q3 37r5 37ul 37wp 39yq 3a02 3a20 3bvb 3cip 3czx 3ddi 3dks 3dxt 3ecc 3eht 3gz6 3i5r 3iex 3j7s 3jp4 3jpx 3jz4
3knd 3kuf 3kun 3kup 3kus 3l73 3lax 3mv3 3n68 3on2 3on7 3ong 3qal 3qij 3qjb 3qr4 3qra 3qs8 3rtu 3s4n-3s4o 3s53-3s54
3sa5 3shs 3skj 3skv 3sky 3sl9 3sp0 3spc 3spf 3srl 3svb 3svj 3svq 3svt 3swd-3swe 3sxi 3t0u-3t0v 3t0z 3t2f 3t2s
3t3w-3t3x 3t46-3t48 3t4a 3t4c 3t79-3t7a 3t7x 3t9p 3tex 3tfp 3tgm 3th5 3th8 3thi 3thm 3ti4 3tmg 3u13 3u5b 3u5e 3u64
3u6b 3uaj 3uk7 3ukn 3unr 3up5 3v3d-3v3e 3v6x 3v7u 3vf9 3vfd 3vg9 3vjw 3vk8 3vl0 3vo7 3vq3 3vq9 3vqc 3vyg 3vys 3vyv
3w3m 3w9f 3w9k 3w9t 3wa1 3wa3-3wa5 3wa7 3waq 3way-3waz 3wh8 3whb 3wkf 3wld 3wn1 3wt5 3wta 3wtd 3wtv 3wuf 3wui 3wv1
3x1e 3x1q 3x4t 3x61 3x9l 3x9p-3x9q 3x9t 3xa0-3xa1 3xa3 3xa7 3xa9 3xai 3xam 3xay-3xaz 3xb8 3xbd 3xbg 3xbj 3xbn 3xbq
3xbs 3xbw 3xdd 3xdr-3xds 3xe6 3xhy 3xi7 3xmd-3xme 3xml 3xmn 3xmq-3xmr 3xmy 3xqj 3xql 3xqn-3xqo 3xr3-3xr4 3xrc
3xrh-3xri 3xsl 3xug 3xui 3xur 3xuu 3xuy 3xx8 3xxk 3xxv 3z9g 467s 4684 469i 46cg
`

const RANGES: readonly (readonly [first: number, last: number])[] = COVERED.trim()
  .split(/\s+/)
  .map((range) => {
    const [first = '', last = first] = range.split('-')
    return [Number.parseInt(first, 36), Number.parseInt(last, 36)]
  })

const isCovered = (codePoint: number): boolean =>
  RANGES.some(([first, last]) => codePoint >= first && codePoint <= last)

/** Characters of a text that no certificate can print, each once, in the order in which they come. */
export const beyondCertificateFont = (text: string): readonly string[] =>
  [...new Set(text)].filter((character) => !isCovered(character.codePointAt(0) ?? 0))
