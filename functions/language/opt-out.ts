// Whether a text asks for no more mail, or for mail again, in the languages of MAIL-RULES A9. Read clause by clause: a clause has to say it
// whole, since people also stop at the harbour and unsubscribe from journals. What is said to somebody by name about their mails is
// said to them.

import type { Sentence } from './sentences.ts';

/** `opensWith`: the names that the text greets, as written; '' where none. */
export function optOutIn(sentences: readonly Sentence[], opensWith: string, text: string): 'stop' | 'start' | null {
  const [first] = sentences;
  if (!first || sentences.length > mostSentences || text.length > longest) return null;
  if (sentences.length === 1 && starting.test(first.plain)) return 'start';
  const clauses = sentences.map(clausesOf);
  const all = clauses.flat();
  if (all.some((clause) => leavesList.test(clause))) return 'stop';
  const isSaidToOne = speaksToOne(opensWith) || sentences.some((sentence) => namesSomebody(sentence.text));
  if (isSaidToOne) return null;
  const isFew = sentences.length <= fewSentences && !sentences.some(({ plain }) => anotherWay.test(plain));
  if (isFew && all.some((clause) => refusesMail.test(clause) || unspaced.test(clause))) return 'stop';
  return saysStop(sentences, clauses) ? 'stop' : null;
}

/** "Do not write to me, ring me." */
const anotherWay =
  /\b(?:ring|call|phone|instead|use my|write to my|anrufen|rufen sie|ruf|telefon|stattdessen|appelez|téléphon|plutôt|llám|teléfono|chiam|telefon|ligue|bel me|bel mij|bellen|ring mig|ring meg|soita|zadzwoń|zavolejte)|позвоните|звоните|電話|电话|전화/u;

const mostSentences = 12;
const fewSentences = 6;
const longest = 4000;
const longestClause = 160;

/** "Stop.", "Enough! Unsubscribe": a bare word, and nothing beside it that is about anything else. */
function saysStop(sentences: readonly Sentence[], clauses: readonly (readonly string[])[]): boolean {
  const place = clauses.findIndex((own) => own.some((clause) => bare.test(clause)));
  return (
    place >= 0 &&
    clauses.every((own, i) => {
      const { text, tokens } = sentences[i] ?? { text: '', tokens: [] };
      const isNameplate = i > place && tokens.length <= 7 && !/[.!?]\s*$/.test(text);
      return (
        isNameplate ||
        own.every((clause) => bare.test(clause) || weary.test(clause)) ||
        aboutOneself.test(own.join(' '))
      );
    })
  );
}

