import { describe, expect, test } from 'vitest';
import { salutation } from '../../functions/people/salutation.ts';

describe('a letter greets', () => {
  test.each([
    ['by the nickname that the name states', { name: 'Margaret "Peggy" Lund' }, 'Peggy'],
    [
      'by the nickname that the background states',
      { name: 'Frederick Lund', background: 'Retired. Goes by Fritz.' },
      'Fritz',
    ],
    [
      'by the name, though a firm is called something',
      { name: 'Ida Falk', background: 'Runs a firm called Tern.' },
      'Ida',
    ],
    ['without a title', { name: 'Prof. Ida Falk' }, 'Ida'],
    ['by the given name behind a comma', { name: 'Falk, Ida' }, 'Ida'],
    ['by the whole name where the family may come first', { name: 'Liu Yang' }, 'Liu Yang'],
    ['a Korean likewise', { name: 'Kim Min-jun' }, 'Kim Min-jun'],
    ['a Vietnamese likewise', { name: 'Nguyen Van An' }, 'Nguyen Van An'],
    ['by the first name where only the last is a family’s', { name: 'Sofia Liu' }, 'Sofia'],
    ['by a given name with its hyphen', { name: 'Xiu-Ying Liu' }, 'Xiu-Ying'],
    ['by the first name where the last is of another part of the world', { name: 'Kim Henriksen' }, 'Kim'],
    ['by the given name that a comma tells', { name: 'Liu, Yang' }, 'Yang'],
    ['by both words of a compound given name', { name: 'Juan Carlos Ibarra' }, 'Juan Carlos'],
    ['by the first where the second is a surname', { name: 'María Luz' }, 'María'],
    ['by the first of two given names that are not one', { name: 'Ida Sofia Falk' }, 'Ida'],
    ['by the one name there is', { name: 'Ida' }, 'Ida'],
  ] as const)('%s', (_, person, greeting) => expect(salutation(person)).toBe(greeting));
});
