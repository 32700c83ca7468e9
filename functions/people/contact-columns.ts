// Which column of a contact file holds what: the headers of LinkedIn, Google, Outlook and of tables people make themselves, in English,
// German, French and Spanish; without a header the cells tell. Turns a row into an entry, or into words that say what to do about it.
import { fold } from './names.ts';
import type { Consent, NewEntry, PersonKind } from './person.ts';

export type Column =
  | 'name'
  | 'first name'
  | 'middle name'
  | 'last name'
  | 'prefix'
  | 'nickname'
  | 'address'
  | 'organisation'
  | 'position'
  | 'background'
  | 'notes'
  | 'tags'
  | 'goals'
  | 'links'
  | 'kind'
  | 'consent'
  | 'known through'
  | 'ignored';

/** Headers, folded to their letters and numbers, `#` standing for any number. */
const headers: Readonly<Record<Exclude<Column, 'ignored'>, string>> = {
  name: 'name fullname displayname contactname fileas vollstandigername nomcomplet nombrecompleto anzeigename contact kontakt person nomaffiche wholename',
  'first name': 'firstname givenname forename vorname prenom nombre nombredepila first',
  'middle name': 'middlename additionalname secondname weiterevornamen zweitervorname deuxiemeprenom segundonombre',
  'last name': 'lastname familyname surname nachname familienname nom nomdefamille apellido apellidos last zuname',
  prefix: 'nameprefix honorificprefix anrede salutation civilite tratamiento prefix titreprefixe titel',
  nickname: 'nickname spitzname surnom apodo rufname callname',
  address:
    'email emailaddress emailaddresses mail mailaddress email#value email#address emailaddress# emailadresse emailadressen email#adresse email# emailadresse# adresseemail courriel adressecourriel adressedemessagerie adressedemessagerie# ' +
    'correo correoelectronico direcciondecorreoelectronico direcciondecorreoelectronico# correo# addresses otheremails primaryemail secondaryemail workemail homeemail mailadresse adressemail',
  organisation:
    'organisation organization company companyname organizationname organization#name organisationname firma unternehmen firmenname entreprise societe empresa compania employer arbeitgeber organisationsname organizacion org',
  position:
    'position jobtitle title organizationtitle organization#title role funktion stelle berufsbezeichnung beruf poste fonction intituleduposte cargo puesto job occupation profession',
  background:
    'background about bio biography description beschreibung hintergrund apropos description# descripcion summary headline acercade experience',
  notes:
    'notes note notizen notiz remarks comments bemerkungen anmerkungen remarques commentaires notas nota comentarios privatenotes comment bemerkung',
  tags: 'tags tag labels categories category groupmembership kategorien kategorie schlagworte themen categorie etiquettes etiquetas categorias interests interessen interets intereses topics keywords stichworte groups gruppen',
  goals: 'goals goal ziele ziel objectifs objetivos lookingfor seeks sucht recherche',
  links:
    'url urls link links website website#value webpage web homepage linkedin linkedinurl profile profileurl webseite siteweb pageweb paginaweb sitioweb internetseite publicprofileurl',
  kind: 'kind type art typ',
  consent: 'consent askfirst zustimmung consentement consentimiento',
  'known through': 'knownthrough introducedby via bekanntuber connupar conocidopor referredby',
};

const columnByHeader = new Map(
  Object.entries(headers).flatMap(([column, names]) =>
    names.split(' ').map((name) => [name, column as Column] as const),
  ),
);

const letters = (cell: string): string => fold(cell).replace(/[^\p{L}\p{N}]/gu, '');

function columnOf(header: string, all: ReadonlySet<string>): Column {
  const name = letters(header);
  // Outlook's "Title" is Mr or Dr, and stands beside a column for the job; elsewhere it is the job. Spanish "nombre" alone is the whole name.
  if (
    (name === 'title' || name === 'titre' || name === 'titulo') &&
    ['jobtitle', 'suffix', 'position', 'fonction', 'cargo'].some((other) => all.has(other))
  )
    return 'prefix';
  if (name === 'nombre' && !all.has('apellido') && !all.has('apellidos')) return 'name';
  if (name === 'nom' && !all.has('prenom')) return 'name';
  return (
    columnByHeader.get(name) ??
    columnByHeader.get(name.replace(/\d+/g, '#')) ??
    columnByHeader.get(name.replace(/\d+/g, '')) ??
    'ignored'
  );
}

