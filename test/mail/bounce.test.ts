// MAIL-RULES B. What became of a letter, as mail systems tell it.
import { describe, expect, test } from 'vitest';
import { readReport } from '../../functions/mail/bounce.ts';
import { envelope, mail, mailFrom, nullSender } from './mails.ts';

describe('a delivery status notification', () => {
  test('has one result for each recipient block, under the address that we wrote to', async () => {
    const report = readReport(await mailFrom('dsn-two-recipients.eml'), nullSender);
    expect(report).toEqual({
      kind: 'bounce',
      results: [
        { address: 'ingrid@fjordglass.test', outcome: 'hard', status: '5.1.1', why: 'the address does not exist' },
        { address: 'nils@fjordglass.test', outcome: 'temporary', status: '4.2.2', why: 'the mailbox is full' },
      ],
      messageIds: ['0100-a@email.amazonses.com'],
      stamp: 'letter-17',
    });
  });

  test('is found inside of a message that a gateway wrapped around it', async () => {
    const report = readReport(await mailFrom('dsn-wrapped-in-a-message.eml'), nullSender);
    expect(report?.results).toEqual([
      { address: 'ingrid@fjordglass.test', outcome: 'hard', status: '5.2.2', why: 'the mailbox is full' },
    ]);
  });

  test.each([
    ['failed, 5.x.x', 'failed', '5.1.1', 'bounce', 'hard'],
    ['failed, 4.x.x', 'failed', '4.2.2', 'bounce', 'temporary'],
    ['failed because time was up', 'failed', '4.4.7', 'bounce', 'hard'],
    ['delayed', 'delayed', '4.4.1', 'bounce', 'temporary'],
    ['delivered', 'delivered', '2.0.0', 'delivery', 'delivered'],
    ['relayed', 'relayed', '2.0.0', 'delivery', 'delivered'],
    ['expanded', 'expanded', '2.0.0', 'delivery', 'delivered'],
    ['with words after the action', 'Failed (mailbox)', '5.0.0', 'bounce', 'hard'],
  ])('%s', async (_, action, status, kind, outcome) => {
    const type = 'multipart/report; report-type=delivery-status; boundary=b';
    const body = `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a.test\r\n\r\nFinal-Recipient: rfc822;x@y.test\r\nAction: ${action}\r\nStatus: ${status}\r\n--b--`;
    const report = readReport(await mail({ From: 'postmaster@y.test', 'Content-Type': type }, body), nullSender);
    expect(report).toMatchObject({ kind, results: [{ address: 'x@y.test', outcome }] });
  });

  test.each(['message/global-delivery-status', 'message/xdelivery-status'])('may be a %s', async (type) => {
    const body = `--b\r\nContent-Type: ${type}\r\n\r\nFinal-Recipient: rfc822;x@y.test\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--`;
    const report = readReport(
      await mail({ From: 'postmaster@y.test', 'Content-Type': 'multipart/mixed; boundary=b' }, body),
      envelope,
    );
    expect(report?.results).toHaveLength(1);
  });
});

