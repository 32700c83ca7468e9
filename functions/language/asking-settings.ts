// How the mentor changes what holds for all letters: asking first, drafts, time zone, signature, summary, own name and address.

import { type Form, setting, unquoted } from './form.ts';

export const settingForms: readonly Form[] = [
  {
    kind: 'setting',
    example: 'always ask first',
    where: 'command',
    ways: [
      '[please] always [to] ask|check|(check with)|(be asked) [people|them|everyone|everybody|the other side|both sides|friends|my friends|my contacts] first|beforehand|(before introducing)|(before every introduction)|(before an introduction)|(before any introduction)',
      '(from now on|in future|in the future|henceforth|from today|as of now|from here on|going forward) ... ask|check ... first|beforehand|(before)',
      'ask|check [everyone|everybody|people|them|my friends|the other side|each person] first (from now on|in future|every time|always|each time|henceforth|whoever it is)',
      'never introduce anyone|anybody|people|someone without asking',
      'double opt-in [on|please|always] $',
    ],
    make: setting({ kind: 'always-ask-first', on: true }),
  },
  {
    kind: 'setting',
    example: 'always ask first off',
    where: 'command',
    ways: [
      '[always] ask first off',
      '(stop asking|no longer ask|no need to ask|never ask) [people|them|everyone] first',
      '(turn off|switch off) [the] always ask first',
      '(not always|no longer always) ask first',
    ],
    make: setting({ kind: 'always-ask-first', on: false }),
  },
  {
    kind: 'setting',
    example: 'show me first',
    where: 'command',
    ways: [
      'show me [everything|every introduction|each introduction|all introductions|every letter|introductions|the letters|each letter|them] first [always|on|from now on|in future|every time|please]',
      'always show me [everything|every introduction|each introduction|the introductions|the draft|a draft|them|it|drafts] [first|beforehand]',
      '(from now on|in future|henceforth|going forward|as of now) ... show me ... first|before|beforehand|draft',
      'show me (every introduction|each introduction|all introductions|every letter|each letter) before',
      '(make|send me|i want|i would like) every|each|all introduction|introductions [come] as|(to me as) a draft|drafts [first]',
    ],
    make: setting({ kind: 'show-me-first', on: true }),
  },
  {
    kind: 'setting',
    example: 'show me first off',
    where: 'command',
    ways: [
      'show me first off',
      '(no longer|stop|no need to|never) show|showing me [drafts|them|everything|letters|introductions] first',
      '(turn off|switch off) show me first',
    ],
    make: setting({ kind: 'show-me-first', on: false }),
  },
  {
    kind: 'setting',
    example: 'ask how it went off',
    where: 'command',
    ways: ['ask how it went off', '(stop asking|no longer ask|never ask|no need to ask) [people|them] how it went'],
    make: setting({ kind: 'ask-how-it-went', on: false }),
  },
  {
    kind: 'setting',
    example: 'time zone Europe/Lisbon',
    where: 'command',
    ways: [
      '[set|change|switch|my] [my|the] time zone|timezone|zone [is|to|now|:|=] [now] [to] {rest}',
      '[my|set|change] [my|the] timezone [is|to|:|=] [now] {rest}',
      '[set|change] [my|the] time zone to {rest}',
    ],
    make: setting((filled) => {
      const timeZone = /[A-Za-z]+(?:\/[A-Za-z_+-]+\d*)+|\bUTC\b|\bGMT\b/.exec(filled.rest)?.[0] ?? filled.rest;
      return timeZone === '' ? null : { kind: 'time-zone', timeZone };
    }),
  },
  {
    kind: 'setting',
    example: 'signature Ruth Alder, friend of friends',
    where: 'command',
    ways: [
      '^ [my|new|set|change|use|the] [my|the|as|new|this] signature [is|to|as|:|=|should be|should read|shall be] [now] {rest}',
      '^ [my|new|set|change|use|the] [my|the|as|new|this] signature [is|to|as|(should be)|(should read)|(shall be)|(is now)] [:|=] $',
      '^ sign [me|my letters|my introductions|all letters|letters|them|with] [as|with] {rest}',
      '(change|set|make|use) [my|the|as] [my] signature [is|to|as|:|be|now] {rest}',
    ],
    make: setting((filled) => (filled.block === '' ? null : { kind: 'signature', signature: unquoted(filled.block) })),
  },
  {
    kind: 'setting',
    example: 'summary off',
    where: 'command',
    ways: [
      '[the|my|monthly|turn|switch|set] [the|my|monthly] [monthly] summary [to|is] off',
      '(turn off|switch off|stop|stop sending|stop sending me|no more|no|without|cancel|end|skip) [me] [the|my|any|more] [monthly] summary|summaries|(monthly letter)|(monthly letters)',
      "(don't|do not) send [me] [the|a|any|more|your] [more] [monthly] summary|summaries",
    ],
    make: setting({ kind: 'summary', on: false }),
  },
  {
    kind: 'setting',
    example: 'summary on',
    where: 'command',
    ways: [
      '[the|my|monthly|turn|switch|set] [the|my|monthly] [monthly] summary [to|is] on',
      '(turn on|switch on|start|start sending me|resume|send me again) [the|my|a] [monthly] summary|summaries',
      'send me the|a summary every|each month',
    ],
    make: setting({ kind: 'summary', on: true }),
  },
  {
    kind: 'setting',
    example: 'my other address is ruth@garden.example',
    where: 'question',
    ways: [
      '[my|another|add|a] [other|second|new|further|private|home|work|office|my|another] [address|e-mail|email|mail] [address] of mine is [:] {address}',
      'my other|second|new|further|private|home|work|office|additional [address|e-mail|email|mail] [address] is|: [also] {address}',
      'i also|sometimes|(now also) write|mail|(use) [to you] [from|with|under] {address}',
      'another address of mine|(address of mine) is|: {address}',
      '(i can also be reached|you will also hear from me|mails will also come) at|from|under {address}',
      'add my [other|second|new] address {address}',
    ],
    make: setting((filled) => (filled.address === null ? null : { kind: 'other-address', address: filled.address })),
  },
  {
    kind: 'setting',
    example: 'my name is Ruth Alder',
    where: 'question',
    ways: ['^ my name is|: [now] {rest}', '^ call me {rest}', '(change|set) my name to {rest}'],
    make: setting((filled) =>
      filled.rest === '' || filled.rest.split(' ').length > 6 ? null : { kind: 'name', name: filled.rest },
    ),
  },
  {
    kind: 'setting',
    example: 'settings',
    where: 'question',
    ways: [
      '^ [my|the|all] settings $',
      '(can|could|may) i|we see|have|view [my|the|all] [current] settings $',
      'show|send|list|give [me] [my|the|all] [current] settings $',
      'what|how are my|the settings [at|set]',
    ],
    make: setting({ kind: 'show' }),
  },
];
