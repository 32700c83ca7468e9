// How one says what becomes of introductions: who is asked first, how they went, what is open, steering, limits and a pause.
// How they are asked for stands in asking-introductions.ts.

import { dateAt } from './dates.ts';
import { type Form, person, plainly, setting, steer, tell } from './form.ts';
import { plain } from './normalise.ts';
import type { When } from './requests.ts';

export const courseForms: readonly Form[] = [
  {
    kind: 'tell',
    example: 'ask Tariq Osei first',
    where: 'command',
    ways: [
      '(from now on|in future|in the future) [please] [always] ask|(check with) {who} first',
      '[always] ask {who} first [always|please|from now on|in future|every time] $',
      '[always] check with {who} first $',
      '{who} [should|must|wants|prefers|would like|is] [to] [always] be asked first',
      'always ask {who} [first|beforehand|before] ',
      '{who} : ask first',
      'ask {who} first before|(from now on)|always|(in future)',
      'never introduce|send [anyone|anybody|people|someone] [to] {who} without asking',
    ],
    make: tell({ kind: 'consent', consent: 'ask first' }),
  },
  {
    kind: 'setting',
    example: 'ask how it went',
    where: 'command',
    ways: [
      '[always] ask how it went [on|always|every time|each time|from now on] $',
      '(always|from now on|in future) ask ... how it went',
      'ask how it went (after|for) every|each introduction',
    ],
    make: setting({ kind: 'ask-how-it-went', on: true }),
  },
  {
    kind: 'outcome',
    example: 'ask how 3 went',
    where: 'command',
    ways: [
      'ask|find|enquire|inquire|check [out] how {which} went|goes|(is going|has gone|turned out|worked out|is getting on|came out|panned out|fared)',
      'ask|enquire|inquire|check {who} how {which} went|goes|(is going|has gone|turned out|worked out|came out|panned out)',
      'ask how it went with|for|between {which}',
      'ask about the outcome|result of {which}',
    ],
    make: (filled) => ({ kind: 'outcome', sentence: filled.sentence, which: filled.which }),
  },
  {
    kind: 'status',
    example: 'status',
    where: 'question',
    ways: [
      '^ status [report|update|please] $',
      '[send me|give me|show me] [a|the|my] status [report|update|overview] $',
      "what's|whats|what still|now|currently open|pending|outstanding|waiting|running|(in progress)|(on my plate)|(going on)|held|(up in the air)",
      "what's|whats open|pending|outstanding|waiting|running|(in progress)|(on my plate)|(going on)|held|new|up",
      'what is|are [still|now|currently] open|pending|outstanding|waiting|running|(in progress)|(the status)|(on my plate)|held|(going on)',
      "(what is)|(what are)|what's|whats the [current] status|state [of] [things|play|affairs|my introductions] ",
      'where are we|things $',
      'where do|are we|things|i [all] stand|standing|at',
      'how do|are things|(my introductions)|(the introductions) stand|standing|going|coming|doing',
      '[show|list|send|give] [me] [the|my|all|all the|all my] open|pending|outstanding introductions|questions|intros|items|ones',
      'which introductions|intros|ones are|is [still] open|pending|running|outstanding|held|waiting|unanswered|(hanging about)|(hanging around)|(up in the air)|(in the air)|(in progress)|(on my plate)|(going on)',
      'what are|am|is we|i|you|everybody [still] waiting for',
      '[any|is there any] news $',
      '[is|are] [there] anything|something [still] open|pending|outstanding|waiting|running|held|(in progress)|(going on) $',
      'where are we with everything|things|(the introductions)|(my introductions)|(it all)|(all of this) $',
      'what (do i have|have i|have we|do we have) [got|still] [got|still] open|pending|outstanding|running|waiting|(in progress)|(on my plate)|(going on)|(on the go)|(in flight)|(up in the air)',
      'how many introductions|intros are|do|have',
      "what's the news|what is the news",
      'how full is my|the plate',
    ],
    make: plainly('status'),
  },
  {
    kind: 'steer',
    example: 'nudge 3',
    where: 'command',
    ways: [
      'nudge|nudging|chase|prod|poke {which}',
      'give {which} a [kind|gentle|little|friendly|small] nudge|reminder|prod|push',
      'send {which} a [kind|gentle|little|friendly|small] reminder|nudge',
      'send a [kind|gentle|little|friendly|small] reminder|nudge to|for {which}',
      '^ nudge $',
      'remind {which} [gently|kindly|again] $',
    ],
    make: (filled) => (filled.which.people.some((each) => each.self === true) ? null : steer('nudge')(filled)),
  },
  {
    kind: 'steer',
    example: 'close 3',
    where: 'command',
    ways: ['close|closing {which}', 'mark {which} [as] closed', '^ close $'],
    make: steer('close'),
  },
  {
    kind: 'steer',
    example: 'number 3 can be closed',
    where: 'any',
    ways: [
      '^ {which} can|may|should|could [now|also|both|then] be closed [now|too|please|then|off]',
      'you can|may|could [now|also|then] close {which}',
      'feel free to close {which}',
    ],
    make: (filled) =>
      /^\W*(?:if|once|when|unless|after|should|as soon as)\b/i.test(filled.sentence) ? null : steer('close')(filled),
  },
  {
    kind: 'steer',
    example: 'cancel Maya Lindh and Tariq Osei',
    where: 'command',
    ways: [
      'cancel|cancelling|canceling|withdraw|revoke|abort|retract|annul|stop|drop|scrap {which}',
      '(call off|calling off) {which}',
      'call {which} off',
      '^ cancel|withdraw [please] $',
      '(take back) {which}',
      'do not send {which}',
      "don't send {numbers}",
    ],
    // "Stop everything" may end again: that is a pause.
    make: (filled) => (filled.which.all && /\bstop\b/i.test(filled.sentence) ? null : steer('cancel')(filled)),
  },
  {
    kind: 'steer',
    example: '3 is done',
    where: 'question',
    ways: [
      'mark|set|put {which} [as|to|down as] done|finished|completed|settled|(talking)',
      '^ {which} is|are|has|have [now|all|been] done|finished|completed|settled|(over and done)',
      '^ {numbers} done $',
    ],
    make: steer('done'),
  },
  {
    kind: 'steer',
    example: 'send anyway',
    where: 'command',
    ways: [
      'send|sending|release|(make) {which} anyway|regardless|nevertheless|(all the same)|(despite the limit)|(in spite of the limit)',
      'send|release anyway|regardless|nevertheless',
      'send|make {which} despite|(in spite of) ... limit|pause',
      '(let) {which} go|out anyway',
    ],
    make: steer('send-anyway'),
  },
  {
    kind: 'steer',
    example: 'send again',
    where: 'command',
    ways: ['send|try {which} again|(once more)', 'send|try again', 'resend {which}', '^ resend $', 're-send {which}'],
    make: steer('send-again'),
  },
  {
    kind: 'steer',
    example: 'leave it',
    where: 'command',
    ways: ['leave {which} [be|alone|as it is|open] $', 'let {which} be $'],
    make: steer('leave-it'),
  },
  {
    kind: 'steer',
    example: 'pass it on',
    where: 'command',
    ways: ['pass|hand|forward {which} on', 'forward {which} $', 'pass on {which}'],
    make: steer('pass-it-on'),
  },
  {
    kind: 'steer',
    example: 'send 2',
    where: 'command',
    ways: [
      'send|release|dispatch {numbers} $',
      'send|dispatch (it|this|that|them) [off|out|on|now|please] $',
      '^ send [now|please] $',
      'send [the|my] draft|drafts|introduction|letter $',
      'send {which} now $',
    ],
    make: steer('send'),
  },
  {
    kind: 'limit-open',
    example: 'limit 8 open',
    where: 'command',
    ways: [
      'limit [me|of|to|is|at|:|the|open|introductions] [to|at] {number} open',
      '(no more than|not more than|at most|maximum|maximum of|max|never more than|a maximum of|up to) {number} open|(introductions open)|(introductions at once)|(introductions at a time)|(at a time)|(at once)|(open introductions)',
      'keep|hold [me|it|the|my] [open] [plate|introductions] [to|at|below|under] [at most|no more than] {number} open|(at a time)|(at once)|(introductions open)|(open introductions)',
      'set [the|my|a] limit [to|at|of] {number} [open]',
      '(no|remove the|remove my|lift the|without|drop the|lift my|take off the) limit [on open introductions] $',
      '(no|remove the|remove my|lift the|drop the) open limit',
      'limit off|none $',
    ],
    make: (filled) => ({ kind: 'limit-open', sentence: filled.sentence, limit: filled.numbers[0] ?? null }),
  },
  {
    kind: 'limit-month',
    example: 'limit 2 a month for Tariq Osei',
    where: 'command',
    ways: [
      'limit [of|to|is|:|the] [introductions] {number} [introduction|introductions|intros] a|per|each|every month for|to|of {who}',
      'limit {who} to|at [at most] {number} [introduction|introductions|intros] a|per|each|every month',
      '(no more than|not more than|at most|maximum|max|never more than|up to) {number} [introduction|introductions|intros|people] a|per|each|every month for|to {who}',
      '(no more than|not more than|at most|maximum|max|never more than) {number} [introduction|introductions|intros|people] for|to {who} a|per|each|every month',
      'send|introduce|give|burden|bother {who} [with] (no more than|not more than|at most|maximum) {number} [introductions|people|intros] a|per|each|every month',
      '(no|remove the|lift the|drop the) [monthly] limit for|of|on {who}',
    ],
    make: (filled) => {
      const who = person(filled, 'who');
      return who && { kind: 'limit-month', sentence: filled.sentence, who, limit: filled.numbers[0] ?? null };
    },
  },
  {
    kind: 'pause',
    example: 'pause until May 3',
    where: 'command',
    ways: [
      'pause|suspend|halt|hold|freeze|stop [it|everything|all|the|my|any|service|off|new] [introductions|intros|letters|everything|service] until|till|to|through|for {date}',
      'pause|suspend|hold|freeze [it|everything|all|introductions|the|my] [introductions|intros] for [the] {date}',
      'pause [it|everything|all|introductions|please] [(for now)|(for a while)|(for a bit)|(until further notice)] $',
      'pause|suspend|halt|freeze everything|introductions|(all introductions)|(the introductions)|(my introductions)|(the service)|(all intros) [for now]',
      '(put|place) everything|introductions|(my introductions) on hold [until|till|for] [{date}]',
      '(no|hold all|hold my) [new|more] introductions|intros [go out] until|till {date}',
      '(no|no more|no further) [new|more] introductions|intros|letters|mails [(for now)|(until further notice)|(for the time being)|(for the moment)|please] $',
      '(nothing) [is|may|should|must|shall|will] [to] (go out|be sent|leave|be sent out) until|till|before',
      "(don't|do not) send anything|(any introductions)|(any letters)|(any mails) [out] until|till|before",
      'stop|hold|halt|suspend everything|(all introductions)|(all of it)|(all letters) [(for now)|(for the moment)|(for the time being)|(until further notice)|(for a while)]',
    ],
    make: (filled) => ({ kind: 'pause', sentence: filled.sentence, until: filled.when ?? untilIn(filled.sentence) }),
  },
  {
    kind: 'resume',
    example: 'resume',
    where: 'command',
    ways: [
      'resume|unpause [everything|introductions|please|again|now|the|my] [introductions|service] $',
      '^ continue|(carry on)|(start again) [everything|introductions|please|again|now|the|my|with] [introductions|everything] $',
      'resume|unpause|restart|(start again with) [the|my|all] introductions|everything|service|intros',
      '(end|lift|stop|cancel) the pause',
    ],
    make: plainly('resume'),
  },
];

/** "I'm on holiday until December 5, please pause": the day that stands elsewhere in the sentence. */
function untilIn(sentence: string): When | null {
  const words = plain(sentence);
  for (const match of words.matchAll(/\b(?:until|till|before|through|back on|back)\s+/g)) {
    const found = dateAt(words, sentence, match.index + match[0].length);
    if (found) return { words: found.words };
  }
  return null;
}
