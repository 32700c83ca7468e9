// The mailroom page: everybody's mailbox, read and written from, and the clock. Talks to the interface of PRODUCT.md section 8 alone; whatever comes
// from a letter goes into the page as text, or into a frame that may do nothing.

import { addressesIn, first, messageOf, nameIn, reply, replyToAll, same } from '/mailroom-mail.js';

const refreshMs = 2000;

/** @typedef {{n: number | string, at: string, recipients: string[], from: string, to: string[], cc: string[], replyTo: string[], subject: string, text: string, html: string | null, headers: Record<string, string | string[]>, attachments: {name: string, type: string, content: string}[], raw: string}} Letter */

const state = {
  domain: '',
  /** @type {{address: string, name: string, what: string}[]} */
  known: [],
  /** @type {Letter[]} */
  letters: [],
  /** What people wrote each other directly, beside the service; this page alone knows of it. @type {Letter[]} */
  direct: JSON.parse(sessionStorage.getItem('direct') ?? '[]'),
  address: '',
  /** @type {Letter | null} */
  letter: null,
  view: 'text',
};

const find = (id) => document.getElementById(id);
const isOurs = (address) => address.toLowerCase().endsWith(`@${state.domain}`);

/** An element with properties and children; text stays text. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function call(method, path, body) {
  const response = await fetch(path, { method, body });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
}

function say(words) {
  find('status').textContent = words;
}

async function refresh() {
  const { domain, now, known, lastLetter, deadLetters } = await call('GET', '/api/mailroom');
  const before = JSON.stringify([state.known, state.letters.length]);
  const last = state.letters.at(-1)?.n ?? 0;
  // Fewer than before: somebody has emptied everything.
  if (lastLetter < last) Object.assign(state, { letters: [], direct: [], letter: null });
  Object.assign(state, { domain, known });
  const fresh = await call('GET', `/api/letters?since=${state.letters.at(-1)?.n ?? 0}`);
  state.letters.push(...fresh);
  showNow(now);
  showDeadLetters(deadLetters);
  if (before !== JSON.stringify([state.known, state.letters.length])) showLists();
}

function showNow(now) {
  find('now').dateTime = now;
  find('now').textContent = new Date(now).toLocaleString([], { dateStyle: 'full', timeStyle: 'short' });
}

function showLists() {
  if (state.address === '') state.address = state.known[0]?.address ?? '';
  showMailboxes();
  showLetters();
}

/** Everybody who is known or was written to, and whoever was opened by hand. */
function mailboxes() {
  const all = new Map(state.known.map((one) => [one.address.toLowerCase(), one]));
  const written = [...state.letters, ...state.direct].flatMap(({ recipients }) => recipients);
  for (const address of [...written, state.address].filter((one) => one !== '' && !isOurs(one)))
    if (!all.has(address.toLowerCase())) all.set(address.toLowerCase(), { address, name: '', what: '' });
  return [...all.values()];
}

const nameOf = (wanted) => state.known.find(({ address }) => same(address, wanted))?.name ?? '';

/** Newest first. */
const lettersOf = (address) =>
  [...state.letters, ...state.direct]
    .filter(({ recipients }) => recipients.some((one) => same(one, address)))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || Number(b.n) - Number(a.n));

function showMailboxes() {
  const items = mailboxes().map(({ address, name, what }) => {
    const count = lettersOf(address).length;
    const button = element(
      'button',
      { type: 'button', onclick: () => openMailbox(address) },
      element('strong', { textContent: name || address }),
      element('small', {
        textContent: [what, name && address, count && `${count} received`].filter(Boolean).join(' · '),
      }),
    );
    button.ariaCurrent = String(same(address, state.address));
    return element('li', {}, button);
  });
  find('mailboxes').replaceChildren(...items);
}

function openMailbox(address) {
  Object.assign(state, { address, letter: null });
  showLists();
  showLetter();
}

