// The same text read as an answer: yes or no in the languages of MAIL-RULES A9, numbers, people, addresses, steps, and the
// words to stop. What is not sure is unclear, and whoever asked gets to see it.

import { around, cardinals, leaving, numbersIn, ordinals } from './answer-numbers.ts';
import { peopleIn } from './answer-people.ts';
import { isApproval, nodOf } from './approval.ts';
import { cut, isClosing, isOwnName } from './cut.ts';
import { denies, deniesOutright, reserves } from './denial.ts';
import { normalise } from './normalise.ts';
import { readPerson } from './one-person.ts';
import { optOutIn } from './opt-out.ts';
import { isNoChoice, provisoIn } from './provisos.ts';
import type { Answer, Step, When } from './requests.ts';
import { reservationIn } from './reservations.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { passedOnFrom } from './small-talk.ts';
import { dayAt } from './vague-days.ts';
import { common } from './words.ts';

export function answerOf(text: string, writer: string): Answer {
  const { paragraphs, opensWith } = cut(normalise(text), writer);
  const all = sentencesOf(paragraphs).filter((sentence) => sentence.secret !== 'yes');
  const said = all.filter((sentence) => !isClosing(sentence.text) && !isOwnName(sentence.text, writer));
  const kept = said.length > 0 ? said : all.slice(0, 1);
  const chosen = kept.filter((each) => !isNoChoice(each));
  const { numbers, without, everything } = numbersIn(chosen.map(withoutName));
  const nod = kept.length === 0 ? nodOf(text) : null;
  const approves = isApproval(kept);
  const commands = new Set(kept.filter((sentence) => approves || isAnswerAlone(sentence)));
  const words = paragraphs
    .map((_, index) =>
      kept
        .filter((sentence) => sentence.paragraph === index && !commands.has(sentence))
        .map((sentence) => sentence.text)
        .join(' '),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  const { people, leftOut } = peopleIn(chosen);
  const instead = people.length > 0 && kept.some(({ plain }) => namesInstead.test(plain));
  return {
    verdict: nod ?? (approves ? 'yes' : verdictOf(kept, opensWith)),
    numbers,
    all: everything || (leftOut.length > 0 && kept.some(({ plain }) => allBut.test(plain))),
    without,
    addresses: [
      ...new Set(
        kept.flatMap((sentence) =>
          sentence.tokens.filter((token) => token.kind === 'address').map((token) => token.norm),
        ),
      ),
    ],
    people,
    leftOut,
    step: stepIn(kept) ?? (approves ? 'send' : null),
    dropped: !approves && !instead && kept.some(({ plain }) => dropping.test(plain) || reservationIn(plain) === 'off'),
    optOut: optOutIn(kept, opensWith, text),
    words: withoutChoice(words, numbers.length > 0 || everything),
    toTell: kept.flatMap(toldIn).join(' '),
    proviso: provisoIn(kept),
    rest: kept.some(({ plain }) => theRest.test(plain)),
    when: whenIn(kept),
    bare: nod !== null || (kept.length > 0 && (words === '' || isBareName(kept))),
  };
}

/** "Without 2", "all but 2", and not "not 2". */
const theRest =
  /\b(?:without|except|excluding|minus|ohne|sans|save|(?:all|everything|everyone|everybody) (?:but|else)|the (?:others|rest))\b/;

/** "All but Tariq": everybody else. */
const allBut = /\b(?:all|everybody|everyone|everything)\b[^.;!?]{0,16}\b(?:but|except|without|apart|save)\b/;

/** "Neither, Tariq Osei": somebody else is meant, and nothing else is said. */
const namesInstead =
  /^(?:no,? )?(?:neither|none)(?: of (?:them|these|those|the two))?[\s,;:.—!-]+(?:(?:but|rather|it's|it is|i mean|i meant|actually|the|sorry)[\s,]+)*(?!of\b|i\b|i'|we\b|he\b|she\b|they\b|let\b|please\b|ask\b|thank)\p{L}+(?: \p{L}+){0,3}(?:,? (?:please|of course|i think))?[.!]*$/u;

const yesses =
  '(?:yes|yep|yeah|sure|ok|okay|of course|certainly|gladly|please do|go ahead)(?:,? (?:please|do|gladly|of course|certainly|yes))*';
const which = '(?:number |no\\.? ?|#)?\\d{1,2}(?:\\s*(?:,|and|&|\\+)\\s*#?\\d{1,2})*|both|all(?: of them)?';
const ahead = '\\s*[,;:—–-]+\\s*(?=\\S+\\s+\\S)';
/** The words that answer, in front of those that tell something: "Yes, | she …", "1 and 3, | both …". */
const agreeing = new RegExp(`^${yesses}${ahead}`, 'i');
const choosing = new RegExp(`^(?:${yesses}|${which})${ahead}`, 'i');

function withoutChoice(words: string, chooses: boolean): string {
  const rest = words.replace(chooses ? choosing : agreeing, '');
  return rest === words ? words : rest.slice(0, 1).toUpperCase() + rest.slice(1);
}

/** "And do say that …": what the letter is to say besides. */
function toldIn({ text }: Sentence): string[] {
  const from = passedOnFrom(text.replace(choosing, ''));
  const told = text.replace(choosing, '').slice(from).trim();
  return from > 0 && told !== '' ? [told.slice(0, 1).toUpperCase() + told.slice(1)] : [];
}

/** "Send it tomorrow", "On May 3, please": a day, and nothing else beside what sends it. */
function whenIn(sentences: readonly Sentence[]): When | null {
  for (const { plain, text } of sentences.slice(0, 3)) {
    const from = untilDay.exec(plain)?.[0].length ?? 0;
    const found = plain.length > 120 ? null : dayAt(plain, text, from);
    if (
      found &&
      /^[\s,.!)]*(?:(?:please|thanks|thank you|then|instead|only|not (?:before|earlier))\b[\s,.!]*)*$/.test(
        plain.slice(found.end),
      )
    )
      return { words: found.words };
  }
  return null;
}

const untilDay =
  /^[\s"'(]*(?:(?:yes|ok|okay|sure|fine|good|great|lovely|perfect|please|but|only|and|then|just|no|better|rather|let it|looks good|thank you|thanks|do|make|send|post|mail|release|schedule|let|go|it|this|that|them|the (?:letter|introduction|draft)|out|off|wait|hold|not before|until|till)[\s,.!]+)*/;

// --- yes and no

/** At the beginning of an answer. Languages of MAIL-RULES A9 in its order. */
const yesWords =
  "yes|yep|yup|yeah|aye|sure|certainly|gladly|absolutely|definitely|of course|by all means|with (?:great )?pleasure|my pleasure|happy to|glad to|delighted|i'd love|i would love|i'd be (?:very )?(?:happy|glad|delighted|pleased|honou?red)|i would be (?:very )?(?:happy|glad|delighted|pleased|honou?red)|i am happy|i'm happy|love to|(?:i )?would love to|sure thing|i'm in|count me in|works for me|any ?time|please do|ok|okay|fine(?: by me| with me)?|agreed|go ahead|why not|no (?:problem|objections?|worries)|very well|y|sounds (?:good|great|lovely|fine|interesting)|all right|alright|right you are|correct|exactly|confirmed|" +
  'ja|jawohl|gern(?:e)?|sehr gern(?:e)?|klar|natürlich|selbstverständlich|einverstanden|mit vergnügen|na klar|' +
  "oui|avec (?:grand )?plaisir|bien sûr|volontiers|d'accord|bien entendu|certainement|" +
  'sí|si|claro(?: que sí)?|por supuesto|con (?:mucho )?gusto|encantad[oa]|vale|de acuerdo|' +
  "sì|certo|certamente|volentieri|con piacere|d'accordo|va bene|" +
  'sim|com (?:todo o )?prazer|com certeza|está bem|' +
  'graag|natuurlijk|met (?:alle )?plezier|prima|akkoord|' +
  'gärna|absolut|självklart|visst|javisst|okej|' +
  'gerne|meget gerne|selvfølgelig|naturligvis|' +
  'gjerne|klart|' +
  'kyllä|joo|mielelläni|mielellään|totta kai|toki|' +
  'tak|oczywiście|chętnie|z przyjemnością|jasne|' +
  'ano|jistě|rád|ráda|samozřejmě|s radostí|' +
  'да|конечно|с удовольствием|хорошо|согласен|согласна|' +
  'はい|ええ|喜んで|もちろん|ぜひ|承知しました|' +
  '네|예|좋아요|좋습니다|물론(?:입니다|이죠)?|기꺼이|' +
  '是的?|好的?|可以|当然|當然|愿意|願意|没问题|沒問題|很乐意|很樂意';
const noWords =
  "no|nope|nah|not (?:now|really|at the moment|this time|today|for me|interested|right now)|never|n|sorry,? (?:no|but|i)|i'm sorry,? (?:no|but|i)|i am sorry,? (?:no|but|i)|unfortunately|regrettably|i(?:'m| am) afraid|i(?:'d| would) rather not|i (?:cannot|can't|won't|must decline|have to decline|decline|have to pass|must pass|would prefer not|prefer not|don't (?:think|want|have))|rather not|please (?:don't|do not)|don't|do not|" +
  'nein|leider|lieber nicht|ungern|nee|' +
  'non|malheureusement|désolée?|je regrette|hélas|' +
  'lo siento|desgraciadamente|lamentablemente|por desgracia|' +
  'purtroppo|mi dispiace|preferirei di no|' +
  'não|infelizmente|lamento|' +
  'helaas|liever niet|jammer genoeg|' +
  'nej|tyvärr|helst inte|' +
  'desværre|helst ikke|nej tak|' +
  'nei|dessverre|' +
  'ei|valitettavasti|en voi|' +
  'nie|niestety|wolę nie|' +
  'ne|bohužel|raději ne|' +
  'нет|к сожалению|увы|' +
  'いいえ|残念ながら|申し訳|遠慮|お断り|' +
  '아니요|아니오|죄송|유감|' +
  '不|抱歉|很遗憾|很遺憾|恐怕|对不起|對不起';

const opening =
  '^(?:[\\s"\'(*¡¿]|oh|ah|well|hi|hello|so|and|but|hm+|mm+|thank you|thanks|merci|danke|gracias|grazie|obrigad[oa]|tack|takk|kiitos|dziękuję|děkuji|спасибо|dear|for asking|much|very|for thinking of me|[,.!—-])*';
// CJK has no blanks between words, so no word end is asked for there.
const ending = "(?![\\p{Script=Latin}\\p{Script=Cyrillic}'])";
const yesOpening = new RegExp(`${opening}(?:${yesWords})${ending}`, 'u');
const noOpening = new RegExp(`${opening}(?:${noWords})${ending}`, 'u');
const yesInside =
  /\b(?:(?:i(?:'d| would| will|'ll)|we(?:'d| would)) (?:be (?:very |more than |really |only too )?(?:happy|glad|delighted|pleased|honou?red)|love|gladly|like (?:very much )?to (?:meet|talk|hear))|(?:happy|glad|delighted|pleased) to (?:meet|talk|help|speak|hear|chat|be introduced|do)|sounds (?:good|great|lovely|interesting)|(?:please )?(?:put (?:us|me|them|him|her) in touch|introduce (?:us|them|him|her|me)|go ahead|make the introduction)|with pleasure|by all means|count me in|(?:it|that)(?:'s| is| would be) (?:fine|okay|ok|great|lovely|good)|(?:do|yes) please|you have my (?:blessing|permission|consent)|mit vergnügen|sehr gerne?|avec plaisir|con (?:mucho )?gusto|con piacere|com prazer)\b/u;
const noInside =
  /\b(?:i(?:'d| would) (?:rather|prefer) not|(?:have|has|'ll have|going) to (?:pass|decline|say no)|must (?:pass|decline|say no)|(?:i|we)(?:'ll| will|'d rather| would rather)? pass\b|(?:can't|cannot|can not|won't|will not|am not able to|am unable to|unable to)(?! wait)\b|not (?:at the moment|right now|this time|interested|the right person|a good time|for me|available|able)|no (?:time|capacity|interest)|too busy|flat out|swamped|snowed under|too much on|full up|regret|thanks but no|count me out|pass on this|give (?:this|it) a miss|keine zeit|lieber nicht|pas le temps|no tengo tiempo)\b/u;
const doubting =
  /\b(?:but|however|only if|if|unless|provided|depends|depending|not before|first|before|maybe|perhaps|not sure|let me think|might|aber|wenn|mais|pero|ma|mas|maar|men|mutta|ale|но)\b|\?|？/u;

function verdictOf(sentences: readonly Sentence[], opensWith: string): Answer['verdict'] {
  const spoken = sentences
    .map((sentence, i) => (i === 0 ? behindName(sentence, opensWith) : sentence))
    .filter((sentence) => sentence.tokens.length > 0 && !onlyCourtesy.test(sentence.plain))
    .slice(0, 12);
  const [first, second] = spoken;
  if (!first) return 'unclear';
  // A question back leaves it open, except the one that is a way of saying yes.
  const asks = spoken.some(
    (sentence) =>
      /[?？]\s*["')]*$/.test(sentence.text) &&
      !/^(?:why not|and why not|sure,? why not|shall we|warum nicht|pourquoi pas|por qué no|perché no)\b/.test(
        sentence.plain,
      ),
  );
  const opens = [
    first,
    ...(first.tokens.length < 5 && second && !says(yesOpening, first) && !says(noOpening, first) ? [second] : []),
  ];
  const yes = opens.some(
    (sentence) =>
      says(yesOpening, sentence) &&
      !(says(noOpening, sentence) && !/^(?:no (?:problem|objection|worries))/.test(sentence.plain)),
  );
  const no = opens.some((sentence) => says(noOpening, sentence) && !says(yesOpening, sentence));
  if (yes || no) {
    const opener = opens.find((sentence) => says(yes ? yesOpening : noOpening, sentence)) ?? first;
    if (yes && denies(opener.plain)) return deniesOutright(opener.plain, yesWords) ? 'no' : 'unclear';
    if (yes && reserves(spoken.map(({ plain }) => plain))) return 'unclear';
    if (
      yes &&
      (asks ||
        doubting.test(opener.plain.replace(/\bwhy not\b\??|\bat first\b/g, '')) ||
        spoken.some(
          (sentence) => sentence !== opener && /^(?:but|however|only if|unless|provided|except)\b/.test(sentence.plain),
        ) ||
        spoken.some((sentence) => noInside.test(sentence.plain) && sentence === opener))
    )
      return 'unclear';
    if (no && notYet.test(opener.plain)) return 'unclear';
    if (
      no &&
      (/[,;—] ?(?:but|however|though)\b/.test(opener.plain) ||
        spoken.some((sentence) => sentence !== opener && /^(?:but|however|unless)\b/.test(sentence.plain)) ||
        (asks && !noInside.test(opener.plain)))
    )
      return noInside.test(opener.plain) && !asks ? 'no' : 'unclear';
    return yes ? 'yes' : 'no';
  }
  if (asks) return 'unclear';
  const agrees = spoken.some(
    (sentence) =>
      yesInside.test(sentence.plain) &&
      !doubting.test(sentence.plain) &&
      !denies(sentence.plain) &&
      !reserves([sentence.plain]),
  );
  const refuses = spoken.some((sentence) => noInside.test(sentence.plain));
  return agrees === refuses ? 'unclear' : agrees ? 'yes' : 'no';
}

/** "Thank you for asking." says neither yes nor no. */
const onlyCourtesy = new RegExp(
  `${opening}(?:(?:for|of|your|mail|me|helpful|kind|asking|writing|so)\\b[\\s,.!]*)*$`,
  'u',
);

/** "Ruth, of course!": the name is whoever is spoken to, where it is no yes or no itself. */
function behindName(sentence: Sentence, opensWith: string): Sentence {
  const { plain } = sentence;
  const name = opensWith === '' ? (/^\p{L}+(?= — )/u.exec(plain)?.[0] ?? '') : opensWith.toLowerCase();
  if (name === '' || !plain.startsWith(name) || yesOpening.test(plain) || noOpening.test(plain)) return sentence;
  return { ...sentence, plain: plain.slice(name.length).replace(/^[\s,:;.!—-]+/u, '') };
}

/** "Don't send it yet": later, and no no. */
const notYet = /\b(?:don't|do not|not)\b[^.;!?]{0,30}\b(?:yet|until|till|before|for now|right now|today)\b/;

const says = (opening: RegExp, sentence: Sentence): boolean =>
  opening.test(sentence.plain) || opening.test(withoutName(sentence).plain);

/** "Thank you Ruth yes", "oh Ruth": without the name of whoever is spoken to, every offset as it was. */
function withoutName(sentence: Sentence): Sentence {
  const { tokens, plain, careless } = sentence;
  const name = tokens.slice(0, 12).find((token, i) => {
    if (token.kind !== 'word' || [common, around, courteous].some((words) => words.has(token.norm))) return false;
    if (ordinals.has(token.norm) || cardinals.has(token.norm) || !courteous.has(tokens[i - 1]?.norm ?? ''))
      return false;
    return token.capital || (careless && tokens[i + 1]?.norm === ',');
  });
  if (!name) return sentence;
  const blank = ' '.repeat(name.end - name.start);
  return {
    ...sentence,
    tokens: tokens.filter((token) => token !== name),
    plain: plain.slice(0, name.start) + blank + plain.slice(name.end),
  };
}

/** Before the name of whoever is spoken to. */
const courteous = new Set(
  'thanks you please pls oh ah well hi hello hey dear much merci danke gracias grazie tack'.split(' '),
);

function isBareName(sentences: readonly Sentence[]): boolean {
  const [only] = sentences;
  if (!only || sentences.length > 1 || only.tokens.length > 8) return false;
  const person = readPerson(only, 0, only.tokens.length, false);
  return (
    person !== null &&
    person.mention.nameless !== true &&
    only.tokens.slice(person.to).every((token) => token.kind === 'mark' || around.has(token.norm))
  );
}

// --- steps

const steps: readonly (readonly [RegExp, Step])[] = [
  [
    /\b(?:send|release|do|make|introduce) (?:it |this |that |them |the letter |one |ahead )*(?:anyway|regardless|nevertheless|all the same)\b/,
    'send-anyway',
  ],
  [/\b(?:send|try|do) (?:it |this |that |them )*(?:again|once more)\b|\bre-?send\b/, 'send-again'],
  [
    /\bpass (?:it|this|that|them)?\s?on\b|\bforward (?:it|this|that)\b|\bhand it on\b|\blet (?:him|her|them) (?:have|see) it\b/,
    'pass-it-on',
  ],
  [
    /\b(?:cancel|call (?:it|this|that|the whole thing) off|call off|withdraw|abort|stop (?:it|this|that)|kill it|(?:don't|do not) send(?! (?:it |this |that |them |anything )?(?:yet|now|today|before|until|till|just|right|for now|off yet|out yet)\b))\b/,
    'cancel',
  ],
  [
    /\bnudge\b|\b(?:send|give) (?:\w+ )?(?:a )?(?:gentle |kind |little |friendly )?(?:nudge|reminder)\b|\bremind (?:him|her|them|both)\b|\bchase\b/,
    'nudge',
  ],
  [/^(?:please )?close\b|\bclose (?:it|this|that|them)\b/, 'close'],
  [/\bleave (?:it|this|that|them)(?: be| alone| as it is| open| for now| at that)?\b|\blet it be\b/, 'leave-it'],
  [/\b(?:it|this|that)(?:'s| is) done\b|^done\b/, 'done'],
  [
    /^(?:\W|yes|ok|okay|please|perfect|great|lovely|good|fine|just|do|now|then|looks good|very good|excellent|splendid|right|and|all good|that's it|thank you|thanks|go|ahead)*(?:send|go ahead|off you go|release|dispatch|post it|let it go|ship it|fire away|send away|make it so)\b(?! me\b)|(?:\band|\bthen|,) send (?:it|this|that|the list|the letter)(?: off| out| then| please| to \p{L}+)*[\s.!]*$/u,
    'send',
  ],
];

function stepIn(sentences: readonly Sentence[]): Step | null {
  for (const sentence of sentences.slice(0, 6)) {
    if (
      sentence.tokens.length > 14 ||
      /\b(?:don't|do not|never|not|(?:no need|no reason|not necessary|need not|needn't|shouldn't|mustn't|won't|rather not|better not)(?: to)?|without) (?:\w+ )?(?:nudg|clos|leav|pass|forward|hand|cancel|call)(?:e|ing)?\b/.test(
        sentence.plain,
      )
    )
      continue;
    const found = steps.find(([pattern]) => pattern.test(sentence.plain));
    if (found) return found[1];
  }
  return null;
}

const dropping =
  /\b(?:never ?mind|nevermind|forget (?:it|that|this|about it|the whole thing|i asked)|drop (?:it|that)|scrap (?:it|that)|let it (?:be|go|rest)|don't bother|do not bother|no need(?: any ?more)?|neither(?: of (?:them|these|the two))?|none(?: of (?:them|these|those))?$|none of (?:them|these|those)|^(?:no one|nobody)[.!]*$|(?:please )?(?:ignore|disregard) (?:it|that|this|him|her|them)|skip it|leave it|i(?:'ll| will| shall) (?:call|ring|write to|ask|tell|do|introduce|mail|email) (?:him|her|them|it) (?:myself|in person)|it has settled itself|not necessary|not needed|changed my mind)\b/;

/** The sentence is nothing but an answer or a command to the service. */
function isAnswerAlone(sentence: Sentence): boolean {
  const { plain, tokens } = withoutName(sentence);
  if (tokens.length > 16) return false;
  const words = tokens.filter((token) => token.kind === 'word' || token.kind === 'number');
  if (
    words.every(
      (token) =>
        token.kind === 'number' || around.has(token.norm) || leaving.has(token.norm) || ordinals.has(token.norm),
    )
  )
    return true;
  if (tokens.every((token) => token.kind === 'address' || token.kind === 'mark' || around.has(token.norm))) return true;
  const rest = plain
    .replace(yesOpening, '')
    .replace(noOpening, '')
    .replace(
      /\b(?:please|send|it|this|that|them|off|now|out|on|go|ahead|cancel|nudge|close|done|leave|pass|again|anyway|introduce|make|the|introduction|introductions|call|thank you|thanks|do|as is|as it is|as it stands|looks good|perfect|great|lovely|fine|good|very|and|then|just|draft|letter|yes|no|ok|okay|both|her|him|all|never ?mind|forget|be|so|well|for me|with pleasure|gladly|course|of)\b/g,
      '',
    )
    .replace(/[\s\p{P}\p{S}]+/gu, '');
  return (
    rest === '' ||
    (dropping.test(plain) && tokens.length < 10) ||
    forgettable(plain) ||
    reservationIn(plain) !== null ||
    notYet.test(plain)
  );
}

const forgettable = (text: string): boolean =>
  /^(?:oh dear|sorry|my apologies|apologies|i ought to have said|i should have said|thank you|thanks|many thanks|hello|hi)\b[^.]{0,40}[.!,]*$/.test(
    text,
  );
