// What became of a letter, as mail systems tell it (MAIL-RULES B): delivery status notifications (RFC 3464), read receipts (RFC 8098), abuse
// feedback (RFC 5965), and the four bounces in ten that follow no standard. Reads only what comes from a mail system: a person who
// writes "it bounced" reports nothing.

import { stampHeader } from './conversation.ts';
import { isDaemon } from './daemon.ts';
import { messageIds, readMailboxes } from './header-values.ts';
import type { Envelope, Mail } from './mail.ts';

export interface Report {
  /** `bounce`: at least one failure, or a failure whose address is not told; `delivery`: it arrived; `disposition`: a receipt; `abuse`: a complaint. */
  readonly kind: 'bounce' | 'delivery' | 'disposition' | 'abuse';
  /** One for each recipient that the report speaks about. */
  readonly results: readonly Result[];
  /** Of the letter, the most telling first: what the report answers, then the Message-ID of the returned copy. */
  readonly messageIds: readonly string[];
  /** Our own stamp in the returned copy, null where it holds none. */
  readonly stamp: string | null;
}

export interface Result {
  /** Lower-case. */
  readonly address: string;
  /** `hard`: it will never arrive. `temporary`: the mail system is still trying. */
  readonly outcome: 'hard' | 'temporary' | 'delivered';
  /** RFC 3463, as in `5.1.1`; null where the report gives none. */
  readonly status: string | null;
  /** For people: "the address does not exist". '' for what is no failure. */
  readonly why: string;
}

/** The report that a mail is; null for a mail that is none, whatever it says about bounces. */
export function readReport(mail: Mail, envelope: Envelope): Report | null {
  const feedback = partText(mail, 'message/feedback-report');
  const statuses = statusResults(mail);
  const receipt = partText(mail, 'message/disposition-notification');
  const isReport = feedback !== '' || statuses.length > 0 || receipt !== '' || hasStatusPart(mail);
  if (!isReport && !isNotice(mail, envelope)) return null;
  const copy = returnedCopy(mail);
  const ids = [...mail.inReplyTo, ...mail.references, ...messageIds(field(copy, 'message-id'))];
  const about = { messageIds: [...new Set(ids)], stamp: field(copy, stampHeader).split(/\s/)[0] || null };
  if (feedback !== '') return { kind: 'abuse', results: complainers(feedback, copy), ...about };
  if (statuses.length > 0) return { kind: kindOf(statuses), results: statuses, ...about };
  if (receipt !== '') return { ...readReceipt(mail, envelope, receipt, about.messageIds), stamp: about.stamp };
  return { kind: 'bounce', results: noticeResults(mail), ...about };
}

const kindOf = (results: readonly Result[]) =>
  results.every(({ outcome }) => outcome === 'delivered') ? 'delivery' : 'bounce';

// --- Delivery status notifications ---------------------------------------------------------------------------------------

const statusType = /^message\/(?:global-|x)?delivery-status$/;
const hasStatusPart = (mail: Mail) =>
  mail.reports.some(({ type }) => statusType.test(type)) || /^multipart\/report/.test(mail.contentType);

/** Some gateways wrap the whole report into a message/rfc822 of their own: then its delivery-status part is found in the text of that. */
function statusResults(mail: Mail): Result[] {
  const direct = mail.reports.filter(({ type }) => statusType.test(type)).map(({ text }) => text);
  const wrapped = isDaemon(mail.from[0]?.address ?? '')
    ? mail.reports.flatMap(({ type, text }) =>
        type === 'message/rfc822' ? text.split(/^content-type:\s*message\/delivery-status.*$/im).slice(1) : [],
      )
    : [];
  const results = (direct.length > 0 ? direct : wrapped).flatMap((text) =>
    unfolded(text)
      .split(/\n[ \t]*\n/)
      .flatMap(statusResult),
  );
  return byAddress(results);
}

function statusResult(block: string): Result[] {
  const address = addressOf(field(block, 'original-recipient')) ?? addressOf(field(block, 'final-recipient'));
  const action = /^[a-z]+/.exec(field(block, 'action').toLowerCase())?.[0];
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(field(block, 'status'))?.[0] ?? null;
  if (address === null || (action === undefined && status === null)) return [];
  const diagnosis = field(block, 'diagnostic-code');
  return [result(address, outcomeOf(action, status), status, diagnosis)];
}

