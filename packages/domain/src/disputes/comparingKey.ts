import { textKey } from '@anjie/kernel'

/**
 * Traditional signs that stand in names of places and people, each before its simplified one. A system that was set up by a firm from
 * elsewhere exports 龍泉鎮 where the others have 龙泉镇.
 */
const PAIRS =
  '龍龙鎮镇鄉乡區区縣县門门樓楼灣湾關关頭头雙双東东華华興兴馬马魚鱼鳥鸟鳳凤龜龟麥麦黃黄齊齐齒齿橋桥觀观義义團团結结紅红張张風风萬万蓮莲陳陈劉刘楊杨趙赵吳吴孫孙鄭郑謝谢韓韩馮冯鄧邓許许蘇苏盧卢蔣蒋賈贾葉叶閻阎餘余譚谭鄒邹陸陆崑昆龔龚嚴严錢钱湯汤' +
  '賀贺顧顾龐庞蘭兰範范鐘钟鍾钟魯鲁韋韦蕭萧閆闫塗涂歐欧陽阳諸诸聶聂師师農农婁娄畢毕喬乔滿满車车項项紀纪費费鮑鲍竇窦駱骆國国強强偉伟剛刚軍军傑杰濤涛輝辉鵬鹏飛飞雲云亞亚鋒锋麗丽靜静艷艳豔艳瓊琼瑩莹貴贵榮荣發发財财寶宝慶庆壽寿學学愛爱樹树長长遠远' +
  '運运進进達达連连選选適适廣广場场廟庙廠厂廳厅莊庄蘆芦薈荟藍蓝藥药蓋盖葦苇蒼苍薑姜蘿萝溝沟澤泽濱滨濕湿漢汉潔洁潤润瀏浏瀘泸瀾澜滄沧滸浒漁渔漣涟淵渊湧涌溫温湞浈島岛嶺岭嶽岳峽峡崗岗岡冈巖岩壩坝壟垄塊块墳坟壇坛墻墙牆墙圍围園园圓圆圖图塵尘報报處处' +
  '辦办號号組组織织會会調调員员戶户產产業业務务動动勞劳爭争議议糾纠紛纷訴诉訟讼償偿賠赔資资質质貨货買买賣卖賬账債债還还約约經经營营貿贸驗验證证認认讓让談谈話话請请論论設设計计記记訂订離离養养撫抚贍赡親亲屬属遺遗鄰邻採采線线電电燈灯機机輛辆輪轮' +
  '輕轻載载損损壞坏傷伤醫医療疗護护環环廢废氣气聲声響响裝装標标準准個个們们這这對对於于後后來来時时間间現现見见過过無无沒没與与為为從从應应該该當当開开兩两參参獲获據据擔担擾扰撥拨擴扩攔拦擬拟擊击擇择撿捡換换揚扬揀拣絕绝統统給给維维綠绿綱纲緣缘' +
  '縱纵總总績绩繼继續续纖纤纏缠罷罢羅罗職职聯联聽听肅肃脅胁脫脱腦脑腳脚膽胆臨临舊旧艙舱節节蘊蕴蟲虫衛卫補补製制複复規规視视覺觉觸触誌志語语誤误課课誰谁責责販贩貢贡貧贫貫贯貯贮貼贴賊贼賓宾賞赏賜赐賦赋贏赢趨趋躍跃軌轨轄辖轉转辭辞遲迟遷迁遞递邊边' +
  '郵邮醜丑釋释鈕钮銀银銅铜鋪铺鋼钢錄录錦锦鎖锁鏡镜鐵铁閉闭閒闲閘闸閣阁閱阅闊阔隊队際际險险隨随隱隐難难雜杂雞鸡霧雾靈灵韻韵頂顶順顺須须預预頓顿領领題题額额顏颜願愿類类飯饭飲饮館馆駐驻駕驾駛驶驛驿驚惊髮发鬥斗鬧闹鮮鲜鴨鸭鴻鸿鶴鹤鷹鹰鹽盐點点黨党' +
  '齡龄'

const SIMPLIFIED = new Map([...PAIRS.matchAll(/(.)(.)/gu)].map(([, sign = '', simple = '']) => [sign, simple]))
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu')

export const simplified = (text: string): string => text.replace(TRADITIONAL, (sign) => SIMPLIFIED.get(sign) ?? sign)

/** A text as it is compared: `textKey`, and traditional signs as their simplified ones. */
export const comparingKey = (text: string): string => textKey(simplified(text))
