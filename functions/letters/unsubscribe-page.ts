// The page behind a one-click link: one sentence and, before it is done, one button. No script, nothing from elsewhere.

import { escaped } from './letter.ts';

export type Page =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ask' | 'done'; readonly address: string; readonly purpose: 'everything' | 'summary' };

export function page(shown: Page): string {
  const { title, words, button } = contentOf(shown);
  const form =
    button === ''
      ? ''
      : `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>${escaped(button)}</button></form>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>:root{color-scheme:light dark}body{font:1.05rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.25rem}button{font:inherit;padding:.6rem 1.2rem}</style>
</head><body><h1>${escaped(title)}</h1><p>${escaped(words)}</p>${form}</body></html>
`;
}

function contentOf(shown: Page): { title: string; words: string; button: string } {
  switch (shown.kind) {
    case 'unknown':
      return {
        title: 'This link is not known',
        words: 'It may have been cut short by a mail program. Answer the letter with the one word “stop” instead.',
        button: '',
      };
    case 'ask':
      return shown.purpose === 'summary'
        ? {
            title: 'No more monthly summary?',
            words: 'You can switch it on again any time by writing “summary on”.',
            button: 'Stop the summary',
          }
        : {
            title: 'No more letters?',
            words: `${shown.address} will get no more letters from here, whoever asks for them, until “start” comes from that address.`,
            button: 'Stop all letters',
          };
    case 'done':
      return shown.purpose === 'summary'
        ? { title: 'Done', words: 'There will be no more monthly summary. “summary on” brings it back.', button: '' }
        : { title: 'Done', words: `${shown.address} will get no more letters from here.`, button: '' };
    default:
      return shown satisfies never;
  }
}
