/**
 * Where each syllable begins in the order of Chinese characters by pinyin (Unicode's collation, which every browser has):
 * 浚 sorts between 军 and 俊, so it is read jun. Names that are read otherwise carry their reading with them.
 */
const FIRST_OF_SYLLABLE =
  'a吖ai哎an安ang肮ao凹ba丷bai挀ban扳bang邦bao勹bei卑ben奔beng伻bi屄bian边biao标bie憋bin汃bing冫bo癶bu峬ca擦cai偲can参cang仓cao撡ce冊cen嵾cen' +
  'g噌cha叉chai芆chan辿chang伥chao抄che车chen抻cheng阷chi吃chong充chou抽chu出chuai揣chuan巛chuang刅chui吹chun旾chuo逴ci呲cong匆cou凑cu粗' +
  'cuan汆cui崔cun邨cuo搓da咑dai呆dan丹dang当dao刀de嘚den扥deng灯di氐dia嗲dian敁diao刁die爹ding丁diu丟dong东dou吺du厾duan偳dui垖dun吨duo多e妸' +
  'ei诶en奀eng鞥er儿fa发fan帆fang匚fei飞fen分feng丰fo仏fou紑fu夫ga旮gai侅gan甘gang冈gao皋ge戈gei给gen根geng刯gong工gou勾gu估gua瓜guai乖guan关' +
  'guang光gui归gun丨guo呙ha哈hai咍han佄hang夯hao茠he诃hei黒hen拫heng亨hong叿hou齁hu乎hua花huai怀huan欢huang巟hui灰hun昏huo吙ji讥jia加jian戋' +
  'jiang江jiao艽jie阶jin巾jing坕jiong冂jiu丩ju凥juan姢jue噘jun军ka咔kai开kan刊kang忼kao尻ke匼kei剋ken肎keng劥kong空kou抠ku刳kua夸kuai蒯kua' +
  'n宽kuang匡kui亏kun坤kuo扩la垃lai来lan兰lang啷lao捞le仂lei雷leng塄li哩lia俩lian奁liang良liao撩lie毟lin拎ling伶liu溜long龙lou瞜lu噜lv驴lua' +
  'n娈lve掠lun抡luo啰m呣ma妈mai埋man嫚mang牤mao猫me嚒mei坆men椚meng擝mi咪mian宀miao喵mie吀min民ming名miu谬mo摸mou哞mu毪na拏nai腉nan囡nang囔na' +
  'o孬ne疒nei娞nen恁neng能ng嗯ni妮nian拈niang娘niao鸟nie捏nin囜ning宁niu妞nong农nou羺nu奴nv女nuan奻nve疟nuo挪o噢ou讴pa妑pai拍pan眅pang乓pao抛' +
  'pei呸pen喷peng匉pi丕pian囨piao剽pie氕pin姘ping乒po钋pou剖pu仆qi七qia掐qian千qiang呛qiao悄qie苆qin亲qing靑qiong卭qiu丘qu区quan奍que炔qun' +
  '夋ran呥rang穣rao娆re惹ren人reng扔ri日rong戎rou禸ru邚ruan堧rui桵run闰ruo捼sa仨sai毢san三sang桒sao掻se閪sen森seng僧sha杀shai筛shan山shang伤' +
  'shao弰she奢shen申sheng升shi尸shou収shu书shua刷shuai衰shuan闩shuang双shui脽shun吮shuo说si厶song忪sou凁su苏suan狻sui夊sun孙suo唆ta他tai' +
  '囼tan坍tang汤tao夲te忑teng熥ti剔tian天tiao旫tie帖ting厅tong炵tou偷tu凸tuan湍tui推tun吞tuo乇wa屲wai歪wan弯wang尢wei危wen昷weng翁wo挝wu乌xi' +
  '夕xia呷xian仙xiang乡xiao灱xie些xin心xing星xiong凶xiu休xu吁xuan吅xue疶xun坃ya丫yan恹yang央yao幺ye倻yi一yin囙ying应yo哟yong佣you优yu込yuan' +
  '囦yue曰yun晕za帀zai災zan兂zang匨zao傮ze则zei贼zen怎zeng囎zha扎zhai夈zhan枬zhang张zhao佋zhe蜇zhen贞zheng凧zhi之zhong中zhou州zhu朱zhua抓z' +
  'huai跩zhuan专zhuang妆zhui隹zhun宒zhuo拙zi孜zong宗zou邹zu租zuan钻zui厜zun尊zuo嘬'

const collator = new Intl.Collator('zh-CN')
const BEGINNINGS = [...FIRST_OF_SYLLABLE.matchAll(/([a-z]+)(.)/gu)].map(([, syllable = '', first = '']) => ({
  syllable,
  first,
}))

/** The syllable of one character; undefined for what is no Chinese character in that order. */
function syllableOf(character: string): string | undefined {
  if (character < '\u4e00' || character > '\u9fa5') return undefined
  let low = 0
  let high = BEGINNINGS.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (collator.compare(BEGINNINGS[middle]?.first ?? '', character) <= 0) low = middle + 1
    else high = middle
  }
  return BEGINNINGS[low - 1]?.syllable
}

/** Syllables of a name without tones, letters and figures as they are: `安居10村` → `an ju 10 cun`. */
export const readingOf = (name: string): string =>
  (name.normalize('NFKC').match(/[a-z0-9]+|[^a-z0-9]/giu) ?? [])
    .flatMap((part) => (/^[a-z0-9]+$/i.test(part) ? [part.toLowerCase()] : (syllableOf(part) ?? [])))
    .join(' ')
