// Who wrote a mail to an introduction's address, and to whom it speaks. Addresses decide; a display name only makes a stranger worth
// asking about. The token of the address has proved nothing but which introduction is meant (PRODUCT.md section 6).

import { forwardPrefix, replyPrefix } from '../mail/conversation.ts';
import { fold, parseName } from '../people/names.ts';
import { shortForms } from '../people/short-forms.ts';
import type { Known, Received } from './known.ts';
import type { Introduction, Side } from './life.ts';
import { otherSide } from './life.ts';

export type Writer =
  /** From one of that party's addresses. */
  | { readonly kind: 'party'; readonly side: Side }
  /** From an address nobody knows, authenticated and under that party's name. */
  | { readonly kind: 'named'; readonly side: Side }
  | { readonly kind: 'strange' };

export function writerOf(received: Received, known: Known, introduction: Introduction): Writer {
  const { from, proof } = received;
  const side = sides.find((each) => from !== null && addressesOf(known, introduction, each).includes(from));
  if (side !== undefined) return { kind: 'party', side };
  const named = sideNamedBy(received, introduction);
  return proof === 'pass' && named !== null ? { kind: 'named', side: named } : { kind: 'strange' };
}

/** The one party whose name the display name is; null: neither's, or both'. */
export function sideNamedBy({ mail }: Pick<Received, 'mail'>, introduction: Introduction): Side | null {
  const display = mail.from[0]?.name ?? '';
  const [only, ...others] = sides.filter((each) => isNameOf(display, introduction[each].name));
  return only !== undefined && others.length === 0 ? only : null;
}

const sides: readonly Side[] = ['to', 'cc'];

/** All addresses of a party: those of the introduction, and what the entry has gained since. */
export function addressesOf(known: Known, introduction: Introduction, side: Side): readonly string[] {
  const { personId, addresses, isMentor } = introduction[side];
  const entry = known.people.find(({ id }) => id === personId);
  return [...addresses, ...(isMentor ? known.mentor.addresses : (entry?.addresses ?? []))];
}

/** Surname and first name (or a usual form of it, or its initial) of the party both stand in the display name: `WIRTH, Nadia (Acme)`. */
export function isNameOf(display: string, party: string): boolean {
  const shown = new Set([...fold(display).split(/[^\p{L}\p{N}]+/u), ...parseName(display).parts.flat()]);
  const { parts, nicknames } = parseName(party);
  const [first, surname] = [parts[0] ?? [], parts.at(-1) ?? []];
  const firstNames = [...first, ...nicknames];
  const forms = firstNames.flatMap((name) => [name, name.slice(0, 1), ...shortForms(name)]);
  if (parts.length < 2) return first.some((name) => shown.has(name));
  return surname.some((name) => shown.has(name)) && forms.some((name) => shown.has(name));
}

/** The other side stands in To or Cc, at any address of theirs: what was written has reached them. */
export const reachedOther = (received: Received, known: Known, introduction: Introduction, side: Side): boolean =>
  received.otherRecipients.some((address) => addressesOf(known, introduction, otherSide(side)).includes(address));

/** Both stand in To or Cc: whoever writes so is a third, and talks to people who have it already. */
export const reachedBoth = (received: Received, known: Known, introduction: Introduction): boolean =>
  sides.every((side) => reachedOther(received, known, introduction, side));

/** Whom a reply that reached the service alone is for. */
export type Hearer = 'other side' | 'mentor';

/**
 * The mentor's where it opens with the mentor's name, or is a new mail that does not open with the other side's: no reply prefix, no
 * reference to a letter of ours, no invitation. Also where the service stands in Bcc while others are written to, or a third is
 * spoken to or sent the introduction: that was meant for somebody else's eyes.
 */
export function hearerOf(
  received: Received,
  known: Known,
  introduction: Introduction,
  side: Side,
  opensWith: string | null,
): Hearer {
  // Where the mentor is one of the two, every word for the mentor is for the other side.
  if (introduction.to.isMentor || introduction.cc.isMentor) return 'other side';
  const everybody = [known.mentor.name, introduction.to.name, introduction.cc.name];
  const opensWithNameOf = (person: string): boolean => greets(received.visible, opensWith, person, everybody);
  if (opensWithNameOf(introduction[otherSide(side)].name)) return 'other side';
  if (opensWithNameOf(known.mentor.name)) return 'mentor';
  if (isBlindCopy(received, known)) return 'mentor';
  const thirds = thirdsOf(received, known, introduction);
  const sentOn = thirds.length > 0 && forwardPrefix.test(received.mail.subject);
  if (sentOn || thirds.some((name) => greets(received.visible, opensWith, name, [name]))) return 'mentor';
  return isReply(received, introduction) || isInvitation(received) ? 'other side' : 'mentor';
}

