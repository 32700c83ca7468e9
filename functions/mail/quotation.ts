// Where somebody else's words stand in the text of a mail (MAIL-RULES F): `>`, "On DATE, X wrote:" in its orders and folds, Outlook's header
// block, "-----Original Message-----", in the languages of MAIL-RULES A9. Lines go in, a mark for each comes out. The list of forms of npm's
// email-reply-parser is the base; it looks at the whole text at once, cuts answers below a quotation and takes time that grows with the
// square of a line's length, so it is asked about single lines, and languages, folds, header blocks and forwards are ours.

import EmailReplyParser from 'email-reply-parser';

const parser = new EmailReplyParser();

/**
 * For each line whether it is quoted, attributions and separators included. What stands between and below lines with `>` is not;
 * after an attribution without `>` below it, a forwarded mail or a header block, everything is.
 */
export function markQuotations(lines: readonly string[]): boolean[] {
  const quoted = lines.map((line) => /^\s*>/.test(line));
  for (let at = 0; at < lines.length; at += 1) {
    if (quoted[at]) continue;
    if (startsCopy(lines, at)) {
      quoted.fill(true, withRuleAbove(lines, at));
      break;
    }
    const length = attributionLength(lines, at);
    if (length === 0) continue;
    const below = firstFilled(lines, at + length);
    if (!quoted[below]) {
      quoted.fill(true, at);
      break;
    }
    quoted.fill(true, at, below);
    at = below;
  }
  return withOverflow(lines, quoted);
}

function firstFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  return at;
}

/** A rule of underscores or the like above a copy belongs to it. */
function withRuleAbove(lines: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && /^[\s_=*—-]*$/.test(lines[start - 1] ?? '')) start -= 1;
  return start;
}

/** Old programs wrap long quoted lines and leave the rest without its `>`: not an answer. */
function withOverflow(lines: readonly string[], quoted: readonly boolean[]): boolean[] {
  const longLine = 60;
  return quoted.map(
    (mark, at) =>
      mark ||
      (at > 0 &&
        quoted[at - 1] === true &&
        quoted[at + 1] === true &&
        (lines[at - 1]?.length ?? 0) >= longLine &&
        /^\p{Ll}/u.test(lines[at] ?? '')),
  );
}

// --- Attributions: "On DATE, X wrote:" -----------------------------------------------------------------------------------

const mostFolds = 4;
const longestAttribution = 400;

/** How many lines from `at` on are one attribution; 0 where none begins. Mail programs fold it anywhere. */
function attributionLength(lines: readonly string[], at: number): number {
  let text = '';
  for (let count = 1; count <= mostFolds && at + count <= lines.length; count += 1) {
    const line = lines[at + count - 1]?.trim() ?? '';
    // A fold may leave `>:` on a line of its own, which is no quotation.
    if (line === '' || /^>(?!\s*[:：]$)/.test(line) || text.length + line.length > longestAttribution) return 0;
    text = text === '' ? line : `${text} ${line}`;
    if (isAttribution(text) || (count === 1 && (namesWriter.test(text) || introducesQuotation(text, lines, at + 1))))
      return count;
  }
  return 0;
}

/** A line right above a quotation may be looser: "Ada wrote:", or any form that email-reply-parser knows. */
function introducesQuotation(line: string, lines: readonly string[], below: number): boolean {
  if (!/^\s*>/.test(lines[firstFilled(lines, below)] ?? '')) return false;
  return (wrote.test(line) && /[:：]$/.test(line)) || parser.parseReply(`${line}\n> quoted`).trim() === '';
}

function isAttribution(text: string): boolean {
  if (!moment.test(text) || !begins.test(text)) return false;
  if (wrote.test(text)) return /[:：]\W{0,3}$/.test(text) || endsInWrote.test(text);
  return /^\W*(?:\d|\p{L}{2,12}[.,])/u.test(text) && /<?[^\s<>]+@[^\s<>]+>\s*[:：]$/.test(text);
}

const verbs =
  'wrote|writes|schrieb|a [ée]crit|escribi[óo]|ha scritto|scrive|escreveu|schreef|skrev|kirjoitti|napisał(?:\\(a\\)|a)?|pisze|napsal(?:\\(a\\)|a)?|píše|написа(?:л|ла|л\\(а\\))|пишет|さんは書きました|さんが書きました|のメッセージ|書きました|書いた|작성|님이 작성|썼습니다|님의 말|写道|寫道|写到';
const wrote = new RegExp(
  `(?:^|[\\s>"',.)\\]]|\\d|(?<=[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}]))(?:${verbs})(?=$|[\\s:：])`,
  'iu',
);
const endsInWrote = new RegExp(`(?:${verbs})\\s*[:：]?\\W{0,3}$`, 'iu');
/** `Ada Brook <ada@brook.test> wrote:` on one line. */
const namesWriter = new RegExp(`^[-\\s]*[^<>]{1,80}<[^\\s<>]+@[^\\s<>]+>[^<>]{0,60}(?:${verbs})\\s*[:：]$`, 'iu');
/** A time or a date, however it is written. */
const moment = /\d{1,2}[:.h]\s?\d{2}|\b(?:19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}|\d\s?[年月日년월일]/;
/** What an attribution begins with: its preposition, a day of the week, or a number. */
const begins =
  /^[-*_\s]*(?:on|le|el|il|in data|em|a|no dia|am|op|den|w dniu|dnia|dne|v|в|на|в|от)\s|^\W*(?:\d|\p{L}{2,12}[.,]\s?|\p{L}{2,3}\s\d|[在于於])/iu;

