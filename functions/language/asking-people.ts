// How one asks for the people of the book: adding, showing, finding and suggesting them, and asking them for what the mentor wants to know.
// What is told of somebody stands in asking-entries.ts.

import { touch } from './asking-introductions.ts';
import { about, type Form, person, plainly } from './form.ts';

const pronoun = 'he|she|they|him|her';

export const peopleForms: readonly Form[] = [
  {
    kind: 'add',
    example: 'add Ines Roca <ines@roca.example>, background Runs a bakery with forty people',
    where: 'command',
    ways: [
      'add|adding [to my book|in my book] [:] {rest}',
      'add|adding ... book|list : $',
      'record|enter|register|save|store|include|put|take {rest}',
      'new contact|person|people|contacts|entry|protege [:] {rest}',
      'new contact|person|people|contacts|entry [for] [my|the] [book] : $',
    ],
    // Read by add.ts, which sees the whole paragraph.
    make: null,
  },
  {
    kind: 'import',
    example: 'add the people in the attached file',
    where: 'command',
    ways: [
      'add|import|importing|load|upload|read|take|enter|include|merge|put ... attached|attachment|attachments|enclosed|csv|vcard|vcards|spreadsheet|vcf|(address book)|(contacts file)|(file below)',
      'import my|these|those|the|all ... contacts|people|connections|list|file|addresses',
      'import $',
      "here's|(here is)|(here are)|(these are)|(this is)|(i attach)|(i enclose)|(i am attaching)|(i'm attaching) [you|the|my|a|our|some] [new|google|outlook|linkedin|phone|whole] contacts|connections|(address book)|vcard|vcards $",
      "here's|(here is)|(here are)|(these are)|(this is)|(i attach)|(i enclose)|(i am attaching)|(i'm attaching) ... card|cards|vcard|vcards|contacts|people|connections|list|file ... (my book)|(the book)|(to add)|(to import)",
      'for|to|into my|the book ... attached|enclosed|attachment',
      'new|more|further|some people|contacts|names|connections ... attached|enclosed|attachment',
      'attached|enclosed ... (for my book|for the book|to add|please add|to import|for import|to be added)',
      'add|import|include|enter|take|load|upload|put [in] [all] [of] the|this|these|those|my|our [new|other|same|whole|linkedin|google|outlook|two|three|few] card|cards|file|files|contact|contacts|connections|list|people|folks|names|vcard|vcards|entries|addresses [in|from|on|of|below] [this|the|that|my|attached] [card|file|list|sheet|linkedin|google|outlook] [to|into|in] [my|the] [book] $',
      'add|import|include|enter|load|upload these|those|them|this|it|everybody|everyone|all|(all of them) [to|into|in] [my|the] [book|list] $',
      'attached|enclosed is|are ... contacts|people|cards|card|connections|list|addresses ... (to add|for the book|for my book|please add|to import)',
    ],
    make: plainly('import'),
  },
  {
    kind: 'ask-background',
    example: 'ask Tariq Osei for his background',
    where: 'command',
    ways: [
      `ask|get|request|obtain|want {who} for|(to send|to give|to write|to update|to provide|to supply|to tell|to share|to let) ... background|bio|biography|blurb|profile|cv|(a few lines about)|(some lines about)|(about themselves)|(about himself)|(about herself)|(how they want to be introduced)|(how they would like to be introduced)`,
      `ask {who} what|how ... said|say|described|introduced|(be introduced)`,
      'ask|get|request {who} background|bio',
    ],
    make: about('ask-background'),
  },
  {
    kind: 'show',
    example: 'show Tariq Osei',
    where: 'question',
    ways: [
      '^ show|display [me] [again] [the] [entry|record|details|card|page|file] [for|of|on] {who}',
      'show|display [me] [again] [the|everything|all] [entry|record|details|card|page|file|everything] [for|of|on|about] {who} $',
      "who is|was|'s|are|s {who} [again|though|exactly] $",
      "who's|whos {who} [again] $",
      'who {who} is|was [again] $',
      'what do|did we|i|you know|have|(have noted)|(have down)|(have written) about|on|for|of {who}',
      'what have|has we|i|you|got [got|noted|recorded] about|on|for {who}',
      '(tell me|remind me) what (you have)|(you know)|(we have)|(i have) [noted] about|on|for|of {who} $',
      '(tell me|remind me) [something|more|everything|again|all] [(you have)|(you know)|(we have)|(we know)|(there is)] about|of|on {who} $',
      '[any|is there any|do you have any] news of|from|about|on {who} $',
      'has|have {who} replied|answered|written|reacted|responded [back|yet] $',
      'what happened|became with|to|of {who} $',
      'look up {who} $',
      'look {who} up $',
      '[give me|send me] [the] details|entry|record|file of|on|for|about {who} $',
      "(what is)|what's|whats {who} address|e-mail|email|organisation|organization|background|entry|company|job",
      'what|which address|e-mail|email do|have we|i|you|got have for {who}',
    ],
    make: about('show'),
  },
  {
    kind: 'suggest',
    example: 'who could help Maya Lindh with a patent?',
    where: 'question',
    ways: [
      `who|whom|who'd [else] [in my book|of my people] [do i know] [who|that] [could|can|might|would|should|may|will] [best|also] [be] [able] [to] (help|advise|assist|support|guide|coach|teach|brief|counsel|tell|show|of help to) {who} with|on|about|in|over|regarding|concerning|through|to|how {rest}`,
      'who|whom [else] [in my book|of my people] could|can|might|would help|teach|assist {who} {rest}',
      `who|whom [else] should|could|might|can [i] {who} [best|next|also] [to] (meet|talk to|talk with|speak to|speak with|ask|learn from|see|write to|turn to|approach) about|on|for|regarding|concerning|over {rest}`,
      'suggest|propose|find|recommend|name [me|us] someone|somebody|anyone|anybody|people|contacts for {who} who|that|with|in|about|on [knows|know|can|could|has|have] [about] {rest}',
      '(do|have) i|we [already] (know|have) someone|somebody|anyone|anybody [in my book] who|that can|could|might|would help|advise|assist|support|guide|coach|teach {who} with|on|about|in|over|regarding|to {rest}',
    ],
    make: (filled) => {
      const made = about('suggest')(filled);
      const topic = queryOf(filled.rest);
      return made?.kind !== 'suggest' || topic === '' ? made : { ...made, about: topic };
    },
  },
  {
    kind: 'suggest',
    example: 'who should Maya Lindh meet?',
    where: 'question',
    ways: [
      `who|whom [else] {who} should|could|might|can|must|ought|would|may [to] [really|also|next|usefully|profitably|best|like|need|want] [to] [be] (meet|talk to|talk with|speak to|speak with|know|get to know|introduced to|connect with|connected with|learn from|see)`,
      `who|whom [else|all] [in my book|of my people|from my book] should|could|might|can|must|ought|would|will|does [i] {who} [to] [really|also|next|usefully|profitably|best|most|like|need|want] [to] [be] (meet|talk to|talk with|talking to|talking with|speak to|speak with|speaking to|speaking with|know|get to know|introduced to|be introduced to|connect with|be connected with|connected with|hear from|learn from|see|seek out|approach|write to|have coffee with|meeting)`,
      'who|whom [else] should|could|would|can|might|shall|do|must|ought [you|i|we|one] [to] [think|say|suggest] [i|we|you] [should|could|to|can|might] [best|next|usefully] introduce|connect|present|link|suggest|recommend|propose|put|send|match {who} [in touch] to|with|for [next]',
      'who|whom|what|which [people|introductions|intros|names|person|contacts] [else] [would|do|could|can|should] [you|one|i|we] [would|do|could|can] suggest|suggests|recommend|propose|advise|have [now|next] for|to {who}',
      'suggest|suggesting|propose|find|recommend|name [me|us] [some|a|the|few|new|next|good|other|best|any|more|right|useful|two|three|3|2] [few|couple|good|useful|new|next|more] [of] [introduction|introductions|intro|intros|people|person|person|contacts|names|somebody|someone|matches|match|ideas|idea|anybody|anyone|connections|candidates] for|to {who}',
      '[any|some|more|new|your|do you have] [any] suggestion|suggestions|ideas|idea|recommendations|recommendation|matches|introductions|intros|names|contacts|candidates|proposals [please] for {who}',
      `who|whom|who'd|who's [else] [in my book] [could|can|might|would|should|may|will] [best|also|be] [able] [to] [be] (help|advise|assist|useful for|useful to|good for|right for|interesting for|interesting to|a good match for|good match for|a help to|of use to|of help to|of interest to|worth meeting for|good to know for|good person for|the right person for|be good for|be useful for|be useful to|be of help to|be of use to|be right for|be interesting for|benefit) {who}`,
      'who|whom is|are|next for|(next for)|(best for)|(good for)|(right for)|(there for) {who}',
      'who|whom [might|would|could|should] {who} like|want|benefit|enjoy|profit [to|from|by] [meet|know|meeting|knowing|talking to]',
      'somebody|someone|people|anybody|anyone good|useful|suitable|interesting|right|worthwhile for {who} [to meet|to talk to]',
      'with|to whom should|could|would|can|might [i|we|you] {who} [talk|speak|meet|connect|introduce]',
      'with|to whom should|could|would|can|might [i|we|you] introduce|connect|link {who}',
      'suggest {who} $',
      '(help me find|looking for|i seek|i search) [a] [good] people|somebody|someone|introductions|contacts|match for {who}',
    ],
    make: about('suggest'),
  },
  {
    kind: 'go-over',
    example: 'go over the list with Maya Lindh',
    where: 'command',
    ways: [
      'go|going|walk|run|look|talk|sit [down] over|through|down [the|my|our|a] [list|book|people|network|contacts|names] [together] with {who}',
      'go over|through the|my list|book|people|network|contacts for {who}',
      'send|sending|give|mail|show|share {who} the|a|my|his|her|their list|suggestions|(list of people)|(people they could meet)',
      'send|share|mail the|a|my list|(list of people) to|with {who}',
      'review|discuss|share the list|suggestions|people with {who}',
    ],
    make: about('go-over'),
  },
  {
    kind: 'find',
    example: 'who could help somebody who keeps bees?',
    where: 'question',
    ways: [
      'who|whom [else] [in my book|of my people] [could|can|might|would|should] help|advise|assist|support|teach someone|somebody|anyone|anybody|people who|that|with {rest}',
    ],
    make: (filled) => {
      const query = queryOf(filled.rest);
      return query === '' ? null : { kind: 'find', sentence: filled.sentence, query: `help somebody who ${query}` };
    },
  },
  {
    kind: 'find',
    example: 'who knows baking?',
    where: 'question',
    ways: [
      'who|whom [else] do|did i|we [already] (know|have) [that|who] {rest}',
      'who|whom [else] [do i have] [in my book|among my people|in the book|of my people|there|here|we have|i have] [that|who] [knows|know] [about] {rest}',
      'find|search|finding|list|name [me|us] [all|for|the|my|some|any] [my] [in my book] [for] someone|somebody|people|anyone|anybody|everyone|everybody|contacts|person|those|friends|experts|whoever [in my book] {rest}',
      "[i am|i'm] (looking for|look for|i search|i seek|searching for|in search of|in need of) [in my book] somebody|someone|people|anybody|anyone|(a person) [in my book] {rest}",
      '(do|have) i|we|you [already] (know|have|got) someone|somebody|anyone|anybody|people [in my book] {rest}',
      '(is|are) there [someone|somebody|anyone|anybody|people|any] [in my book] {rest}',
      'does|has|is anyone|anybody|someone|somebody [in my book|here|i know|of my people] [know] [about] {rest}',
      'do|does any of my people|contacts|friends [know] [about] {rest}',
      '(do|have) i|we [already] (know|have|got) a|an|any [good] {rest}',
      'which|what newsletters|podcasts|blogs|books|authors|writers about|on {rest}',
      '^ anyone|anybody|someone|somebody [in my book] who|with|in|at|from|that {rest}',
      'search [my book|the book|in my book] [for] {rest}',
      '^ find {rest}',
      'which of my people|contacts|friends {rest}',
      'somebody|someone|people who know|knows {rest}',
      'i need|seek|require somebody|someone|people|(a person) who|with|that {rest}',
    ],
    make: (filled) => {
      const query = queryOf(filled.rest);
      // "You will find her charming" asks for nobody.
      const judged = /\byou(?:'ll| will| would| may| might| should)? find (?:her|him|them|it|that)\b/i.test(
        filled.sentence,
      );
      return query === '' || judged ? null : { kind: 'find', sentence: filled.sentence, query };
    },
  },
  {
    kind: 'recommend',
    example: 'Maya Lindh should read Oona Field. Please recommend her essays to her.',
    where: 'any',
    says: 'remark',
    ways: [
      '{to} should|must|ought|might|would|could [really|also|definitely|perhaps] [to] [like|love|enjoy|profit|benefit] [from] [to] (listen to|read|follow|subscribe to|hear|watch|look at|listening to|reading|following|watching) [the] [essays|book|books|podcast|newsletter|blog|work|writing|videos] [of|by] {author}',
    ],
    make: null,
  },
  {
    kind: 'recommend',
    example: 'recommend Oona Field to Maya Lindh',
    where: 'command',
    ways: [
      '(pass|hand|send|forward) (that|this|it) on $',
      'recommend|recommending|suggest|mention [it|this|that|these|those|the] [podcast|newsletter|blog|books|book|essays|work|writing|column|articles|videos] to {to}',
      'recommend|recommending|suggest [the|a] [essays|books|book|podcast|newsletter|blog|work|writing|writings|articles|essay|talks|letters|columns|videos] [of|by] {author} to {to}',
      'recommend|recommending|suggest to {to} [the|a] [essays|books|book|podcast|newsletter|blog|work|writing|writings|articles] [of|by] {author}',
      'recommend|recommending|suggest|send {author} (podcast|newsletter|blog|books|book|essays|work|writing|column|letters|articles|videos|links|site) to {to}',
      'point|pointing {to} to|at|towards|toward [the] [essays|books|podcast|newsletter|blog|work|writing] [of|by] {author}',
      'tell {to} about|of [the] [essays|books|podcast|newsletter|blog|work|writing] [of|by] {author}',
      'tell {to} about {author} (podcast|newsletter|blog|books|book|essays|work|writing)',
      'pass|hand [on] {author} (podcast|newsletter|blog|books|book|essays|work|writing|column|articles|videos|links) [on] to {to}',
      'put {to} on to|onto {author}',
    ],
    make: null,
  },
  {
    kind: 'ask-to-introduce',
    example: 'ask Tariq Osei to introduce me to Nadia Wirth',
    where: 'command',
    ways: [
      'ask|asking|get|request|have {who} [whether|if] [he|she|they] [could|would|can|might|will|to] [please] [kindly] introduce|connect|present|link|bring me|us to|with {wanted}',
      `ask|asking|get|request {who} [whether|if] [${pronoun}] [could|would|can|might|will|to] put|bring me|us ${touch} with {wanted}`,
      'ask|asking|request {who} for|(to make|to give me|about) an|the [quick] introduction|intro to {wanted}',
      'ask|asking|request {who} whether|if ... introduce|connect|present me|us to|with {wanted}',
    ],
    make: null,
  },
  {
    kind: 'ask-who-they-know',
    example: 'ask Tariq Osei who he knows in publishing',
    where: 'command',
    ways: [
      `ask|asking {who} who|whom [else] [${pronoun}] know|knows [{rest}]`,
      `ask|asking {who} who|whom [else] ${pronoun} could|can|might|would|may [think of|recommend|suggest|name|introduce] [{rest}]`,
      `ask|asking {who} for [some|a|few|the|names|people|other|more] [few|couple] [of] names|people|contacts|suggestions [they know] [{rest}]`,
      `ask|asking {who} whether|if [${pronoun}] know|knows|knew someone|somebody|anyone|anybody|people|others [{rest}]`,
      'ask|asking {who} about their|his|her network|contacts|people',
    ],
    make: (filled) => {
      const who = person(filled, 'who');
      const subject = filled.rest.replace(/^(?:in|about|at|from|for|who|with|of)\s+/i, '').trim();
      return who && who.self !== true
        ? { kind: 'ask-who-they-know', sentence: filled.sentence, who, about: subject === '' ? null : subject }
        : null;
    },
  },
];

/** What a query is about, without the words that only ask: "about employment law?" → "employment law". */
function queryOf(rest: string): string {
  return rest
    .replace(
      /^(?:(?:who|that|which|with|in|at|from|about|on|of|for|is|are|has|can|could|may|might|should|would|will|know|knows|somebody|someone|people|anyone|anything|something|a lot|lots|much|well|the|a bit|a thing or two|knowledgeable|good|an? expert|experts?|familiar|experienced|experience|my book|do i have|have)\b[\s,]*)+/i,
      '',
    )
    .replace(/[\s?.!,]*(?:\b(?:do i have|please|in my book|whom do i have)[\s?.!,]*)*$/i, '')
    .replace(/^out\b.*$/i, '')
    .trim();
}
