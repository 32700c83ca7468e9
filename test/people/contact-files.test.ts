import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contactPieces,
  contactsAsCsv,
  contactsAsJson,
  contactsAsVcards,
  csvCell,
  isContactFile,
  readContacts,
} from '../../functions/people/contact-files.ts';
import { type NewEntry, newPerson } from '../../functions/people/person.ts';

const file = (content: string | Uint8Array, name = 'people.csv') => ({
  name,
  type: 'text/csv',
  content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`;
const read = (...rows: string[]) => readContacts(file(lines(...rows)));
const entries = (...rows: string[]) => read(...rows).people.map(({ person }) => person);

describe('tables as programs write them', () => {
  test('LinkedIn: a preamble, hardly an address, and rows counted from the top of the file', () => {
    const { people, problems } = read(
      'Notes:',
      '"When exporting your connection data, you may notice that some addresses are missing, since ""private"" ones stay private."',
      '',
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
      'Nadia,Okonjo,https://www.linkedin.example/in/nadia,,Tidewell,Head of Grid,02 Mar 2021',
      'Ruth,"Calloway, MD",https://www.linkedin.example/in/ruth,ruth@calloway.test,Hollybank,,05 Apr 2022',
    );
    expect(problems).toEqual([]);
    expect(people).toEqual([
      {
        row: 5,
        person: {
          name: 'Nadia Okonjo',
          addresses: [],
          organisation: 'Tidewell',
          background: 'Head of Grid',
          links: ['https://www.linkedin.example/in/nadia'],
        },
      },
      {
        row: 6,
        person: {
          name: 'Ruth Calloway, MD',
          addresses: ['ruth@calloway.test'],
          organisation: 'Hollybank',
          links: ['https://www.linkedin.example/in/ruth'],
        },
      },
    ]);
  });

  test('Google: several addresses, labels, a nickname', () => {
    expect(
      entries(
        'First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Website 1 - Value',
        'Margaret,Anne,Lund,Peggy,Lund & Co,Founder,met in Oslo,Robotics ::: * myContacts,* Work,peggy@lund.test ::: m@lund.test,Home,P.Lund@Home.test,https://lund.test',
      ),
    ).toEqual([
      {
        name: 'Margaret "Peggy" Anne Lund',
        addresses: ['peggy@lund.test', 'm@lund.test', 'p.lund@home.test'],
        organisation: 'Lund & Co',
        background: 'Founder',
        notes: 'met in Oslo',
        tags: ['robotics'],
        links: ['https://lund.test'],
      },
    ]);
  });

  test('Google before 2024', () => {
    expect(
      entries(
        'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title',
        'Ida Falk,Ida,,Falk,* myContacts ::: Opera,* ,ida@falk.test,Falk Bros,Tuner',
      ),
    ).toEqual([
      {
        name: 'Ida Falk',
        addresses: ['ida@falk.test'],
        organisation: 'Falk Bros',
        background: 'Tuner',
        tags: ['opera'],
      },
    ]);
  });

  test('Outlook: Title is how one is addressed, since Job Title stands beside it', () => {
    expect(
      entries(
        'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,E-mail Address,E-mail Type,E-mail 2 Address,Categories,Notes,Web Page',
        'Dr.,Inés,,Quintana,,Lakeside Clinic,,Surgeon,INES@clinic.test,SMTP,,Health;Boards,,',
      ),
    ).toEqual([
      {
        name: 'Dr. Inés Quintana',
        addresses: ['ines@clinic.test'],
        organisation: 'Lakeside Clinic',
        background: 'Surgeon',
        tags: ['health', 'boards'],
      },
    ]);
  });
});

describe('tables as people write them', () => {
  test.each<[string, string[], NewEntry]>([
    [
      'German',
      [
        'Vorname;Nachname;Firma;Position;E-Mail-Adresse;Bemerkungen',
        'Jörg;Weiß;Wasserwerk Süd;Leiter Labor;joerg@weiss.test;"spät; aber sicher"',
      ],
      {
        name: 'Jörg Weiß',
        addresses: ['joerg@weiss.test'],
        organisation: 'Wasserwerk Süd',
        background: 'Leiter Labor',
        notes: 'spät; aber sicher',
      },
    ],
    [
      'French',
      ['Nom;Prénom;Société;Courriel;Étiquettes', 'Roux;Anne-Sophie;Atelier Bleu;as@roux.test;mode, textile'],
      {
        name: 'Anne-Sophie Roux',
        addresses: ['as@roux.test'],
        organisation: 'Atelier Bleu',
        tags: ['mode', 'textile'],
      },
    ],
    [
      'Spanish',
      [
        'Nombre|Apellidos|Empresa|Cargo|Correo electrónico',
        'Juan Carlos|Ibáñez|Puertos SA|Jefe de obra|jci@ibanez.test',
      ],
      {
        name: 'Juan Carlos Ibáñez',
        addresses: ['jci@ibanez.test'],
        organisation: 'Puertos SA',
        background: 'Jefe de obra',
      },
    ],
    [
      'own columns and tabs',
      [
        'name\temail\tabout\tinterests\tlooking for\tkind',
        'Tim Holl\ttim@holl.test\tBuilds boats.\tsailing, wood\tA yard\tprotégé',
      ],
      {
        name: 'Tim Holl',
        addresses: ['tim@holl.test'],
        background: 'Builds boats.',
        tags: ['sailing', 'wood'],
        goals: 'A yard',
        kind: 'protege',
      },
    ],
    [
      'ask first',
      ['Name,E-mail,Ask first', 'Tim Holl,tim@holl.test,yes'],
      { name: 'Tim Holl', addresses: ['tim@holl.test'], consent: 'ask first' },
    ],
    [
      'a mailbox in the address column',
      ['Name,E-mail', 'Tim Holl,"Tim <mailto:Tim@Holl.test>"'],
      { name: 'Tim Holl', addresses: ['tim@holl.test'] },
    ],
    ['an address alone', ['E-mail', 'tim@holl.test'], { name: 'tim@holl.test', addresses: ['tim@holl.test'] }],
    [
      'what Excel says of the delimiter',
      ['sep=|', 'Name|E-mail', 'Holl, Tim|tim@holl.test'],
      { name: 'Holl, Tim', addresses: ['tim@holl.test'] },
    ],
    [
      'quotation marks inside a cell',
      ['Name,E-mail', 'Margaret "Peggy" Lund,peggy@lund.test'],
      { name: 'Margaret "Peggy" Lund', addresses: ['peggy@lund.test'] },
    ],
    [
      'a cell of two lines',
      ['Name,E-mail,Background', 'Tim Holl,tim@holl.test,"Builds boats.', 'Sails them."'],
      { name: 'Tim Holl', addresses: ['tim@holl.test'], background: 'Builds boats.\nSails them.' },
    ],
    [
      'no header: first name, surname, address, firm, words',
      [
        'Tim,Holl,tim@holl.test,Holl Yard,Builds boats of oak and larch for people who mean to cross oceans',
        'Ida,Falk,ida@falk.test,Falk Bros,Tunes pianos and harpsichords in three counties and two theatres',
      ],
      {
        name: 'Tim Holl',
        addresses: ['tim@holl.test'],
        organisation: 'Holl Yard',
        background: 'Builds boats of oak and larch for people who mean to cross oceans',
      },
    ],
    [
      'no header: name and address',
      ['Tim Holl;tim@holl.test', 'Ida Falk;ida@falk.test'],
      { name: 'Tim Holl', addresses: ['tim@holl.test'] },
    ],
    [
      'a domain in its own letters',
      ['Name,E-mail', 'Jörg Weiß,joerg@weiß-büro.test'],
      { name: 'Jörg Weiß', addresses: ['joerg@xn--wei-bro-6ya9d.test'] },
    ],
  ])('%s', (_, rows, expected) => {
    const [first] = entries(...rows);
    expect({
      ...first,
      addresses: first?.addresses.map((address) => address.replace(/@xn--[^.]+/, '@xn--wei-bro-6ya9d')),
    }).toEqual(expected);
  });

  const utf16 = (text: string, bigEndian: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
  };
  const table = 'Name;E-Mail\r\nJörg Weiß;joerg@weiss.test\r\n';
  test.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode(table)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${table}`)],
    ['Windows-1252', new Uint8Array(Buffer.from(table, 'latin1'))],
    ['UTF-16 little-endian', utf16(table, false)],
    ['UTF-16 big-endian', utf16(table, true)],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(table, 'utf16le'))],
  ])('%s is recognised', (_, content) => expect(readContacts(file(content)).people[0]?.person.name).toBe('Jörg Weiß'));
});

