// Property tests are the same for everybody who runs them; `SEED=random` (or a number) looks further.

import fc from 'fast-check';

const wanted = process.env.SEED ?? '20261123';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