function showLetters() {
  find('letters-title').textContent = state.address === '' ? 'Letters' : `To ${nameOf(state.address) || state.address}`;
  find('write').disabled = state.address === '';
  const items = lettersOf(state.address).map((letter) => {
    const button = element(
      'button',
      { type: 'button', onclick: () => openLetter(letter) },
      element('strong', { textContent: letter.subject || '(no subject)' }),
      element('small', { textContent: `${nameIn(letter)} · ${new Date(letter.at).toLocaleString()}` }),
    );
    button.ariaCurrent = String(letter === state.letter);
    return element('li', {}, button);
  });
  find('letters').replaceChildren(...(items.length > 0 ? items : [element('li', { textContent: 'Nothing yet.' })]));
}

function openLetter(letter) {
  Object.assign(state, { letter, view: 'text' });
  showLetters();
  showLetter();
  find('reading').focus();
}

function showLetter() {
  const { letter, view } = state;
  if (letter === null)
    return find('reading').replaceChildren(element('p', { textContent: 'Pick a letter, or write one.' }));
  const rows = [
    ['From', first(letter.headers.from).includes('=?') ? letter.from : first(letter.headers.from) || letter.from],
    ['To', letter.to.join(', ')],
    ['Cc', letter.cc.join(', ')],
    ['Reply-To', letter.replyTo.join(', ')],
    ['Date', new Date(letter.at).toLocaleString([], { dateStyle: 'full', timeStyle: 'short' })],
  ].filter(([, value]) => value !== '');
  const list = element(
    'dl',
    {},
    ...rows.flatMap(([name, value]) => [element('dt', { textContent: name }), element('dd', { textContent: value })]),
  );
  find('reading').replaceChildren(
    element('h2', { textContent: letter.subject || '(no subject)' }),
    list,
    element(
      'div',
      { className: 'buttons' },
      element('button', { type: 'button', textContent: 'Reply', onclick: () => compose(reply(letter)) }),
      element('button', {
        type: 'button',
        textContent: 'Reply to all',
        onclick: () => compose(replyToAll(letter, state.address)),
      }),
      ...['text', 'html', 'source'].filter((one) => one !== 'html' || letter.html).map((one) => viewButton(one)),
    ),
    bodyOf(letter, view),
    ...letter.attachments.map((attachment) => element('p', {}, attachmentLink(attachment))),
  );
}

function viewButton(view) {
  const words = { text: 'Text', html: 'HTML', source: 'Source' };
  const button = element('button', {
    type: 'button',
    textContent: words[view],
    onclick: () => {
      state.view = view;
      showLetter();
    },
  });
  button.ariaPressed = String(state.view === view);
  return button;
}

function bodyOf(letter, view) {
  if (view === 'source') return element('pre', { className: 'source', textContent: letter.raw });
  if (view === 'text' && letter.text !== '') return element('pre', { textContent: letter.text });
  if (letter.html === null) return element('p', { textContent: 'It has no text.' });
  const frame = element('iframe', { title: 'The letter as HTML', srcdoc: letter.html });
  // No script, no form, no link out, no origin.
  frame.setAttribute('sandbox', '');
  return frame;
}

function attachmentLink({ name, type, content }) {
  const octets = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const href = URL.createObjectURL(new Blob([octets], { type: 'application/octet-stream' }));
  return element('a', {
    href,
    download: name || 'attachment',
    textContent: `${name || 'attachment'} (${type}, ${octets.length} bytes)`,
  });
}

let thread = { inReplyTo: '', references: '' };

function compose({ to, cc, subject, text, inReplyTo, references }) {
  thread = { inReplyTo, references };
  const fields = find('compose').elements;
  const name = nameOf(state.address);
  fields.from.value = name === '' ? state.address : `${name.replace(/["\\]/g, '')} <${state.address}>`;
  fields.to.value = to.join(', ');
  fields.cc.value = cc.join(', ');
  fields.subject.value = subject;
  fields.text.value = text;
  fields.auth.value = 'pass';
  find('compose-error').textContent = '';
  find('composer').showModal();
  fields.text.focus();
  fields.text.setSelectionRange(0, 0);
}

