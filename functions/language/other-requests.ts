// Every request that is no introduction: the slots of its way of asking, filled (the rows of asking.ts say how each is made).

import type { Placed } from './additions.ts';
import type { CompiledForm } from './asking.ts';
import { type Discourse, resolved } from './discourse.ts';
import type { Filled } from './form.ts';

import type { Asked } from './note-parts.ts';
import type { Occurrence } from './occurrences.ts';
import { introducing, type Pair } from './pair.ts';
import type { Match } from './phrases.ts';
import type { Mention, NoteParts, Request } from './requests.ts';
import type { Paragraph, Sentence } from './sentences.ts';

/** A request whose words go into a letter. */
export interface Noted {
  readonly at: number;
  readonly request: Request;
  readonly asked: Asked;
}

export function otherRequests(
  discourse: Discourse,
  occurrences: readonly Occurrence[],
  pairs: readonly Pair[],
  paragraphs: readonly Paragraph[],
): { made: Placed[]; noted: Noted[] } {
  const made: Placed[] = [];
  const noted: Noted[] = [];
  if (pairs.some(({ letter }) => letter)) return { made, noted };
  const introduces = pairs.some(({ kind }) => kind !== 'introduced-already');
  let said: Said | null = null;
  for (const occurrence of occurrences) {
    const { at, start } = occurrence;
    const own = discourse.sentences[at];
    if (!own) continue;
    for (const { form, match } of [occurrence, ...occurrence.others]) {
      // What is said of somebody in a mail that introduces them is said to the other one, not to the book.
      const remark =
        form.kind === 'tell' &&
        match.phrase.first === null &&
        !/\b(?:note|write that down|remember|please)\b/.test(own.plain);
      // "…, but check with her first" is about this introduction, not for ever.
      const wish =
        form.kind === 'tell' && pairs.some((pair) => pair.at === at && pair.start < start && pair.kind === 'ask-first');
      if (introduces && (remark || wish)) break;
      if (occurrence.mood === 'denied' && !deniable.has(form.kind)) break;
      const filled = filledOf(discourse, at, match, paragraphs);
      if (form.says === 'remark') {
        said = { at, people: filled.people };
        break;
      }
      const near = said !== null && at - said.at < 3;
      if (form.kind === 'recommend' && !near && Object.keys(filled.people).length === 0) continue;
      const words = form.make ? [] : withPeople(form, said !== null && near ? instead(filled, said) : filled);
      if (words.length > 0) {
        const asked = askedFor(occurrence, filled, noted.length);
        noted.push(...words.map((request) => ({ at, request, asked })));
        break;
      }
      const requests = form.make ? distributed(form, filled) : [];
      made.push(...requests.map((request) => ({ at, start, request })));
      if (requests.length > 0 || introducing.has(form.kind)) break;
    }
  }
  return { made: withoutRepeats(made), noted };
}

/** Requests that are negative by nature: "never introduce X", "don't send 3". */
const deniable = new Set<Request['kind']>(['tell', 'setting', 'steer', 'pause']);

function askedFor({ at, leadFrom, start, end, clauseEnd }: Occurrence, filled: Filled, place: number): Asked {
  const people = Object.values(filled.people).flat();
  return { at, people, group: -1 - place, leadFrom, start, end, clauseEnd, letter: false, topic: false, remark: false };
}

/** "show X and Y", "tag X and Y with …": one request for each. */
function distributed(form: CompiledForm, filled: Filled): Request[] {
  const who = filled.people.who ?? [];
  if (!form.make || form.kind === 'forget' || who.length < 2) {
    const request = form.make?.(filled) ?? null;
    return request ? [request] : [];
  }
  return who.flatMap((each) => form.make?.({ ...filled, people: { ...filled.people, who: [each] } }) ?? []);
}

