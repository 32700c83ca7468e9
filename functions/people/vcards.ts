// vCards in and out (RFC 6350, RFC 2426; ical.js reads and writes them). A card that cannot be read costs itself, not its neighbours.
import ICAL from 'ical.js';
import { addressesIn } from './contact-columns.ts';
import type { Consent, NewEntry, Person, PersonKind } from './person.ts';

export interface ReadCard {
  /** From 1, in the order of the file. */
  readonly number: number;
  readonly person: NewEntry | null;
  readonly through?: string;
  readonly why: string | null;
}

/** The cards of a text. One that was cut off is reported. */
export function* cardsOf(text: string): Generator<ReadCard> {
  const pieces = text.split(/^(?=BEGIN:VCARD[ \t]*\r?$)/im).filter((piece) => /^BEGIN:VCARD/i.test(piece));
  for (const [i, piece] of pieces.entries()) yield { number: i + 1, ...readCard(piece) };
}

function readCard(text: string): Omit<ReadCard, 'number'> {
  const end = text.search(/^END:VCARD/im);
  if (end < 0) return { person: null, why: 'it breaks off before its end: export it again and send it once more' };
  let card: ICAL.Component;
  try {
    const modern = /^VERSION:2\.1/im.test(text) ? asVersion3(text.slice(0, end)) : text.slice(0, end);
    const lines = modern.replace(/\r?\n/g, '\n').replace(/\n+/g, '\n').trim();
    const parsed: unknown = ICAL.parse(`${lines}\nEND:VCARD`);
    card = new ICAL.Component(parsed as ConstructorParameters<typeof ICAL.Component>[0]);
  } catch {
    return { person: null, why: 'it is not a vCard that can be read: export it again as vCard 3.0 or 4.0' };
  }
  return entryOf(card);
}

