// SPDX-License-Identifier: MIT

/// Each place that a map or a name in a chart can stand for, one on a line: code, longitude and latitude of its label,
/// and its name in English, Japanese, Korean and Chinese.
///
/// ISO 3166 alpha-3 codes, and the World Bank's for groups of countries (EUU, MEA, LCN, SSF). Names are those of Unicode
/// CLDR (short forms), or what the business press of each language writes.
let territoryList = """
  AFG|66.1|33.9|Afghanistan|アフガニスタン|아프가니스탄|阿富汗
  AGO|17.5|-12.3|Angola|アンゴラ|앙골라|安哥拉
  ALB|20|41.1|Albania|アルバニア|알바니아|阿尔巴尼亚
  ARE|54.2|23.9|United Arab Emirates|アラブ首長国連邦|아랍에미리트|阿联酋
  ARG|-65.1|-35.2|Argentina|アルゼンチン|아르헨티나|阿根廷
  ARM|45|40.2|Armenia|アルメニア|아르메니아|亚美尼亚
  ASEAN|106|8|ASEAN|ASEAN|아세안|东盟
  AUS|134.4|-25.6|Australia|オーストラリア|호주|澳大利亚
  AUT|14.1|47.6|Austria|オーストリア|오스트리아|奥地利
  AZE|47.7|40.3|Azerbaijan|アゼルバイジャン|아제르바이잔|阿塞拜疆
  BDI|29.9|-3.4|Burundi|ブルンジ|부룬디|布隆迪
  BEL|4.6|50.7|Belgium|ベルギー|벨기에|比利时
  BEN|2.3|9.6|Benin|ベナン|베냉|贝宁
  BFA|-1.8|12.3|Burkina Faso|ブルキナファソ|부르키나파소|布基纳法索
  BGD|90|24|Bangladesh|バングラデシュ|방글라데시|孟加拉国
  BGR|25.2|42.8|Bulgaria|ブルガリア|불가리아|保加利亚
  BHR|50.6|26|Bahrain|バーレーン|바레인|巴林
  BHS|-77.9|24.5|Bahamas|バハマ|바하마|巴哈马
  BIH|17.8|44.2|Bosnia and Herzegovina|ボスニア・ヘルツェゴビナ|보스니아 헤르체고비나|波黑
  BLR|28|53.5|Belarus|ベラルーシ|벨라루스|白俄罗斯
  BLZ|-88.7|17.2|Belize|ベリーズ|벨리즈|伯利兹
  BOL|-64.6|-16.7|Bolivia|ボリビア|볼리비아|玻利维亚
  BRA|-53.1|-10.8|Brazil|ブラジル|브라질|巴西
  BRN|114.6|4.5|Brunei|ブルネイ|브루나이|文莱
  BTN|90.4|27.4|Bhutan|ブータン|부탄|不丹
  BWA|23.8|-22.1|Botswana|ボツワナ|보츠와나|博茨瓦纳
  CAF|20.4|6.5|Central African Republic|中央アフリカ|중앙아프리카공화국|中非
  CAN|-100|56|Canada|カナダ|캐나다|加拿大
  CHE|8.1|46.8|Switzerland|スイス|스위스|瑞士
  CHL|-71.7|-37.3|Chile|チリ|칠레|智利
  CHN|109|34.5|China|中国|중국|中国
  CIV|-5.6|7.6|Côte d’Ivoire|コートジボワール|코트디부아르|科特迪瓦
  CMR|12.6|5.7|Cameroon|カメルーン|카메룬|喀麦隆
  COD|23.6|-2.9|DR Congo|コンゴ民主共和国|콩고민주공화국|刚果（金）
  COG|15.1|-0.8|Congo|コンゴ共和国|콩고공화국|刚果（布）
  COL|-73.1|3.9|Colombia|コロンビア|콜롬비아|哥伦比亚
  CRI|-84.2|10|Costa Rica|コスタリカ|코스타리카|哥斯达黎加
  CUB|-79|21.6|Cuba|キューバ|쿠바|古巴
  CYP|33|34.9|Cyprus|キプロス|키프로스|塞浦路斯
  CZE|15.3|49.8|Czechia|チェコ|체코|捷克
  DEU|10.3|51.1|Germany|ドイツ|독일|德国
  DJI|42.5|11.8|Djibouti|ジブチ|지부티|吉布提
  DNK|9.3|56.2|Denmark|デンマーク|덴마크|丹麦
  DOM|-70.5|18.9|Dominican Republic|ドミニカ共和国|도미니카공화국|多米尼加共和国
  DZA|2.6|28.2|Algeria|アルジェリア|알제리|阿尔及利亚
  ECU|-78.4|-1.5|Ecuador|エクアドル|에콰도르|厄瓜多尔
  EGY|29.8|26.5|Egypt|エジプト|이집트|埃及
  ERI|38.7|15.4|Eritrea|エリトリア|에리트리아|厄立特里亚
  ESP|-3.6|40.3|Spain|スペイン|스페인|西班牙
  EST|25.8|58.6|Estonia|エストニア|에스토니아|爱沙尼亚
  ETH|39.6|8.7|Ethiopia|エチオピア|에티오피아|埃塞俄比亚
  EU|10|50|European Union|EU|EU|欧盟
  EUU|10|50|European Union|EU|EU|欧盟
  FIN|26.2|64.5|Finland|フィンランド|핀란드|芬兰
  FJI|178|-17.8|Fiji|フィジー|피지|斐济
  FRA|2.5|46.6|France|フランス|프랑스|法国
  GAB|11.7|-0.6|Gabon|ガボン|가봉|加蓬
  GBR|-2.7|53.9|United Kingdom|英国|영국|英国
  GEO|43.5|42.2|Georgia|ジョージア|조지아|格鲁吉亚
  GHA|-1.2|7.9|Ghana|ガーナ|가나|加纳
  GIN|-11.1|10.4|Guinea|ギニア|기니|几内亚
  GMB|-15.4|13.5|Gambia|ガンビア|감비아|冈比亚
  GNB|-15.1|12|Guinea-Bissau|ギニアビサウ|기니비사우|几内亚比绍
  GNQ|10.4|1.6|Equatorial Guinea|赤道ギニア|적도 기니|赤道几内亚
  GRC|22.6|39.3|Greece|ギリシャ|그리스|希腊
  GRL|-41.5|74.8|Greenland|グリーンランド|그린란드|格陵兰
  GTM|-90.4|15.7|Guatemala|グアテマラ|과테말라|危地马拉
  GUY|-59|4.8|Guyana|ガイアナ|가이아나|圭亚那
  HKG|114.2|22.3|Hong Kong|香港|홍콩|香港
  HND|-86.6|14.8|Honduras|ホンジュラス|온두라스|洪都拉斯
  HRV|16.6|45|Croatia|クロアチア|크로아티아|克罗地亚
  HTI|-72.7|18.9|Haiti|ハイチ|아이티|海地
  HUN|19.4|47.2|Hungary|ハンガリー|헝가리|匈牙利
  IDN|114|-0.8|Indonesia|インドネシア|인도네시아|印度尼西亚
  IND|79.3|22.5|India|インド|인도|印度
  IRL|-8|53.2|Ireland|アイルランド|아일랜드|爱尔兰
  IRN|54.3|32.5|Iran|イラン|이란|伊朗
  IRQ|43.8|33|Iraq|イラク|이라크|伊拉克
  ISL|-18.8|65.1|Iceland|アイスランド|아이슬란드|冰岛
  ISR|35|31.5|Israel|イスラエル|이스라엘|以色列
  ITA|12.2|43.5|Italy|イタリア|이탈리아|意大利
  JAM|-77.3|18.1|Jamaica|ジャマイカ|자메이카|牙买加
  JOR|36.8|31.2|Jordan|ヨルダン|요르단|约旦
  JPN|138.3|36.3|Japan|日本|일본|日本
  KAZ|76|47|Kazakhstan|カザフスタン|카자흐스탄|哈萨克斯坦
  KEN|37.8|0.6|Kenya|ケニア|케냐|肯尼亚
  KGZ|74.6|41.5|Kyrgyzstan|キルギス|키르기스스탄|吉尔吉斯斯坦
  KHM|104.8|12.6|Cambodia|カンボジア|캄보디아|柬埔寨
  KOR|127.8|36.4|South Korea|韓国|한국|韩国
  KWT|47.6|29.3|Kuwait|クウェート|쿠웨이트|科威特
  LAO|102.5|19.4|Laos|ラオス|라오스|老挝
  LBN|35.9|33.9|Lebanon|レバノン|레바논|黎巴嫩
  LBR|-9.4|6.4|Liberia|リベリア|라이베리아|利比里亚
  LBY|18|27|Libya|リビア|리비아|利比亚
  LCN|-65|-5|Latin America|中南米|중남미|拉丁美洲
  LKA|80.7|7.7|Sri Lanka|スリランカ|스리랑카|斯里兰卡
  LSO|28.2|-29.6|Lesotho|レソト|레소토|莱索托
  LTU|23.9|55.3|Lithuania|リトアニア|리투아니아|立陶宛
  LUX|6|49.8|Luxembourg|ルクセンブルク|룩셈부르크|卢森堡
  LVA|24.8|56.8|Latvia|ラトビア|라트비아|拉脱维亚
  MAC|113.5|22.2|Macao|マカオ|마카오|澳门
  MAR|-8.4|29.9|Morocco|モロッコ|모로코|摩洛哥
  MDA|28.4|47.2|Moldova|モルドバ|몰도바|摩尔多瓦
  MDG|46.7|-19.4|Madagascar|マダガスカル|마다가스카르|马达加斯加
  MDV|73.2|3.2|Maldives|モルディブ|몰디브|马尔代夫
  MEA|45|26|Middle East|中東|중동|中东
  MEX|-102.6|23.9|Mexico|メキシコ|멕시코|墨西哥
  MKD|21.7|41.6|North Macedonia|北マケドニア|북마케도니아|北马其顿
  MLI|-3.5|17.3|Mali|マリ|말리|马里
  MLT|14.4|35.9|Malta|マルタ|몰타|马耳他
  MMR|96|21.3|Myanmar|ミャンマー|미얀마|缅甸
  MNE|19.3|42.8|Montenegro|モンテネグロ|몬테네그로|黑山
  MNG|104|46.8|Mongolia|モンゴル|몽골|蒙古
  MOZ|35.5|-17.2|Mozambique|モザンビーク|모잠비크|莫桑比克
  MRT|-10.3|20.2|Mauritania|モーリタニア|모리타니|毛里塔尼亚
  MUS|57.6|-20.3|Mauritius|モーリシャス|모리셔스|毛里求斯
  MWI|34.2|-13.2|Malawi|マラウイ|말라위|马拉维
  MYS|102.4|4|Malaysia|マレーシア|말레이시아|马来西亚
  NAM|17.2|-22.1|Namibia|ナミビア|나미비아|纳米比亚
  NCL|165.5|-21.3|New Caledonia|ニューカレドニア|뉴칼레도니아|新喀里多尼亚
  NER|9.3|17.3|Niger|ニジェール|니제르|尼日尔
  NGA|8|9.5|Nigeria|ナイジェリア|나이지리아|尼日利亚
  NIC|-85|12.8|Nicaragua|ニカラグア|니카라과|尼加拉瓜
  NLD|5.5|52.3|Netherlands|オランダ|네덜란드|荷兰
  NOR|14.2|64.5|Norway|ノルウェー|노르웨이|挪威
  NPL|84|28.2|Nepal|ネパール|네팔|尼泊尔
  NZL|170.5|-44|New Zealand|ニュージーランド|뉴질랜드|新西兰
  OMN|56.1|20.6|Oman|オマーン|오만|阿曼
  PAK|69.4|30|Pakistan|パキスタン|파키스탄|巴基斯坦
  PAN|-80.1|8.5|Panama|パナマ|파나마|巴拿马
  PER|-74.4|-9.2|Peru|ペルー|페루|秘鲁
  PHL|121.6|16.2|Philippines|フィリピン|필리핀|菲律宾
  PNG|144.3|-6.6|Papua New Guinea|パプアニューギニア|파푸아뉴기니|巴布亚新几内亚
  POL|19.3|52.1|Poland|ポーランド|폴란드|波兰
  PRI|-66.5|18.2|Puerto Rico|プエルトリコ|푸에르토리코|波多黎各
  PRK|126.6|40|North Korea|北朝鮮|북한|朝鲜
  PRT|-8.1|39.6|Portugal|ポルトガル|포르투갈|葡萄牙
  PRY|-58.4|-23.2|Paraguay|パラグアイ|파라과이|巴拉圭
  PSE|35.3|31.9|Palestine|パレスチナ|팔레스타인|巴勒斯坦
  QAT|51.2|25.3|Qatar|カタール|카타르|卡塔尔
  ROU|24.9|45.9|Romania|ルーマニア|루마니아|罗马尼亚
  RUS|133.5|52|Russia|ロシア|러시아|俄罗斯
  RWA|29.9|-2|Rwanda|ルワンダ|르완다|卢旺达
  SAU|44.5|24.1|Saudi Arabia|サウジアラビア|사우디아라비아|沙特阿拉伯
  SDN|29.9|16|Sudan|スーダン|수단|苏丹
  SEN|-14.5|14.4|Senegal|セネガル|세네갈|塞内加尔
  SGP|103.8|1.3|Singapore|シンガポール|싱가포르|新加坡
  SLB|159.1|-7.9|Solomon Islands|ソロモン諸島|솔로몬 제도|所罗门群岛
  SLE|-11.8|8.5|Sierra Leone|シエラレオネ|시에라리온|塞拉利昂
  SLV|-88.9|13.7|El Salvador|エルサルバドル|엘살바도르|萨尔瓦多
  SOM|45.7|4.8|Somalia|ソマリア|소말리아|索马里
  SRB|20.8|44.2|Serbia|セルビア|세르비아|塞尔维亚
  SSD|30.2|7.3|South Sudan|南スーダン|남수단|南苏丹
  SSF|22|0|Sub-Saharan Africa|サハラ以南アフリカ|사하라 이남 아프리카|撒哈拉以南非洲
  SUR|-55.9|4.1|Suriname|スリナム|수리남|苏里南
  SVK|19.5|48.7|Slovakia|スロバキア|슬로바키아|斯洛伐克
  SVN|14.9|46.1|Slovenia|スロベニア|슬로베니아|斯洛文尼亚
  SWE|16.6|62.8|Sweden|スウェーデン|스웨덴|瑞典
  SWZ|31.4|-26.5|Eswatini|エスワティニ|에스와티니|斯威士兰
  SYR|38.5|35|Syria|シリア|시리아|叙利亚
  TCD|18.6|15.3|Chad|チャド|차드|乍得
  TGO|1|8.4|Togo|トーゴ|토고|多哥
  THA|101.2|15.2|Thailand|タイ|태국|泰国
  TJK|71|38.6|Tajikistan|タジキスタン|타지키스탄|塔吉克斯坦
  TKM|59.3|39.1|Turkmenistan|トルクメニスタン|투르크메니스탄|土库曼斯坦
  TLS|125.8|-8.8|Timor-Leste|東ティモール|동티모르|东帝汶
  TTO|-61.3|10.4|Trinidad and Tobago|トリニダード・トバゴ|트리니다드 토바고|特立尼达和多巴哥
  TUN|9.5|34.2|Tunisia|チュニジア|튀니지|突尼斯
  TUR|35.4|39|Türkiye|トルコ|튀르키예|土耳其
  TWN|121|23.7|Taiwan|台湾|대만|台湾
  TZA|34.8|-6.3|Tanzania|タンザニア|탄자니아|坦桑尼亚
  UGA|32.4|1.3|Uganda|ウガンダ|우간다|乌干达
  UKR|31.2|49.1|Ukraine|ウクライナ|우크라이나|乌克兰
  URY|-56|-32.8|Uruguay|ウルグアイ|우루과이|乌拉圭
  USA|-98|39.5|United States|米国|미국|美国
  UZB|63.2|41.7|Uzbekistan|ウズベキスタン|우즈베키스탄|乌兹别克斯坦
  VEN|-66.2|7.2|Venezuela|ベネズエラ|베네수엘라|委内瑞拉
  VNM|106|20.9|Vietnam|ベトナム|베트남|越南
  VUT|166.9|-15.2|Vanuatu|バヌアツ|바누아투|瓦努阿图
  YEM|47.5|15.9|Yemen|イエメン|예멘|也门
  ZAF|25.1|-29|South Africa|南アフリカ|남아공|南非
  ZMB|27.7|-13.4|Zambia|ザンビア|잠비아|赞比亚
  ZWE|29.8|-18.9|Zimbabwe|ジンバブエ|짐바브웨|津巴布韦
  """
