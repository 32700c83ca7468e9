// "Remind me next month to …": the rest of the sentence comes back to the mentor on the day and is understood again then.

import { dateAt, type FoundDate } from './dates.ts';
import { moodOf } from './mood.ts';
import type { Request } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { isForService } from './small-talk.ts';

/** Sentence → its reminder. Without a day there is none: "remind me, who is Tariq?" only asks. */
export function remindersIn(sentences: readonly Sentence[], letterFrom: number): Map<number, Request> {
  const result = new Map<number, Request>();
  sentences.forEach((own, at) => {
    if (at >= letterFrom || own.secret === 'yes') return;
    const found =
      /\b(?:remind|ping|prod) (?:me|us)\b[ ,]*(?:please |again |kindly )*|\b(?:set|make|put|give|send) (?:me )?a reminder(?: for me)?[ ,]*/.exec(
        own.plain,
      );
    if (!found || moodOf(own.plain.slice(0, found.index)) === 'denied') return;
    const from = found.index + found[0].length;
    const first = dateAt(
      own.plain,
      own.text,
      from + (/^(?:for |in the )/.exec(own.plain.slice(from))?.[0].startsWith('for') === true ? 4 : 0),
    );
    const last = first ? null : lastDate(own, from);
    const when = first ?? last;
    if (!when) return;
    const rest = first ? own.text.slice(first.end) : own.text.slice(from, when.start);
    const request = rest
      .replace(/^[\s,:—–-]*(?:(?:please|to|that|about|of)\b[\s,:]*)*/i, '')
      .replace(/[\s,;:.!?]+$/, '')
      .trim();
    const about =
      /^[\s,:—–-]*(?:about|of)\b/i.test(rest) &&
      /\p{L}+\s+(?:and|&|to|with)\s+\p{L}+/u.test(request) &&
      !/\bintro/i.test(request);
    if (request !== '')
      result.set(at, {
        kind: 'remind',
        sentence: own.text,
        when: { words: when.words },
        request: `${about ? `introduce ${request}` : request}${about || /\bintro/i.test(request) ? wordsBehind(sentences, at) : ''}`,
      });
  });
  return result;
}

/** What goes on about the two in the same paragraph comes back with the request. */
function wordsBehind(sentences: readonly Sentence[], at: number): string {
  const own = sentences[at];
  const words: string[] = [];
  for (const each of sentences.slice(at + 1)) {
    if (each.paragraph !== own?.paragraph || each.secret === 'yes' || isForService(each)) break;
    words.push(each.text);
  }
  return words.length === 0 ? '' : `. ${words.join(' ')}`;
}

function lastDate(own: Sentence, from: number): FoundDate | null {
  let found: FoundDate | null = null;
  for (const token of own.tokens.slice(0, 80)) {
    if (token.start < from) continue;
    const date = dateAt(own.plain, own.text, token.start);
    if (
      date &&
      (found === null || date.start >= found.end) &&
      /^[\s.!?,]*(?:please|thanks|thank you)?[\s.!?]*$/.test(own.plain.slice(date.end))
    )
      found ??= date;
  }
  return found;
}
