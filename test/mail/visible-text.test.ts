// Tariq Aziz <tariq@kiln.test> writes all of these; what remains is what he wants Ingrid, or the service, to read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../functions/mail/visible-text.ts';
import { mail, mailFrom } from './mails.ts';

const textOf = async (text: string) => visibleText(await mail({}, text)).text;

describe('an attribution and what it quotes are cut', () => {
  const quotation = '> Friday at ten?\n> Ingrid';
  test.each([
    ['English', 'On Tue, 3 Nov 2026 at 09:12, Ingrid Solberg <ingrid@fjordglass.test> wrote:'],
    ['English, name first', 'Ingrid Solberg <ingrid@fjordglass.test> wrote on 3 Nov 2026 at 09:12:'],
    ['English, without an address', 'On Nov 3, 2026, at 9:12 AM, Ingrid wrote:'],
    ['English, without a date', 'Ingrid wrote:'],
    ['English, ISO date', '2026-11-03 9:12 GMT+01:00 Ingrid Solberg <ingrid@fjordglass.test>:'],
    [
      'English, folded in the address',
      'On Tue, Nov 3, 2026 at 9:12 AM Ingrid Solberg <\ningrid@fjordglass.test> wrote:',
    ],
    [
      'English, folded before the verb',
      'On Tue, Nov 3, 2026 at 9:12 AM Ingrid Solberg <ingrid@fjordglass.test>\nwrote:',
    ],
    ['German', 'Am 03.11.2026 um 09:12 schrieb Ingrid Solberg:'],
    ['German, folded', 'Am Di., 3. Nov. 2026 um 09:12 Uhr schrieb Ingrid Solberg\n<ingrid@fjordglass.test>:'],
    ['French', 'Le mar. 3 nov. 2026 à 09:12, Ingrid Solberg <ingrid@fjordglass.test> a écrit :'],
    ['Spanish', 'El mar, 3 nov 2026 a las 9:12, Ingrid Solberg (<ingrid@fjordglass.test>) escribió:'],
    ['Italian', 'Il giorno mar 3 nov 2026 alle ore 09:12 Ingrid Solberg <ingrid@fjordglass.test> ha scritto:'],
    ['Portuguese', 'Em ter., 3 de nov. de 2026 às 09:12, Ingrid Solberg <ingrid@fjordglass.test> escreveu:'],
    ['Dutch', 'Op di 3 nov 2026 om 09:12 schreef Ingrid Solberg <ingrid@fjordglass.test>:'],
    ['Swedish', 'Den tis 3 nov. 2026 kl 09:12 skrev Ingrid Solberg <ingrid@fjordglass.test>:'],
    ['Danish', 'Den tir. 3. nov. 2026 kl. 09.12 skrev Ingrid Solberg <\ningrid@fjordglass.test>:'],
    ['Norwegian', 'tir. 3. nov. 2026 kl. 09:12 skrev Ingrid Solberg <ingrid@fjordglass.test>:'],
    ['Finnish', 'ti 3. marrask. 2026 klo 9.12 Ingrid Solberg (ingrid@fjordglass.test) kirjoitti:'],
    ['Polish', 'wt., 3 lis 2026 o 09:12 Ingrid Solberg <ingrid@fjordglass.test> napisał(a):'],
    ['Polish, with a preposition', 'W dniu 3.11.2026 o 09:12, Ingrid Solberg pisze:'],
    ['Czech', 'út 3. 11. 2026 v 9:12 odesílatel Ingrid Solberg <ingrid@fjordglass.test> napsal:'],
    ['Russian', 'вт, 3 нояб. 2026 г. в 09:12, Ingrid Solberg <ingrid@fjordglass.test>:'],
    ['Russian, with a verb', '03.11.2026 09:12, Ingrid Solberg пишет:'],
    ['Japanese', '2026年11月3日(火) 9:12 Ingrid Solberg <ingrid@fjordglass.test>:'],
    ['Korean', '2026년 11월 3일 (화) 오전 9:12, Ingrid Solberg <ingrid@fjordglass.test>님이 작성:'],
    ['Chinese', 'Ingrid Solberg <ingrid@fjordglass.test> 于2026年11月3日周二 09:12写道：'],
  ])('%s', async (_, attribution) => {
    expect(await textOf(`Ten is fine.\n\n${attribution}\n\n${quotation}`)).toBe('Ten is fine.');
    expect(await textOf(`Ten is fine.\n${attribution}\n${quotation}`)).toBe('Ten is fine.');
  });

  test('also where the quoted lines have no mark', async () => {
    expect(await textOf('Ten.\n\nOn Tue, 3 Nov 2026 at 09:12, Ingrid wrote:\n\nforget Tariq')).toBe('Ten.');
  });

  test.each([
    'On 3 November I wrote to her and had no answer.',
    'Please ask Ingrid about the kiln. She wrote: come any time.',
    'Ingrid wrote a book about kilns in 2019.',
    'These two should meet at 10:30 on Friday:',
  ])('a sentence that only resembles one stays: %s', async (sentence) => {
    expect(await textOf(`${sentence}\nAnd tell me.`)).toBe(`${sentence}\nAnd tell me.`);
  });
});