describe('what could not be read is told, and the rest is there', () => {
  test('a cell that is no address costs only itself', () => {
    const { people, problems } = read('Name,E-mail', 'Ida Falk,ida-at-falk', 'Tim Holl,tim@holl.test');
    expect(people.map(({ row, person }) => [row, person.name, person.addresses])).toEqual([
      [2, 'Ida Falk', []],
      [3, 'Tim Holl', ['tim@holl.test']],
    ]);
    expect(problems).toEqual([{ row: 2, why: expect.stringContaining('“ida-at-falk” is no e-mail address') }]);
  });

  test('a quotation mark that is never closed costs one row', () => {
    const { people, problems } = read(
      'Name,E-mail,About',
      'Ida Falk,ida@falk.test,"tunes pianos',
      'Tim Holl,tim@holl.test,"boats, mostly"',
      'Zofia Wojcik,zofia@wojcik.test,mills',
    );
    expect(people.map(({ row }) => row)).toEqual([3, 4]);
    expect(problems.map(({ row }) => row)).toEqual([2]);
  });

  test('a row with more cells than the table is not guessed at', () => {
    const { people, problems } = read('Name,E-mail', 'Falk, Ida,ida@falk.test', 'Tim Holl,tim@holl.test,,');
    expect(people.map(({ row }) => row)).toEqual([3]);
    expect(problems).toEqual([{ row: 2, why: expect.stringContaining('3 cells') }]);
  });

  test('a row with nobody in it is told, an empty one is not', () => {
    const { people, problems } = read('Name,E-mail,Company', ',,Hollybank', '', ',,', 'Tim Holl,,');
    expect(people.map(({ row }) => row)).toEqual([5]);
    expect(problems.map(({ row }) => row)).toEqual([2]);
  });

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20)],
    ['a PDF', new TextEncoder().encode('%PDF-1.7')],
    ['prose', new TextEncoder().encode('Dear Stepback, here are no contacts at all.\n')],
  ])('%s is told as a whole', (_, content) => {
    expect(readContacts(file(content))).toMatchObject({ people: [], problems: [{ row: 0, why: expect.any(String) }] });
  });

  test('nothing whatever makes it throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (content) => void readContacts(file(content))));
    const cell = fc.constantFrom(
      '"',
      ',',
      ';',
      '\n',
      'a@b.test',
      'Ida',
      'Name',
      'E-mail',
      ' ',
      '""',
      "'",
      'BEGIN:VCARD\n',
      'END:VCARD',
      ':',
      '=',
    );
    fc.assert(fc.property(fc.array(cell, { maxLength: 40 }), (cells) => void readContacts(file(cells.join('')))));
  });
});