async function send(event) {
  event.preventDefault();
  const fields = find('compose').elements;
  const from = addressesIn(fields.from.value).at(-1) ?? '';
  const everybody = [...new Set([...addressesIn(fields.to.value), ...addressesIn(fields.cc.value)])];
  const [to, cc, subject, text] = ['to', 'cc', 'subject', 'text'].map((name) => fields[name].value);
  const raw = messageOf({ from: fields.from.value, to, cc, subject, text, date: find('now').dateTime, ...thread });
  try {
    say('Handing it in …');
    const ours = everybody.filter(isOurs);
    const query = new URLSearchParams({ from, to: ours.join(','), auth: fields.auth.value });
    if (ours.length > 0) await call('POST', `/api/mail?${query}`, raw);
    keepDirect(
      from,
      everybody.filter((address) => !isOurs(address)),
      fields,
      raw,
    );
    find('composer').close();
    await refresh();
    showLists();
    say('It has been worked on.');
  } catch (error) {
    find('compose-error').textContent = error.message;
    say('');
  }
}

/** What goes to somebody else than the service reaches them without it. */
function keepDirect(from, recipients, fields, raw) {
  if (recipients.length === 0) return;
  const header = Object.fromEntries(
    raw
      .split('\r\n\r\n', 1)[0]
      .split('\r\n')
      .map((line) => [line.split(':', 1)[0].toLowerCase(), line.replace(/^[^:]*: ?/, '')]),
  );
  state.direct.push({
    n: `direct ${Date.now()}`,
    at: find('now').dateTime,
    recipients,
    from,
    to: addressesIn(fields.to.value),
    cc: addressesIn(fields.cc.value),
    replyTo: [],
    subject: fields.subject.value,
    text: fields.text.value,
    html: null,
    headers: { ...header, from: fields.from.value },
    attachments: [],
    raw,
  });
  sessionStorage.setItem('direct', JSON.stringify(state.direct));
}

async function turnClock(advance) {
  for (const button of find('clock').querySelectorAll('button')) button.disabled = true;
  try {
    say('Time passes …');
    await call('POST', '/api/clock', JSON.stringify({ advance }));
    await refresh();
    say('');
  } catch (error) {
    say(error.message);
  }
  for (const button of find('clock').querySelectorAll('button')) button.disabled = false;
}

function showDeadLetters(count) {
  find('show-dead').hidden = count === 0;
  find('show-dead').textContent = `${count} could not be worked on`;
}

async function openDeadLetters() {
  const dead = await call('GET', '/api/dead-letters');
  const again = async () => {
    await call('POST', '/api/dead-letters');
    await refresh();
    await openDeadLetters();
  };
  find('reading').replaceChildren(
    element('h2', { textContent: 'Could not be worked on' }),
    element('p', { textContent: 'Tried again and again in vain; the reasons stand where Stepback was started.' }),
    element('button', { type: 'button', textContent: 'Try all of them again', onclick: again }),
    ...dead.flatMap(({ queue, sentAt, body }) => [
      element('h3', { textContent: `${queue}, ${new Date(sentAt).toLocaleString()}` }),
      element('pre', { className: 'source', textContent: body }),
    ]),
  );
}

for (const button of find('clock').querySelectorAll('button')) button.onclick = () => turnClock(button.dataset.advance);
find('open').onsubmit = (event) => {
  event.preventDefault();
  openMailbox(find('open-address').value.trim());
};
find('write').onclick = () =>
  compose({ to: [`intro@${state.domain}`], cc: [], subject: '', text: '', inReplyTo: '', references: '' });
find('discard').onclick = () => find('composer').close();
find('compose').onsubmit = send;
find('show-dead').onclick = openDeadLetters;

async function keepUp() {
  try {
    await refresh();
    if (find('status').textContent.startsWith('Stepback')) say('');
  } catch {
    say('Stepback does not answer.');
  }
  setTimeout(keepUp, refreshMs);
}

showLetter();
await keepUp();