function withoutRepeats<T extends { request: Request }>(made: readonly T[]): T[] {
  const seen = new Set<string>();
  return made.filter(({ request }) => {
    const key = JSON.stringify({ ...request, sentence: '' });
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

const noNote: NoteParts = { reason: null, paragraphs: [] };

/** "Maya should read Oona Field": whom a later "recommend her essays to her" means. */
interface Said {
  readonly at: number;
  readonly people: Filled['people'];
}

/** The slots that name nobody, as they were named before. */
function instead(filled: Filled, said: Said): Filled {
  const named = Object.entries(filled.people).filter(([, each]) => each.every(({ nameless }) => nameless !== true));
  return { ...filled, people: { ...said.people, ...Object.fromEntries(named) } };
}

/** One request for each author and each reader. */
function withPeople(form: CompiledForm, { people, sentence: text }: Filled): Request[] {
  const others = (slot: string): readonly Mention[] => (people[slot] ?? []).filter(({ self }) => self !== true);
  if (form.kind === 'recommend')
    return (people.author ?? []).flatMap((author) =>
      others('to').map((to): Request => {
        const links = text.match(/https?:\/\/[^\s<>"]{1,500}/g)?.map((link) => link.replace(/[).,;:!?\]]+$/, '')) ?? [];
        return {
          kind: 'recommend',
          sentence: text,
          author,
          to,
          ...(links.length === 0 ? {} : { links }),
          note: noNote,
        };
      }),
    );
  if (form.kind === 'ask-to-introduce')
    return others('who')
      .slice(0, 1)
      .flatMap((who) =>
        (people.wanted ?? [])
          .slice(0, 1)
          .map((wanted): Request => ({ kind: 'ask-to-introduce', sentence: text, who, wanted, note: noNote })),
      );
  return [];
}

export function withNote(request: Request, note: NoteParts): Request {
  return request.kind === 'recommend' || request.kind === 'ask-to-introduce' ? { ...request, note } : request;
}

function filledOf(discourse: Discourse, at: number, match: Match, paragraphs: readonly Paragraph[]): Filled {
  const own = discourse.sentences[at];
  const people = Object.fromEntries(
    Object.entries(match.people).map(([slot, found]) => [slot, resolved(discourse, at, found.people, [])]),
  );
  const restFrom = match.rest === null ? null : (own?.tokens[match.rest]?.start ?? null);
  const rest =
    restFrom === null || !own
      ? ''
      : own.text
          .slice(restFrom)
          .replace(/[\s.?!;,]+$/, '')
          .replace(/,?\s+(?:please|thanks|thank you|would you|do you know)$/i, '')
          .replace(/^[:—–-]\s*/, '')
          .trim();
  return {
    sentence: own?.text ?? '',
    people,
    which: {
      numbers: match.which?.numbers ?? [],
      people: match.which ? resolved(discourse, at, match.which.people, []) : [],
      all: match.which?.all ?? false,
    },
    numbers: match.numbers,
    when: match.date && { words: match.date.words },
    address: match.address,
    rest,
    block: rest === '' ? blockAfter(own, paragraphs) : blockOf(rest, own, discourse, at, paragraphs),
  };
}

/** `rest`, the sentences behind it in its line, and the lines below in the same paragraph: signatures have several lines. */
function blockOf(
  rest: string,
  own: Sentence | undefined,
  discourse: Discourse,
  at: number,
  paragraphs: readonly Paragraph[],
): string {
  const behind = discourse.sentences.filter(
    (each, k) => k > at && own && each.paragraph === own.paragraph && each.unit === own.unit,
  );
  const first =
    own && behind.length > 0
      ? `${own.text.slice(own.text.indexOf(rest))} ${behind.map(({ text }) => text).join(' ')}`
      : rest;
  const lines =
    own && own.paragraph >= 0 && /\bsignature\b/i.test(own.plain) ? (paragraphs[own.paragraph]?.lines ?? []) : [];
  const place = lines.findIndex((line) => line.includes(rest));
  return [first, ...(place >= 0 ? lines.slice(place + 1) : [])].join('\n').trim();
}

function blockAfter(own: Sentence | undefined, paragraphs: readonly Paragraph[]): string {
  const here = own ? (paragraphs[own.paragraph]?.lines ?? []) : [];
  return (here.length > 1 ? here.slice(1) : (paragraphs[(own?.paragraph ?? -1) + 1]?.lines ?? [])).join('\n').trim();
}