describe('a copied mail is cut to its end', () => {
  test.each([
    [
      'Outlook, English',
      'From: Ingrid Solberg <ingrid@fjordglass.test>\nSent: Tuesday, 3 November 2026 09:12\nTo: Tariq\nSubject: Kilns',
    ],
    [
      'Outlook, a rule above',
      '________________________________\nFrom: Ingrid <ingrid@fjordglass.test>\nSent: Tuesday\nTo: Tariq\nSubject: Kilns',
    ],
    ['Outlook, folded', 'From: Ingrid Solberg\n<ingrid@fjordglass.test>\nSent: Tuesday\nTo: Tariq\nSubject: Kilns'],
    ['bold labels', '*From:* Ingrid <ingrid@fjordglass.test>\n*Date:* Tuesday\n*To:* Tariq\n*Subject:* Kilns'],
    ['German', 'Von: Ingrid Solberg\nGesendet: Dienstag, 3. November 2026 09:12\nAn: Tariq\nBetreff: Öfen'],
    ['French', 'De : Ingrid Solberg\nEnvoyé : mardi 3 novembre 2026\nÀ : Tariq\nObjet : Fours'],
    ['Spanish', 'De: Ingrid\nEnviado el: martes, 3 de noviembre\nPara: Tariq\nAsunto: Hornos'],
    ['Italian', 'Da: Ingrid\nInviato: martedì 3 novembre\nA: Tariq\nOggetto: Forni'],
    ['Portuguese', 'De: Ingrid\nEnviado: terça-feira\nPara: Tariq\nAssunto: Fornos'],
    ['Dutch', 'Van: Ingrid\nVerzonden: dinsdag 3 november\nAan: Tariq\nOnderwerp: Ovens'],
    ['Swedish', 'Från: Ingrid\nSkickat: den 3 november\nTill: Tariq\nÄmne: Ugnar'],
    ['Danish', 'Fra: Ingrid\nSendt: 3. november\nTil: Tariq\nEmne: Ovne'],
    ['Finnish', 'Lähettäjä: Ingrid\nLähetetty: tiistaina\nVastaanottaja: Tariq\nAihe: Uunit'],
    ['Polish', 'Od: Ingrid\nWysłano: wtorek\nDo: Tariq\nTemat: Piece'],
    ['Czech', 'Od: Ingrid\nOdesláno: úterý\nKomu: Tariq\nPředmět: Pece'],
    ['Russian', 'От: Ingrid\nОтправлено: вторник\nКому: Tariq\nТема: Печи'],
    ['Japanese', '差出人: Ingrid\n送信日時: 2026年11月3日\n宛先: Tariq\n件名: 窯'],
    ['Korean', '보낸 사람: Ingrid\n보낸 날짜: 화요일\n받는 사람: Tariq\n제목: 가마'],
    ['Chinese', '发件人: Ingrid\n发送时间: 2026年11月3日\n收件人: Tariq\n主题: 窑'],
    ['a forward of Gmail', '---------- Forwarded message ---------\nFrom: Ingrid <ingrid@fjordglass.test>'],
    ['a forward of Apple', 'Begin forwarded message:\n\nFrom: Ingrid'],
    ['Original Message', '-----Original Message-----\nanything'],
    ['German original', '-------- Ursprüngliche Nachricht --------\nanything'],
    ['French original', '-------- Message d’origine --------\nanything'],
    ['Danish original', '-------- Oprindelig besked --------\nanything'],
  ])('%s', async (_, copy) => {
    const visible = visibleText(await mail({}, `Please look at this.\n\n${copy}\n\nIntroduce me to Olga.\n`));
    expect(visible).toEqual({ text: 'Please look at this.', signature: '', quoted: true });
  });

  test.each([
    'From: Bergen\nTo: Oslo',
    'To: whoever reads this\nSubject to your approval, of course.',
    'Date: Friday\nPlace: the kiln',
  ])('lines that only look like a header stay: %j', async (lines) => {
    expect(await textOf(`A plan.\n\n${lines}\n\nYes?`)).toBe(`A plan.\n\n${lines}\n\nYes?`);
  });
});