/** The columns that a header row names; null where the row is no header. */
export function columnsOfHeader(cells: readonly string[]): readonly Column[] | null {
  if (cells.some((cell) => addressPattern.test(cell))) return null;
  const names = new Set(cells.map(letters));
  const columns = cells.map((cell) => columnOf(cell, names));
  const known = columns.filter((column) => column !== 'ignored');
  const tellsWho = known.some((column) => ['name', 'first name', 'last name', 'address'].includes(column));
  return tellsWho && (known.length >= 2 || cells.length === 1) ? columns : null;
}

/** The columns of a table without a header, judged by its first rows: where the addresses stand, which short words are names, what is long. */
export function columnsOfCells(rows: readonly (readonly string[])[]): readonly Column[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const share = (i: number, test: (cell: string) => boolean) => {
    const filled = rows.map((row) => row[i] ?? '').filter((cell) => cell !== '');
    return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  };
  const isName = (cell: string) => /^[\p{L}\p{M}.,'’"() -]{2,50}$/u.test(cell);
  const columns: Column[] = Array.from({ length: width }, (_, i) =>
    share(i, (cell) => addressPattern.test(cell)) > 0.5
      ? 'address'
      : share(i, (cell) => /^https?:|^www\./i.test(cell)) > 0.5
        ? 'links'
        : 'ignored',
  );
  const texts = columns.flatMap((column, i) =>
    column === 'ignored' && share(i, (cell) => /\p{L}/u.test(cell)) > 0.5 ? [i] : [],
  );
  const [first, second] = texts.filter((i) => share(i, isName) > 0.7);
  if (first === undefined) return columns;
  const isSingle = (i: number) => share(i, (cell) => !/\s/.test(cell)) > 0.7;
  const inTwo = second === first + 1 && isSingle(first) && isSingle(second);
  columns[first] = inTwo ? 'first name' : 'name';
  if (inTwo) columns[second] = 'last name';
  const rest = texts.filter((i) => columns[i] === 'ignored');
  const isShort = (i: number) => share(i, (cell) => cell.length <= 40) > 0.7;
  for (const [n, i] of rest.entries())
    columns[i] = n === 0 && (isShort(i) || rest.length > 1) ? 'organisation' : n <= 1 ? 'background' : 'notes';
  return columns;
}

/** One row read: an entry, with what is odd about it in words; or only the words. */
export interface ReadRow {
  readonly person: NewEntry | null;
  readonly through?: string;
  readonly why: string | null;
}

const addressPattern = /[^\s@<>,;:"'()[\]]+@[^\s@<>,;:"'()[\]]+\.[^\s@<>,;:"'()[\]]{2,}/u;
const wholeAddress = /^[a-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** Every address in a cell, lower-case, and what stands there and is none. International domains are written as they are registered (xn--…). */
export function addressesIn(cell: string): { addresses: string[]; unread: string[] } {
  const pieces = cell
    .split(/:::|[;,\n|]|\s+(?=\S+@)/u)
    .map((piece) =>
      piece
        .replace(/^.*<([^>]*)>.*$/u, '$1')
        .replace(/^(?:mailto|smtp):/iu, '')
        .trim(),
    )
    .filter((piece) => piece !== '' && !/^(?:-|n\/?a|none|null|keine?|aucune?|ninguno)$/iu.test(piece));
  const lower = pieces.map((piece) => asRegistered(piece.toLowerCase().replace(/[.]+$/, '')));
  return {
    addresses: lower.filter((piece) => wholeAddress.test(piece)),
    unread: pieces.filter((_, i) => !wholeAddress.test(lower[i] ?? '')),
  };
}

function asRegistered(address: string): string {
  const [localPart, domain, ...more] = address.split('@');
  if (domain === undefined || more.length > 0 || /^[\x21-\x7e]*$/.test(domain)) return address;
  try {
    return `${localPart}@${new URL(`http://${domain}`).hostname}`;
  } catch {
    return address;
  }
}

/** The entry of a row. A row without anything gives neither entry nor words. */
export function readRow(cells: readonly string[], columns: readonly Column[]): ReadRow {
  if (cells.every((cell) => cell === '')) return { person: null, why: null };
  if (cells.slice(columns.length).some((cell) => cell !== '')) {
    return {
      person: null,
      why: `it has ${cells.length} cells where the table has ${columns.length}: put quotation marks around text that holds the delimiter, and send this row again`,
    };
  }
  const all = (column: Column) => cells.filter((cell, i) => columns[i] === column && cell !== '').map(withoutGuard);
  const joined = (column: Column, by = ' ') => [...new Set(all(column))].join(by).trim();
  const read = all('address').map(addressesIn);
  const addresses = [...new Set(read.flatMap((one) => one.addresses))];
  const unread = read.flatMap((one) => one.unread);
  const parts = [joined('prefix'), joined('first name'), joined('middle name'), joined('last name')];
  const written = parts.slice(1).some((part) => part !== '')
    ? parts.filter((part) => part !== '').join(' ')
    : joined('name');
  const organisation = joined('organisation', ', ');
  const name = withNickname(written.replace(/\s+/g, ' '), joined('nickname')) || addresses[0] || '';
  const badAddress = unread.length === 0 ? null : `“${unread[0]}” is no e-mail address`;
  if (name === '') {
    const what =
      badAddress ??
      (organisation === ''
        ? 'it has neither a name nor an address'
        : `it names an organisation (${organisation}) and nobody there`);
    return { person: null, why: `${what}: add a name or an address, and send this row again` };
  }
  const through = joined('known through');
  const person: NewEntry = {
    name,
    addresses,
    ...text('organisation', organisation),
    ...text('background', sentences([joined('position', ', '), ...all('background')])),
    ...text('notes', joined('notes', '\n')),
    ...text('goals', joined('goals', '\n')),
    ...list('tags', all('tags').flatMap(tagsIn)),
    ...list(
      'links',
      all('links').flatMap((cell) => cell.split(/:::|[\s,;]+/u).filter((link) => /\.\w/.test(link))),
    ),
    ...kindOf(joined('kind')),
    ...consentOf(joined('consent')),
  };
  return {
    person,
    ...text('through', through),
    why:
      badAddress === null
        ? null
        : `${badAddress}; ${name} is kept ${addresses.length > 0 ? 'without it' : 'without one'}. Write “${name}'s new address is …” when you know it`,
  };
}

/** What our own export puts before a cell that a spreadsheet would take for a formula. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');

const withNickname = (name: string, nickname: string): string => {
  const [first, ...rest] = name.split(' ');
  return nickname === '' || rest.length === 0 || fold(name).includes(fold(nickname))
    ? name || nickname
    : [first, `"${nickname}"`, ...rest].join(' ');
};

const sentences = (texts: readonly string[]): string =>
  texts
    .filter((piece) => piece !== '')
    .map((piece, i, all) => (i < all.length - 1 && !/[.!?]$/.test(piece) ? `${piece}.` : piece))
    .join(' ');

const tagsIn = (cell: string): string[] =>
  cell
    .split(/:::|[,;|\n]/u)
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag !== '' && !tag.startsWith('*') && tag !== 'mycontacts');

function text<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  return value === '' ? {} : ({ [key]: value } as Record<Key, string>);
}

function list<Key extends string>(key: Key, values: readonly string[]): Partial<Record<Key, readonly string[]>> {
  return values.length === 0
    ? {}
    : ({ [key]: [...new Set(values)] as readonly string[] } as Record<Key, readonly string[]>);
}

function kindOf(cell: string): { kind?: PersonKind } {
  const word = letters(cell);
  if (/^(protegee?|mentee|schutzling)$/.test(word)) return { kind: 'protege' };
  return /^(author|autor|autorin|auteur|autrice|autora)$/.test(word) ? { kind: 'author' } : {};
}

function consentOf(cell: string): { consent?: Consent } {
  const word = letters(cell);
  if (/^(askfirst|ask|yes|true|1|x|ja|oui|si|erstfragen|demanderdabord|preguntarprimero)$/.test(word))
    return { consent: 'ask first' };
  return /^(never|nie|jamais|nunca)$/.test(word) ? { consent: 'never' } : {};
}