/** The pieces of a sentence, without what is only polite. */
const clausesOf = ({ plain }: Sentence): string[] =>
  plain
    .replace(/[^\s<>]+@[^\s<>]+/gu, 'me')
    .split(
      /[,;:.!?…。！？、，—"()]+|(?<=\s)-(?=\s)|\s(?:and|und|et|y|och|og|en|и|but|aber|pero|or|oder|sonst|otherwise)\s/u,
    )
    .map((piece) => piece.trim().replace(politeBefore, '').replace(politeBehind, '').trim())
    .filter((piece) => piece !== '')
    // None that says it is so long; cut, it says something else all the same.
    .map((piece) => piece.slice(0, longestClause));

const politeBefore =
  /^(?:(?:and|und|et|och|og|и|hello|hi|dear (?:all|sir|madam|team|sirs)|please|pls|plz|kindly|just|so|then|also|now|ok|okay|again|(?:could|can|would|will) you|i (?:would )?(?:kindly )?ask you to|you (?:can|may|should|must)|bitte|ich bitte (?:sie )?darum|hiermit|merci (?:bien )?de|merci|veuillez|prière de|pourriez-vous|pouvez-vous|s'il vous plaît|svp|por favor|le(?:s)? ruego que|les pido que|favor de|per favore|vi prego di|la prego di|prego|gentilmente|graag|gelieve|alstublieft|aub|wilt u|kunt u|snälla|vänligen|var snäll och|venligst|vennligst|vær så snill å|vær venlig at|ole hyvä ja|olkaa hyvä ja|ystävällisesti|proszę o|proszę|prosím|пожалуйста|прошу(?: вас)?)\s+)+/u;
const politeBehind =
  /(?:\s+(?:please|pls|thanks|thank you|thx|now|immediately|at once|asap|today|straight away|bitte|danke|merci|s'il vous plaît|svp|por favor|gracias|per favore|grazie|obrigad[oa]|dank u|bedankt|alstublieft|aub|tack|takk|tak|kiitos|dziękuję|děkuji|спасибо|пожалуйста))+$/u;

const whole = (...phrases: readonly string[]): RegExp =>
  new RegExp(`^(?:${phrases.map((phrase) => `(?:${phrase})`).join('|')})$`, 'u');

// --- English, put together of parts

const mails = '(?:(?:e-?)?mails?|mailings?|letters?|messages?|newsletters?|notifications?|spam|correspondence)';
const which =
  '(?:(?:any|all|every|more|further|future|other|additional|these|those|this|that|such|your|the|whatever|whichever|of|kinds?|sorts?|types?|unsolicited|automated|introduction) )*';
const lists = `(?:(?:mailing|e-?mail|mail|distribution|contact|address)[ -]?)?(?:lists?|database|records|service|system|stepback|everything|it|this|these|them|introductions?|${mails})(?: (?:this|it) (?:is|may be))?`;
const from = `(?: (?:from|off|off of|out of) ${which}${lists})`;
const me =
  '(?:me|us|myself|(?:my|this|our) (?:name|e-?mail|address|e-?mail address|mailbox|details|data|contact|contact details))';
const ever =
  '(?: (?:again|any ?more|any longer|ever|ever again|in (?:the )?future|from now on|further|at all|about (?:this|it|such things)|like (?:this|these|that)|with (?:this|these|such things)|to me|from you|from stepback|from this (?:service|address)))*';

// --- the tables

/** Nobody but the keeper of a list is asked so. */
const leavesList = whole(
  `unsubscribe(?: ${me}${from}?|${from})${ever}`,
  `(?:remove|delete|erase|unlist) ${me}${from}?${ever}`,
  `(?:take|strike|drop|cross|scratch|get|keep) ${me}${from}${ever}|(?:take|strike|cross) ${me} off`,
  `(?:i |we )?(?:(?:would like|'d like|want|wish|prefer|need|choose) to |i'd like to |i'm |i am |let me )?(?:opt(?:ing)? (?:${me} )?out|be (?:removed|taken off|deleted|unsubscribed))(?:${from}| of ${which}${lists})?${ever}`,
  `i(?:'d like| want| would like| wish) to unsubscribe${from}?`,
  `cancel my (?:subscription|registration)(?: to ${which}${lists})?`,
  // German
  `(?:ich (?:möchte|will|würde) )?(?:mich |meine (?:adresse|e-?mail-?adresse|mailadresse|daten) )?(?:bitte )?(?:aus|von|vom) (?:dem |der |diesem |dieser |ihrem |ihrer |eurem |eurer |allen )?(?:e-?mail-?|mail-?|mailing-?)?(?:verteilern?|listen?|datenbank|verzeichnis|newsletter|dienst) (?:abmelden|austragen|nehmen|streichen|löschen|entfernen|abgemeldet werden|gestrichen werden|entfernt werden)`,
  '(?:tragen|melden|nehmen|streichen|entfernen|löschen) sie (?:bitte )?(?:mich|uns|meine (?:adresse|e-?mail-?adresse|mailadresse|daten))(?: bitte)?(?: (?:aus|von|vom) [^,]{1,40}?)?(?: (?:ab|aus|heraus|raus|runter))?',
  '(?:tragt|meldet|nehmt|streicht|entfernt|löscht|trag|melde|nimm|streich|entferne|lösch) (?:mich|uns)(?: bitte)?(?: (?:aus|von|vom) [^,]{1,40}?)?(?: (?:ab|aus|heraus|raus|runter))?',
  '(?:mich |uns )(?:bitte )?(?:abmelden|austragen|streichen)|(?:ich )?(?:möchte|will) (?:mich|das|dies) (?:abmelden|austragen|abbestellen)|ich melde mich (?:hiermit )?ab',
  // French
  '(?:je (?:souhaite|veux|voudrais|désire|demande à) )?(?:me |nous )(?:désabonner|désinscrire|retirer|supprimer|rayer|enlever|ôter|radier)(?: (?:de|du|des) [^,]{1,40})?',
  '(?:désabonnez|désinscrivez|retirez|supprimez|rayez|enlevez|ôtez|radiez|désabonne|désinscris|retire|enlève)-(?:moi|nous)(?: (?:de|du|des) [^,]{1,40})?|(?:supprimer|retirer|effacer|supprimez|retirez|effacez) mon (?:adresse|nom|e-?mail|mail)(?: (?:de|du|des) [^,]{1,40})?|être (?:désabonnée?|désinscrite?|retirée?) (?:de|du|des) [^,]{1,40}|je me désabonne',
  // Spanish
  '(?:quiero |deseo |quisiera |solicito |pido |ruego )?(?:que me )?(?:me |nos )?(?:denme|deme|dadme|dame|darme|darse|dar|den|dé|la|mi) (?:me )?(?:de )?baja(?: (?:de|en) [^,]{1,40})?',
  '(?:bórr|borr|elimín|elimin|quít|quit|sáqu|saqu|retír|retir|suprím|desuscrib|desuscríb|desapúnt)(?:en|e|an|a|ad|ar|i)me(?: (?:de|del) [^,]{1,40})?|cancel(?:en|ar|e|a) (?:mi |la )?suscripción',
  // Italian
  "(?:cancella|cancellate|cancellare|toglie|togliete|toglier|rimuov[ei]|rimuovete|rimuover|elimina|eliminate|eliminar|disiscriv[ei]|disiscrivete|disiscriver|depenna|depennate|leva|levate)(?:te)?mi(?: (?:dalla|dal|da|dai|dalle) [^,]{1,40})?|(?:voglio |vorrei |desidero )?(?:disiscrivermi|cancellarmi|annullare l'iscrizione)(?: (?:dalla|dal|da|dai|dalle) [^,]{1,40})?|essere (?:cancellat|rimoss|tolt)[oa] (?:dalla|dal|da|dai|dalle) [^,]{1,40}",
  // Portuguese
  '(?:remov|retir|tir|exclu|apagu|elimin|descadastr|desinscrev)(?:am|em|a|e|er|ar|ir|i|ham)(?:-me| me| meu (?:e-?mail|nome|endereço|contato|contacto))(?: (?:da|do|de|das|dos|desta|dessa|deste) [^,]{1,40})?|me (?:remov|retir|tir|exclu|descadastr|desinscrev)(?:am|em|a|e)(?: (?:da|do|de|das|dos|desta|dessa|deste) [^,]{1,40})?|(?:quero |desejo |gostaria de )?(?:cancelar (?:a |minha |a minha )?(?:inscrição|subscrição|assinatura)|descadastrar-me|me descadastrar|desinscrever-me)',
  // Dutch
  '(?:schrijf|meld) (?:me|mij|ons) (?:uit|af)(?: (?:van|voor|bij) [^,]{1,40})?|(?:haal|verwijder|schrap|gooi) (?:me|mij|ons|mijn (?:adres|e-?mailadres|gegevens)) (?:van|uit|af) ?[^,]{0,40}|verwijder (?:me|mij)|(?:ik (?:wil|wens|zou) )?(?:me|mij) (?:graag )?(?:uitschrijven|afmelden)(?: (?:van|voor|bij) [^,]{1,40})?|(?:me|mij) (?:van|uit) [^,]{1,40} (?:te )?(?:halen|verwijderen|schrappen)',
  // Swedish, Danish, Norwegian
  '(?:ta bort|stryk|avregistrera|radera|avanmäl) mig(?: (?:från|ur) [^,]{1,40})?|jag vill (?:avregistrera mig|avsluta prenumerationen)|avsluta (?:min )?prenumeration(?:en)?',
  '(?:fjern|slet|slett|stryg|stryk|afmeld|avmeld|meld) (?:mig|meg)(?: (?:fra|av|af) ?[^,]{0,40})?|jeg (?:vil|ønsker) (?:gerne |gjerne )?(?:å |at )?(?:afmeldes|avmeldes|melde (?:mig|meg) (?:fra|av)|afmelde mig)',
  // Finnish
  '(?:poista|poistakaa|poistattehan) (?:minut|osoitteeni|tietoni)(?: [^,]{1,40})?|(?:haluan )?peru(?:a|uta|uttaa|kaa)(?: tilaus| tilaukseni)',
  // Polish, Czech
  '(?:mnie )?(?:wypisać|wypiszcie|wypisz|usunąć|usuńcie|usuń|skreślić|wykreślić|wykreślcie)(?: (?:mnie|mój adres|moje dane|mój e-?mail))(?: z [^,]{1,40})?|(?:mnie|mój adres|moje dane) (?:wypisać|usunąć|skreślić|wykreślić)(?: z [^,]{1,40})?|(?:usunięcie|wypisanie|wykreślenie) (?:mnie|mojego adresu|moich danych)(?: z [^,]{1,40})?|chcę się wypisać',
  '(?:odhlaste|odhlásit|odhlašte|vyřaďte|vyškrtněte|odstraňte|smažte|vymažte) (?:mě|mne|mou adresu|můj e-?mail)(?: ze? [^,]{1,40})?|(?:chci se|chtěl bych se|chtěla bych se) odhlásit',
  // Russian
  '(?:отпишите|уберите|удалите|исключите|вычеркните) (?:меня|мой адрес|мою почту)(?: (?:из|от|с) [^,]{1,40})?|(?:я )?(?:хочу|хотел бы|хотела бы) отписаться(?: от [^,]{1,40})?',
);

/** To whoever sends these mails, or to one who has written: which of the two, the names in the text tell. */
const refusesMail = whole(
  `(?:stop|cease|quit) (?:(?:e-?)?mailing|writing(?: to)?|contacting|messaging|spamming|bothering|pestering|harassing) (?:me|us)${ever}`,
  `(?:stop|cease|quit) sending (?:me|us)(?: ${which}(?:${mails}|stuff|things|this|these|those|them))?${ever}`,
  `(?:stop|cease|quit) (?:sending )?${which}${mails}${ever}`,
  `(?:do not|don't|never|no longer) (?:ever )?(?:(?:e-?)?mail|write(?: to)?|contact|message|bother|disturb|spam) (?:me|us)${ever}`,
  `(?:do not|don't|never|no longer) (?:ever )?send (?:me|us) ${which}(?:${mails}|more|anything|any|them|these|this|those|things|stuff)(?: of (?:these|those|them|this))?(?: else| more)?${ever}`,
  `(?:do not|don't|never) send (?:any )?(?:more|further) ${mails}${ever}`,
  `no (?:more|further) (?:of )?${which}${mails}${ever}`,
  `(?:i|we) (?:do not|don't|no longer|never) (?:want|wish|like|need|care)(?: to| for)?(?: (?:get|receive|have|see|be sent))? ${which}${mails}${ever}`,
  `(?:i|we) (?:do not|don't|no longer) (?:want|wish|like) to (?:hear from (?:you|this service|stepback)|be (?:contacted|e-?mailed|mailed|written to))${ever}`,
  // German
  '(?:senden|schicken|schreiben|mailen) sie (?:mir|uns)(?: bitte)?(?: (?:keine|keinerlei|nichts|nie|nicht(?= (?:mehr|wieder))))(?: (?:weiteren?|mehr|wieder|solchen?|derartigen?|diese))*(?: (?:e-?mails?|mails?|nachrichten|briefe?|post))?(?: (?:mehr|von ihnen))*',
  '(?:schick|schickt|sende|sendet|schreib|schreibt) (?:mir|uns)(?: bitte)? (?:keine (?:weiteren |solchen )?(?:e-?mails?|mails?|nachrichten|post)|nichts|nicht|nie)(?: mehr| wieder)*',
  '(?:mir |uns )?(?:bitte )?keine (?:weiteren |solchen |neuen )?(?:e-?mails?|mails?|nachrichten|post|briefe)(?: mehr| von ihnen| an (?:mich|uns)| an diese adresse)*(?: (?:zu )?(?:senden|schicken|schreiben|zusenden|zuschicken))?',
  '(?:kontaktieren|belästigen|behelligen|anschreiben) sie (?:mich|uns)(?: bitte)? nicht(?: mehr| wieder| weiter| länger)*|(?:mich|uns) (?:bitte )?nicht (?:mehr|wieder|weiter) (?:kontaktieren|anschreiben|belästigen)',
  '(?:ich|wir) (?:möchten?|wollen|will|wünschen?|brauchen?) (?:keine|von ihnen keine) (?:weiteren |solchen |diese )?(?:e-?mails?|mails?|nachrichten|post|briefe)(?: mehr| von ihnen| in zukunft)*(?: (?:erhalten|bekommen|haben))?',
  'hören sie (?:bitte )?(?:damit )?auf(?: (?:mir|uns) (?:zu schreiben|(?:e-?mails?|mails?) zu (?:schicken|senden)))?',
  // French
  "(?:je (?:ne )?)?n[e'] ?(?:plus |pas )?(?:me |m'|nous )?(?:plus |pas )?(?:écrire|écrivez|envoyer|envoyez|contacter|contactez|adresser|adressez|solliciter|sollicitez|recontacter|recontactez|déranger|dérangez)(?:[ -](?:moi|plus|pas|jamais|rien|de|d'autres?|aucun|ces|vos|tels|e-?mails?|courriels?|mails?|messages?|lettres?|courriers?|à l'avenir|svp))*",
  "je ne (?:veux|souhaite|désire|voudrais) (?:plus|pas) (?:recevoir )?(?:de |d'|vos |ces |aucun )?(?:autres? |tels )?(?:e-?mails?|courriels?|mails?|messages?|courriers?)(?: de votre part)?|je ne (?:veux|souhaite|désire) plus (?:rien recevoir|être contactée?|avoir de vos nouvelles)",
  "(?:arrêtez|cessez|arrête|cesse|arrêter|cesser) (?:de m'(?:écrire|envoyer(?: (?:des|vos|ces|de) ?(?:e-?mails?|courriels?|mails?|messages?|courriers?|choses))?)|de me (?:contacter|solliciter|spammer|déranger)|(?:vos|ces|les|tous les) (?:e-?mails?|courriels?|mails?|messages?|envois))|plus (?:de |aucun )(?:e-?mails?|courriels?|mails?|messages?)",
  // Spanish
  'no (?:me |nos )(?:escrib|enví|envi|mand|contact|molest)(?:an|en|as|es|a|e|áis|éis)(?: (?:más|mas|nada|nunca|otra vez|de nuevo|estos|sus|tales|ningún|de|correos?|mensajes?|e-?mails?|mails?|cartas?))*',
  'no (?:quiero|deseo|queremos) (?:recibir |que me (?:escriban|envíen|manden) )?(?:ya )?(?:más |mas |estos |sus |nada |ningún )*(?:(?:correos?|mensajes?|e-?mails?|mails?|cartas?)(?: electrónicos?)?)(?: (?:más|suyos|de ustedes))*',
  'dej(?:en|a|e|ad) de (?:escribirme|contactarme|molestarme|(?:enviarme|mandarme)(?: (?:estos|más|sus|correos?|mensajes?|e-?mails?|mails?|cosas))*)|no más (?:correos?|mensajes?|e-?mails?|mails?)',
  // Italian
  'non (?:scriv|mand|invi|contatt|disturb)(?:ete|ate|er|ar|etem|atem|erm|arm|i|a|iate)?(?:mi|ci)(?: (?:più|altre|altri|queste|nulla|niente|mail|e-?mail|messaggi|lettere))*|non mi (?:scriv|mand|invi|contatt|disturb)(?:a|i|ete|ate|iate|ino|ano)(?: (?:più|altre|altri|queste|nulla|niente|mail|e-?mail|messaggi|lettere))*',
  'non (?:voglio|desidero|vorrei) (?:più )?(?:ricevere )?(?:più )?(?:altre |altri |queste |vostre |questi )*(?:mail|e-?mail|messaggi|comunicazioni)(?: da voi)?|(?:smettetela|smetta|smettete|smettila) di (?:scrivermi|mandarmi (?:mail|e-?mail|messaggi)|contattarmi)|basta (?:con (?:le|queste|i) )?(?:mail|e-?mail|messaggi)|niente più (?:mail|e-?mail|messaggi)',
  // Portuguese
  'não (?:me |nos )(?:envi|mand|escrev|contact|contat|incomod)(?:em|am|e|a|es|as)(?: (?:mais|nada|nunca|esses|estes|e-?mails?|mensagens|mensagem|correio))*',
  'não (?:quero|desejo|queremos) (?:mais )?(?:receber )?(?:mais )?(?:estes |esses |seus |os seus )?(?:e-?mails?|mensagens|correio)(?: (?:vossos|seus|de vocês|desta lista))?|(?:parem|pare|para|deixem|deixe) de me (?:escrever|contactar|contatar|(?:enviar|mandar)(?: (?:e-?mails?|mensagens|isto|isso|estes|esses|mais))*)|chega de e-?mails?|sem mais e-?mails?',
  // Dutch
  '(?:ik (?:wil|wens|hoef) )?(?:(?:me|mij|ons) )?geen (?:verdere |nieuwe |enkele |zulke |van deze )?(?:e-?mails?|mails?|mailtjes?|berichten|post|brieven)(?: meer| van (?:u|jullie|je)| aan mij)*(?: (?:te )?(?:sturen|ontvangen|krijgen|schrijven))?',
  '(?:stuur|schrijf|mail|contacteer|benader|e-mail)(?:t u)? (?:me|mij|ons) (?:a\\.?u\\.?b\\.? |alstublieft )?(?:niet|niets|nooit|geen (?:e-?mails?|mails?|berichten|post))(?: meer| weer)*|(?:me|mij) niet meer (?:te )?(?:mailen|schrijven|benaderen|contacteren)|stop (?:ermee )?(?:met )?(?:me |mij )?(?:te )?(?:mailen|schrijven|sturen)(?: (?:van|naar) (?:deze |mij|me)?(?:e-?mails?|mails?|berichten)?)?',
  // Swedish, Danish, Norwegian
  '(?:skicka|maila|mejla|skriv|kontakta)(?: mig)?(?: (?:inga|inte|aldrig))(?: (?:fler|flera|mer|mera|till mig|mig|igen|längre|sådana|såna|några))*(?: (?:mejl|mail|e-?post|brev|meddelanden))?(?: (?:till mig|mer|igen|längre))*|sluta (?:mejla|maila|skriva till|kontakta|skicka (?:mejl|mail|e-?post|brev|sådant|det här) till) mig|jag vill inte ha (?:några |fler |mer |flera )*(?:mejl|mail|e-?post|brev|meddelanden)(?: (?:från er|längre))*|inga (?:fler|flera) (?:mejl|mail|brev|meddelanden)',
  '(?=.*\\b(?:ikke|ingen|aldrig?|flere)\\b)(?:ikke )?(?:send|skriv|kontakt)(?: (?:mig|meg))?(?: (?:ikke|ingen|aldri|aldrig))?(?: (?:flere|mere|mer|til mig|til meg|mig|meg|igen|igjen|lenger|længere|noe|noget))*(?: (?:mails?|e-?mails?|e-?post(?:er)?|mailer|beskeder|meldinger|brev|breve))?(?: (?:til mig|til meg|mere|mer|igen|igjen|lenger))*(?<=(?:ikke|ingen|aldrig?|flere)\\b.*)',
  'stopp? med (?:at |å )(?:skrive|maile|sende)(?: (?:til|mig|meg|mails?|e-?post))*|slutt (?:å|med å) (?:skrive|maile|sende)(?: (?:til|meg|mails?|e-?post))*|(?:ikke|ingen) flere (?:mails?|e-?mails?|e-?poster|mailer|beskeder|meldinger)|jeg (?:vil|ønsker) ikke (?:have |ha |modtage |motta |at modtage |å motta )*(?:flere )?(?:mails?|e-?mails?|e-?poster?|beskeder|meldinger)(?: fra (?:jer|dere))?',
  // Finnish
  '(?:älkää|älä|ei)(?: (?:enää|minulle|lisää))*(?: (?:lähettäkö|lähetä|kirjoittako|kirjoita|ottako|ota))(?: (?:yhteyttä|minulle|minuun|enää|lisää|näitä|viestejä|viestiä|sähköpostia|sähköposteja|posteja))*|en halua(?: (?:enää|lisää|saada|näitä|teiltä))*(?: (?:viestejä|viestiä|sähköpostia|sähköposteja|postia|posteja))(?: (?:teiltä|enää))*|ei enää (?:viestejä|sähköposteja|sähköpostia)',
  // Polish, Czech
  '(?:więcej |już )*nie (?:wysyłać|wysyłajcie|wysyłaj|pisać|piszcie|pisz|kontaktować|kontaktujcie|przysyłać|przysyłajcie)(?: (?:do mnie|mi|więcej|już|ze mną|się|żadnych|kolejnych|takich))*(?: (?:maili|e-?maili|wiadomości|listów))?(?: więcej)?|nie (?:chcę|życzę sobie)(?: (?:więcej|już|otrzymywać|dostawać|takich|tych|żadnych|kolejnych))*(?: (?:maili|e-?maili|wiadomości|listów))(?: więcej)?|(?:żadnych|bez) więcej (?:maili|e-?maili|wiadomości)',
  '(?:už |již |mi )*(?:neposílejte|nepište|nezasílejte|neposílej|nepiš|nekontaktujte|neobtěžujte)(?: (?:mi|mě|mne|mně|už|již|více|víc|žádné|další|takové))*(?: (?:e-?maily|maily|zprávy|dopisy))?|(?:už |již )?nechci(?: (?:už|již|dostávat|žádné|další|tyto|takové|od vás))*(?: (?:e-?maily|maily|zprávy))(?: od vás)?|žádné další (?:e-?maily|maily|zprávy)',
  // Russian
  '(?:больше )?(?:никогда )?не (?:пишите|присылайте|отправляйте|шлите|пиши|присылай|беспокойте|связывайтесь|высылайте)(?: (?:мне|меня|со мной|больше|никогда|ничего|эти|такие|таких|ваши|писем|письма|письмо|сообщений|сообщения|рассылку))*|(?:я )?(?:больше )?не (?:хочу|желаю)(?: (?:больше|получать|от вас|эти|ваши|такие|никаких))*(?: (?:письма|писем|сообщения|сообщений|рассылку))(?: от вас)?|(?:прекратите|перестаньте|хватит) (?:мне )?(?:писать|присылать|слать|рассылку)(?: мне| письма| эти| сообщения)*',
);

/** Scripts without blanks between words: no clause is said whole. An answer that is not needed is no mail that is not wanted. */
const unspaced = new RegExp(
  `^(?!.*(?:返信|返事|回信|回复|答复|답장|회신)).{0,40}(?:${[
    '(?:配信|送信|メール|連絡|案内|お知らせ).{0,12}(?:停止|中止|解除|不要|やめて|止めて|お断り|控えて|送らないで|しないで|ご遠慮)',
    '(?:登録|購読).{0,6}(?:解除|抹消|削除)|(?:リスト|名簿).{0,8}(?:外し|削除|除い)|退会',
    '수신 ?거부|구독.{0,4}(?:취소|해지|중단)|(?:메일|연락|편지|메시지).{0,16}(?:보내지 ?마|그만|하지 ?마|하지 ?말|말아|중단|원하지 ?않|받고 ?싶지 ?않)|(?:명단|목록|리스트).{0,6}(?:빼|삭제|제외)',
    '退订|退訂|取消(?:订阅|訂閱)|(?:不要|别|別|勿|停止|请勿|請勿)(?:再)?(?:给我|給我|向我)?.{0,4}(?:发|發|寄|传|傳).{0,8}(?:邮件|郵件|信|消息|訊息|给我|給我)|(?:不要|别|別|勿|请勿|請勿)(?:再)?(?:联系|聯繫|聯絡|打扰|打擾)我|(?:名单|名單|列表).{0,8}(?:删|刪|移除|去掉)|不(?:想|愿|願)(?:再)?(?:收到|接收).{0,10}(?:邮件|郵件|信|消息|訊息)',
  ].join('|')})`,
  'u',
);

/** The one word of a letter's foot, and its like. */
const bare = whole(
  'stop(?: (?:it|this|all|now|everything|here))*|no more(?: (?:of )?(?:these|this|those|it))?|unsubscribe|opt out|leave me alone|remove|cancel subscription',
  'stopp?|abmelden|abmeldung|abbestellen|austragen|kündigen|lassen sie mich in ruhe|schluss damit',
  'stop|arrêt|arrêtez|arrêter|désabonner|désabonnement|désinscrire|désinscription|se désinscrire|se désabonner',
  'baja|alto|dar de baja|darse de baja|cancelar suscripción|desuscribir|desuscribirme',
  'basta|annulla iscrizione|disiscrizione|disiscrivi|cancellazione|cancella iscrizione',
  'parar?|pare|cancelar (?:inscrição|subscrição|assinatura)|descadastrar|remover',
  'uitschrijven|afmelden|uitschrijving|stoppen|laat me met rust',
  'avregistrera|avregistrering|sluta|avsluta|avmeld|afmeld|avmelding|afmelding|slutt|meld fra|frameld',
  'lopeta|lopettakaa|peruuta tilaus|poista|peru',
  'rezygnuję|wypisz|wypisać|rezygnacja|odhlásit|odhlášení|zrušit odběr|dost',
  'отписаться|отписка|стоп|отписать|хватит',
);

const weary = new RegExp(
  `^(?:no|no thanks?|no thank you|thanks?|thank you|sorry|please|enough(?: (?:of (?:this|these|it)|already|is enough))?|no more(?: of (?:these|this|it|those))?|not interested(?: in (?:this|these|any of (?:this|these)|such things))?|(?:i am|i'm|we are|we're) not interested(?: in (?:this|these|any of (?:this|these)))?|i have no interest(?: in .{1,30})?|this is spam|spam|i (?:do not|don't|no longer|never) (?:want|wish|need|asked for|ask for)(?: to (?:get|receive|have))? ?${which}(?:this|these|those|it|them)?${ever}|nein(?: danke)?|danke|kein interesse|nicht interessiert|genug|non(?: merci)?|merci|pas intéressée?|no gracias|gracias|no me interesa|no(?: grazie)?|grazie|non mi interessa|não(?: obrigad[oa])?|obrigad[oa]|nee(?: dank u)?|bedankt|geen interesse|nej(?: tack)?|tack|nei(?: takk)?|nie(?: dziękuję)?|ne(?: děkuji)?|нет(?: спасибо)?|спасибо)$`,
  'u',
);

/** What somebody who says stop says of themselves, or of what they get. */
const aboutOneself =
  /\b(?:i|we) (?:do not|don't|did not|didn't|never|have not|haven't|get|receive|am|'m|have) .{0,40}\b(?:know|remember|sign(?:ed)?|ask(?:ed)?|subscrib\w*|interest\w*|consent\w*|agree\w*|want\w*|time|mails?|e-?mails?|spam|you|inbox|who)\b|\b(?:this|it) is (?:spam|unsolicited|harassment)\b|\btoo (?:much|many) (?:of (?:this|these|it)|(?:e-?)?mails?)\b/u;

const starting =
  /^(?:\W|please)*(?:start|subscribe|resubscribe|opt (?:me )?(?:back )?in|unstop)(?:,? (?:again|me|please|sending))*[\s.!]*$/;

/** Greeted by name are the two together, or one: then it is said to that one. */
const speaksToOne = (opensWith: string): boolean =>
  opensWith !== '' && !openers.test(opensWith) && !/\s(?:and|und|et|y|e|en|och|og|&)\s|[,&+]/u.test(opensWith);

/** "Stop! Owen, before you come: …", "Stop worrying, Owen." */
const namesSomebody = (text: string): boolean =>
  [
    /^\P{L}*(\p{Lu}\p{Ll}+)(?:[- ]\p{Lu}\p{Ll}+)?\s*[,:—–]/u,
    /,\s*(\p{Lu}\p{Ll}+)(?:[- ]\p{Lu}\p{Ll}+)?\s*[.!?]*$/u,
  ].some((pattern) => {
    const word = pattern.exec(text)?.[1];
    return word !== undefined && !openers.test(word);
  });

const openers =
  /^(?:stop|please|snälla|vänligen|venligst|vennligst|proszę|sorry|thanks|thank|no|hello|hi|yes|unsubscribe|enough|also|again|however|unfortunately|spam|bitte|danke|nein|hallo|leider|stopp|merci|non|bonjour|désolée?|gracias|hola|no|grazie|ciao|obrigad[oa]|não|olá|bedankt|nee|beste|tack|nej|hej|takk|nei|hei|tak|kiitos|ei|dziękuję|nie|prosím|děkuji|ne|спасибо|нет|здравствуйте|пожалуйста|helaas|tyvärr|niestety|bohužel|malheureusement|lamentablemente|purtroppo|infelizmente|team|all|everybody|everyone|sir|madam)$/iu;
