// The table of asking.ts read against itself: what stands there as an example is understood as what its row makes.

import { describe, expect, test } from 'vitest';
import { forms } from '../../functions/language/asking.ts';
import { understand } from '../../functions/language/understand.ts';

describe('the example of every row asks for its request', () => {
  test.each(forms.map(({ kind, example }) => ({ kind, example })))('$kind: $example', ({ kind, example }) => {
    const { requests } = understand({ subject: '', text: example });
    expect(requests.map((request) => request.kind)).toEqual([kind]);
  });
});