describe('vCards', () => {
  const card = (...properties: string[]) => lines('BEGIN:VCARD', ...properties, 'END:VCARD');
  const cards = (text: string) => readContacts(file(text, 'people.vcf'));

  test('3.0, as a telephone sends it', () => {
    expect(
      cards(
        card(
          'VERSION:3.0',
          'N:Lund;Margaret;;;',
          'FN:Margaret Lund',
          'NICKNAME:Peggy',
          'ORG:Lund & Co;Yard',
          'TITLE:Founder',
          'EMAIL;type=HOME:home@lund.test',
          'item1.EMAIL;type=INTERNET;type=pref:Peggy@Lund.test',
          'item1.X-ABLabel:Work',
          'CATEGORIES:Robotics,Boats',
          'NOTE:met in Oslo\\, twice',
          'URL:https://lund.test',
          'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
          ' AAAA',
        ),
      ).people,
    ).toEqual([
      {
        row: 1,
        person: {
          name: 'Margaret "Peggy" Lund',
          addresses: ['peggy@lund.test', 'home@lund.test'],
          organisation: 'Lund & Co',
          background: 'Founder',
          notes: 'met in Oslo, twice',
          tags: ['robotics', 'boats'],
          links: ['https://lund.test'],
        },
      },
    ]);
  });

  test('4.0: the preferred address is the usual one', () => {
    expect(
      cards(card('VERSION:4.0', 'FN:Søren Bak', 'EMAIL;PREF=2:two@bak.test', 'EMAIL;PREF=1:one@bak.test')).people[0]
        ?.person,
    ).toEqual({ name: 'Søren Bak', addresses: ['one@bak.test', 'two@bak.test'] });
  });

  test('2.1: quoted-printable over two lines, parameters without a name', () => {
    expect(
      cards(
        card(
          'VERSION:2.1',
          'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Wei=C3=9F;J=C3=B6=',
          'rg;;;',
          'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg Wei=C3=9F',
          'EMAIL;INTERNET:joerg@weiss.test',
          'TEL;HOME;VOICE:123',
        ),
      ).people[0]?.person,
    ).toEqual({ name: 'Jörg Weiß', addresses: ['joerg@weiss.test'] });
  });

  test('one that breaks off, or holds nobody, costs itself', () => {
    const { people, problems } = cards(
      `${card('VERSION:3.0', 'FN:Ida Falk')}${card('VERSION:3.0', 'TEL:1')}${lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:Cut')}${card('VERSION:3.0', 'FN:Tim Holl')}`,
    );
    expect(people.map(({ row, person }) => [row, person.name])).toEqual([
      [1, 'Ida Falk'],
      [4, 'Tim Holl'],
    ]);
    expect(problems.map(({ row }) => row)).toEqual([2, 3]);
  });
});