/** RFC 3464 2.3.3. A mail system that gave up after days of trying says `failed` with 4.4.7: that is final. */
function outcomeOf(action: string | undefined, status: string | null): Result['outcome'] {
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return 'delivered';
  if (action === 'delayed') return 'temporary';
  if (action === undefined && status?.startsWith('2')) return 'delivered';
  return status?.startsWith('4') && status !== '4.4.7' ? 'temporary' : 'hard';
}

/** `rfc822; jo@x.test`, `rfc822;<jo@x.test>`; null where it is no mail address. */
function addressOf(recipient: string): string | null {
  const value = recipient.replace(/^[\w-]+\s*;/, '').replace(/\\(?=[<>])/g, '');
  return readMailboxes(value)[0]?.address ?? null;
}

// --- Receipts and complaints ---------------------------------------------------------------------------------------------

/**
 * "Deleted without being read" is a receipt like any other: somebody has seen that it was there. A filter that rejects with one (RFC 5429
 * 2.1.2) is a bounce; it says so, and nobody sent it.
 */
function readReceipt(
  mail: Mail,
  envelope: Envelope,
  receipt: string,
  ids: readonly string[],
): Pick<Report, 'kind' | 'results' | 'messageIds'> {
  const text = unfolded(receipt);
  const address = addressOf(field(text, 'original-recipient')) ?? addressOf(field(text, 'final-recipient'));
  const rejected =
    /^automatic-action.*;\s*(?:deleted|failed|denied)/i.test(field(text, 'disposition')) &&
    (isFromSystem(mail, envelope) || bounceSubject.test(mail.subject)) &&
    rejectionWords.test([...(mail.headers.get('auto-submitted') ?? []), noticeText(mail)].join('\n'));
  const outcome = rejected ? 'hard' : 'delivered';
  return {
    kind: rejected ? 'bounce' : 'disposition',
    results: address === null ? [] : [result(address, outcome, null, '')],
    messageIds: [...new Set([...messageIds(field(text, 'original-message-id')), ...ids])],
  };
}

/** Some providers leave the complainer out; then the returned copy tells whom it was written to. */
function complainers(feedback: string, copy: string): Result[] {
  const text = unfolded(feedback);
  const named = ['original-rcpt-to', 'removal-recipient'].flatMap((name) => readMailboxes(field(text, name)));
  const recipients = named.length > 0 ? named : readMailboxes(field(copy, 'to'));
  return byAddress(recipients.map(({ address }) => result(address, 'delivered', null, '')));
}

// --- Notices without a standard --------------------------------------------------------------------------------------------

/** A mail system's own words: it comes from nobody or from a daemon, or its subject says so, and its text tells of a failure. */
function isNotice(mail: Mail, envelope: Envelope): boolean {
  const fromSystem = isFromSystem(mail, envelope);
  const { subject } = mail;
  if (mail.headers.has('x-failed-recipients')) return fromSystem || bounceSubject.test(subject);
  if (fromSystem) return bounceSubject.test(subject) || failureWords.test(noticeText(mail));
  return bounceSubject.test(subject) && failureWords.test(noticeText(mail).slice(0, 1500));
}

const isFromSystem = (mail: Mail, envelope: Envelope): boolean =>
  envelope.mailFrom === null || mail.from.some(({ address }) => isDaemon(address));

function noticeResults(mail: Mail): Result[] {
  const text = noticeText(mail);
  const header = (mail.headers.get('x-failed-recipients') ?? []).flatMap(readMailboxes).map(({ address }) => address);
  const addresses = header.length > 0 ? header : failedAddresses(mail, text);
  const stillTrying = tryingWords.test(`${mail.subject}\n${text}`) && !gaveUpWords.test(text);
  return byAddress(
    addresses.map((address) => {
      const words = wordsAbout(address, text);
      const status = /\b[45]\.\d{1,2}\.\d{1,3}\b/.exec(words)?.[0] ?? null;
      return result(address, stillTrying ? 'temporary' : 'hard', status, words || text);
    }),
  );
}

/**
 * The addresses that a notice says have failed. Those that stand where notices name them (on a line of their own, before a colon that
 * the reason follows, after "RCPT TO:") come before those in the middle of a sentence; postmasters to be asked and senders never count.
 */
