// How the long lists of phrases are written that language is read with: by theme, each a pattern of its own with a word on what it
// holds, so that another phrase has one place to go to.

/** The source of a group that matches any of the phrases; of several that match at one place the first in the list wins. */
export const anyOf = (...themes: readonly RegExp[]): string => `(?:${themes.map(({ source }) => source).join('|')})`;
