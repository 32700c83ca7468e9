// How something is told of one person: work, notes, tags, consent, addresses, goals, background, links, name; and how one is forgotten.
// The words behind the name are split into what the entry keeps; a wish for now ("not this week") is no entry.

import { capital, type Filled, type Form, person, tell, unquoted } from './form.ts';
import type { Request, Told } from './requests.ts';

/** "Don't introduce anybody to Tariq this week" is no never. */
const forNow =
  /\b(?:(?:this|next) (?:week|month|year)|for now|for the moment|yet|at the moment|until|till|today|tonight|for the time being|just now|before)\b/i;

/** Not an umbrella, nor early. */
const workplace =
  /^(?:(?:the|her|his|their|that|this)\s+)?(?:(?:old|last|former)\s+)?(?:\p{Lu}|(?:company|firm|job|post|team|business|university|bank|school|agency|practice|studio|ministry|hospital)\b)/u;

export const entryForms: readonly Form[] = [
  {
    kind: 'tell',
    example: 'Tariq Osei now works at Lagos Press',
    where: 'question',
    ways: [
      '{who} now works|is|works [now] at|for|with {rest}',
      '{who} works [now] at|for|with {rest} now',
      '{who} [has] [just|recently|now] joined|changed|switched [over] [to|jobs to] {rest}',
      '{who} [has] [just|recently|now] moved|gone [over] to {rest}',
      '{who} is|works now [working] at|with|for {rest}',
      '{who} has|have [just|recently] [started|begun] [a] [new] [job|work|post|position] [working] at|with {rest}',
      '{who} [has] [just|recently|now] left ... for|(to join)|(and joined)|(and is now at)|(and is now with)|(and now works at)|(and now works for) {rest}',
      '{who} started at {rest}',
      '{who} new job|employer|company|organisation|organization is [at|with] {rest}',
      '{who} is now {rest}',
      '{who} has become {rest}',
      '{who} was [just] promoted|made|appointed|elected [to] {rest}',
    ],
    make: tell(workOf),
  },
  {
    kind: 'tell',
    example: 'Tariq Osei has left Lagos Press',
    where: 'question',
    ways: [
      '{who} [has|have] [just|recently|now|already] left|quit {rest}',
      '{who} (no longer works|does not work|no longer is|is no longer) [any more|anymore] at|for|with {rest}',
    ],
    make: tell((filled) =>
      workplace.test(filled.rest)
        ? { kind: 'left', place: filled.rest, note: capital(trimmed(filled.sentence)) }
        : null,
    ),
  },
  {
    kind: 'tell',
    example: 'note on Tariq Osei: prefers the telephone',
    where: 'command',
    ways: [
      '[make|add|take|private|put|write] [a|the] [private|little|quick] note|notes [down] [that] on|about|for|to|against|re {who} [:|,|—|-|that] {rest}',
      'note|remember about|for {who} [:|,|—|-|that] {rest}',
      'add to|(to the) [entry|notes|note] [of|for|on] {who} [entry|notes|note|file] [:|,|that] {rest}',
    ],
    make: tell((filled) => (filled.block === '' ? null : { kind: 'note', note: filled.block })),
  },
  {
    kind: 'tell',
    example: 'note that Tariq Osei prefers the telephone',
    where: 'last',
    ways: ['note|remember|record|(bear in mind)|(keep in mind)|(write down)|(put down)|(jot down) that {who} {rest}'],
    make: tell((filled) => (filled.block === '' ? null : { kind: 'note', note: capital(filled.block) })),
  },
  {
    kind: 'tell',
    example: 'tag Tariq Osei publishing',
    where: 'command',
    ways: [
      'tag|tagging|label {who} [with|as|:|,|—] [tag|tags|the tag|the tags] {rest}',
      'add [the] tag|tags {rest}',
      '{who} tag|tags [:|are|is|+] {rest}',
    ],
    make: (filled) => tagged(filled, false),
  },
  {
    kind: 'tell',
    example: 'untag Tariq Osei publishing',
    where: 'command',
    ways: ['untag {who} [:|,|from] {rest}', 'remove|delete|drop [the] tag|tags {rest}'],
    make: (filled) => tagged(filled, true),
  },
  {
    kind: 'tell',
    example: 'Maya Lindh is my protégé',
    where: 'question',
    ways: [
      '{who} is|becomes|was [now|also|officially] [my|a|one of my] [new|latest] protege|proteges|mentee|mentees',
      '{who} has|have [just|now] become my protege|mentee',
      '(make|mark|take|record) {who} [as|on as|down as] [my|a] [new] protege|mentee',
      'i [now|have started to|have begun to|am now|am] mentor|mentoring {who}',
      "i'm [now] mentoring {who}",
      'i have taken {who} (under my wing)|(on)|(as protege)',
      'my new protege|mentee is {who}',
      '{who} , my [new] protege|mentee $',
    ],
    make: tell({ kind: 'kind', personKind: 'protege' }),
  },
  {
    kind: 'tell',
    example: 'Oona Field is an author',
    where: 'question',
    ways: [
      '{who} is an|a author|writer|(author i follow)|(author whom i follow)',
      '(make|mark) {who} [as|an|a] author',
    ],
    make: tell({ kind: 'kind', personKind: 'author' }),
  },
  {
    kind: 'tell',
    example: 'Tariq Osei is a contact',
    where: 'question',
    ways: [
      '{who} is [now|just] a contact',
      '(make|mark) {who} [as|a] contact',
      '{who} is (no longer|not) [longer] my protege|mentee|(a protege)',
    ],
    make: tell({ kind: 'kind', personKind: 'contact' }),
  },
  {
    kind: 'tell',
    example: 'never introduce Tariq Osei',
    where: 'command',
    ways: [
      'never introduce|connect|bother {who} [to|with] [anyone|anybody|again] $',
      "(do not|don't|never) [ever|again] introduce|connect {who} to|with anyone|anybody|people|somebody|someone",
      "(do not|don't|never) [ever|again] introduce|connect|send|bring anyone|anybody|people|somebody|someone [else] to|with {who}",
      '(no one|nobody|noone) should|must|shall|is|(is to) [ever|again] be introduced to {who}',
      '{who} must|should|shall|may|can|will|(is to) never|not [ever|again] be introduced [again|ever] [to] [anyone|anybody|people|somebody|someone] [else|again] $',
      "{who} mustn't|shouldn't [ever|again] be introduced [again|ever] [to] [anyone|anybody|people] [else|again] $",
      '{who} : never',
      "{who} (doesn't|does not) want [to be] [any] introduced|introductions|(be introduced) [any more|anymore|to anyone]",
      'no [more|further] introductions|intros for|to {who} $',
      'no [more|further] introductions|intros to {who} ever|again|please|(from now on)|(any more)',
      '(never) introduce (anyone|anybody|people) to {who}',
    ],
    make: (filled) => (forNow.test(filled.sentence) ? null : tell({ kind: 'consent', consent: 'never' })(filled)),
  },
  {
    kind: 'tell',
    example: 'no need to ask Tariq Osei first',
    where: 'question',
    ways: [
      '(no need to|no longer|need not|stop) ask|asking {who} first',
      '{who} : direct',
      "{who} (need not|does not need to|doesn't need to|needn't) be asked [first]",
      'introduce {who} directly $',
    ],
    make: tell({ kind: 'consent', consent: 'direct' }),
  },
  {
    kind: 'tell',
    example: "Tariq Osei's new address is tariq@lagospress.example",
    where: 'question',
    ways: [
      '{who} [new|current|latest|right|correct|usual] [e-mail|email|mail] address|e-mail|email|mail [address] [is|has changed to|changed to|now is] [now] [:] {address}',
      "{who} [e-mail|email|mail] address|e-mail|email|mail [has] changed [,|;|:|—|to|and] [it is|it's|its|is] [now] [:] {address}",
      '[the|a] new|current|right|correct [e-mail|email|mail] [address] for|of {who} [is|:] [now] {address}',
      '{who} can|is [now|be] [be] reached|reachable|available [now] at|under|on|via {address}',
      '{who} has|uses|got [a|the] [new|now] [e-mail|email|mail] address|e-mail|email|mail [:|,|now] {address}',
      '{who} [now] uses|(is at|is now at) {address}',
      '{who} [has] moved|changed [address|his address|her address|their address] to {address}',
      '(change|update|set|correct) {who} [e-mail|email|mail] [address] [to|:] {address}',
      '(change|update|set|correct) the [e-mail|email|mail] [address] of|for {who} [to|:] {address}',
      'use {address} for {who}',
      'write to {who} at|under {address} [now|from now on]',
    ],
    make: tell((filled) =>
      filled.address === null
        ? null
        : {
            kind: 'address',
            address: filled.address,
            replaces: !/\b(?:also|second|other|additional|another|as well)\b/i.test(filled.sentence),
          },
    ),
  },
  {
    kind: 'tell',
    example: "Tariq Osei's other address is tariq@home.example",
    where: 'question',
    ways: [
      '{who} other|second|additional|private|home|work|office|alternative [e-mail|email|mail] address|e-mail|email|mail [address] [is] [also] [:] {address}',
      '{who} also uses|has|reads|answers|(can be reached) [at|to|under] {address}',
      'add [the] [address|e-mail|email] {address} to|for {who}',
    ],
    make: tell((filled) =>
      filled.address === null ? null : { kind: 'address', address: filled.address, replaces: false },
    ),
  },
  {
    kind: 'tell',
    example: 'Maya Lindh seeks a first baker to learn from',
    where: 'question',
    ways: [
      '{who} [new|current] goal|goals [is|are|:] [now] {rest}',
      'goal|goals for|of {who} [:|is|are] {rest}',
      '{who} seeks {rest}',
      '{who} is now (looking for|seeking|hoping to|hoping for) {rest}',
    ],
    make: tell((filled) => (filled.rest === '' ? null : { kind: 'goals', goals: filled.rest })),
  },
  {
    kind: 'tell',
    example: 'background of Tariq Osei: founded a press in Lagos',
    where: 'command',
    ways: [
      '[new|set|change|update|the] background of|for|on {who} [is|:|to|—|-|,] {rest}',
      '{who} [new] background [is|:|to|—|-] {rest}',
      '(set|change|update) {who} background [to|:] {rest}',
      '{who} : background {rest}',
    ],
    make: tell((filled) =>
      filled.block === '' ? null : { kind: 'background', background: filled.block, adds: false },
    ),
  },
  {
    kind: 'tell',
    example: 'Tariq Osei is known through Maya Lindh',
    where: 'question',
    ways: [
      '{who} is|was known [to me] through|via|by|from {through}',
      'i know {who} through|via|from {through}',
      'i met|(got to know) {who} through|via {through}',
      '{who} known through {through}',
    ],
    make: (filled) => {
      const through = person(filled, 'through');
      return through && tell({ kind: 'known-through', through })(filled);
    },
  },
  {
    kind: 'tell',
    example: 'link for Oona Field: https://field.example',
    where: 'question',
    ways: [
      '[new|add|a|the] link|links|site|website|page|podcast|newsletter|blog [for|of|to] {who} [is|:|—|-] {rest}',
      '{who} website|site|link|blog|page|newsletter|podcast [is|:] {rest}',
    ],
    make: tell((filled) => {
      const links = filled.rest.match(/(?:https?:\/\/|www\.)\S{1,500}/g) ?? [];
      return links.length > 0 ? { kind: 'link', links: links.map((link) => link.replace(/[.,;>)]+$/, '')) } : null;
    }),
  },
  {
    kind: 'tell',
    example: 'rename Maya Lindh to Maya Osei',
    where: 'command',
    ways: [
      'rename {who} to|as|: {rest}',
      '{who} ... (is now called|is now named|now goes by|now calls herself|now calls himself) {rest}',
      '{who} [new|correct|right|full|married] name is [now] {rest}',
      '{who} is [really|actually|properly] (spelled|spelt|written) {rest}',
      '{who} [has] [just|got|recently|now] married ... is [now] [called] {rest}',
    ],
    make: tell((filled) =>
      filled.rest === '' || filled.rest.split(' ').length > 7
        ? null
        : { kind: 'name', name: filled.rest.replace(/\s+now$/i, '') },
    ),
  },
  {
    kind: 'forget',
    example: 'forget Tariq Osei',
    where: 'command',
    ways: [
      'forget|delete|erase|remove [all about|everything about|the entry of|the entry for|about] {who} [from] [my|the] [book|list|records] ',
      'take {who} out of|off [my|the] book|list',
    ],
    make: (filled) => {
      const who = filled.people.who ?? [];
      // "Forget Tariq's address" means less than him.
      const part = who.some(({ words }) => {
        const behind = filled.sentence.slice(filled.sentence.indexOf(words) + words.length);
        return /['’]s$/u.test(words) ? /^\s+\p{Ll}/u.test(behind) : /^['’]s?\s+\p{Ll}/u.test(behind);
      });
      return who.length > 0 && !part && who.every((each) => each.self !== true && each.nameless !== true)
        ? { kind: 'forget', sentence: filled.sentence, who }
        : null;
    },
  },
];