describe('the writer’s own words stay wherever they stand', () => {
  test('below a quotation', async () => {
    expect(await textOf('On Tue, 3 Nov 2026 at 09:12, Ingrid wrote:\n> Friday?\n> Ingrid\n\nFriday.')).toBe('Friday.');
  });

  test('between quoted lines', async () => {
    expect(await textOf('> Friday?\nYes.\n> And the week after?\nAlso.\n> Ingrid')).toBe('Yes.\n\nAlso.');
  });

  test('but the rest of a wrapped quoted line is no answer', async () => {
    const long =
      '> The kiln that we looked at in the summer has been sold to somebody who\nlives in Bergen.\n>\n> Ingrid';
    expect(await textOf(`What a pity.\n\n${long}`)).toBe('What a pity.');
  });

  test('and an all-quoted mail is empty', async () => {
    expect(visibleText(await mail({}, '> forget Tariq\n> export'))).toEqual({ text: '', signature: '', quoted: true });
  });
});

describe('the end that is no message is cut', () => {
  test.each([
    ['the delimiter', '-- \nTariq Aziz\nKiln & Sons', 'Ten is fine.'],
    ['a delimiter without its space', '--\nTariq Aziz\nKiln & Sons', 'Ten is fine.'],
    ['a closing formula and the name', 'Best wishes,\nTariq', 'Ten is fine.'],
    ['a formula and the name on one line', 'Cheers, Tariq', 'Ten is fine.'],
    ['a formula at the very end', 'Many thanks in advance', 'Ten is fine.'],
    ['another name right below the formula', 'Cheers,\nTaz', 'Ten is fine.'],
    ['the name alone', 'Tariq', 'Ten is fine.'],
    ['initials', 'T.', 'Ten is fine.'],
    ['both initials', '- TA', 'Ten is fine.'],
    [
      'a company block',
      'Kind regards\n\nTariq Aziz\nHead of Firing\nKiln & Sons Ltd\n\nTel: +47 555 01 234 | www.kiln.test',
      'Ten is fine.',
    ],
    ['the name and a company block', 'Tariq Aziz\nHead of Firing at Kiln & Sons\n+47 555 01 234', 'Ten is fine.'],
    ['a name with a degree', 'Thank you,\n\nDr. Tariq Aziz, PhD\nProfessor of Kilns', 'Ten is fine.'],
    ['a name and kisses', 'Tariq xx', 'Ten is fine.'],
    ['a name twice', 'Warmest,\nT\n\nTariq Aziz\nKiln & Sons\n1 Elm Street, Bergen', 'Ten is fine.'],
    ['a name with its title below an empty line', 'Warm regards\n\nTariq Aziz OBE\nKeeper of Kilns', 'Ten is fine.'],
    [
      'a name and a post in one line',
      'Best regards,\n\nTariq Aziz | Potter\nKiln & Sons\nT: +47 555 01 234\nWebsite | Map',
      'Ten is fine.',
    ],
    ['a name and what the writer does', 'Cheers\n\nTariq Aziz, head of firing\ntariq@kiln.test', 'Ten is fine.'],
    ['a name and pronouns', 'Many thanks\n\nTariq Aziz (he/him)\nPotter, Kiln & Sons', 'Ten is fine.'],
    ['a name, a post and no formula', 'Tariq Aziz | Potter\nKiln & Sons', 'Ten is fine.'],
    ['a telephone', 'Sent from my iPhone', 'Ten is fine.'],
    ['a telephone below the name', 'Tariq\nSent from my iPad, please excuse typos', 'Ten is fine.'],
    ['Outlook for a telephone', 'Get Outlook for iOS<https://aka.test/x>', 'Ten is fine.'],
    [
      'a disclaimer',
      'This e-mail and its attachments are confidential and may be privileged.\nDelete it.',
      'Ten is fine.',
    ],
    [
      'a rule and a disclaimer',
      '____________\nIf you have received this message in error, forget Ingrid.',
      'Ten is fine.',
    ],
    ['the footer of a list', '_______\nglass mailing list\nhttps://lists.kiln.test/listinfo/glass', 'Ten is fine.'],
  ])('%s', async (_, end, text) => {
    const visible = visibleText(await mail({}, `Ten is fine.\n\n${end}`));
    expect(visible.text).toBe(text);
    expect(visible.signature).not.toBe('');
    expect(visible.quoted).toBe(false);
  });

  test.each([
    ['German', 'Viele Grüße\nTariq', 'Von meinem iPhone gesendet'],
    ['German, short', 'LG Tariq', 'Gesendet von Outlook für Android'],
    ['French', 'Bien cordialement,\nTariq', 'Envoyé de mon iPhone'],
    ['Spanish', 'Un cordial saludo,\nTariq', 'Enviado desde mi iPhone'],
    ['Italian', 'Cordiali saluti\nTariq', 'Inviato da iPhone'],
    ['Portuguese', 'Com os melhores cumprimentos,\nTariq', 'Enviado do meu iPhone'],
    ['Dutch', 'Met vriendelijke groet,\nTariq', 'Verstuurd vanaf mijn iPhone'],
    ['Swedish', 'Med vänliga hälsningar\nTariq', 'Skickat från min iPhone'],
    ['Danish', 'Med venlig hilsen\nTariq', 'Sendt fra min iPhone'],
    ['Norwegian', 'Vennlig hilsen\nTariq', 'Sendt fra min iPad'],
    ['Finnish', 'Ystävällisin terveisin\nTariq', 'Lähetetty iPhonesta'],
    ['Polish', 'Pozdrawiam serdecznie\nTariq', 'Wysłane z iPhone’a'],
    ['Czech', 'S pozdravem\nTariq', 'Odesláno z iPhonu'],
    ['Russian', 'С уважением,\nTariq', 'Отправлено с iPhone'],
    ['Japanese', 'よろしくお願いいたします。\nTariq', 'iPhoneから送信'],
    ['Korean', '감사합니다.\nTariq', '나의 iPhone에서 보냄'],
    ['Chinese', '此致\nTariq', '从我的 iPhone 发送'],
  ])('%s', async (_, closing, device) => {
    expect(await textOf(`Ten is fine.\n\n${closing}`)).toBe('Ten is fine.');
    expect(await textOf(`Ten is fine.\n\n${device}`)).toBe('Ten is fine.');
  });
});

