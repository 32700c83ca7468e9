// What people ask for, as data: every request of PRODUCT.md section 3, with mentions of people still unresolved.
// Language knows the text, never the book: a mention carries every reading of its words, and the book picks one.

/** One way to read a mention. The longest stands first. */
export interface Reading {
  /** As written, without title and punctuation: `Maya`, `Tariq Edward Osei`. '' where only an address or organisation is given. */
  readonly name: string;
  /** What narrows: `Acme` in "the Maya at Acme", "Maya Lindh (Acme)". */
  readonly organisation?: string;
  /** Where this reading ends in the request's sentence; what follows belongs to the reason. Offset into `Request.sentence`. */
  readonly end: number;
}

/** A range of words that means a person. */
export interface Mention {
  /** As written. */
  readonly words: string;
  /** Longest reading first; one where punctuation or capitals leave no doubt. */
  readonly readings: readonly Reading[];
  /** Lower-case; given with the mention (`<y@…>`, "y at acme dot com", `[mailto:…]`). */
  readonly address?: string;
  /** "me", "myself": the writer. */
  readonly self?: true;
  /** "the new editor at Lagos Press", "her boss", a pronoun without anybody it can mean: no name to look up. */
  readonly nameless?: true;
  /** What stands in brackets behind the name and is no organisation: "(she prints)". Belongs to the note. */
  readonly aside?: string;
}

/** A day or moment as written; resolved against now and a time zone by `dates.ts`. */
export interface When {
  readonly words: string;
}

/** The words that go into the letter, in the order of the mail; `language/note.ts` makes the note of them once readings are chosen. */
export interface NoteParts {
  /** The request's own sentence and the range that may hold a reason ("because …"), or null. */
  readonly reason: string | null;
  /** Sentences and paragraphs about this pair, as written, paragraph by paragraph. */
  readonly paragraphs: readonly string[];
  /**
   * Where `reason` begins in `Request.sentence` (the chosen readings cut off what is part of a name), and where it belongs:
   * before character `offset` of paragraph `paragraph`. Absent: the whole of `reason`, as a paragraph of its own in front.
   */
  readonly reasonAt?: { readonly start: number; readonly paragraph: number; readonly offset: number };
}

interface Common {
  /** The sentence that asks, as written, for quoting back. */
  readonly sentence: string;
}

/** How an introduction is wanted. `condition`: "if Y is free": the service asks before it acts. */
export type Manner =
  | { readonly kind: 'now' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'on'; readonly when: When }
  | { readonly kind: 'conditional'; readonly condition: string };

export type Request = Common &
  (
    | {
        readonly kind: 'introduce';
        /** Who is written to. */
        readonly to: Mention;
        /** Who stands in copy. */
        readonly cc: Mention;
        /** False where the words give no direction ("connect X and Y"); then `cc` is the first named. */
        readonly directed: boolean;
        readonly manner: Manner;
        readonly note: NoteParts;
        /** The mentor's own subject for the letter, where the words say so; else undefined. */
        readonly subject?: string;
        /** Who was written to before a correction that did not say whose place it takes. */
        readonly insteadOf?: Mention;
        /** Whose yes is wanted before it goes out, where it is not to begin at once: with a draft. */
        readonly ask?: readonly ('to' | 'cc')[];
      }
    | { readonly kind: 'introduced-already'; readonly to: Mention; readonly cc: Mention; readonly when?: When }
    /** `both`: `other` is asked as well, in their turn. */
    | {
        readonly kind: 'ask-first';
        readonly party: Mention;
        readonly other: Mention;
        readonly both?: true;
        /** With a yes the introduction waits for this day. */
        readonly when?: When;
        readonly note: NoteParts;
      }
    /** "remind me on May 3 to …": `request` is the rest of the sentence, understood again on the day. */
    | { readonly kind: 'remind'; readonly when: When; readonly request: string }
    | { readonly kind: 'add'; readonly people: readonly NewPerson[] }
    /** "add the people in the attached file". Files are read by `people/contact-files.ts`. */
    | { readonly kind: 'import' }
    | { readonly kind: 'tell'; readonly who: Mention; readonly change: Told }
    | { readonly kind: 'ask-background'; readonly who: Mention }
    | { readonly kind: 'show'; readonly who: Mention }
    | { readonly kind: 'find'; readonly query: string }
    /** `about`: "who could help X with patents?"; undefined where the entry of X says what is sought. */
    | { readonly kind: 'suggest'; readonly who: Mention; readonly about?: string }
    | { readonly kind: 'go-over'; readonly who: Mention }
    /** `links`: given in the mail, and told instead of the entry's. */
    | {
        readonly kind: 'recommend';
        readonly author: Mention;
        readonly to: Mention;
        readonly links?: readonly string[];
        readonly note: NoteParts;
      }
    /** "ask X who they know (in …)". */
    | { readonly kind: 'ask-who-they-know'; readonly who: Mention; readonly about: string | null }
    /** "ask X to introduce me to Z". */
    | { readonly kind: 'ask-to-introduce'; readonly who: Mention; readonly wanted: Mention; readonly note: NoteParts }
    | { readonly kind: 'status' }
    | { readonly kind: 'steer'; readonly step: Step; readonly which: Which }
    | { readonly kind: 'outcome'; readonly which: Which }
    | { readonly kind: 'limit-open'; readonly limit: number | null }
    | { readonly kind: 'limit-month'; readonly who: Mention; readonly limit: number | null }
    | { readonly kind: 'pause'; readonly until: When | null }
    | { readonly kind: 'resume' }
    | { readonly kind: 'setting'; readonly setting: Setting }
    | { readonly kind: 'forget'; readonly who: readonly Mention[] }
    | { readonly kind: 'export' }
    | { readonly kind: 'leave' }
    | { readonly kind: 'summary' }
    | { readonly kind: 'help' }
    /** Looks like a request and is not understood: quoted back with the nearest request. */
    | { readonly kind: 'unknown'; readonly nearest: string }
  );