function workOf(filled: Filled): Told | null {
  const text = filled.rest.replace(/^(?:the|a|an)\s+(?=[\p{Ll}])/u, (article) => article);
  if (text === '') return null;
  const parts = /^([^,;]+?)(?:\s*[,;]\s*|\s+(?=as\b|where\b|and\b))(.+)$/s.exec(text);
  const before = filled.sentence.slice(0, filled.sentence.indexOf(filled.rest));
  // To a house or to a town: only a role tells which.
  const went = /\b(moved|gone)\b[^,]*$/i.exec(before)?.[1];
  if (went !== undefined && !/\bas\s+\p{L}/u.test(text))
    return { kind: 'background', background: `${capital(went)} to ${trimmed(parts?.[1] ?? text)}`, adds: true };
  const role = /^(.+?)\s+(?:at|of|with|for)\s+(?:the\s+)?(\p{Lu}.*)$/u.exec(text);
  const working = /\b(?:works?|working|at|for|with|joined|moved|left|started|employer|company)\b[^,]*$/.test(before);
  if (!working && role)
    return { kind: 'organisation', organisation: trimmed(role[2] ?? ''), background: trimmed(text) };
  if (!working) return { kind: 'background', background: capital(trimmed(text)), adds: true };
  const organisation = trimmed((parts?.[1] ?? text).replace(/\s+(?:now|today|these days|since .*)$/, ''));
  const background = trimmed((parts?.[2] ?? '').replace(/^(?:as|and)\s+(?:an?\s+|the\s+)?/, ''));
  return background === ''
    ? { kind: 'organisation', organisation }
    : { kind: 'organisation', organisation, background: capital(background) };
}

function tagged(filled: Filled, remove: boolean): Request | null {
  let who = person(filled, 'who');
  let words = filled.rest;
  if (!who) {
    const split = /^(.+?)\s+(?:to|from|for|on)\s+(.+)$/.exec(words);
    if (!split) return null;
    words = split[1] ?? '';
    const name = trimmed(split[2] ?? '');
    const end = filled.sentence.indexOf(name) + name.length;
    who = { words: name, readings: [{ name, end }] };
  }
  const tags = words
    .split(/\s*[,;/&+]\s*|\s+and\s+/)
    .map((tag) => unquoted(tag.replace(/^#/, '').trim()))
    .filter((tag) => tag !== '' && !/^(?:please|thanks|thank you)$/i.test(tag));
  // "tag Maya baking": no reading of the name goes into the tags.
  const from = filled.sentence.lastIndexOf(words);
  const readings = who.readings.filter(({ end }) => end <= from);
  who = readings.length > 0 ? { ...who, readings } : who;
  return tags.length > 0
    ? { kind: 'tell', sentence: filled.sentence, who, change: { kind: 'tag', tags, remove } }
    : null;
}

const trimmed = (text: string): string => text.trim().replace(/[\s,;:.!?]+$/, '');
