// The little XML that S3 and SES speak: written by hand, and the texts of simple elements read back.

import { randomUUID } from 'node:crypto';
import type { Answer } from './aws-endpoint.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For text and attribute values. Characters that XML cannot hold are left out. */
export const escaped = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uffff]/g, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The texts of all elements of this name, in order; elements within them are not looked at. */
export function valuesOf(document: string, name: string): string[] {
  const plain = new Map(Object.entries(entities).map(([character, entity]) => [entity, character]));
  return [...document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&#([0-9]+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => plain.get(entity) ?? entity),
  );
}

export const xml = (status: number, document: string): Answer => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': randomUUID() },
  body: `<?xml version="1.0" encoding="UTF-8"?>${document}`,
});
