// Mails as a mail program writes them: replies to a letter, and the raw message of what was written.

export const same = (one, other) => one.toLowerCase() === other.toLowerCase();

export const first = (value) => (Array.isArray(value) ? value[0] : value) ?? '';

/** The display name of the sender, where the letter gives one in plain letters. */
export function nameIn({ headers, from }) {
  const name = first(headers.from)
    .replace(/<[^<>]*>\s*$/, '')
    .trim()
    .replace(/^"(.*)"$/, '$1');
  return name === '' || name.includes('=?') ? from : name;
}

export const addressesIn = (text) => [...text.matchAll(/[^\s<>,;"]+@[^\s<>,;"]+/g)].map(([address]) => address);

const without = (addresses, ...gone) => addresses.filter((one) => !gone.some((other) => same(one, other)));
const answerAddresses = (letter) => (letter.replyTo.length > 0 ? letter.replyTo : [letter.from]);

/** As a mail program answers: to Reply-To or From, with the thread's ids and the text quoted. */
export function reply(letter) {
  const messageId = first(letter.headers['message-id']);
  const date = new Date(letter.at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const quoted = letter.text
    .trimEnd()
    .replace(/^/gm, '> ')
    .replace(/^> (?=>)/gm, '>');
  return {
    to: answerAddresses(letter),
    cc: [],
    subject: /^re:/i.test(letter.subject) ? letter.subject : `Re: ${letter.subject}`,
    text: `\n\nOn ${date}, ${nameIn(letter)} <${letter.from}> wrote:\n${quoted}\n`,
    inReplyTo: messageId,
    references: [first(letter.headers.references), messageId].filter(Boolean).join(' '),
  };
}

/** @param me who replies. */
export function replyToAll(letter, me) {
  const to = [...new Set([...answerAddresses(letter), ...without(letter.to, me)])];
  return { ...reply(letter), to, cc: without(letter.cc, me, ...to) };
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** RFC 2047, a few characters to the word so that none is too long. */
const encoded = (text) =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
    : (text.match(/.{1,12}/gsu) ?? []).map((part) => `=?utf-8?B?${base64(part)}?=`).join(' ');

/** `Name <address>` with the name encoded or quoted. */
function mailbox(text) {
  const [, name = '', address = ''] = /^(.*?)<([^<>]+)>\s*$/.exec(text) ?? [];
  if (address === '') return text.trim();
  const plain = name
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/["\\]/g, '');
  return plain === '' ? address : `${/^[\x20-\x7e]*$/.test(plain) ? `"${plain}"` : encoded(plain)} <${address}>`;
}

/** The raw message of RFC 5322. */
export function messageOf({ from, to, cc, subject, text, date, inReplyTo, references }) {
  const lines = [
    ['From', mailbox(from)],
    ['To', addressesIn(to).join(', ')],
    ['Cc', addressesIn(cc).join(', ')],
    ['Subject', encoded(subject)],
    ['Date', new Date(date).toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<${crypto.randomUUID()}@mailroom.example>`],
    ['In-Reply-To', inReplyTo],
    ['References', references],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Transfer-Encoding', 'base64'],
  ];
  const header = lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  const octets = [...new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'))];
  const body = btoa(octets.map((octet) => String.fromCharCode(octet)).join('')).replace(/.{76}/g, '$&\r\n');
  return `${header.join('\r\n')}\r\n\r\n${body}\r\n`;
}