function isReply({ mail }: Received, { messageIds, subject }: Introduction): boolean {
  return (
    replyPrefix.test(mail.subject) ||
    // A gateway's mark before the prefix: `[External] Re: …`.
    (subject !== '' && mail.subject.includes(subject)) ||
    [...mail.inReplyTo, ...mail.references].some((id) => messageIds.includes(id))
  );
}

const isInvitation = ({ mail }: Received): boolean =>
  mail.contentType === 'text/calendar' ||
  mail.attachments.some(({ type, name }) => type === 'text/calendar' || /\.ics$/i.test(name)) ||
  /^BEGIN:VCALENDAR/m.test(mail.text);

/** None of our addresses stands in To or Cc, and somebody else's does. */
function isBlindCopy({ mail, otherRecipients }: Received, { domain }: Known): boolean {
  return otherRecipients.length > 0 && ![...mail.to, ...mail.cc].some(({ address }) => address.endsWith(`@${domain}`));
}

/** What those in To and Cc are called who are neither of the two nor the mentor, else their local parts. */
function thirdsOf({ mail, otherRecipients }: Received, known: Known, introduction: Introduction): readonly string[] {
  const concerned = [...sides.flatMap((side) => addressesOf(known, introduction, side)), ...known.mentor.addresses];
  return otherRecipients
    .filter((address) => !concerned.includes(address))
    .slice(0, 10)
    .map((address) => {
      const called = [...mail.to, ...mail.cc].find((mailbox) => mailbox.address === address)?.name ?? '';
      return called || address.slice(0, address.lastIndexOf('@')).replace(/[._+-]+/g, ' ');
    });
}

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|salut|ch[eè]re?|hola|estimad[oa]|querid[oa]|buen[oa]s (?:d[ií]as|tardes|noches)|ciao|buongiorno|buonasera|gentile|car[oa]|ol[aá]|prezad[oa]|beste|geachte|hej|hei|k[aä]ra?|kj[aæ]re|kære|hyvä|moi|cze[sś][cć]|dzie[nń] dobry|drog[ia]|szanown[aey]|ahoj|dobr[yý] den|v[aá][zž]en[aáyý])\b[\s,]*/iu;

/**
 * The text opens with a name of `person`, alone or with others who could be spoken to: first name, nickname, a usual short form, or the
 * surname ("Dear Ms. Beck,", "Hi Ruth, hi Nadia,"). "Thanks Ruth!" opens with thanks; "Will do." with no name.
 */
function greets(visible: string, opensWith: string | null, person: string, everybody: readonly string[]): boolean {
  const line = firstLine(visible).replace(abbreviated, '$1');
  const rest = line.replace(greeting, '');
  const forms = formsOf(person);
  if (opensWith !== null && forms.has(fold(opensWith)) && fold(rest).startsWith(fold(opensWith))) return true;
  const anybody = new Set(everybody.flatMap((name) => [...formsOf(name)]));
  const isName = (word: string): boolean => anybody.has(fold(word)) || betweenNames.test(word);
  const pieces = rest.split(/[,;:!.–—]|\s-(?:\s|$)/u);
  const isGreeting = pieces.length > 1 || rest.length < line.length || visible.includes('\n');
  const spokenTo = pieces.map((piece) => wordsIn(piece.trim().replace(greeting, '')));
  const names = spokenTo
    .slice(
      0,
      Math.max(
        1,
        lengthWhile(spokenTo, (words) => words.every(isName)),
      ),
    )
    .flat();
  return isGreeting && names.every(isName) && names.some((word) => forms.has(fold(word)));
}

const wordsIn = (piece: string): string[] => piece.split(/[\s&+/]+/u).filter(Boolean);

function lengthWhile<T>(list: readonly T[], holds: (one: T) => boolean): number {
  const end = list.findIndex((one) => !holds(one));
  return end < 0 ? list.length : end;
}

/** The point of `Mrs.`, `Dr.` or an initial ends no greeting. */
const abbreviated = /\b(\p{Lu}\p{Ll}{0,4}|[mds]rs?a?|mme|dhr|prof)\.(?=\s+\p{Lu})/gu;

const betweenNames =
  /^(?:and|und|et|y|e|i|og|och|en|ja|ms|mrs|mr|miss|mx|dr|prof|professor|frau|herr|madame|mme|monsieur|m|señora?|sra|sr|signora?|pan[ií]?|dhr|mevrouw|van|von|de|der|den|del|della|di|da|dos|du|la|le|al|el|bin|ter|ten|zu|af|av)\.?$/iu;

function formsOf(name: string): ReadonlySet<string> {
  const { parts, nicknames } = parseName(name);
  return new Set([...parts.flat(), ...nicknames].flatMap((word) => [word, ...shortForms(word)]));
}

const firstLine = (visible: string): string =>
  visible
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? '';
