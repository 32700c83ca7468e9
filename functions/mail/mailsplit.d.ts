// The part of mailsplit 5.4.6 that this room uses; the package brings no types.
declare module 'mailsplit' {
  import type { Transform } from 'node:stream';

  export interface MimeNode {
    readonly type: 'node';
    readonly root: boolean;
    readonly parentNode: MimeNode | false;
    readonly headers: Headers;
    readonly contentType: string | false;
    readonly disposition: string | false;
    readonly filename: string | false;
    readonly encoding: string | false;
    /** 'mixed', 'alternative' …; false for a leaf. */
    readonly multipart: string | false;
    flowed: boolean;
    delSp: boolean;
    /** Also drops the parameters `format` and `delsp` where `flowed` and `delSp` are false. */
    setContentType(contentType: string): void;
    getHeaders(): Buffer;
    getDecoder(): Transform;
  }

  /** `body`: bytes of a leaf; `data`: boundaries, preambles and epilogues of `node`. */
  export interface MimeBytes {
    readonly type: 'body' | 'data';
    readonly node: MimeNode;
    readonly value: Buffer;
  }

  export type MimeChunk = MimeNode | MimeBytes;

  export interface Headers {
    /** In the order of the mail; `line` is the folded header as latin1. */
    getList(): { readonly key: string; readonly line: string }[];
    getFirst(key: string): string;
    remove(key: string): void;
    add(key: string, value: string, index?: number): void;
  }

  export interface SplitterOptions {
    /** Error EMAXLEN above it. Default 1 MiB. */
    readonly maxHeadSize?: number;
    /** Error EMAXLEN above it. Default 1000. */
    readonly maxChildNodes?: number;
    /** A message/rfc822 part is a leaf, whatever its disposition. */
    readonly ignoreEmbedded?: boolean;
  }

  export const Splitter: new (options?: SplitterOptions) => Transform;
  export const Joiner: new () => Transform;
}
