// A mentor with a small book, there at the first start so that there is somebody to write as. All of them are invented.

import { type NewMentor, type NewPerson, NotDone } from './book-keeping.ts';
import type { OneMachine } from './one-machine.ts';

export const sampleMentor: NewMentor = { name: 'Ruth Abiola', email: 'ruth@abiola.example', timezone: 'Europe/Paris' };

export const samplePeople: readonly NewPerson[] = [
  {
    name: 'Priya Raman',
    email: 'priya@raman.example',
    kind: 'protege',
    background: 'Builds sensors for small farms; finished her doctorate on soil moisture in Leuven last year.',
    tags: ['sensors', 'agriculture', 'hardware'],
    goals: 'A first pilot with growers, and somebody who has brought hardware to market.',
  },
  {
    name: 'Daniel "Dan" Whitlock',
    email: 'dan@whitlock.example',
    kind: 'protege',
    background: 'Left teaching to write about schools; his newsletter has four hundred readers.',
    tags: ['education', 'writing'],
    goals: 'To meet editors, and to learn how others found their readers.',
  },
  {
    name: 'Tomás Ibarra',
    email: 'tomas@vinasibarra.example',
    otherEmails: ['tomas.ibarra@mail.example'],
    organisation: 'Viñas Ibarra',
    background: 'Runs a vineyard of sixty hectares and tries whatever saves water.',
    tags: ['agriculture', 'wine', 'irrigation'],
  },
  {
    name: 'Dr. Ingrid Solheim',
    email: 'ingrid@fjordlab.example',
    organisation: 'Fjordlab',
    background: 'Took two instruments from a workbench to series production.',
    tags: ['hardware', 'manufacturing'],
    askFirst: true,
  },
  {
    name: 'Margaret "Meg" Lund',
    email: 'meg@quarterlypages.example',
    organisation: 'Quarterly Pages',
    background: 'Edits essays on how people learn; answers every letter.',
    tags: ['writing', 'publishing', 'education'],
  },
  {
    name: 'Samuel Adjei',
    email: 'samuel@adjei.example',
    organisation: 'Adjei & Daughters',
    background: 'Invests small sums early, in people rather than plans.',
    tags: ['investing', 'agriculture'],
    knownThrough: 'tomas@vinasibarra.example',
  },
  {
    name: 'Clara Voss',
    kind: 'author',
    background: 'Writes about patience in science.',
    tags: ['writing', 'science'],
    links: ['https://clara-voss.example/letters'],
  },
];

const doneNote = 'sample.json';

/** Once for each `DATA_DIR`: a mentor who has left, or a book that was emptied, does not come back. */
export async function fillSample(machine: OneMachine): Promise<void> {
  if ((await machine.notes.names()).includes(doneNote)) return;
  try {
    await machine.addMentor(sampleMentor);
    await machine.addPeople(sampleMentor.email, samplePeople);
  } catch (error) {
    // Half of it is there where the first start was killed in the middle; that half is as good a sample.
    if (!(error instanceof NotDone)) throw error;
  }
  await machine.notes.write(doneNote, '{}');
}