describe('what may be a request stays', () => {
  test.each([
    [
      'a P.S. below the name',
      'Ten.\n\nBest,\nTariq\n\nP.S. Introduce me to Olga.',
      'Ten.\n\nP.S. Introduce me to Olga.',
    ],
    ['a P.S. right below the name', 'Ten.\n\nTariq\nPS: Show Olga.', 'Ten.\n\nPS: Show Olga.'],
    [
      'a paragraph below the name',
      'Ten.\n\nBest,\nTariq\n\nalso introduce Olga to Ingrid',
      'Ten.\n\nalso introduce Olga to Ingrid',
    ],
    ['a request below thanks', 'Thanks!\n\nForget Olga Petrova', 'Thanks!\n\nForget Olga Petrova'],
    ['a request in capitals below the name', 'Ten.\n\nBest,\nTariq\n\nShow Olga Petrova', 'Ten.\n\nShow Olga Petrova'],
    [
      'thanks in the middle',
      'Many thanks for Olga.\nNow Ingrid, please.',
      'Many thanks for Olga.\nNow Ingrid, please.',
    ],
    ['thanks that are the message', 'Thanks!\nTariq', 'Thanks!'],
    ['a bare answer', '2', '2'],
    ['a signature that is told', 'signature\nTariq Aziz\nKeeper of kilns', 'signature\nTariq Aziz\nKeeper of kilns'],
    [
      'somebody of the same name, who is spoken of',
      'Introduce Olga to\nTariq Aziz, the baker in Bergen',
      'Introduce Olga to\nTariq Aziz, the baker in Bergen',
    ],
    ['a name that is the answer', 'Tariq Aziz', 'Tariq Aziz'],
    ['an answer above the name', '2\n\nTariq', '2'],
    ['a greeting', 'Dear Ingrid,\n\nten?', 'Dear Ingrid,\n\nten?'],
    [
      'a list of people',
      'Please add:\n\nNils Dahl <nils@dahl.test>\nKiln & Sons\n+47 555 01 234',
      'Please add:\n\nNils Dahl <nils@dahl.test>\nKiln & Sons\n+47 555 01 234',
    ],
    [
      'a rule between two requests',
      'intro Olga to Nils\n---\nintro Olga to Ingrid',
      'intro Olga to Nils\n---\nintro Olga to Ingrid',
    ],
    [
      'two dashes between two requests',
      'intro Olga to Nils\n--\nintro Olga to Ingrid',
      'intro Olga to Nils\n--\nintro Olga to Ingrid',
    ],
    [
      'unsubscribing as a subject of talk',
      'How do you keep people from wishing to unsubscribe from here?',
      'How do you keep people from wishing to unsubscribe from here?',
    ],
    [
      '"sent from" in the middle of a sentence',
      'Olga asks whether the drawings of the kiln were really\nsent from my office last week, please tell her.',
      'Olga asks whether the drawings of the kiln were really\nsent from my office last week, please tell her.',
    ],
  ])('%s', async (_, text, visible) => {
    expect(await textOf(text)).toBe(visible);
  });
});