function entryOf(card: ICAL.Component): Omit<ReadCard, 'number'> {
  const all = (name: string) =>
    card
      .getAllProperties(name)
      .flatMap((property) => property.getValues().flat().map(String))
      .map((value) => value.trim())
      .filter(Boolean);
  const first = (name: string) => all(name)[0] ?? '';
  const read = addressesIn(
    card
      .getAllProperties('email')
      .toSorted((a, b) => preference(a) - preference(b))
      .map((property) => String(property.getFirstValue() ?? ''))
      .join('\n'),
  );
  const [surname = '', given = '', middle = '', prefix = ''] = [card.getFirstPropertyValue('n')]
    .flat()
    .map((part) => String(part ?? '').trim());
  const organisation = all('org')[0] ?? '';
  const plainName = first('fn') || [prefix, given, middle, surname].filter(Boolean).join(' ');
  const nickname = first('nickname');
  const name =
    (nickname !== '' && /\s/.test(plainName) && !plainName.toLowerCase().includes(nickname.toLowerCase())
      ? plainName.replace(/\s/, ` "${nickname}" `)
      : plainName) ||
    nickname ||
    read.addresses[0] ||
    '';
  const badAddress = read.unread.length === 0 ? null : `“${read.unread[0]}” is no e-mail address`;
  if (name === '')
    return {
      person: null,
      why: `${badAddress ?? 'it has neither a name nor an address'}: add a name or an address, and send this card again`,
    };
  const background = [first('title') || first('role'), first('x-stepback-background')].filter(Boolean).join('. ');
  const [goals, through] = [first('x-stepback-goals'), first('x-stepback-known-through')];
  const [notes, tags, links] = [
    all('note').join('\n'),
    all('categories')
      .flatMap((value) => value.split(','))
      .map((tag) => tag.trim().toLowerCase()),
    [...all('url'), ...all('x-socialprofile')],
  ];
  const kind = first('x-stepback-kind');
  const consent = first('x-stepback-consent');
  return {
    person: {
      name,
      addresses: [...new Set(read.addresses)],
      ...(organisation === '' || organisation === plainName ? {} : { organisation }),
      ...(background === '' ? {} : { background }),
      ...(goals === '' ? {} : { goals }),
      ...(notes === '' ? {} : { notes }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(links.length === 0 ? {} : { links }),
      ...(isKind(kind) ? { kind } : {}),
      ...(isConsent(consent) ? { consent } : {}),
    },
    ...(through === '' ? {} : { through }),
    why:
      badAddress === null
        ? null
        : `${badAddress}; ${name} is kept without it. Write “${name}'s new address is …” when you know it`,
  };
}

const isKind = (word: string): word is PersonKind => ['protege', 'contact', 'author'].includes(word);
const isConsent = (word: string): word is Consent => ['direct', 'ask first', 'never'].includes(word);

/** `PREF=1` (4.0) or `TYPE=pref` (3.0) first. */
function preference(property: ICAL.Property): number {
  const pref = Number(property.getFirstParameter('pref'));
  const types = [property.getParameter('type')].flat().map((type) => String(type ?? '').toLowerCase());
  return pref > 0 ? pref : types.includes('pref') ? 1 : 101;
}

/** vCard 2.1 as 3.0: quoted-printable decoded with its charset, parameters without a name become types. */
function asVersion3(text: string): string {
  const joined = text
    .replace(/\r\n/g, '\n')
    .replace(/^(.*QUOTED-PRINTABLE.*(?:=\n.*)+)$/gim, (whole) => whole.replace(/=\n/g, ''));
  return joined
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(':');
      if (colon < 0 || /^[ \t]/.test(line)) return line;
      const [name = '', ...parameters] = line.slice(0, colon).split(';');
      const isQuoted = parameters.some((parameter) => /quoted-printable/i.test(parameter));
      const charset = parameters
        .map((parameter) => parameter.match(/^charset=(.+)$/i)?.[1])
        .find((value) => value !== undefined);
      const kept = parameters
        .filter((parameter) => !/^(?:encoding=|charset=|quoted-printable$|8bit$|7bit$)/i.test(parameter))
        .map((parameter) => (parameter.includes('=') ? parameter : `TYPE=${parameter}`));
      const value = isQuoted ? quotedPrintable(line.slice(colon + 1), charset ?? 'utf-8') : line.slice(colon + 1);
      return `${[name.toUpperCase() === 'VERSION' ? 'VERSION' : name, ...kept].join(';')}:${name.toUpperCase() === 'VERSION' ? '3.0' : value}`;
    })
    .join('\n');
}

function quotedPrintable(value: string, charset: string): string {
  const bytes = Buffer.from(
    value.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  try {
    return new TextDecoder(charset).decode(bytes).replace(/\r?\n/g, '\\n');
  } catch {
    return bytes.toString('latin1');
  }
}

/** One vCard 4.0 for each person; what vCard has no place for stands in X-STEPBACK-… properties, so that reading gives back the same entry. `book` as in `contactsAsCsv`. */
export function contactsAsVcards(people: readonly Person[], book: readonly Person[] = people): string {
  const nameById = new Map(book.map((person) => [person.id, person.addresses[0] ?? person.name]));
  return people
    .map((person) => {
      const text = (name: string, value: string | undefined) =>
        value === undefined || value === '' ? [] : [[name, {}, 'text', value]];
      const properties = [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', person.name],
        ...person.addresses.map((address, i) => ['email', i === 0 ? { pref: '1' } : {}, 'text', address]),
        ...(person.organisation === undefined ? [] : [['org', {}, 'text', [person.organisation]]]),
        ...(person.tags.length === 0 ? [] : [['categories', {}, 'text', ...person.tags]]),
        ...person.links.map((link) => ['url', {}, 'uri', link]),
        ...text('note', person.notes),
        ...text('x-stepback-background', person.background),
        ...text('x-stepback-goals', person.goals),
        ...text('x-stepback-kind', person.kind),
        ...text('x-stepback-consent', person.consent),
        ...text('x-stepback-known-through', nameById.get(person.knownThrough ?? '')),
      ];
      return `${new ICAL.Component(['vcard', properties, []] as unknown as ConstructorParameters<typeof ICAL.Component>[0]).toString()}\r\n`;
    })
    .join('');
}
