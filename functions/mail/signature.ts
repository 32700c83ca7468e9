// The end of a mail that is no message: `-- `, "Sent from my …", closing formulas with the name below, the writer's name, company blocks,
// disclaimers, in the languages of MAIL-RULES A9. Requests may follow a name: a P.S., or a paragraph that reads like one, stays.

import type { Mailbox } from './mail.ts';

/** For each line of a stretch without quotations whether it is signature. `opens`: nothing of the mail stands above the stretch. */
export function markSignature(lines: readonly string[], writer: Mailbox | null, opens: boolean): boolean[] {
  const told = endOfTold(lines);
  if (told > 0) return [...lines.slice(0, told).map(() => false), ...markSignature(lines.slice(told), writer, false)];
  const signed = lines.map(() => false);
  const isWriter = nameTest(writer);
  const end = footerStart(lines, isWriter, opens);
  signed.fill(true, end);
  const closing = closingStart(lines, end, isWriter);
  if (closing !== null) markClosing(lines, closing, end, signed, isWriter);
  markBareName(lines, signed, isWriter, opens);
  // "Thanks!" and a name may be all that there is: then it is the message.
  if (closing !== null && lines.every((line, at) => signed[at] || line.trim() === '')) signed[closing] = false;
  return signed;
}

/** Where the paragraph ends that tells the service which signature to use, "my signature is …": that one is the message. 0 for none. */
function endOfTold(lines: readonly string[]): number {
  const start = lines.findIndex((line) => /^\W*(?:[\w']+ ){0,4}signature\b/i.test(line) && !/[.?!]\s/.test(line));
  if (start < 0) return 0;
  const below = /(?::|\bsignature\W*)$/i.test(lines[start] ?? '');
  let end = below ? nextFilled(lines, start + 1, lines.length) : start;
  while (end < lines.length && lines[end]?.trim() !== '') end += 1;
  return end;
}

// --- Below a line that only programs write -----------------------------------------------------------------------------------

/** The first line of what is cut to the end of the stretch: delimiter, "Sent from …", disclaimer, list footer; `lines.length` for none. */
function footerStart(lines: readonly string[], isWriter: NameTest, opens: boolean): number {
  let above = '';
  let somethingAbove = !opens;
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (line === '-- ') return at;
    if (text !== '' && text.length <= longestFooter) {
      const below = lines[nextFilled(lines, at + 1, lines.length)]?.trim() ?? '';
      if (
        /^(?:--|—|––)$/.test(text) &&
        (below === '' || isName(below, isWriter) || isContact(below) || sentFrom.test(below))
      )
        return at;
      if (
        somethingAbove &&
        (isFooter(text) ||
          (isRule(text) &&
            isFooter(
              lines
                .slice(at + 1, at + 6)
                .join(' ')
                .trim(),
            )))
      )
        return at;
      // A line in the middle of a wrapped sentence may begin like this too.
      if (above.length < 50 && sentFrom.test(text)) return at;
    }
    somethingAbove ||= text !== '';
    above = text;
  }
  return lines.length;
}

const longestFooter = 600;
const isRule = (text: string) => /^[-_=*~#]{3,}$/.test(text);
const isFooter = (text: string) => disclaimer.test(text.slice(0, 400)) || listFooter.test(text.slice(0, 200));

/** As a line of its own; an article, a device or a program follows. */
const sentFrom = new RegExp(
  `^\\W{0,3}(?:${[
    '(?:sent|written|dictated|composed|posted) (?:from|with|via|on|using|by)(?: my| an?| the)? .{2,60}|get outlook for .{2,60}|(?:please )?(?:excuse|forgive|pardon) (?:my |any |the )?(?:brevity|typos?|short).{0,80}',
    '(?:gesendet|gesandt|verschickt|geschrieben) (?:von|mit|aus|über|vom) .{2,60}|von .{2,40} gesendet|(?:diese nachricht wurde )?von meine[mr] .{2,40} gesendet|outlook für .{2,40} (?:beziehen|herunterladen)|holen sie sich outlook .{2,40}',
    "envoyé (?:de|depuis|à partir de|avec|via)(?: mon| ma|['’]| un| une)? ?.{2,60}|(?:télécharger|obtenez|obtenir) outlook pour .{2,40}",
    '(?:enviado|mandado) (?:desde|con|por|do|a partir do|pelo|com)(?: mi| meu| o| el)? .{2,60}|obtener outlook para .{2,40}|obter o outlook para .{2,40}|baixe o outlook .{2,40}',
    '(?:inviato|spedito|scaricato) (?:da|dal|con|tramite)(?: mio)? .{2,60}|(?:scarica|ottieni) outlook per .{2,40}',
    '(?:verzonden|verstuurd|gestuurd) (?:vanaf|vanuit|via|met|door)(?: mijn)? .{2,60}|outlook voor .{2,40} downloaden|download outlook voor .{2,40}',
    '(?:skickat|sänt|skickades) (?:från|med)(?: min)? .{2,60}|hämta outlook för .{2,40}',
    '(?:sendt|skrevet) (?:fra|med|via)(?: min| mit)? .{2,60}|(?:hent|få) outlook (?:til|for) .{2,40}',
    'lähetetty .{2,60}|hanki outlook .{2,40}|hae outlook .{2,40}',
    'wysłan[eoay] (?:z|ze|za pomocą|przez) .{2,60}|(?:pobierz|uzyskaj) .{0,20}outlook .{2,40}',
    '(?:odesláno|posláno) (?:z|ze|pomocí|přes) .{2,60}|(?:získejte|stáhnout) outlook .{2,40}',
    '(?:отправлено|послано) (?:с|из|от|через) .{2,60}|(?:скачать|получить|получите) outlook .{2,40}',
    '.{2,30}から送信|outlook for .{2,30}を入手',
    '.{2,40}에서 (?:보냄|보낸 메일|전송)|나의 .{2,30}에서 보냄|.{0,20}outlook 다운로드',
    '(?:从|從|发自|發自|來自|来自).{0,20}(?:iphone|ipad|android|手机|手機|outlook|邮箱|郵箱|mail).{0,20}|(?:获取|取得|下載) ?.{0,20}outlook.{0,20}',
  ].join('|')})$`,
  'iu',
);

const disclaimer = new RegExp(
  [
    '\\b(?:this|the) (?:e-?mail|message|communication|transmission)(?: \\S+){0,12} (?:confidential|privileged|intended (?:solely|only|exclusively)|may contain)|^\\W*(?:confidentiality|disclaimer|privileged)(?: notice)? ?:|received this (?:e-?mail|message|communication|transmission) in error|(?:please )?consider the environment before printing|scanned (?:for viruses|by)|virus[- ]free|^(?:.{0,60} )?(?:registered|company) (?:office|number|charity|no\\.?|in)(?: in)?:?.{0,60}(?:england|wales|scotland|ireland|\\d{5,})',
    '(?:diese (?:e-?mail|nachricht)|der inhalt dieser).{0,120}(?:vertraulich|ausschließlich)|nicht der (?:richtige |beabsichtigte )?(?:adressat|empfänger)|irrtümlich erhalten|^(?:amtsgericht|registergericht|handelsregister|geschäftsführer|ust-?id)\\b[^.]{0,60}[:\\d]',
    "(?:ce (?:message|courriel|mail|courrier)|cet e-?mail).{0,120}(?:confidentiel|exclusif|destiné exclusivement)|reçu (?:ce (?:message|courriel|mail)|cet e-?mail) par erreur|avant d['’]imprimer",
    '(?:este (?:mensaje|correo|e-?mail|mensagem)|esta mensagem).{0,120}(?:confidencia|exclusivamente|privilegiad)|por error.{0,60}(?:recibido|mensaje)|recebeu esta mensagem por engano|antes de imprimir',
    '(?:questo (?:messaggio|e-?mail)|questa (?:e-?mail|comunicazione)|le informazioni contenute).{0,120}(?:riservat|confidenzial|esclusiv)|ricevut[eo] questo messaggio per errore|prima di stampare',
    'dit (?:e-?mail)?bericht.{0,120}(?:vertrouwelijk|uitsluitend bestemd)|(?:detta|dette|denne) (?:e-?post|meddelande|meddelelse|e-?mail|mail).{0,120}(?:konfidentiel|fortrolig|avsett|sekretess)|tämä (?:viesti|sähköposti).{0,120}luottamukselli',
    '(?:ta|niniejsza) (?:wiadomość|korespondencja).{0,120}(?:poufn|przeznaczon)|(?:tato zpráva|tento e-?mail).{0,120}(?:důvěrn|určen)|(?:это|данное|настоящее) (?:сообщение|письмо).{0,120}(?:конфиденциальн|предназначен)',
    'このメール.{0,60}(?:機密|秘密)|본 메일.{0,60}(?:비밀|기밀)|(?:本邮件|本郵件|此邮件).{0,60}(?:保密|机密|機密)',
  ].join('|'),
  'iu',
);

const listFooter =
  /^\W*(?:you (?:are receiving|received|are subscribed|get) (?:this|to) .{0,60}(?:because|list|group|subscri)|to (?:unsubscribe|be removed|opt out) (?:from|,|go|visit|click|send|reply)|(?:click here to )?unsubscribe(?: from this list| here|:|$)|.{1,60} mailing list$|abmelden:|se désabonner|darse de baja)|\/listinfo\//i;

// --- Closing formulas ----------------------------------------------------------------------------------------------------------

/** The closing formula of the stretch: the last one below which there is only a name and a signature, or a P.S. and other paragraphs. */
function closingStart(lines: readonly string[], end: number, isWriter: NameTest): number | null {
  for (let at = end - 1; at >= 0; at -= 1) {
    const line = lines[at]?.trim() ?? '';
    if (line === '' || line.length > 60 || !isClosing(line, isWriter)) continue;
    const below = nextFilled(lines, at + 1, end);
    if (below === end || nameOnClosing(line, isWriter) || isNameBelow(lines, at, below, isWriter)) return at;
  }
  return null;
}

/** From the formula on: the name below it, and the company block below that. */
function markClosing(
  lines: readonly string[],
  start: number,
  end: number,
  signed: boolean[],
  isWriter: NameTest,
): void {
  signed[start] = true;
  let at = start;
  const next = nextFilled(lines, start + 1, end);
  if (next < end && !nameOnClosing(lines[start]?.trim() ?? '', isWriter) && isNameBelow(lines, start, next, isWriter)) {
    signed[next] = true;
    at = next;
  }
  markDetails(lines, at + 1, end, signed, isWriter);
}

/**
 * The lines of a company block: those right below the name, and paragraphs further down that begin with the writer's name or hold a
 * number, an address or a link.
 */
function markDetails(lines: readonly string[], from: number, end: number, signed: boolean[], isWriter: NameTest): void {
  let at = from;
  for (; at < end && lines[at]?.trim() !== ''; at += 1) {
    if (!isDetail(lines[at]?.trim() ?? '')) return;
    signed[at] = true;
  }
  for (at = nextFilled(lines, at, end); at < end; at = nextFilled(lines, at, end)) {
    let stop = at;
    while (stop < end && lines[stop]?.trim() !== '') stop += 1;
    const paragraph = lines.slice(at, stop).map((line) => line.trim());
    const named = isWriter(paragraph[0] ?? '') || isWriterAtWork(paragraph[0] ?? '', isWriter);
    if (!paragraph.slice(named ? 1 : 0).every(isDetail) || !(named || paragraph.some(isContact))) return;
    signed.fill(true, at, stop);
    at = stop;
  }
}

/** The writer's name, or another that stands right below a formula without an end: `Cheers,` and `Nell`. Requests look like names too. */
function isNameBelow(lines: readonly string[], start: number, at: number, isWriter: NameTest): boolean {
  const name = lines[at]?.trim() ?? '';
  return (
    isWriter(name) ||
    isWriterAtWork(name, isWriter) ||
    (at === start + 1 && !/[.!:;]$/.test(lines[start]?.trim() ?? '') && looksLikeName(name))
  );
}

function nextFilled(lines: readonly string[], from: number, end: number): number {
  let at = from;
  while (at < end && lines[at]?.trim() === '') at += 1;
  return at;
}

const formulas = [
  '(?:with |my |all )*(?:(?:very )?best|kind(?:est)?|warm(?:est)?|friendly|good)?,?(?: and)? ?(?:wishes|regards|greetings)|regards|best|all (?:the|my) (?:very )?best|all best|br|kr|rgds|brgds|cheers|sincerely(?: yours)?|yours(?: (?:sincerely|truly|faithfully|ever|as ever|aye))?|warmly|cordially|respectfully|take care|talk soon|speak soon|(?:see|talk to) you(?: soon)?|(?:(?:with )?(?:much |lots of |all my )?love|hugs)(?: and (?:hugs|kisses))?|(?:very )?warmest|kindest|as (?:ever|always)|with every good wish|thanking you|bless you|in haste|ciao|xx*o*x*|tia|ttyl|have a (?:good|great|nice|lovely) (?:day|weekend|week|evening|one)|(?:many |so many |a thousand )?thanks(?: (?:again|a lot|a million|so much|very much|in advance|as ever|as always|all|everyone|and (?:best|kind|warm)(?: (?:wishes|regards))?|and regards|for everything|for your help))*|thank you(?: (?:again|so much|very much|in advance|and (?:best|kind) (?:wishes|regards)|both|kindly))*|thx|ta|much appreciated|with (?:gratitude|thanks|appreciation)|gratefully',
  '(?:mit )?(?:(?:freundlich|best|herzlich|lieb|viel|schön|sonnig)e[nrs]?|und|lg|,| )* ?(?:gr(?:ü|ue)(?:ß|ss)e?n?|gruß)(?: (?:aus|von|nach) \\S+)?|lg|vg|mfg|bg|hg|beste|liebe|(?:vielen |herzlichen |besten |tausend )?dank(?: (?:im voraus|und .{0,30}|dir|ihnen))?|danke(?: (?:schön|im voraus|dir|euch|ihnen|und .{0,30}))?|hochachtungsvoll|alles gute|bis (?:bald|dann)|schönen (?:tag|abend)(?: noch)?',
  '(?:(?:bien|très|tres) )?(?:cordialement|sincèrement|amicalement)|cdlt|cdt|bien (?:à vous|à toi|a vous|a toi)|amitiés|(?:mes |nos )?(?:meilleures |sincères |cordiales )?salutations(?: distinguées)?|bonne (?:journée|soirée|semaine|fin de semaine)|à (?:bientôt|plus|très vite)|bises|bien amicalement|(?:un grand |mille )?merci(?: (?:beaucoup|d.avance|encore|à toi|à vous|et .{0,20}))*',
  '(?:un |cordiales |muchos )?(?:cordial |fuerte |gran )?(?:saludos?|abrazos?)(?: cordial(?:es)?)?|atentamente|cordialmente|(?:muchas |mil )?gracias(?: (?:de antemano|por adelantado|y .{0,20}))?|hasta (?:pronto|luego)|quedo atent[oa]',
  '(?:(?:cordiali|distinti|cari|carissimi|tanti) )?saluti|un (?:caro )?(?:saluto|abbraccio)|cordialmente|a presto|buona (?:giornata|serata)|(?:grazie|mille grazie|tante grazie)(?: (?:mille|ancora|in anticipo|e .{0,20}))?|con i migliori saluti',
  '(?:com os )?(?:melhores |meus |atenciosos )?cumprimentos|atenciosamente|att|(?:um |grande )?(?:forte )?abraços?|(?:muito )?obrigad[oa](?: (?:desde já|e .{0,20}))?|até (?:breve|logo)',
  '(?:met )?(?:(?:vriendelijke|hartelijke|beste|lieve|veel) )?groet(?:en|jes)?|mvg|(?:hartelijk |alvast |veel )?(?:dank|bedankt)(?: (?:alvast|en .{0,20}))?|hoogachtend|tot (?:snel|ziens|gauw)',
  '(?:med )?(?:vänliga?|bästa|varma|goda)? ?hälsning(?:ar)?|mvh|vänligen|(?:stort )?tack(?: (?:på förhand|så mycket))?|hälsningar|allt gott',
  '(?:(?:med|mange|de|bedste|beste|kærlig) )*(?:venlige?|vennlige?|kærlige?|bedste|beste|gode|hjertelig)? ?(?:hilsen(?:er)?|hilsner)|mvh|kh|vh|(?:mange |tusen |tusind )?takk?(?: (?:på forhånd|for hjelpen|for hjælpen))?',
  '(?:ystävällisin|parhain|lämpimin) ?(?:terveisin|terveiset)?|terveisin|terveiset|terv\\.?|(?:paljon )?kiitos(?: etukäteen)?|kiitoksia|yst\\.? terv\\.?',
  '(?:serdecznie )?pozdrawiam(?: serdecznie)?|pozdrowienia|(?:z |łączę )?(?:poważaniem|wyrazami szacunku|pozdrowieniami)|(?:dziękuję|dzięki|dziekuje)(?: (?:z góry|bardzo|i .{0,20}))?',
  '(?:s |se )(?:pozdravem|přátelským pozdravem|úctou|přáním .{3,30})|(?:srdečně )?zdravím|(?:předem )?(?:děkuji|díky|dekuji)(?: (?:předem|moc))?|hezký (?:den|víkend)|mějte se',
  'с (?:уважением|наилучшими пожеланиями|приветом|любовью)|(?:всего|всех) (?:доброго|хорошего|благ|наилучшего)|(?:большое )?(?:спасибо|благодарю)(?: (?:заранее|большое|и .{0,20}))?|до (?:связи|свидания|встречи)|хорошего дня',
  '(?:どうぞ|何卒|以上、?)?(?:よろしく|宜しく)(?:お願い(?:いた|致)?し(?:ます|申し上げます)|お願い申し上げます)?|敬具|草々|以上|ありがとうございます|ありがとうございました',
  '(?:감사합니다|고맙습니다|안녕히 계세요|수고하세요|감사드립니다)|.{2,8} (?:드림|올림|배상)',
  '此致|敬礼|敬禮|祝好|(?:谢谢|謝謝|多谢|多謝)|顺(?:颂|祝)(?:商祺|时祺)?|順頌(?:商祺|時祺)?|此致敬礼|祝.{1,8}',
];
const closing = new RegExp(`^(?:${formulas.join('|')})\\s*(?<mark>[,.!:;…–—~、，。！-]*)\\s*(?<name>.*)$`, 'iu');

/** A line that is a closing formula, alone or with the name: `Best wishes,`, `Cheers, Tom`, `Viele Grüße aus Wien`. */
function isClosing(line: string, isWriter: NameTest): boolean {
  const groups = closing.exec(line)?.groups;
  return groups !== undefined && (groups.name === '' || nameOnClosing(line, isWriter));
}

function nameOnClosing(line: string, isWriter: NameTest): boolean {
  const { name = '', mark } = closing.exec(line)?.groups ?? {};
  return name !== '' && (isWriter(name) || (mark === ',' && looksLikeName(name)));
}

// --- Names and what stands below them --------------------------------------------------------------------------------------------

type NameTest = (text: string) => boolean;

/** Whether a line is the writer's own name, first name or initials: `Ada`, `Ada B.`, `- AB`, `ada brook`. */
function nameTest(writer: Mailbox | null): NameTest {
  const localPart = writer?.address.split('@')[0] ?? '';
  const words = fold(writer?.name.replace(/\(.*?\)|".*?"/g, ' ') || localPart.replace(/[._+\d-]+/g, ' '))
    .split(/[\s,]+/)
    .filter(Boolean);
  const initials = words.map((word) => word[0] ?? '').join('');
  return (text) => {
    if (text.length > 80) return false;
    const said = fold(text.replace(/^[-–—~/*_\s]+|[-–—~/*_.!,\s]+$/g, ''))
      .replace(/(?<=^\p{L}|\s)x{1,3}$/u, '')
      .replace(titles, ' ')
      .trim();
    const parts = said.split(/[\s.,]+/).filter(Boolean);
    if (parts.length === 0 || parts.length > 5) return false;
    if (parts.join('') === initials || (parts.length === 1 && parts[0] === words[0]?.[0])) return words.length > 0;
    return parts.every((part, at) => words.includes(part) || (at > 0 && words.some((word) => word[0] === part)));
  };
}

const titles = /(?<!\S)(?:ph\.?d|md|mba|msc|bsc|jr|sr|esq|mph|rn|cpa|dr|prof|mrs?|ms|miss|sir)\b\.?/g;

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** One to four words, each beginning with a capital or in a script without capitals: `Tom`, `J. R. Brook`, `van der Berg`, `山田`. */
const looksLikeName = (text: string) =>
  text.length <= 40 &&
  /^[-–—~*/\s]*(?:(?:(?:van|von|de|der|den|di|da|del|la|le|bin|al|el|dr|prof)\.?\s)*[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*(?:\s|$)){1,4}[.,!]?$/u.test(
    text,
  );

/** The writer's name and what goes with it in one line: `Ada Brook | Founder`, `Ada Brook OBE`, `Ada Brook, head of tides`. */
function isWriterAtWork(line: string, isWriter: NameTest): boolean {
  const bar =
    /^(.{2,60}?)\s*(?:[|•·]|\s[–—-]\s)\s*(.{2,80})$/u.exec(line) ?? /^(.{2,60}?),\s+([^,.;:?!]{2,60})$/u.exec(line);
  if (bar) return isWriter(bar[1] ?? '') && !/[.?!:]$/.test(bar[2] ?? '');
  const letters = /^(.{2,60}?)(?:(?:,? (?:[A-Z][A-Za-z]*\.?){1,3}(?<=[A-Z.][A-Z.]))+| \([^()]{2,30}\))$/u.exec(line);
  return letters !== null && isWriter(letters[1] ?? '');
}

const isName = (line: string, isWriter: NameTest) => isWriter(line) || looksLikeName(line);

/** A line of a company block: a title, a company, a number, a link; not a sentence and no P.S. */
function isDetail(line: string): boolean {
  if (postscript.test(line) || line.length > 120) return false;
  return isContact(line) || (titleCase.test(line) && !/[?!:]$/.test(line));
}

const postscript = /^(?:p\.? ?p?\.? ?s\b|n\.? ?b\.? ?[:.])/i;

function isContact(line: string): boolean {
  return (
    /\+?\d[\d\s()./-]{6,}\d|https?:|www\.|^\S+@\S+$|^@\w+|\s[|•·]\s/i.test(line) ||
    /^(?:tel|phone|mobile|cell|mob|fax|t|m|e|w|p|f|a|web|e-?mail|skype|linkedin|twitter|tél|tlf|puh|телефон|тел|電話|전화|电话)\b\.?\s*[:：]/i.test(
      line,
    )
  );
}

/** Every word with a capital but the small ones: `Head of Robotics at Acme`. */
const titleCase =
  /^(?:(?:[\p{Lu}\p{Lt}\p{Lo}\d&(]\S*|of|and|the|at|for|in|de|du|des|la|le|der|die|das|für|und|van|von|di|del|e|y|et|\||–|-)(?:\s+|$))+$/u;

/** The writer's name on a line of its own: at the end, above a P.S. or a company block, or with an empty line below. */
function markBareName(lines: readonly string[], signed: boolean[], isWriter: NameTest, opens: boolean): void {
  const end = signed.includes(true) ? lines.findLastIndex((_, at) => !signed[at]) + 1 : lines.length;
  const first = nextFilled(lines, 0, end);
  // A name that is all the mail is an answer.
  for (let at = opens ? first + 1 : first; at < end; at += 1) {
    const line = lines[at]?.trim() ?? '';
    const atWork = at > 0 && lines[at - 1]?.trim() === '' && /^\S+ \S+/.test(line) && isWriterAtWork(line, isWriter);
    if (signed[at] || !(isWriter(line) || atWork)) continue;
    const below = lines[at + 1]?.trim() ?? '';
    if (at + 1 < end && below !== '' && !postscript.test(below) && !isDetail(below)) continue;
    signed[at] = true;
    markDetails(lines, at + 1, end, signed, isWriter);
    return;
  }
}