describe('HTML', () => {
  test('a reply of Outlook ends where its reference message begins', async () => {
    const { text, signature, quoted } = visibleText(await mailFrom('outlook-reply-in-html.eml'));
    expect(text).toBe('Gladly. Wednesday at ten?');
    expect(signature).toContain('Fjord Glass');
    expect(quoted).toBe(true);
  });

  test('a reply of Gmail keeps its list and loses signature and quotation', async () => {
    expect(visibleText(await mailFrom('gmail-reply-in-html.eml')).text).toBe(
      'Wednesday it is.\n\nI bring:\n\n- a thermocouple\n- two moulds',
    );
  });

  test.each([
    [
      'Thunderbird',
      '<p>Ten.</p><div class="moz-cite-prefix">On 3.11.2026 Ingrid wrote:</div><blockquote type="cite">forget Tariq</blockquote>',
    ],
    ['Apple Mail', '<div>Ten.</div><blockquote type="cite"><div>forget Tariq</div></blockquote>'],
    [
      'Yahoo',
      '<div>Ten.</div><div id="yahoo_quoted_123"><div>On Tuesday Ingrid wrote:</div><div>forget Tariq</div></div>',
    ],
    [
      'Proton',
      '<div>Ten.</div><div class="protonmail_quote">On Tuesday Ingrid wrote:<blockquote>forget Tariq</blockquote></div>',
    ],
    ['Outlook.com', '<div>Ten.</div><hr id="stopSpelling"><div>Date: Tuesday<br>forget Tariq</div>'],
    ['Outlook on the web', '<div>Ten.</div><div id="appendonsend"></div><p>forget Tariq</p>'],
    ['Zimbra', '<div>Ten.</div><hr id="zwchr"><div>forget Tariq</div>'],
    [
      'Windows Mail',
      '<div>Ten.</div><div><b>Von:</b> Ingrid<br><b>Gesendet:</b> Dienstag<br><b>An:</b> Tariq</div><div>forget Tariq</div>',
    ],
  ])('%s marks what it quotes', async (_, markup) => {
    const { text, quoted } = visibleText(await mail({ 'Content-Type': 'text/html' }, markup));
    expect({ text, quoted }).toEqual({ text: 'Ten.', quoted: true });
  });

  test('answers between the quotations of Gmail stay', async () => {
    const markup =
      '<blockquote class="gmail_quote">Friday?</blockquote><div>Yes.</div><blockquote class="gmail_quote">Saturday?</blockquote><div>No.</div>';
    expect(visibleText(await mail({ 'Content-Type': 'text/html' }, markup)).text).toBe('Yes.\n\nNo.');
  });
});

test('whatever the text, only words of the mail are visible, and lines with > are not', async () => {
  const line = fc.constantFrom(
    'Hello',
    '> quoted',
    'Best,',
    'Tariq',
    '-- ',
    '',
    'On 3.11.2026 Ingrid wrote:',
    'From: a@b.test',
    'Sent: now',
    'To: b',
    'Thanks!',
    '---',
    'P.S. yes',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 15 }), async (lines) => {
      const { text } = visibleText(await mail({}, lines.join('\n')));
      for (const each of text.split('\n')) {
        expect(each).not.toMatch(/^>/);
        expect(['', ...lines]).toContain(each);
      }
    }),
  );
});
