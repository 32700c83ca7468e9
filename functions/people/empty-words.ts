// Words that say nothing about what somebody knows or seeks. What two entries have in common must not be one of them.
import { formsOf } from './word-forms.ts';

const functionWords =
  'a an the and or but nor so yet if then than that this these those there here it its he she they we you i me him her them us his hers their our your my mine myself himself herself itself themselves who whom whose which what when where why how whoever whatever whether because ' +
  "be is are was were been being am isn't aren't wasn't do does did done doing don't doesn't didn't have has had having haven't hasn't can could cannot can't will won't would shall should may might must " +
  'at in on of for from to with without by about as into onto over under up down out off through between among against before after during until till since per via around across near behind above below within along towards toward upon despite except beyond besides like unlike ' +
  'not no yes none all any some each every both either neither many much more most few less least several enough other another same such own only just very too also even still again ever never always often sometimes usually seldom rarely soon now today yesterday tomorrow already once twice';

/** Words of any life and any trade. */
const weakWords =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million billion first second third fourth fifth sixth seventh eighth ninth tenth fourteenth half quarter double single ' +
  'last next new old young big bigger biggest small smaller smallest large larger largest huge tiny good better best great fine nice kind real right wrong whole full empty open closed certain sure clear simple hard easy fast slow quick possible able ready free busy quiet generous honest serious strict polite patient useful interesting important special particular general different similar various common usual main major minor certain true proper properly regular plain warm cold hot wet dry heavy light strong soft rough ' +
  'get gets got getting go goes going went gone come comes came coming make makes made making take takes took taken taking give gives gave given giving put puts putting see sees saw seen seeing look looks looked looking want wants wanted wanting wish wishes wished like likes liked love loves loved need needs needed needing hope hopes hoping seek seeks sought seeking search searches searching searched ' +
  'know knows knew known knowing think thinks thought thinking say says said saying tell tells told telling ask asks asked asking talk talks talked talking speak speaks speaking spoke hear hears heard meet meets met meeting find finds found finding help helps helped helping learn learns learned learnt learning understand understands understood understanding keep keeps kept keeping let lets try tries tried trying use uses used using work works worked working ' +
  'run runs ran start starts started starting become becomes became turn turns turned turning bring brings brought bringing set sets setting show shows showed shown begin begins began begun beginning end ends ended ending stop stops stopped stay stays stayed live lives lived living feel feels felt mean means meant hold holds held move moves moved moving call calls called calling read reads reading write writes wrote written stand stands sit sits sitting stood wait waits lead leads led leave leaves leaving left follow follows followed change changes changed changing happen happens happened join joins joined grow grows grew grown deal deals dealing handle handles handling hand hands handed advise advises advised care cares cope involve involves involved specialise specialises specialised focus focuses concern concerns concerned offer offers offered provide provides provided receive receives received choose chooses chose chosen share shares shared spend spends spent carry carries carried pick picks picked ' +
  'trade trades sell sells sold selling mail mails email emails phone letter letters note notes open opens opened close closes closed found founded land lands expect expects expected decide decides decided explain explains explained describe describes described remember remembers remembered answer answers answered believe believes recommend recommends recommended suggest suggests suggested introduce introduces introduced contact contacts connect connects connected consider considers seem seems seemed appear appears cost costs money build builds built building pay pays paid buy buys bought happens lend lends borrow count counts counted cross crosses crossed ' +
  'people person somebody someone anybody anyone everybody everyone nobody others friend friends colleague colleagues man woman men women guy boy girl mother father dad mum mom parent parents son daughter brother sister aunt uncle wife husband nephew niece grandparents family families thing things something anything everything nothing way ways lot lots sort sorts bit part parts place places time times moment day days daily week weeks weekly month months monthly year years yearly hour hours minute morning evening night nights weekend weekends summer winter autumn season seasons ' +
  'far long short high low early late little really honestly perhaps maybe quite rather almost nearly mostly mainly simply especially directly soon well away back ago together alone instead anyway however though although while whereas side sides name names number numbers line lines list case cases point points piece pieces example kind kinds type types level levels group groups set step steps end life lives job jobs world room door table word words question questions idea ideas problem problems reason reasons chance matter topic subject area areas field fields eye eyes head heads hands heart mind anywhere everywhere somewhere nowhere inside outside ' +
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december century decade ' +
  'advice advisor adviser company companies firm firms business businesses organisation organisations institution agency team teams crew staff employee employees member members office offices department branch boss colleague client clients customer customers experience experiences experienced expert experts expertise specialist knowledge skill skills professional background familiar interest interests interested qualified trained city town country state states region county local national international global foreign north south east west street corner ' +
  'chief senior junior vice president executive officer director manager head lead associate assistant deputy principal founder owner partner mr mrs ms dr prof';

const formsIn = (words: string): ReadonlySet<string> =>
  new Set(words.split(' ').flatMap((word) => Object.values(formsOf(word))));

const functionForms = formsIn(functionWords);
const weakForms = formsIn(weakWords);

type Forms = Readonly<Record<'stem' | 'root', string>>;

/** Says nothing at all: `the`, `of`. */
export const isFunctionWord = ({ stem, root }: Forms): boolean =>
  functionForms.has(stem) || functionForms.has(root) || stem.length < 2;

/** Says too little to bring two people together: `small`, `year`, `forty`. */
export const isEmpty = (forms: Forms): boolean =>
  isFunctionWord(forms) || weakForms.has(forms.stem) || weakForms.has(forms.root) || /^\p{N}+$/u.test(forms.stem);
