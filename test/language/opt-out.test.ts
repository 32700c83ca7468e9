// The words of people who want no more mail, in the languages of MAIL-RULES A9, and words that only sound like them.
import { describe, expect, test } from 'vitest';
import { understand } from '../../functions/language/understand.ts';

const optOut = (text: string, writer = 'Ines Carvalho') =>
  understand({ subject: 'Re: bees', text, writer: { name: writer } }).answer.optOut;

describe('asks for no more mail', () => {
  test.each([
    // English
    'Stop.',
    'STOP!!',
    'stop it please',
    'Stop. I do not know any of you.',
    'Stop please, I get too much mail already.',
    'unsubscribe',
    'UNSUBSCRIBE\n\nInes Carvalho\nCarvalho Roofs\n555-0199',
    'Unsubscribe me from all of this, please.',
    'Please unsubscribe.',
    'I would like to unsubscribe from these emails.',
    'Could you take me off your mailing list?',
    'Please take me off.',
    'I am getting too many of these. Stop.',
    'I did not sign up for this. Kindly remove my email address from whatever list this is.',
    'take me off this list',
    'Please remove my address from your database.',
    'Remove me.',
    'No thank you. And please take me off your list.',
    'Hello Owen,\n\nthis is not for me. Please remove me from your list.\n\nInes',
    'Please stop emailing me.',
    'Stop sending me these.',
    'Please stop these emails.',
    'Do not contact me again.',
    "Please don't write to me any more.",
    'I have no interest in these mails. Please do not send me any more of them.',
    'No more emails, please.',
    'No more of these please, take me off your list',
    "I don't want to receive any more messages from you.",
    'I no longer wish to receive these mails.',
    'This is spam. Opt me out.',
    'Leave me alone.',
    // German
    'Bitte senden Sie mir keine weiteren E-Mails.',
    'Bitte keine weiteren Mails mehr.\n\nI. Carvalho',
    'Bitte schreiben Sie mir nicht mehr.',
    'Schicken Sie mir bitte nichts mehr!',
    'Bitte nehmen Sie mich aus dem Verteiler.',
    'Bitte löschen Sie meine Adresse aus Ihrer Liste.',
    'Ich möchte keine weiteren Nachrichten erhalten.',
    'Ich möchte mich abmelden.',
    'Guten Tag, bitte abmelden. Danke.',
    'Kontaktieren Sie mich nicht mehr.',
    // French
    'Merci de me désinscrire.',
    'Veuillez ne plus me contacter.',
    'Merci de ne plus m’envoyer de courriels.',
    'Retirez-moi de votre liste, s’il vous plaît.',
    'Ne m’écrivez plus.',
    'Je ne souhaite plus recevoir vos messages.',
    'Arrêtez de m’envoyer des mails.',
    'Désabonnement',
    // Spanish
    'Por favor, denme de baja.',
    'Les ruego que me den de baja de su lista de correo.',
    'No quiero recibir más correos, gracias.',
    'Bórrenme de su lista, por favor.',
    'No me escriban más.',
    'Dejen de enviarme correos.',
    'Baja',
    // Italian
    'Per favore cancellatemi dalla lista.',
    'Non scrivetemi più.',
    'Non voglio più ricevere messaggi.',
    'Vorrei disiscrivermi.',
    // Portuguese
    'Por favor, não me enviem mais e-mails.',
    'Removam-me da lista, por favor.',
    'Não quero receber mais mensagens.',
    // Dutch
    'Graag geen mails meer.\n\nInes',
    'Schrijf mij uit, a.u.b.',
    'Ik wil geen e-mails meer ontvangen.',
    'Stuur me niets meer.',
    // Swedish, Danish, Norwegian
    'Snälla, skicka inga fler mejl till mig.',
    'Ta bort mig från listan, tack.',
    'Sluta mejla mig.',
    'Send mig ikke flere mails, tak.',
    'Skriv ikke til mig igen.',
    'Ikke send meg flere e-poster.',
    'Fjern meg fra listen.',
    // Finnish
    'Poistakaa minut listalta.',
    'Älkää lähettäkö minulle enää viestejä.',
    'En halua enää näitä viestejä.',
    // Polish, Czech
    'Proszę mnie wypisać.',
    'Proszę nie wysyłać mi więcej wiadomości.',
    'Proszę usunąć mój adres z listy.',
    'Prosím, odhlaste mě.',
    'Už mi neposílejte žádné e-maily.',
    // Russian
    'Пожалуйста, не пишите мне больше.',
    'Отпишите меня от рассылки.',
    'Я не хочу получать эти письма.',
    // Japanese, Korean, Chinese
    '配信停止をお願いします。',
    '今後メールは送らないでください。',
    'リストから削除してください。',
    '더 이상 메일을 보내지 마세요.',
    '수신 거부',
    '请不要再给我发邮件。',
    '請將我從名單中刪除。',
    '退订',
  ])('%s', (text) => expect(optOut(text)).toBe('stop'));
});

describe('is said of something else, or to somebody', () => {
  test.each([
    'Stop worrying about the hives, Owen. Bees winter well. And unsubscribe from that magazine, it is rubbish.',
    'Stop! Owen, before you come: is the hive heavy?',
    'Stop, Owen! Not that hive.',
    'Stop by on Friday!',
    'Full stop. Owen, that hive is a crime.',
    'Owen,\n\nstop by on Thursday, and stop sending me PDFs, send drawings.\n\nInes',
    'Owen, please stop emailing me at this address, use the private one.',
    'I never got your second mail, please send no more zip files, our filter eats them.',
    'First unsubscribe from the old portal, then apply on the new one.',
    'Take me off the list of speakers, but keep me for dinner.',
    'Can you unsubscribe from a magazine like that?',
    'I will stop the saw at noon.',
    'We had to stop. The roof was wet.',
    'The train does not stop there. Take the bus.',
    'No more honey for me this year!',
    'Please do not send me any more honey, the shelf is full.',
    'Do not write to me about the roof, ring me.',
    'How do you opt out of the pool? I never understood it.',
    'Bitte keine weiteren Muster schicken, das erste reicht.',
    'Schreiben Sie mir nicht, rufen Sie an: 555.',
    'Haltestelle: Stopp am Markt. Bis Montag.',
    'Arrêtez de vous inquiéter, venez mardi.',
    'Je n’ai plus de miel.',
    '¡No pares! Te espero en la parada del bus.',
    'Ya no quiero más miel, gracias.',
    'Non scrivo bene in inglese, mi scusi.',
    'Não pare agora!',
    'Ik heb geen mails van Owen gezien.',
    'Send mig gerne flere billeder.',
    'Skicka gärna fler bilder.',
    'Proszę nie pisać na tablicy.',
    'メールの返信は不要です。',
    '메일 답장은 하지 마세요. 전화 주세요.',
    '不用回复邮件。',
  ])('%s', (text) => expect(optOut(text)).toBe(null));
});

test.each(['start', 'Start again, please.', 'resubscribe'])('%s asks for mail again', (text) =>
  expect(optOut(text)).toBe('start'),
);
