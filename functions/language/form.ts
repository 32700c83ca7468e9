// A row of asking.ts: what a way of asking is called and what it makes of its slots, and the small makers that most rows share.
// Slots: {cc} {to} directed, {one} {other} and {pair} without direction; the rest are named as in requests.ts.

import type { Mention, Request, RequestKind, Setting, Step, Told, When } from './requests.ts';

export interface Form {
  readonly kind: RequestKind;
  /** One way of asking for it. */
  readonly example: string;
  /** `any`: wherever the mood allows (mood.ts). `command`: as a command. `question`: where a clause begins. `last`: as a command, where the sentence asks for nothing else. */
  readonly where: 'any' | 'command' | 'question' | 'last';
  readonly ways: readonly string[];
  /** Introductions only. `wish`: somebody wants it, which counts once the mail says "please do"; `remark`: says something of the two, and so belongs to the note. */
  readonly says?: 'wish' | 'remark';
  /** Fills the shape of the request; null where the words do not suffice. Null where other files read the people and the words: introductions.ts, other-requests.ts, add.ts. */
  readonly make: ((filled: Filled) => Request | null) | null;
}

/** What the slots of a match hold, pronouns resolved. */
export interface Filled {
  readonly sentence: string;
  readonly people: Readonly<Record<string, readonly Mention[]>>;
  readonly which: { readonly numbers: readonly number[]; readonly people: readonly Mention[]; readonly all: boolean };
  readonly numbers: readonly number[];
  readonly when: When | null;
  readonly address: string | null;
  /** The words of `{rest}`, trimmed, without closing mark. */
  readonly rest: string;
  /** The same with everything that follows in its paragraph, line by line. */
  readonly block: string;
}

export const person = (filled: Filled, slot: string): Mention | null => filled.people[slot]?.[0] ?? null;

export const about =
  (kind: 'ask-background' | 'show' | 'suggest' | 'go-over') =>
  (filled: Filled): Request | null => {
    const who = person(filled, 'who');
    const described = who?.nameless === true && /\s|^(?:some|any|every)(?:one|body)$/i.test(who.words);
    return who && who.self !== true && !described ? { kind, sentence: filled.sentence, who } : null;
  };

export const steer =
  (step: Step) =>
  (filled: Filled): Request => ({ kind: 'steer', sentence: filled.sentence, step, which: filled.which });

export const plainly =
  (kind: 'status' | 'resume' | 'export' | 'leave' | 'summary' | 'help' | 'import') =>
  (filled: Filled): Request => ({ kind, sentence: filled.sentence });

export const setting =
  (value: Setting | ((filled: Filled) => Setting | null)) =>
  (filled: Filled): Request | null => {
    const made = typeof value === 'function' ? value(filled) : value;
    return made && { kind: 'setting', sentence: filled.sentence, setting: made };
  };

export const tell =
  (change: Told | ((filled: Filled) => Told | null)) =>
  (filled: Filled): Request | null => {
    const who = person(filled, 'who');
    const made = typeof change === 'function' ? change(filled) : change;
    return who && made && who.self !== true && who.nameless !== true
      ? { kind: 'tell', sentence: filled.sentence, who, change: made }
      : null;
  };

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^["'“”‘’«»]+|["'“”‘’«»]+$/g, '')
    .trim();
