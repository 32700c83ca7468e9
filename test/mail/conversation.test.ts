import { describe, expect, test } from 'vitest';
import { conversation, isLoop, stampHeader, subjectWithoutPrefix } from '../../functions/mail/conversation.ts';
import { envelope, mail, mailFrom } from './mails.ts';

const domain = 'stepback.test';

describe('the address of ours that a mail is for', () => {
  test('is the envelope’s first, then To, Cc and what forwarders note, each once and in lower case', async () => {
    const it = await mail({
      To: 'Olga via Stepback <I-TO@Stepback.test>, ingrid@fjordglass.test',
      Cc: 'i-cc@stepback.test',
      'Delivered-To': 'i-envelope@stepback.test',
      'X-Original-To': 'i-original@stepback.test',
      'X-Forwarded-To': '<i-forwarded@stepback.test>',
    });
    const { localParts } = conversation(it, { ...envelope, rcptTo: ['I-Envelope@stepback.test'] }, domain);
    expect(localParts).toEqual(['i-envelope', 'i-to', 'i-cc', 'i-original', 'i-forwarded']);
  });

  test('is never one of another domain that only resembles ours', async () => {
    const it = await mail({ To: 'i-x@stepback.test.evil.test, i-y@notstepback.test, i-z@mail.stepback.test' });
    expect(conversation(it, { ...envelope, rcptTo: [] }, domain).localParts).toEqual([]);
  });
});

test('it answers In-Reply-To first, then References from the newest', async () => {
  const it = await mail({ 'In-Reply-To': '<b@x.test>', References: '<a@x.test>, <b@x.test>\r\n <c@x.test>' });
  expect(conversation(it, envelope, domain).messageIds).toEqual(['b@x.test', 'c@x.test', 'a@x.test']);
});

describe('a mail is a reply', () => {
  test.each([
    'Re: Kilns',
    'RE[2]: Kilns',
    'AW: Öfen',
    'R: Forni',
    'Antw: Ovens',
    'SV: Ugnar',
    'VS: Uunit',
    'Odp: Piece',
    'Отв: Печи',
    '回复：窑',
    '返信: 窯',
    '답장: 가마',
  ])('by its subject: %s', async (Subject) => {
    expect(conversation(await mail({ Subject }), envelope, domain).isReply).toBe(true);
  });

  test('by what it refers to', async () => {
    expect(conversation(await mailFrom('flowed-answer-below-quotation.eml'), envelope, domain).isReply).toBe(true);
  });

  test.each([
    'Kilns',
    'Regarding kilns',
    'Reply wanted',
    'Tr4: kilns',
    'A: kilns',
    'Fwd: Kilns',
    'WG: Öfen',
    'TR : Fours',
  ])('not by this subject: %s', async (Subject) => {
    expect(conversation(await mail({ Subject }), envelope, domain).isReply).toBe(false);
  });
});

test('a subject is found below all its prefixes', () => {
  expect(subjectWithoutPrefix('AW: Re[2]: Fwd : Kilns: a plan')).toBe('Kilns: a plan');
});

describe('a loop', () => {
  test.each<[string, Record<string, string>]>([
    ['carries our stamp', { [stampHeader]: 'letter-1' }],
    ['comes from our domain', { From: 'i-x@STEPBACK.test' }],
    ['was sent by our domain', { Sender: 'intro@stepback.test' }],
    [
      'went through more than fifty hands',
      { Received: Array.from({ length: 51 }, () => 'from a by b').join('\r\nReceived: ') },
    ],
  ])('%s', async (_, headers) => {
    expect(isLoop(await mail(headers), domain)).toBe(true);
  });

  test('is not a mail that went through fifty hands', async () => {
    expect(
      isLoop(await mail({ Received: Array.from({ length: 50 }, () => 'from a by b').join('\r\nReceived: ') }), domain),
    ).toBe(false);
  });
});