// --- Copies: header blocks, "Original Message", forwards -------------------------------------------------------------------

function startsCopy(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? '';
  return line.length < 200 && (separator.test(line) || headerBlockStarts(lines, at));
}

const separator = new RegExp(
  `^(?:[-_=*\\s]{2,}|\\W*begin )\\s*(?:${[
    '(?:original|forwarded|start of forwarded|reply|replied|end of forwarded) (?:message|e-?mail|mail|appointment)|forwarded by .{1,80}|forwarded message from .{1,80}',
    '(?:ursprüngliche|original|weitergeleitete) ?(?:nachricht|mail)|originalnachricht|weitergeleitete (?:nachricht|e-?mail)|anfang der weitergeleiteten nachricht',
    "message (?:d['’]origine|original|initial|transféré|transmis)|courriel original|message transféré",
    'mensaje (?:original|reenviado)|mensaje original',
    'messaggio (?:originale|inoltrato)|messaggio originale',
    'mensagem (?:original|encaminhada|reencaminhada)',
    '(?:oorspronkelijk|origineel|doorgestuurd) bericht|doorgestuurd bericht',
    '(?:ursprungligt|vidarebefordrat|vidarebefordrade) (?:meddelande|brev)|originalmeddelande',
    '(?:oprindelig|videresendt|original) (?:besked|meddelelse|mail)|(?:opprinnelig|videresendt) (?:melding|e-post)',
    '(?:alkuperäinen|edelleenlähetetty|välitetty) viesti',
    '(?:oryginalna|wiadomość|przekazana|treść) (?:wiadomość|oryginalna|przekazana)(?: wiadomość)?|wiadomość oryginalna',
    '(?:původní|přeposlaná) (?:zpráva|e-mail)',
    '(?:исходное|пересылаемое|пересланное|оригинальное) (?:сообщение|письмо)|начало переадресованного сообщения|конец переадресованного',
    '(?:元のメッセージ|転送メッセージ|転送されたメッセージ|original message)',
    '원본 ?(?:메시지|메일)|전달된 메시지',
    '(?:原始邮件|原始郵件|原邮件|转发的邮件|轉寄的郵件|转发邮件|邮件原件|原始信息)',
  ].join('|')})(?::|\\s*[-_=*]*)$`,
  'iu',
);

/** The labels of a copied header, in the languages of MAIL-RULES A9. */
const labels = {
  from: 'from|von|de|da|van|fra|från|lähettäjä|od|от(?: кого)?|差出人|送信者|보낸 ?사람|发件人|寄件者|寄件人|发信人',
  date: 'sent|date|gesendet(?: am)?|datum|envoyé(?: le)?|enviad[oa](?: el| em)?|fecha|data|inviat[oa](?: il)?|verzonden|skickat|dato|sendt|lähetetty|päivä(?:määrä|ys)|wysłano|odesláno|отправлен[оа]|дата|送信日時|日時|日付|보낸 ?날짜|날짜|发送时间|发送日期|日期|時間|时间|傳送時間|message du',
  to: 'to|an|à|a|para|per|aan|til|till|vastaanottaja|do|dla|komu|кому|宛先|받는 ?사람|收件人|收件者',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|тема|件名|제목|主题|主旨|主題',
  copy: 'cc|bcc|copie(?: à)?|kopie|kopia|kopi|kopio|dw|копия|参照|參照|참조|抄送|副本|reply-to|antwort an|répondre à|importance|priorität|attachments?|anlagen',
};
const labelled = new RegExp(
  `^[\\s*_|]*(?:${Object.entries(labels)
    .map(([kind, words]) => `(?<${kind}>${words})`)
    .join('|')})[\\s*_]*[:：]`,
  'iu',
);
const mostHeaderLines = 10;

/** A copied header: `From:` with an address or a name, and at least two of date, recipient and subject around it, in any order. */
function headerBlockStarts(lines: readonly string[], at: number): boolean {
  if (!labelled.test(lines[at] ?? '')) return false;
  const found = new Set<string>();
  let address = false;
  for (const line of lines.slice(at, at + mostHeaderLines)) {
    const kind = Object.entries(labelled.exec(line)?.groups ?? {}).find(([, value]) => value !== undefined)?.[0];
    if (kind) found.add(kind);
    if (kind === 'from' && /@/.test(line)) address = true;
  }
  if (!found.has('from')) return false;
  const others = ['date', 'to', 'subject'].filter((kind) => found.has(kind)).length;
  return others >= 2 || (others === 1 && address && found.has('date'));
}
