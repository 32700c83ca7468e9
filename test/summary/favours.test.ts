import { describe, expect, test } from 'vitest';
import { limitsUsed, type MetLine, toAskInReturn, toThank } from '../../functions/summary/favours.ts';
import { samplePerson } from '../../infra/pictures/months.ts';

const span = { month: '2026-10', timeZone: 'America/Sao_Paulo' };

const line = (personId: string, more: Partial<MetLine> = {}): MetLine => ({
  personId,
  at: '2026-10-12T12:00:00.000Z',
  state: 'done',
  side: 'to',
  replied: true,
  ...more,
});

const ada = samplePerson('ada', 'Ada Nwosu');
const ben = samplePerson('ben', 'Ben Falk');
const pupil = samplePerson('pupil', 'Petra Lund', { kind: 'protege' });
const people = [ada, ben, pupil];
const names = (favours: readonly { person: { name: string }; times: number }[]) =>
  favours.map(({ person, times }) => `${person.name} ${times}`);

describe('to be thanked is', () => {
  test('whoever answered an introduction made to them, the most helpful first', () => {
    expect(names(toThank([line('ada'), line('ben'), line('ben')], people, span))).toEqual([
      'Ben Falk 2',
      'Ada Nwosu 1',
    ]);
  });

  test.each<[string, Partial<MetLine>]>([
    ['did not reply', { replied: false }],
    ['stood in copy', { side: 'cc' }],
    ['helped a month earlier', { at: '2026-09-30T12:00:00.000Z' }],
    ['helped when it was not yet October there', { at: '2026-10-01T02:59:59.999Z' }],
    ['helped when it was November there', { at: '2026-11-01T03:00:00.000Z' }],
  ])('nobody who %s', (_, more) => {
    expect(toThank([line('ada', more)], people, span)).toEqual([]);
  });

  test('nobody who is being mentored', () => {
    expect(toThank([line('pupil')], people, span)).toEqual([]);
  });
});

describe('to be asked in return is', () => {
  const received = (times: number, more: Partial<MetLine> = {}) =>
    Array.from({ length: times }, (_, month) =>
      line('pupil', { side: 'cc', at: `2026-0${9 - month}-05T12:00:00.000Z`, ...more }),
    );

  test('whoever was in copy of two answered introductions in six months', () => {
    expect(names(toAskInReturn(received(2), people, span))).toEqual(['Petra Lund 2']);
    expect(toAskInReturn(received(1), people, span)).toEqual([]);
    expect(toAskInReturn(received(2, { state: 'introduced' }), people, span)).toEqual([]);
    expect(toAskInReturn(received(2, { at: '2026-04-30T12:00:00.000Z' }), people, span)).toEqual([]);
  });

  test('nobody through whom others are known already, who wants no letters, or has no address', () => {
    const without = (more: Parameters<typeof samplePerson>[2]) => [samplePerson('pupil', 'Petra Lund', more)];
    expect(toAskInReturn(received(3), [pupil, { ...ada, knownThrough: 'pupil' }], span)).toEqual([]);
    expect(toAskInReturn(received(3), without({ consent: 'never' }), span)).toEqual([]);
    expect(toAskInReturn(received(3), without({ addresses: [] }), span)).toEqual([]);
    expect(toAskInReturn(received(3), without({ kind: 'author' }), span)).toEqual([]);
  });
});

describe('a person’s own limit', () => {
  const limited = [{ ...ada, monthlyLimit: 4 }, { ...ben, monthlyLimit: 1 }, pupil];

  test('is used by introductions to that person that began in the month, the fullest first', () => {
    const met = [
      line('ada', { replied: false, state: 'introduced' }),
      line('ben', { state: 'declined', replied: false }),
      line('ben', { state: 'held', replied: false }),
      line('ada', { state: 'cancelled', replied: false }),
      line('ada', { side: 'cc' }),
      line('pupil'),
    ];
    expect(limitsUsed(met, limited, span).map(({ person, used, limit }) => [person.name, used, limit])).toEqual([
      ['Ben Falk', 1, 1],
      ['Ada Nwosu', 1, 4],
    ]);
  });
});