function failedAddresses(mail: Mail, text: string): string[] {
  const notFailed = new Set([...mail.to, ...mail.from].map(({ address }) => address));
  const named: string[] = [];
  const mentioned: string[] = [];
  for (const line of text.split('\n')) {
    for (const match of line.matchAll(addressPattern)) {
      const address = match[0].toLowerCase().replace(/^'|^.*smtp[:=]|\.$/g, '');
      const before = line.slice(0, match.index).replace(/[\s"'<([]+$/, '');
      const after = line.slice(match.index + match[0].length);
      if (notFailed.has(address) || isDaemon(address) || otherThanFailed.test(before)) continue;
      const alone = /^[\s>*•:"'<([-]*(?:smtp:)?$/i.test(before) && /^[\s>"')\]]*(?::.*|on \w{3},.*|$)/.test(after);
      if (alone || recipientLabel.test(before) || /^smtp[:=]/i.test(match[0])) named.push(address);
      else mentioned.push(address);
    }
  }
  return named.length > 0 ? named : mentioned;
}

const addressPattern = /[\w!#$%&'*+/=?^`{|}~.-]+@(?:[\w-]+\.)+[\w-]+/g;
const otherThanFailed = /(?:^\s*(?:to|cc)|\b(?:contact|(?<!generated )from|via|sender|by|e-?mail|mailto)):?$/i;
const recipientLabel =
  /(?:\brcpt to:?|recipients?:?|\bfor:?|\baddress:|\buser(?:id)?:|\bto:?|generated from|attempts:|smtp[:=])$/i;

/** From the address to the next empty line: the reason that a notice gives for it. */
function wordsAbout(address: string, text: string): string {
  const at = text.toLowerCase().indexOf(address);
  return at < 0 ? '' : (text.slice(at + address.length).split(/\n[ \t]*\n/)[0] ?? '').slice(0, 600);
}

/** What the mail system says, without the copy of the letter below it. */
function noticeText(mail: Mail): string {
  const end = copyStart.exec(mail.text)?.index ?? mail.text.length;
  return mail.text.slice(0, end);
}

/** The header (and more) of the letter as it came back: an attached message, attached headers, or what the text has below its notice. */
function returnedCopy(mail: Mail): string {
  const attached = mail.reports.find(({ type }) =>
    /^(?:message\/rfc822|message\/global|text\/rfc822-headers|message\/global-headers)$/.test(type),
  );
  return unfolded(attached?.text ?? mail.text.slice(copyStart.exec(mail.text)?.index ?? mail.text.length));
}

const copyStart =
  /^(?:[ \t>|*=_-]*(?:(?:this is |here is |included is |attachment is |below this line is |attached is )?(?:a |the )?copy of (?:the|your) |(?:the )?(?:header|first).{0,30} of (?:the|your) (?:original )?message|original message|message headers?|message text|returned m|unsent message|your message reads|start of returned|forwarded message|old message|mensaje original|mensagem original|message d'origine|message original|ursprüngliche nachricht|originalnachricht|исходное сообщение|копия сообщения|原邮件|原始邮件|元のメッセージ)|(?:return-path|received): ?[<\w(])/im;

// --- Words -----------------------------------------------------------------------------------------------------------------

/** At the start of the subject, in the languages of MAIL-RULES A9. */
const bounceSubject = new RegExp(
  `^\\s*(?:\\[[^\\]]*\\]\\s*|(?:warning|error|\\*+)[:!]?\\s*)?(?:${[
    'undeliver(?:able|ed)|non-?deliver(?:y|ed)|mail (?:delivery|system error|not delivered|failed|could not)|(?:message |e-?mail )?delivery (?:failure|failed|status|problem|notification|report|error|warning|has failed|incomplete|delayed)|(?:permanent|temporary) delivery|returned (?:mail|to sender|e-?mail)|failure (?:notice|delivery)|failed mail|mail failure|message (?:not delivered|could not be|has not yet|delivery|delayed|rejected|undeliverable)|could not send message|delayed mail|automatically rejected|your (?:message|e-?mail) .{0,80}(?:could not be delivered|was not delivered)|processing error|.{3,60} - user unknown',
    'unzustellbar|nicht zustellbar|zustell(?:ungs)?(?:fehler|ung fehlgeschlagen)|zustellung .{0,40}fehlgeschlagen|übermittlungsfehler|fehlgeschlagene zustellung|rückläufer',
    'non[- ](?:remis|distribu|délivr)|échec de (?:la )?(?:remise|livraison|distribution)|(?:courrier|message|mail) non (?:remis|distribu|délivr)|retour à l.expéditeur',
    'no (?:se puede|se pudo|se ha podido) entregar|no entregado|no entregable|(?:error|fallo|fallido) (?:de|en) (?:la )?entrega|mensaje (?:no entregado|devuelto)|entrega fallida|correo devuelto',
    'non recapitabile|mancat[oa] (?:recapito|consegna)|impossibile (?:recapitare|consegnare)|recapito non riuscito|messaggio non (?:recapitato|consegnato)|errore di consegna',
    'não (?:entregue|é possível entregar|foi possível entregar)|falha (?:na|de) entrega|mensagem (?:não entregue|devolvida)|devolvid[oa]',
    'onbestelbaar|niet (?:bezorgd|afgeleverd|bestelbaar)|bezorging mislukt|aflevering mislukt',
    'kan (?:inte|ikke) (?:levereras|leveres)|(?:ej|inte) levererat?|olevererbart|leverans(?:fel| misslyckades)|kunne ikke leveres|levering mislykkedes|ulevert',
    'toimit(?:taminen|us) epäonnistui|ei voitu toimittaa|toimittamatta|perille toimittamaton',
    'nie (?:można|udało się) dostarczyć|niedostarcz\\p{L}+|nie dostarczono|błąd dostarczania',
    'nedoručiteln\\p{L}+|nelze doručit|nedoručen\\p{L}*|doručení se nezdařilo',
    'недоставлен\\p{L}*|не удалось доставить|(?:ваше )?(?:сообщение|письмо) не (?:было )?доставлен\\p{L}*|ошибка доставки|возврат',
    '(?:メール)?配信(?:不能|できません|失敗|エラー|不可)|未配信|送信できませんでした|不達',
    '배달(?:되지|할 수 없| 실패)|전송 (?:실패|할 수)|반송|배달 불가',
    '退信|系统退信|系統退信|无法(?:投递|送达|传递)|無法(?:投遞|送達|傳遞)|(?:邮件)?(?:投递|传送|传输|发送)失败|未送达|未傳遞',
  ].join('|')})|\\(delivery failed\\)\\s*$`,
  'iu',
);

const failureWords =
  /could(?: not|n't) be (?:delivered|reached)|(?:was|were)(?: not|n't) (?:delivered|able to deliver)|not (?:been |yet been )?delivered|did(?: not|n't) (?:reach|receive a copy)|(?:unable|failed|not able) to deliver|could not deliver|undeliverable|delivery .{0,60}(?:failed|aborted|delayed|postponed|problem)|(?:permanent|fatal) (?:fatal |delivery )?errors?|(?:user|recipient|address|mailbox|account).{0,40}(?:unknown|not (?:known|found|exist|listed)|unavailable|full|disabled|rejected|over quota)|(?:unknown|no such|invalid).{0,30}(?:user|recipient|address|mailbox|userid)|quota (?:exceeded|violation)|returned .{0,40}(?:error|mail)|failed recipient|konnte .{0,60}nicht .{0,30}(?:zugestellt|übermittelt)|n.a(?:it)? p(?:as|u) .{0,20}(?:être|etre) (?:remis|distribu|d[ée]livr|livr)|n.a pas (?:pu|été) .{0,20}(?:remis|distribu|d[ée]livr|livr)|no (?:se )?(?:ha )?(?:podido|pudo|puede) (?:ser )?(?:entreg|envi)|non (?:è stato|ha potuto|può|puo) .{0,40}(?:recapit|consegn)|não (?:pôde|foi|pode) .{0,30}entregu?|kon niet .{0,40}(?:bezorgd|afgeleverd|besteld)|kunde inte .{0,20}levereras|kunne ikke .{0,20}leveres|ei voitu (?:toimittaa|välittää)|nie (?:mogła|można|udało|został).{0,40}dostarcz|(?:nemohla|nelze|nebylo možné) .{0,40}doruč|не (?:может|удалось|было|мож\p{L}+).{0,40}доставлен|невозможно доставить|配信できません|届けることができません|配信されませんでした|전송되지|배달되지|배달할 수 없|无法(?:发送|投递|送达)|未能(?:送达|投递)|無法(?:傳送|投遞|送達)/iu;

const rejectionWords =
  /\b(?:rejected|refused|not accepted|declined|discarded|quota exceeded|abgelehnt|zurückgewiesen|verweigert|refusé|rejeté|rechazad|rifiutat|respint|rejeitad|recusad|geweigerd|afgewezen|avvisa|avvist|afvist|hylä|odrzucon|odmítnut)|отклонен|отвергнут|拒否|거부|拒[绝絕]|退回/iu;

const tryingWords =
  /not yet been delivered|(?:has been|was|is|message) (?:delayed|postponed)|will (?:be retried|continue to (?:try|attempt|be made)|keep trying|be attempted)|attempts? will continue|continue to (?:try|attempt)|we will continue|still being (?:re)?tried|warning message only|wird weiter(?:hin)? versucht|verzögert|retardé|sera réessayé|retrasad|demorad|ritardat|atrasad|vertraagd|försenad|forsinket|opóźnion|zpožděn|задерж|遅延|지연|延迟/iu;
const gaveUpWords = /\b(?:given up|giving up on|not going to try again|aborted after|permanent(?:ly)?)\b/i;

/** Why, for people: the enhanced status (RFC 3463) where it tells, else the words of the mail system. */
const reasons: readonly (readonly [status: RegExp, words: RegExp, why: string])[] = [
  [
    /\.1\.[01]$|\.1\.10$/,
    /user.{0,20}(?:unknown|not (?:known|found))|(?:unknown|no such|invalid).{0,30}(?:user|recipient|address|mailbox|userid|person)|no mailbox here|doesn't have|does(?: not|n't) exist|not listed|not recognized|mailbox unavailable|n'existe pas|unbekannt|no existe|non esiste/i,
    'the address does not exist',
  ],
  [
    /\.1\.2$|\.4\.4$/,
    /unknown (?:host|domain)|host (?:unknown|not found)|domain.{0,20}not found|name service error|no such domain/i,
    'the domain of the address takes no mail',
  ],
  [/\.2\.2$/, /quota|(?:mailbox|folder|account).{0,20}(?:is )?full|over disk|too much mail/i, 'the mailbox is full'],
  [
    /\.2\.1$/,
    /disabled|discontinued|inactive|suspended|closed|no longer (?:valid|active|in use)/i,
    'the mailbox is no longer in use',
  ],
  [/\.(?:2\.3|3\.4)$/, /too (?:large|big)|maximum .{0,20}size|size limit/i, 'the mail was too large for the mailbox'],
  [
    /\.7\.\d+$/,
    /blocked|spam|blacklist|policy|denied|rejected|refused/i,
    'the mail system on the other side refused it',
  ],
  [
    /\.4\.\d+$/,
    /timed? ?out|could not connect|connection .{0,20}(?:failed|refused)|did not respond|establish an smtp/i,
    'the mail system on the other side could not be reached',
  ],
];

function result(address: string, outcome: Result['outcome'], status: string | null, words: string): Result {
  return { address, outcome, status, why: outcome === 'delivered' ? '' : whyOf(status, words) };
}

/** Why it failed, for people, from the status and the mail system's own words; also for what SES tells in its events. */
export function whyOf(status: string | null, words: string): string {
  const known =
    reasons.find(([code]) => status !== null && code.test(status)) ??
    reasons.find(([, pattern]) => pattern.test(words));
  return known?.[2] ?? 'the mail could not be delivered';
}

/** One for each address; of several the worst. */
function byAddress(results: readonly Result[]): Result[] {
  const worst: Result['outcome'][] = ['delivered', 'temporary', 'hard'];
  const kept = new Map<string, Result>();
  for (const each of results) {
    const before = kept.get(each.address);
    if (!before || worst.indexOf(each.outcome) > worst.indexOf(before.outcome)) kept.set(each.address, each);
  }
  return [...kept.values()];
}

const partText = (mail: Mail, type: string) => mail.reports.find((part) => part.type === type)?.text ?? '';
const unfolded = (text: string) => text.replace(/\n[ \t]+(?=\S)/g, ' ');

/** The first value of a header field in unfolded text, '' where there is none. */
function field(text: string, name: string): string {
  return new RegExp(`^[> ]*${name}[ \\t]*:[ \\t]*(.*)$`, 'im').exec(text)?.[1]?.trim() ?? '';
}
