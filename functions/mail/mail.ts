// What a mail is to the rest of the house, once read. RFC 5322 words; nothing here knows MIME, AWS or the book.
// Parsers return holes, not errors (MAIL-RULES G7): every field may be empty and nobody downstream may trust one to be there.

/** An address with its display name. `address` is lower-cased and trimmed; `name` is decoded, one line, may be ''. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  /** Base name only, no path, no control characters; '' where the mail gives none. */
  readonly name: string;
  /** Lower-case media type without parameters, as declared. */
  readonly type: string;
  /** Octets after decoding. */
  readonly size: number;
  /** Null where larger than `keptAttachmentBytes`: then it lives in the stored original only. */
  readonly content: Uint8Array | null;
}

export interface Mail {
  /** Without angle brackets; null where the mail has none. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  /** Newest first (the last of the header stands first). */
  readonly references: readonly string[];
  /** Every mailbox of every From header. Exactly one, or nobody wrote this (MAIL-RULES D1). */
  readonly from: readonly Mailbox[];
  readonly sender: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  /** Decoded, one line. */
  readonly subject: string;
  /**
   * Lower-case names → values, unfolded, not decoded, in the order of the mail. `authentication-results` holds only what stands before
   * the second Received: whatever is below was written by strangers (MAIL-RULES D2).
   */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /**
   * The text a person sees, whole: text/plain, else text/html rendered without what CSS hides; there the quotations that a mail program
   * marks have `> ` in front of their lines, and signature blocks stand below `-- `. Quotations included. LF line ends.
   */
  readonly text: string;
  /** The html part as it came, null where there is none. */
  readonly html: string | null;
  readonly attachments: readonly Attachment[];
  /** Bodies of nested delivery-status, disposition-notification, feedback-report, rfc822-headers and rfc822 parts. */
  readonly reports: readonly ReportPart[];
  /** Top-level media type, lower-case, e.g. `multipart/report`. */
  readonly contentType: string;
  /** Octets of the raw mail. */
  readonly size: number;
}

export interface ReportPart {
  readonly type: string;
  readonly text: string;
}

/** The SMTP envelope (RFC 5321): `mailFrom` is null for a bounce (`<>`); addresses are lower-cased. */
export interface Envelope {
  readonly mailFrom: string | null;
  readonly rcptTo: readonly string[];
}