export type RequestKind = Request['kind'];

export type Step =
  | 'nudge'
  | 'close'
  | 'cancel'
  | 'done'
  | 'send'
  | 'send-anyway'
  | 'send-again'
  | 'leave-it'
  | 'pass-it-on';

/** Which introductions a steering request means: by number, by people, or the one that the mail is about. */
export interface Which {
  readonly numbers: readonly number[];
  /** One or two people: "nudge Tariq", "cancel X and Y". */
  readonly people: readonly Mention[];
  readonly all: boolean;
}

export interface NewPerson {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly organisation?: string;
  readonly background?: string;
  readonly tags?: readonly string[];
  readonly goals?: string;
  readonly links?: readonly string[];
  readonly kind?: 'protege' | 'contact' | 'author';
  readonly askFirst?: boolean;
  readonly knownThrough?: string;
  readonly notes?: string;
}

/** What the mentor says of somebody. */
export type Told =
  /** `background`: the role there; what the entry said before is no longer so. */
  | { readonly kind: 'organisation'; readonly organisation: string; readonly background?: string }
  /** "Maya has left Lagos Press": `note` is the sentence, `place` the words behind "left". */
  | { readonly kind: 'left'; readonly place: string; readonly note: string }
  /** `adds`: to what the entry says already. */
  | { readonly kind: 'background'; readonly background: string; readonly adds: boolean }
  | { readonly kind: 'goals'; readonly goals: string }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'tag'; readonly tags: readonly string[]; readonly remove: boolean }
  | { readonly kind: 'link'; readonly links: readonly string[] }
  | { readonly kind: 'kind'; readonly personKind: 'protege' | 'contact' | 'author' }
  | { readonly kind: 'consent'; readonly consent: 'direct' | 'ask first' | 'never' }
  | { readonly kind: 'address'; readonly address: string; readonly replaces: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'known-through'; readonly through: Mention };

export type Setting =
  | { readonly kind: 'time-zone'; readonly timeZone: string }
  | { readonly kind: 'signature'; readonly signature: string }
  | { readonly kind: 'summary'; readonly on: boolean }
  | { readonly kind: 'always-ask-first'; readonly on: boolean }
  | { readonly kind: 'show-me-first'; readonly on: boolean }
  | { readonly kind: 'ask-how-it-went'; readonly on: boolean }
  | { readonly kind: 'other-address'; readonly address: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'show' };

/**
 * The same text read as an answer to a question. Which part counts is decided by whoever knows the question:
 * a numbered list takes `numbers` and `people`, a draft takes `step` or `words`, ask first takes `verdict`.
 */
export interface Answer {
  /** yes / no only where the words leave no doubt in any language of MAIL-RULES A9; a question back is unclear. */
  readonly verdict: 'yes' | 'no' | 'unclear';
  /** "1 and 3" → [1, 3]; "all" → `all`; "without 2" → `without`. */
  readonly numbers: readonly number[];
  readonly all: boolean;
  readonly without: readonly number[];
  readonly addresses: readonly string[];
  /** Names or organisations the answer may consist of or name: "the one at Acme", "Maya Lindh". */
  readonly people: readonly Mention[];
  /** Named only to be left out: "not Nadia", "anyone but Nadia". */
  readonly leftOut: readonly Mention[];
  readonly step: Step | null;
  /** "never mind", "forget it", "leave it", "neither". */
  readonly dropped: boolean;
  /** `stop` / `unsubscribe` / "remove me from your list" and `start`, when that is what the mail is for. */
  readonly optOut: 'stop' | 'start' | null;
  /** Of the text, what is neither greeting nor signature nor command nor private: may become a note or a background. '' if nothing. */
  readonly words: string;
  /** What the letter is to say besides: "Nadia Wirth. And do say that …". '' if nothing. */
  readonly toTell: string;
  /** Of a choice: not at once, or not as it stands ("Hale, but on Friday"). Null where it simply chooses. */
  readonly proviso: Exclude<Manner, { kind: 'now' }> | { readonly kind: 'ask-first' } | null;
  /** "Without 2", "the others": those that are not left out are wanted. */
  readonly rest: boolean;
  /** A day for it: "send it tomorrow", "on May 3". */
  readonly when: When | null;
  /** The text holds nothing but the answer itself (a bare `2`, `yes`, a name): may be matched to the one open question. */
  readonly bare: boolean;
}

/** What a mail says, in the order of the mail. */
export interface Understanding {
  readonly requests: readonly Request[];
  readonly answer: Answer;
  /** Thanks, greetings and small talk only: left alone. */
  readonly smallTalk: boolean;
  /** The first name that the text opens with ("Ruth, between us …", "Dear Maya,"), folded by nobody; null where it opens with none. */
  readonly opensWith: string | null;
  /** A note for a letter made of the whole text, for mails that are themselves the letter (made by hand, a protégé's asking). */
  readonly note: NoteParts;
}
