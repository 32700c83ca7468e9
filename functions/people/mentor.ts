// Whoever has an account: writes to the service, owns a book (PRODUCT.md sections 1 and 3, settings).

export interface Mentor {
  readonly id: string;
  readonly name: string;
  /** Lower-case, each confirmed by mail; letters go to the first. */
  readonly addresses: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
  /** What letters are signed with; '' means the name. May have several lines. */
  readonly signature: string;
  readonly summary: boolean;
  readonly alwaysAskFirst: boolean;
  readonly showMeFirst: boolean;
  readonly askHowItWent: boolean;
  /** Open introductions allowed at once; null: no limit. */
  readonly openLimit: number | null;
  /** ISO instant; null: not paused; 'resume': until told. */
  readonly pausedUntil: string | null;
  /** The number the next introduction gets; begins at 1. */
  readonly nextNumber: number;
  /** Introductions begun on `day` (yyyy-mm-dd in the mentor's zone), for the 30-a-day guard. */
  readonly begun: { readonly day: string; readonly count: number };
  /** 256 random bits in hex, made with the account; every token is derived from it (`mail/token.ts`). Never leaves the store. */
  readonly secret: string;
  readonly joinedAt: string;
  readonly version: number;
}

/** A new account: no limit, nothing paused, the summary on, every other setting off. */
export function newMentor(account: {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly address: string;
  readonly timeZone: string;
  readonly now: string;
}): Mentor {
  return {
    id: account.id,
    name: account.name,
    addresses: [account.address.trim().toLowerCase()],
    timeZone: account.timeZone,
    signature: '',
    summary: true,
    alwaysAskFirst: false,
    showMeFirst: false,
    askHowItWent: false,
    openLimit: null,
    pausedUntil: null,
    nextNumber: 1,
    begun: { day: '', count: 0 },
    secret: account.secret,
    joinedAt: account.now,
    version: 0,
  };
}
