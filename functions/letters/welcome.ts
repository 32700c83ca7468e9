// The first letter a mentor gets: what to write, in five examples, and from which address.

import { plainName } from './introduction.ts';
import { type Letter, letterOf, paragraphs } from './letter.ts';

export interface NewMentor {
  readonly mentorId: string;
  readonly name: string;
  readonly address: string;
  /** The mail domain. */
  readonly domain: string;
}

/** Its id is the mentor's, so that inviting somebody twice brings one letter. */
export function welcome({ mentorId, name, address, domain }: NewMentor): Letter {
  const firstName = plainName(name).split(' ')[0] ?? '';
  return letterOf({
    id: `${mentorId}/welcome`,
    mentorId,
    audience: 'mentor',
    automation: 'generated',
    from: { name: 'Stepback', localPart: 'intro' },
    to: [{ name, address }],
    subject: 'Introductions, by mail',
    text: paragraphs(
      `Hello ${firstName},`,
      `You can now make introductions by writing to intro@${domain}, in plain words, as you would to somebody who does the clerical part for you. The letter goes out with your words and your name; the two have each other's address, and we step back.`,
      'Five things to write, one or several in a mail:',
      examples.join('\n'),
      `Nobody is ever written to on a guess: where I do not know whom you mean, I ask. Write from ${address}, as only that counts as yours; from another address of your own, tell me "my other address is …" first.`,
      'Answer this letter with "help" for everything else.',
    ),
  });
}

const examples: readonly string[] = [
  'add Ingrid Solheim <ingrid@solheim.example>, background: builds sensors for tidal turbines',
  'intro Mateo to Ingrid, because he is testing his first turbine blade this summer',
  'ask Ingrid about meeting Mateo',
  'who should Mateo meet?',
  'status',
];
