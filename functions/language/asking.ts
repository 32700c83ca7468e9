// Every request there is, in the order of PRODUCT.md section 3, and its ways keyed by the words they begin with. To add a request: a row
// in the asking-… file of its kind, its shape in requests.ts, and where its people go in mentions.ts. The notation is explained in phrases.ts.

import { accountForms } from './asking-account.ts';
import { courseForms } from './asking-course.ts';
import { entryForms } from './asking-entries.ts';
import { introductionForms } from './asking-introductions.ts';
import { peopleForms } from './asking-people.ts';
import { settingForms } from './asking-settings.ts';
import type { Form } from './form.ts';
import { type Phrase, phrase } from './phrases.ts';

export interface CompiledForm extends Form {
  readonly phrases: readonly Phrase[];
}

/** Where several say the same words, the first of this order counts. */
export const forms: readonly CompiledForm[] = [
  ...introductionForms,
  ...peopleForms,
  ...courseForms,
  ...settingForms,
  ...entryForms,
  ...accountForms,
].map((form) => ({ ...form, phrases: form.ways.map(phrase) }));

/** Every way there is, keyed by the words it may begin with; those that begin with people or anything stand apart. */
export const byFirstWord = new Map<string, { form: CompiledForm; phrase: Phrase }[]>();

export const withoutFirstWord: { form: CompiledForm; phrase: Phrase }[] = [];
for (const form of forms) {
  for (const each of form.phrases) {
    if (each.first === null) withoutFirstWord.push({ form, phrase: each });
    for (const word of each.first ?? []) {
      const ways = byFirstWord.get(word) ?? [];
      byFirstWord.set(word, ways);
      ways.push({ form, phrase: each });
    }
  }
}