describe('a long file is read in pieces', () => {
  const long = file(
    lines(
      'Name,E-mail',
      ...Array.from({ length: 1234 }, (_, i) => `Person${i} Long,p${i}@long.test`),
      'Broken,"no end',
    ),
  );

  test('that hold every row once', () => {
    const rows = [...contactPieces(long, { size: 100 })].flatMap(({ people }) => people.map(({ row }) => row));
    expect(rows).toEqual(Array.from({ length: 1234 }, (_, i) => i + 2));
  });

  test('and goes on from the row where the last piece ended', () => {
    const rows: number[] = [];
    const problems: number[] = [];
    for (let from: number | null = 1; from !== null; ) {
      const [piece] = contactPieces(long, { from, size: 500 });
      rows.push(...(piece?.people ?? []).map(({ row }) => row));
      problems.push(...(piece?.problems ?? []).map(({ row }) => row));
      from = piece?.next ?? null;
    }
    expect(rows).toEqual(Array.from({ length: 1234 }, (_, i) => i + 2));
    expect(problems).toEqual([1236]);
  });
});

describe('export', () => {
  const book = [
    newPerson('a', {
      name: 'Margaret "Peggy" Lund',
      addresses: ['peggy@lund.test', 'p@lund.test'],
      organisation: 'Lund & Co; Yard',
      background: 'Builds "boats",\nmostly.',
      tags: ['boats', 'oak'],
      goals: '-2 kilos',
      links: ['https://lund.test'],
      notes: 'shy',
      kind: 'protege',
      consent: 'never',
    }),
    newPerson('b', {
      name: '=HYPERLINK("https://x.test")',
      addresses: [],
      knownThrough: 'a',
      background: '@home',
      notes: '+1 555',
      consent: 'ask first',
    }),
    newPerson('c', { name: '李小龙', addresses: ['li@long.test'], kind: 'author' }),
  ];

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'a cell that begins with %j is no formula any more',
    (cell) => {
      expect(csvCell(cell).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test.each<[string, (people: typeof book) => string]>([
    ['CSV', contactsAsCsv],
    ['vCard', contactsAsVcards],
  ])('%s read back gives the same entries', (name, write) => {
    const { people, problems } = readContacts(file(write(book), `book.${name}`));
    expect(problems).toEqual([]);
    expect(people.map(({ person }, i) => ({ ...newPerson(book[i]?.id ?? '', person) }))).toEqual(
      book.map(({ knownThrough: _, ...person }) => person),
    );
    expect(people.map(({ through }) => through)).toEqual([undefined, 'peggy@lund.test', undefined]);
  });

  test('JSON holds every entry', () => {
    expect(JSON.parse(contactsAsJson(book)).map((entry: { id: string }) => entry.id)).toEqual(['a', 'b', 'c']);
  });
});

test.each([
  ['people.csv', 'application/octet-stream', true],
  ['people.VCF', 'text/x-vcard', true],
  ['list', 'text/csv', true],
  ['photo.jpg', 'image/jpeg', false],
  ['letter.txt', 'text/plain', false],
])('%s (%s) is a contact file: %s', (name, type, is) => expect(isContactFile({ name, type })).toBe(is));