describe('a receipt', () => {
  test('that a person read it is no bounce', async () => {
    expect(readReport(await mailFrom('read-receipt.eml'), envelope)).toMatchObject({
      kind: 'disposition',
      messageIds: ['0100-a@email.amazonses.com'],
    });
  });

  const deleted = (words: string, disposition = 'automatic-action/MDN-sent-automatically; deleted') =>
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822; x@y.test\r\nDisposition: ${disposition}\r\n--b--`;
  const receipt = (subject: string) => ({ Subject: subject, 'Content-Type': 'multipart/report; boundary=b' });

  test.each([
    ['Your message to <x@y.test> was automatically rejected: no fired clay, please.'],
    ['Ihre Nachricht wurde automatisch abgelehnt.'],
    ['Votre message a été refusé par un filtre.'],
  ])('that a filter rejected it is a bounce: %s', async (words) => {
    const report = readReport(await mail(receipt('Automatically rejected mail'), deleted(words)), nullSender);
    expect(report).toMatchObject({ kind: 'bounce', results: [{ address: 'x@y.test', outcome: 'hard' }] });
  });

  test.each([
    ['Not read: Tariq <> Ingrid: kilns', 'Your message was deleted without being read.', nullSender],
    ['Not read: Tariq <> Ingrid: kilns', 'Your message was deleted without being read.', envelope],
    ['Ungelesen: Tariq <> Ingrid', 'Ihre Nachricht wurde ungelesen gelöscht.', nullSender],
    ['Non lu : Tariq <> Ingrid', 'Votre message a été supprimé sans être lu.', envelope],
    ['Read: the rejected tiles', 'I have rejected three tiles.', envelope],
  ])('that it was thrown away unread is none: %s, %s', async (subject, words, from) => {
    expect(readReport(await mail(receipt(subject), deleted(words)), from)).toMatchObject({ kind: 'disposition' });
  });
});

test('abuse feedback names who complained, and the letter', async () => {
  expect(readReport(await mailFrom('abuse-report.eml'), envelope)).toMatchObject({
    kind: 'abuse',
    results: [{ address: 'tariq@kiln.test' }],
    messageIds: ['0100-a@email.amazonses.com'],
    stamp: 'letter-17',
  });
});

describe('a notice without a standard', () => {
  const notice = async (text: string, headers: Readonly<Record<string, string>> = {}) =>
    readReport(
      await mail(
        { From: 'Mail System <MAILER-DAEMON@mx.test>', To: 'i-x@stepback.test', Subject: 'Returned mail', ...headers },
        text,
      ),
      nullSender,
    );

  test('tells the failed address, not those of the copy below it', async () => {
    expect(readReport(await mailFrom('bounce-in-qmail-words.eml'), nullSender)).toEqual({
      kind: 'bounce',
      results: [{ address: 'tariq@kiln.test', outcome: 'hard', status: '5.1.1', why: 'the address does not exist' }],
      messageIds: ['0100-b@email.amazonses.com'],
      stamp: 'letter-18',
    });
  });

  test.each([
    [
      'Postfix',
      'This is the mail system at host mx.test.\n\nPlease contact <postmaster@mx.test>.\n\n<x@y.test>: host y.test said: 550 5.1.1 User unknown',
      'hard',
    ],
    [
      'Exim',
      'A message that you sent could not be delivered to all of its recipients. The following address(es) failed:\n\n  x@y.test\n    Unrouteable address\n\n------ This is a copy of the message ------\nTo: other@z.test',
      'hard',
    ],
    [
      'Exim, forwarded',
      'A message that you sent could not be delivered. The following address(es) failed:\n\n  an undisclosed address\n    (generated from x@y.test)',
      'hard',
    ],
    [
      'Exim, waiting',
      'A message that you sent has not yet been delivered to all its recipients.\n\nThe address to which it has not yet been delivered is:\n\n  x@y.test\n\nDelivery attempts will continue. Eventually the software will give up.',
      'temporary',
    ],
    [
      'Exchange',
      'Your message\n\n  To:      other@z.test\n  Subject: Kilns\n\ndid not reach the following recipient(s):\n\nx@y.test on Tue, 3 Nov 2026 09:12:00\n    The recipient name is not recognized',
      'hard',
    ],
    [
      'Domino',
      'Your message\n\n  Subject: Kilns\n\nwas not delivered to:\n\n  x@y.test\n\nbecause:\n\n  User x (x@y.test) not listed in Domino Directory',
      'hard',
    ],
    [
      'Gmail',
      'Delivery to the following recipient failed permanently:\n\n     x@y.test\n\n----- Original message -----\nTo: other@z.test',
      'hard',
    ],
    [
      'Yahoo',
      'Unable to deliver message to the following address(es).\n\n<x@y.test>:\nThis user doesn’t have a y.test account (x@y.test)',
      'hard',
    ],
    [
      'an SMTP dialogue',
      'Sent <<< RCPT TO:<x@y.test>\nReceived >>> 550 5.1.1 unknown user.\nUnable to deliver.',
      'hard',
    ],
    [
      'a full mailbox',
      'Delivery of email to this address\n\n"x@y.test"\n\nhas been postponed due to a full mailbox. We will continue to try.',
      'temporary',
    ],
    ['German', 'Ihre Nachricht konnte leider nicht zugestellt werden an:\n\nx@y.test', 'hard'],
    ['French', 'Votre message n’a pas pu être remis à\n\nx@y.test', 'hard'],
    ['Spanish', 'Su mensaje no pudo ser entregado a\n\nx@y.test', 'hard'],
    ['Chinese', '您的邮件无法送达\n\nx@y.test', 'hard'],
  ])('%s', async (_, text, outcome) => {
    const report = await notice(text);
    expect(report?.kind).toBe('bounce');
    expect(report?.results.map((result) => [result.address, result.outcome])).toEqual([['x@y.test', outcome]]);
  });

  test('X-Failed-Recipients tells before the words do', async () => {
    const report = await notice('Your message to old@y.test could not be delivered.', {
      'X-Failed-Recipients': 'x@y.test, z@y.test',
    });
    expect(report?.results.map(({ address }) => address)).toEqual(['x@y.test', 'z@y.test']);
  });

  test('without an address is a bounce all the same', async () => {
    expect(await notice('Your message could not be delivered to one of its recipients.')).toMatchObject({
      kind: 'bounce',
      results: [],
    });
  });

  test.each([
    [
      'a person who forwards one',
      { Subject: 'Fwd: Undelivered Mail Returned to Sender' },
      'Look.\n\n<x@y.test>: User unknown',
    ],
    [
      'a person who complains about one',
      { Subject: 'Undeliverable jokes' },
      'Nobody laughs at x@y.test, see you on Friday.',
    ],
    ['a person who quotes one', { Subject: 'Re: Kilns' }, '> Delivery to the following recipient failed:\n> x@y.test'],
  ])('%s reports nothing', async (_, headers, text) => {
    expect(readReport(await mail(headers, text), envelope)).toBeNull();
  });

  test('an absence notice from nobody is no bounce', async () => {
    expect(
      readReport(await mail({ Subject: 'Automatic reply: Kilns' }, 'I am away until Monday.'), nullSender),
    ).toBeNull();
  });
});
