// Every request there is: what it is called, how it is asked for, and an example. `help` shows the examples, and what is not
// understood is quoted back with the nearest of them. To add a request: a row here, its shape in requests.ts, and where its
// people go in `readings` below. The notation is explained in phrases.ts.
//
// Slots: {cc} {to} directed, {one} {other} and {pair} without direction; the rest are named as in requests.ts.

import type { Match } from './phrases.ts';
import { type Phrase, phrase } from './phrases.ts';
import type { Mention, Request, RequestKind, Setting, Step, Told, When } from './requests.ts';

export interface Form {
  readonly kind: RequestKind;
  /** Shown by help, and as the nearest request. */
  readonly example: string;
  /** `any`: wherever the mood allows (mood.ts). `command`: as a command. `question`: where a clause begins. `last`: as a command, where the sentence asks for nothing else. */
  readonly where: 'any' | 'command' | 'question' | 'last';
  readonly ways: readonly string[];
  /** Introductions only. `wish`: somebody wants it, which counts once the mail says "please do"; `remark`: says something of the two, and so belongs to the note. */
  readonly says?: 'wish' | 'remark';
  /** Fills the shape of the request; null where the words do not suffice. Introductions are made in introductions.ts instead. */
  readonly make: ((filled: Filled) => Request | null) | null;
}

/** What the slots of a match hold, pronouns resolved. */
export interface Filled {
  readonly sentence: string;
  readonly people: Readonly<Record<string, readonly Mention[]>>;
  readonly which: { readonly numbers: readonly number[]; readonly people: readonly Mention[]; readonly all: boolean };
  readonly numbers: readonly number[];
  readonly when: When | null;
  readonly address: string | null;
  /** The words of `{rest}`, trimmed, without closing mark. */
  readonly rest: string;
  /** The same with everything that follows in its paragraph, line by line. */
  readonly block: string;
}

const none = { numbers: [], people: [], all: false };

const person = (filled: Filled, slot: string): Mention | null => filled.people[slot]?.[0] ?? null;

const about =
  (kind: 'ask-background' | 'show' | 'suggest' | 'go-over') =>
  (filled: Filled): Request | null => {
    const who = person(filled, 'who');
    const described = who?.nameless === true && /\s/.test(who.words);
    return who && who.self !== true && !described ? { kind, sentence: filled.sentence, who } : null;
  };

const steer =
  (step: Step) =>
  (filled: Filled): Request => ({ kind: 'steer', sentence: filled.sentence, step, which: filled.which });

const plainly =
  (kind: 'status' | 'resume' | 'export' | 'leave' | 'summary' | 'help' | 'import') =>
  (filled: Filled): Request => ({ kind, sentence: filled.sentence });

const setting =
  (value: Setting | ((filled: Filled) => Setting | null)) =>
  (filled: Filled): Request | null => {
    const made = typeof value === 'function' ? value(filled) : value;
    return made && { kind: 'setting', sentence: filled.sentence, setting: made };
  };

const tell =
  (change: Told | ((filled: Filled) => Told | null)) =>
  (filled: Filled): Request | null => {
    const who = person(filled, 'who');
    const made = typeof change === 'function' ? change(filled) : change;
    return who && made && who.self !== true && who.nameless !== true
      ? { kind: 'tell', sentence: filled.sentence, who, change: made }
      : null;
  };

const touch =
  '(in touch|in contact|in relation|in connection|in communication|into contact|into touch|in relationship)';
const meeting =
  '(meet|meeting|met|talk to|talking to|speak to|speaking to|talk with|speak with|speaking with|talking with|know|knowing|get to know|hear from|hearing from|an introduction to|an intro to|being introduced to|be introduced to|being put in touch with|be put in touch with|being connected with|be connected with|being connected to|be connected to|chat with|chatting with|chat to|a chat with|a call with|a word with|a meeting with|take a call from|taking a call from|make the acquaintance of|making the acquaintance of|have a chat with|have a word with|have a coffee with|having a coffee with|coffee with)';
const pronoun = 'he|she|they|him|her';

/** "Don't introduce anybody to Tariq this week" is no never. */
const forNow =
  /\b(?:(?:this|next) (?:week|month|year)|for now|for the moment|yet|at the moment|until|till|today|tonight|for the time being|just now|before)\b/i;

const table: readonly Form[] = [
  {
    kind: 'introduce',
    example: 'introduce Maya Lindh to Tariq Osei, because she wants to learn how a bakery is run',
    where: 'any',
    ways: [
      'introduce|introducing|e-introduce|e-introducing|reintroduce|re-introduce|intro|e-intro [the following] [:] {cc} [(by|via|per) (mail|e-mail|email)] to|->|into|2 {to}',
      'introduce|connect|link {cc} to|with these|(the following)|(all of the following) ... : {to}',
      '(send|forward|mail|post|pass|deliver) [on] [this|these|the] [following|note|letter|lines|text|words|message] [below] [on] to {to} [,|—] [and|with] [a copy to] {cc} in|on|copied [copy|cc] [too]',
      '(send|forward|mail|post|pass|deliver) [on] [this|these|the] [following|note|letter|lines|text|words|message] [below] [on] to {to} [,|—|;] [and|with] cc|copy|copying|(in copy)|(a copy to) [:|to] {cc}',
      'introduce|connect|link ... (each other|one another|(with each other)) : {pair}',
      'write|writing|mail|email [to] {to} and introduce {cc}',
      'if|that|time you [could|would] introduced|connected {cc} to|with {to}',
      'introduce|introducing|intro|e-intro [:] {one} with|and|&|/|+|<> {other}',
      'introduce|introducing|intro|e-intro [:] {pair} [to (each other|one another)]',
      'introduce|introducing to {to} , {cc}',
      '^ to|with {to} [,] [could|can|would|will|might] [you|i] [would|want|wish] [like] [to] introduce|introducing|connect|link|present {cc}',
      'intro|intros|introduction|introductions|e-intro|e-introduction [please|request|needed] [of|for|from|:|—|-] {cc} to|->|for {to}',
      'intro|intros|introduction|introductions|e-intro|e-introduction [please|request|needed] [of|for|from|between|:|—|-] {one} /|&|and|+|with|<>|x|—|- {other}',
      'intro|intros|introduction|introductions|e-intro|e-introduction [between|of|for|:] {pair}',
      'intro|introduction of {to} to {cc}',
      'connect|connecting|link|linking|hook|hooking|wire|hitch|match|matching|pair|pairing|join|joining|bring|couple [up] {one} [up|together] with|and|& {other}',
      'connect|connecting|link|linking|hook|hooking|match|pair|join [up] {pair} [up]',
      'connect|connecting|link|linking|hook|hooking|plug [up] {cc} [up] to|into {to}',
      `put|putting|bring|bringing|get|getting|place|placing|set {one} ${touch} with|and|to {other}`,
      `put|putting|bring|bringing|get|getting|place {pair} ${touch}`,
      `put|putting|bring|place ${touch} {one} with|and|to {other}`,
      'bring|bringing|get|getting {one} and|&|with {other} together|talking|acquainted|(to meet)|(to talk)|(in the same room)|(round a table)|(on a call)',
      'bring|bringing|get|getting {pair} together|talking|acquainted|(to meet)|(to talk)|(in the same room)|(on a call)',
      'make|making|effect|arrange|arranging|do|doing|organise|organize|broker|set|send|facilitate|provide|have|get|need [up] [an|a|the|one|another|quick|little|brief|short|proper|e-mail|email] intro|introduction [by mail|by e-mail] of|for|from {cc} to {to}',
      'make|making|effect|arrange|arranging|do|doing|organise|organize|broker|set|send|facilitate|provide|have|get|need [up] [an|a|the|one|another|quick|little|brief|short|proper|e-mail|email] intro|introduction|connection|contact|meeting|link|acquaintance|call|coffee|chat|conversation|lunch [by mail|by e-mail] between|of|with|for|from {one} and|&|with|to {other}',
      'make|let|have|get {one} meet|know {other}',
      'make {cc} known to|with {to}',
      'make|making known {cc} to|with {to}',
      'make|arrange|do|handle|effect|facilitate|organise|organize|(see to)|(attend to)|(take care of)|(look after) {cc} introduction|intro|e-intro to {to}',
      'get|give|arrange|organise|organize|find|fix|schedule|book [up] {cc} a|an|some [quick|short|first|little|cup] [of] meeting|call|coffee|tea|chat|talk|conversation|lunch|word|time|appointment with {to}',
      'pass|hand|send|refer {cc} [on|over|along] to {to}',
      'pass|hand [on|over] {cc} to {to}',
      '^ {pair} [—|-|:|,|.] please|pls|kindly connect|introduce|link|(put in touch)|(bring together)|(make the introduction)|(make an introduction) [them|both|(the two)|(the two of them)] $',
      'acquaint {one} with {other}',
      'make {one} and {other} acquainted',
      `like|love|want|wish|wanted|prefer|ask|need|arrange [for] {one} to ${meeting} {other}`,
      'like|love|want|wish|wanted|get|have|need|see {cc} [to be] introduced|connected to|with {to}',
      '{cc} be introduced|connected to|with {to}',
      'see|ensure|arrange [to it] that {one} and|meets|(gets to meet)|(gets to know) {other}',
      'if|that|when {one} met|meets|knew|(got to know)|(could meet)|(could talk to)|(talked to)|(talked with)|(spoke to)|(spoke with)|(were introduced to)|(was introduced to)|(were to meet)|(can meet) {other}',
      'if|that|when {pair} met|talked|spoke|meet|talk|speak|(knew each other|were introduced|got to know|could meet|could talk|could be introduced|were to meet|were to talk|had a chat|were connected|were in touch|got together|got talking|can meet)',
      '{one} <> {other}',
      '{cc} -> {to}',
      '{cc} needs|deserves an|the [quick|proper] introduction|intro to {to}',
      'get|getting {cc} (in front of) {to}',
      '^ {one} , meet|(this is|here is|i give you|may i introduce|let me introduce|allow me to introduce|i would like to introduce) {other}',
      'introduce you to {presented}',
      'introduce|introducing {presented} [to you]',
      '(may i present|let me present|allow me to present|i present) [to you] {presented} [to you]',
      '^ {one} meet {other} $',
      'set {one} up with {other}',
      `could|can|may|might i|we [please|possibly|perhaps|also] ${meeting} {sought}`,
      `like|love to ${meeting} {sought}`,
      'give {cc} an|the [quick] introduction|intro to {to}',
      'have {cc} write|talk|speak to {to}',
      'present|presenting {cc} to {to}',
      'introduce|present to {to} {cc}',
    ],
    make: null,
  },
  {
    kind: 'introduce',
    example: 'Maya Lindh and Tariq Osei should know each other',
    where: 'any',
    says: 'remark',
    ways: [
      `{one} should|must|ought|has|needs|simply|really [to] [really|definitely|absolutely|have|at last] ${meeting} {other}`,
      '{pair} should|must|ought|need|have|really|simply [to] [really|definitely|absolutely|all|both|have] (meet|talk|speak|know|know each other|know one another|get to know each other|compare notes|be introduced|be in touch|be connected|be talking|get together|get talking|connect|exchange notes|put their heads together)',
      '{one} and|& {other} would get on|(benefit from)|(enjoy)|(like each other)',
      '{pair} could|might|would|should (do worse than)|(do well to)|(profit from)|(get something out of)|(enjoy)|(be glad of) ... together|acquaintance|acquainted|(each other)|(one another)|meeting|talking|introduction',
    ],
    make: null,
  },
  {
    kind: 'introduce',
    example: 'Maya Lindh would like to meet Tariq Osei. Please introduce them.',
    where: 'any',
    says: 'wish',
    ways: [
      '{cc} would|wants|hopes|wishes|asks|asked|begged|(has asked)|(is keen)|(is eager)|(is dying)|(is hoping)|(has been asking) [very much|really|so] [like|love] to (be introduced to|meet|be put in touch with|talk to|get to know|speak to|be connected to|be connected with|speak with|talk with) {to}',
      '{cc} wants|(has asked for)|(asked for)|(is asking for)|(would like)|(would love)|(could use)|(could do with) an|the [introduction|intro] introduction|intro to {to}',
      '{cc} would|could [really] benefit|profit from (meeting|knowing|talking to|speaking to|an introduction to) {to}',
    ],
    make: null,
  },
  {
    kind: 'introduced-already',
    example: 'I introduced Maya Lindh to Tariq Osei last week',
    where: 'any',
    ways: [
      "i|we|i've|we've [have|had] [already|just|myself] introduced|connected|presented {cc} to|with {to} [{date}]",
      "i|we|i've|we've [have|had] [already|just|myself] introduced|connected {pair} [{date}]",
      `i|we|i've|we've [have|had] [already|just|myself] put|brought {one} ${touch} with {other} [{date}]`,
      `i|we|i've|we've [have|had] [already|just|myself] put|brought {pair} ${touch} [{date}]`,
      'i|we [have] [already|just] made|did the introduction|intro of|between {one} to|and|with {other}',
      '^ introduced|connected {cc} to|with {to}',
      '{pair} have|had already [been] (met|introduced|talked|spoken|been introduced)',
      '{pair} already know (each other|one another)',
      '{pair} have met',
      '{one} has|had already met {other}',
      '{one} already knows {other}',
    ],
    make: null,
  },
  {
    kind: 'ask-first',
    example: 'ask Tariq Osei about meeting Maya Lindh',
    where: 'any',
    ways: [
      `ask|asking {party} [first] about|regarding ${meeting} {other}`,
      `ask|asking|check|checking|find|see [with|out] [both|(both of)|from] {pair} [first] whether|if they|(the two)|both|(each of them) ... (to meet)|(to talk)|(to be introduced)|(meeting)|(be introduced)|(each other)|(one another)|(meet)|(talk)|(an introduction)`,
      `ask|asking {party} [first] ... whether|if ... ${meeting} {other}`,
      `ask|asking {party} [first] how ... feel|feels|felt ... about ... ${meeting} {other}`,
      `ask|asking {party} [first] what ... think|thinks of|about ... ${meeting} {other}`,
      `ask|asking {party} [first] for|(to give) ... permission|leave|consent|blessing|okay|ok ... (to introduce|before introducing|for an introduction to|to connect|to meet) ... {other}`,
      `sound|sounding out {party} about|on|(as to)|concerning|whether|if ... ${meeting} {other}`,
      'sound|sounding out {party} about|on|concerning {other}',
      `sound|sounding {party} out about|on|(as to)|concerning|whether|if ... ${meeting} {other}`,
      'sound|sounding {party} out about|on|concerning {other}',
      `check|checking|confirm|verify|clarify with {party} ... whether|if|that|before|about ... ${meeting} {other}`,
      'check|checking|clear|clearing [it] with {party} ... before|prior|about ... introducing|connecting|(introduction to)|(putting in touch with)|(intro to) {other}',
      `see|find|finding|check|enquire|inquire [out] whether|if {party} ... would|is|might|may|could|wants|(has time) ... ${meeting} {other}`,
      `find|finding out from|with {party} ... whether|if ... ${meeting} {other}`,
      `enquire|inquire of|with {party} ... whether|if|about ... ${meeting} {other}`,
      'run {other} past|by {party}',
      'feel {party} out about|on {other}',
      'see|find|check [out] whether|if {party} has|had|(would have)|(could spare)|(can spare) ... for {other}',
      `get {party} permission|okay|ok|consent|blessing ... ${meeting} {other}`,
      `test the water|waters with {party} ... ${meeting} {other}`,
    ],
    make: null,
  },
  {
    kind: 'ask-first',
    example: 'would Tariq Osei be open to meeting Maya Lindh? Please ask him.',
    where: 'any',
    says: 'wish',
    ways: [
      `would|might {party} [be] open|willing|happy|interested|glad|inclined|prepared|up ... ${meeting} {other}`,
      `would|might {party} [like|want|care|mind] to ${meeting} {other}`,
    ],
    make: null,
  },
  {
    kind: 'add',
    example: 'add Ines Roca <ines@roca.example>, background Runs a bakery with forty people',
    where: 'command',
    ways: [
      'add|adding [to my book|in my book] [:] {rest}',
      'add|adding ... book|list : $',
      'record|enter|register|save|store|include {rest}',
      'new contact|person|people|contacts|entry|protege [:] {rest}',
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
      '(tell me|remind me) [something|more|everything|again] about|of {who} $',
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
    example: 'who knows baking?',
    where: 'question',
    ways: [
      'who|whom [else] do|did i|we [already] (know|have) [that|who] {rest}',
      'who|whom [else] [do i have] [in my book|among my people|in the book|of my people|there|here|we have|i have] [that|who] [knows|know] [about] {rest}',
      'find|search|finding|list|name [me|us] [all|for|the|my|some|any] [my] [in my book] [for] someone|somebody|people|anyone|anybody|everyone|everybody|contacts|person|those|friends|experts|whoever [in my book] {rest}',
      "[i am|i'm] (looking for|look for|i search|i seek|searching for|in search of|in need of) [in my book] somebody|someone|people|anybody|anyone|(a person) [in my book] {rest}",
      '(do|have) i|we|you [already] (know|have|got) someone|somebody|anyone|anybody|people [in my book] {rest}',
      '(is|are) there [someone|somebody|anyone|anybody|people|any] [in my book] {rest}',
      '^ anyone|anybody|someone|somebody [in my book] who|with|in|at|from|that {rest}',
      'search [my book|the book|in my book] [for] {rest}',
      '^ find {rest}',
      'which of my people|contacts|friends {rest}',
      'somebody|someone|people who know|knows {rest}',
    ],
    make: (filled) => {
      const query = queryOf(filled.rest);
      return query === '' ? null : { kind: 'find', sentence: filled.sentence, query };
    },
  },
  {
    kind: 'recommend',
    example: 'Maya Lindh should read Oona Field. Please recommend her.',
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
  {
    kind: 'tell',
    example: 'ask Tariq Osei first',
    where: 'command',
    ways: [
      '(from now on|in future|in the future) [please] [always] ask|(check with) {who} first',
      '[always] ask {who} first [always|please|from now on|in future|every time] $',
      '[always] check with {who} first $',
      '{who} [should|must|wants|prefers|would like|is] [to] [always] be asked first',
      'always ask {who} [first|beforehand|before] ',
      '{who} : ask first',
      'ask {who} first before|(from now on)|always|(in future)',
      'never introduce|send [anyone|anybody|people|someone] [to] {who} without asking',
    ],
    make: tell({ kind: 'consent', consent: 'ask first' }),
  },
  {
    kind: 'setting',
    example: 'ask how it went',
    where: 'command',
    ways: [
      '[always] ask how it went [on|always|every time|each time|from now on] $',
      '(always|from now on|in future) ask ... how it went',
      'ask how it went (after|for) every|each introduction',
    ],
    make: setting({ kind: 'ask-how-it-went', on: true }),
  },
  {
    kind: 'outcome',
    example: 'ask how 3 went',
    where: 'command',
    ways: [
      'ask|find|enquire|inquire|check [out] how {which} went|goes|(is going|has gone|turned out|worked out|is getting on|came out|panned out|fared)',
      'ask|enquire|inquire|check {who} how {which} went|goes|(is going|has gone|turned out|worked out|came out|panned out)',
      'ask how it went with|for|between {which}',
      'ask about the outcome|result of {which}',
    ],
    make: (filled) => ({ kind: 'outcome', sentence: filled.sentence, which: filled.which }),
  },
  {
    kind: 'status',
    example: 'status',
    where: 'question',
    ways: [
      '^ status [report|update|please] $',
      '[send me|give me|show me] [a|the|my] status [report|update|overview] $',
      "what's|whats|what still|now|currently open|pending|outstanding|waiting|running|(in progress)|(on my plate)|(going on)|held|(up in the air)",
      "what's|whats open|pending|outstanding|waiting|running|(in progress)|(on my plate)|(going on)|held|new|up",
      'what is|are [still|now|currently] open|pending|outstanding|waiting|running|(in progress)|(the status)|(on my plate)|held|(going on)',
      "(what is)|(what are)|what's|whats the [current] status|state [of] [things|play|affairs|my introductions] ",
      'where are we|things $',
      'where do|are we|things|i [all] stand|standing|at',
      'how do|are things|(my introductions)|(the introductions) stand|standing|going|coming|doing',
      '[show|list|send|give] [me] [the|my|all|all the|all my] open|pending|outstanding introductions|questions|intros|items|ones',
      'which introductions|intros|ones are|is [still] open|pending|running|outstanding|held|waiting',
      'what are|am|is we|i|you|everybody [still] waiting for',
      '[any|is there any] news $',
      '[is|are] [there] anything|something [still] open|pending|outstanding|waiting|running|held|(in progress)|(going on) $',
      'where are we with everything|things|(the introductions)|(my introductions)|(it all)|(all of this) $',
      'what (do i have|have i|have we|do we have) [got|still] [got|still] open|pending|outstanding|running|waiting|(in progress)|(on my plate)|(going on)|(on the go)|(in flight)|(up in the air)',
      'how many introductions|intros are|do|have',
      "what's the news|what is the news",
      'how full is my|the plate',
    ],
    make: plainly('status'),
  },
  {
    kind: 'steer',
    example: 'nudge 3',
    where: 'command',
    ways: [
      'nudge|nudging|chase|prod|poke {which}',
      'give {which} a [kind|gentle|little|friendly|small] nudge|reminder|prod|push',
      'send {which} a [kind|gentle|little|friendly|small] reminder|nudge',
      'send a [kind|gentle|little|friendly|small] reminder|nudge to|for {which}',
      '^ nudge $',
      'remind {which} [gently|kindly|again] $',
    ],
    make: (filled) => (filled.which.people.some((each) => each.self === true) ? null : steer('nudge')(filled)),
  },
  {
    kind: 'steer',
    example: 'close 3',
    where: 'command',
    ways: ['close|closing {which}', 'mark {which} [as] closed', '^ close $'],
    make: steer('close'),
  },
  {
    kind: 'steer',
    example: 'cancel Maya Lindh and Tariq Osei',
    where: 'command',
    ways: [
      'cancel|cancelling|canceling|withdraw|revoke|abort|retract|annul|stop|drop|scrap {which}',
      '(call off|calling off) {which}',
      'call {which} off',
      '^ cancel|withdraw [please] $',
      '(take back) {which}',
      'do not send {which}',
      "don't send {numbers}",
    ],
    make: steer('cancel'),
  },
  {
    kind: 'steer',
    example: '3 is done',
    where: 'question',
    ways: [
      'mark|set|put {which} [as|to|down as] done|finished|completed|settled|(talking)',
      '^ {which} is|are|has|have [now|all|been] done|finished|completed|settled|(over and done)',
      '^ {numbers} done $',
    ],
    make: steer('done'),
  },
  {
    kind: 'steer',
    example: 'send anyway',
    where: 'command',
    ways: [
      'send|sending|release|(make) {which} anyway|regardless|nevertheless|(all the same)|(despite the limit)|(in spite of the limit)',
      'send|release anyway|regardless|nevertheless',
      'send|make {which} despite|(in spite of) ... limit|pause',
      '(let) {which} go|out anyway',
    ],
    make: steer('send-anyway'),
  },
  {
    kind: 'steer',
    example: 'send again',
    where: 'command',
    ways: ['send|try {which} again|(once more)', 'send|try again', 'resend {which}', '^ resend $', 're-send {which}'],
    make: steer('send-again'),
  },
  {
    kind: 'steer',
    example: 'leave it',
    where: 'command',
    ways: ['leave {which} [be|alone|as it is|open] $', 'let {which} be $'],
    make: steer('leave-it'),
  },
  {
    kind: 'steer',
    example: 'pass it on',
    where: 'command',
    ways: ['pass|hand|forward {which} on', 'forward {which} $', 'pass on {which}'],
    make: steer('pass-it-on'),
  },
  {
    kind: 'steer',
    example: 'send 2',
    where: 'command',
    ways: [
      'send|release|dispatch {numbers} $',
      'send|dispatch (it|this|that|them) [off|out|on|now|please] $',
      '^ send [now|please] $',
      'send [the|my] draft|drafts|introduction|letter $',
      'send {which} now $',
    ],
    make: steer('send'),
  },
  {
    kind: 'limit-open',
    example: 'limit 8 open',
    where: 'command',
    ways: [
      'limit [me|of|to|is|at|:|the|open|introductions] [to|at] {number} open',
      '(no more than|not more than|at most|maximum|maximum of|max|never more than|a maximum of|up to) {number} open|(introductions open)|(introductions at once)|(introductions at a time)|(at a time)|(at once)|(open introductions)',
      'keep|hold [me|it|the|my] [open] [plate|introductions] [to|at|below|under] [at most|no more than] {number} open|(at a time)|(at once)|(introductions open)|(open introductions)',
      'set [the|my|a] limit [to|at|of] {number} [open]',
      '(no|remove the|remove my|lift the|without|drop the|lift my|take off the) limit [on open introductions] $',
      '(no|remove the|remove my|lift the|drop the) open limit',
      'limit off|none $',
    ],
    make: (filled) => ({ kind: 'limit-open', sentence: filled.sentence, limit: filled.numbers[0] ?? null }),
  },
  {
    kind: 'limit-month',
    example: 'limit 2 a month for Tariq Osei',
    where: 'command',
    ways: [
      'limit [of|to|is|:|the] [introductions] {number} [introduction|introductions|intros] a|per|each|every month for|to|of {who}',
      'limit {who} to|at [at most] {number} [introduction|introductions|intros] a|per|each|every month',
      '(no more than|not more than|at most|maximum|max|never more than|up to) {number} [introduction|introductions|intros|people] a|per|each|every month for|to {who}',
      '(no more than|not more than|at most|maximum|max|never more than) {number} [introduction|introductions|intros|people] for|to {who} a|per|each|every month',
      'send|introduce|give|burden|bother {who} [with] (no more than|not more than|at most|maximum) {number} [introductions|people|intros] a|per|each|every month',
      '(no|remove the|lift the|drop the) [monthly] limit for|of|on {who}',
    ],
    make: (filled) => {
      const who = person(filled, 'who');
      return who && { kind: 'limit-month', sentence: filled.sentence, who, limit: filled.numbers[0] ?? null };
    },
  },
  {
    kind: 'pause',
    example: 'pause until May 3',
    where: 'command',
    ways: [
      'pause|suspend|halt|hold|freeze|stop [it|everything|all|the|my|any|service|off|new] [introductions|intros|letters|everything|service] until|till|to|through|for {date}',
      'pause|suspend|hold|freeze [it|everything|all|introductions|the|my] [introductions|intros] for [the] {date}',
      'pause [it|everything|all|introductions|please] [(for now)|(for a while)|(for a bit)|(until further notice)] $',
      'pause|suspend|halt|freeze everything|introductions|(all introductions)|(the introductions)|(my introductions)|(the service)|(all intros) [for now]',
      '(put|place) everything|introductions|(my introductions) on hold [until|till|for] [{date}]',
      '(no|hold all|hold my) [new|more] introductions|intros [go out] until|till {date}',
    ],
    make: (filled) => ({ kind: 'pause', sentence: filled.sentence, until: filled.when }),
  },
  {
    kind: 'resume',
    example: 'resume',
    where: 'command',
    ways: [
      'resume|unpause [everything|introductions|please|again|now|the|my] [introductions|service] $',
      '^ continue|(carry on)|(start again) [everything|introductions|please|again|now|the|my|with] [introductions|everything] $',
      'resume|unpause|restart|(start again with) [the|my|all] introductions|everything|service|intros',
      '(end|lift|stop|cancel) the pause',
    ],
    make: plainly('resume'),
  },
  {
    kind: 'setting',
    example: 'always ask first',
    where: 'command',
    ways: [
      '[please] always [to] ask|check|(check with)|(be asked) [people|them|everyone|everybody|the other side|both sides|friends|my friends|my contacts] first|beforehand|(before introducing)|(before every introduction)|(before an introduction)|(before any introduction)',
      '(from now on|in future|in the future|henceforth|from today|as of now|from here on|going forward) ... ask|check ... first|beforehand|(before)',
      'ask|check [everyone|everybody|people|them|my friends|the other side|each person] first (from now on|in future|every time|always|each time|henceforth|whoever it is)',
      'never introduce anyone|anybody|people|someone without asking',
      'double opt-in [on|please|always] $',
    ],
    make: setting({ kind: 'always-ask-first', on: true }),
  },
  {
    kind: 'setting',
    example: 'always ask first off',
    where: 'command',
    ways: [
      '[always] ask first off',
      '(stop asking|no longer ask|no need to ask|never ask) [people|them|everyone] first',
      '(turn off|switch off) [the] always ask first',
      '(not always|no longer always) ask first',
    ],
    make: setting({ kind: 'always-ask-first', on: false }),
  },
  {
    kind: 'setting',
    example: 'show me first',
    where: 'command',
    ways: [
      'show me [everything|every introduction|each introduction|all introductions|every letter|introductions|the letters|each letter|them] first [always|on|from now on|in future|every time|please]',
      'always show me [everything|every introduction|each introduction|the introductions|the draft|a draft|them|it|drafts] [first|beforehand]',
      '(from now on|in future|henceforth|going forward|as of now) ... show me ... first|before|beforehand|draft',
      'show me (every introduction|each introduction|all introductions|every letter|each letter) before',
      '(make|send me|i want|i would like) every|each|all introduction|introductions [come] as|(to me as) a draft|drafts [first]',
    ],
    make: setting({ kind: 'show-me-first', on: true }),
  },
  {
    kind: 'setting',
    example: 'show me first off',
    where: 'command',
    ways: [
      'show me first off',
      '(no longer|stop|no need to|never) show|showing me [drafts|them|everything|letters|introductions] first',
      '(turn off|switch off) show me first',
    ],
    make: setting({ kind: 'show-me-first', on: false }),
  },
  {
    kind: 'setting',
    example: 'ask how it went off',
    where: 'command',
    ways: ['ask how it went off', '(stop asking|no longer ask|never ask|no need to ask) [people|them] how it went'],
    make: setting({ kind: 'ask-how-it-went', on: false }),
  },
  {
    kind: 'setting',
    example: 'time zone Europe/Lisbon',
    where: 'command',
    ways: [
      '[set|change|switch|my] [my|the] time zone|timezone|zone [is|to|now|:|=] [now] [to] {rest}',
      '[my|set|change] [my|the] timezone [is|to|:|=] [now] {rest}',
      '[set|change] [my|the] time zone to {rest}',
    ],
    make: setting((filled) => {
      const timeZone = /[A-Za-z]+(?:\/[A-Za-z_+-]+\d*)+|\bUTC\b|\bGMT\b/.exec(filled.rest)?.[0] ?? filled.rest;
      return timeZone === '' ? null : { kind: 'time-zone', timeZone };
    }),
  },
  {
    kind: 'setting',
    example: 'signature Helen Marsh, friend of friends',
    where: 'command',
    ways: [
      '^ [my|new|set|change|use|the] [my|the|as|new|this] signature [is|to|as|:|=|should be|should read|shall be] [now] {rest}',
      '^ [my|new|set|change|use|the] [my|the|as|new|this] signature [is|to|as|:|=] $',
      '^ sign [me|my letters|my introductions|all letters|letters|them|with] [as|with] {rest}',
      '(change|set|make|use) [my|the|as] [my] signature [is|to|as|:|be|now] {rest}',
    ],
    make: setting((filled) => (filled.block === '' ? null : { kind: 'signature', signature: unquoted(filled.block) })),
  },
  {
    kind: 'setting',
    example: 'summary off',
    where: 'command',
    ways: [
      '[the|my|monthly|turn|switch|set] [the|my|monthly] [monthly] summary [to|is] off',
      '(turn off|switch off|stop|stop sending|stop sending me|no more|no|without|cancel|end|skip) [me] [the|my|any|more] [monthly] summary|summaries|(monthly letter)|(monthly letters)',
      "(don't|do not) send [me] [the|a|any|more|your] [more] [monthly] summary|summaries",
    ],
    make: setting({ kind: 'summary', on: false }),
  },
  {
    kind: 'setting',
    example: 'summary on',
    where: 'command',
    ways: [
      '[the|my|monthly|turn|switch|set] [the|my|monthly] [monthly] summary [to|is] on',
      '(turn on|switch on|start|start sending me|resume|send me again) [the|my|a] [monthly] summary|summaries',
      'send me the|a summary every|each month',
    ],
    make: setting({ kind: 'summary', on: true }),
  },
  {
    kind: 'setting',
    example: 'my other address is helen@garden.example',
    where: 'question',
    ways: [
      '[my|another|add|a] [other|second|new|further|private|home|work|office|my|another] [address|e-mail|email|mail] [address] of mine is [:] {address}',
      'my other|second|new|further|private|home|work|office|additional [address|e-mail|email|mail] [address] is|: [also] {address}',
      'i also|sometimes|(now also) write|mail|(use) [to you] [from|with|under] {address}',
      'another address of mine|(address of mine) is|: {address}',
      '(i can also be reached|you will also hear from me|mails will also come) at|from|under {address}',
      'add my [other|second|new] address {address}',
    ],
    make: setting((filled) => (filled.address === null ? null : { kind: 'other-address', address: filled.address })),
  },
  {
    kind: 'setting',
    example: 'my name is Helen Marsh',
    where: 'question',
    ways: ['^ my name is|: [now] {rest}', '^ call me {rest}', '(change|set) my name to {rest}'],
    make: setting((filled) =>
      filled.rest === '' || filled.rest.split(' ').length > 6 ? null : { kind: 'name', name: filled.rest },
    ),
  },
  {
    kind: 'setting',
    example: 'settings',
    where: 'question',
    ways: [
      '^ [my|the|all] settings $',
      '(can|could|may) i|we see|have|view [my|the|all] [current] settings $',
      'show|send|list|give [me] [my|the|all] [current] settings $',
      'what|how are my|the settings [at|set]',
    ],
    make: setting({ kind: 'show' }),
  },
  {
    kind: 'tell',
    example: 'Tariq Osei now works at Lagos Press',
    where: 'question',
    ways: [
      '{who} now works|is|works [now] at|for|with {rest}',
      '{who} works [now] at|for|with {rest} now',
      '{who} [has] [just|recently|now] joined|moved|gone|changed|switched [over] [to|jobs to] {rest}',
      '{who} is|works now [working] at|with|for {rest}',
      '{who} has|have [just|recently] [started|begun] [a] [new] [job|work|post|position] [working] at|with {rest}',
      '{who} has [just|recently|now] left ... [and] [is|for|to] [now] [at|with] {rest}',
      '{who} started at {rest}',
      '{who} new job|employer|company|organisation|organization is [at|with] {rest}',
      '{who} is now {rest}',
      '{who} has become {rest}',
      '{who} was [just] promoted|made|appointed|elected [to] {rest}',
    ],
    make: tell((filled) => workOf(filled)),
  },
  {
    kind: 'tell',
    example: 'note on Tariq Osei: prefers the telephone',
    where: 'command',
    ways: [
      '[make|add|take|private|put|write] [a|the] [private|little|quick] note|notes [down] [that] on|about|for|to|against|re {who} [:|,|—|-|that] {rest}',
      'note|remember about|for {who} [:|,|—|-|that] {rest}',
      'add to|(to the) [entry|notes|note] [of|for|on] {who} [:|,] {rest}',
    ],
    make: tell((filled) => (filled.block === '' ? null : { kind: 'note', note: filled.block })),
  },
  {
    kind: 'tell',
    example: 'note that Tariq Osei prefers the telephone',
    where: 'last',
    ways: ['note|remember|record|(bear in mind)|(keep in mind)|(write down)|(put down)|(jot down) that {who} {rest}'],
    make: tell((filled) => (filled.block === '' ? null : { kind: 'note', note: capital(filled.block) })),
  },
  {
    kind: 'tell',
    example: 'tag Tariq Osei publishing',
    where: 'command',
    ways: [
      'tag|tagging|label {who} [with|as|:|,|—] [tag|tags|the tag|the tags] {rest}',
      'add [the] tag|tags {rest}',
      '{who} tag|tags [:|are|is|+] {rest}',
    ],
    make: (filled) => tagged(filled, false),
  },
  {
    kind: 'tell',
    example: 'untag Tariq Osei publishing',
    where: 'command',
    ways: ['untag {who} [:|,|from] {rest}', 'remove|delete|drop [the] tag|tags {rest}'],
    make: (filled) => tagged(filled, true),
  },
  {
    kind: 'tell',
    example: 'Maya Lindh is my protégé',
    where: 'question',
    ways: [
      '{who} is|becomes|was [now|also|officially] [my|a|one of my] [new|latest] protege|proteges|mentee|mentees',
      '{who} has|have [just|now] become my protege|mentee',
      '(make|mark|take|record) {who} [as|on as|down as] [my|a] [new] protege|mentee',
      'i [now|have started to|have begun to|am now|am] mentor|mentoring {who}',
      "i'm [now] mentoring {who}",
      'i have taken {who} (under my wing)|(on)|(as protege)',
      'my new protege|mentee is {who}',
      '{who} , my [new] protege|mentee $',
    ],
    make: tell({ kind: 'kind', personKind: 'protege' }),
  },
  {
    kind: 'tell',
    example: 'Oona Field is an author',
    where: 'question',
    ways: [
      '{who} is an|a author|writer|(author i follow)|(author whom i follow)',
      '(make|mark) {who} [as|an|a] author',
    ],
    make: tell({ kind: 'kind', personKind: 'author' }),
  },
  {
    kind: 'tell',
    example: 'Tariq Osei is a contact',
    where: 'question',
    ways: [
      '{who} is [now|just] a contact',
      '(make|mark) {who} [as|a] contact',
      '{who} is (no longer|not) [longer] my protege|mentee|(a protege)',
    ],
    make: tell({ kind: 'kind', personKind: 'contact' }),
  },
  {
    kind: 'tell',
    example: 'never introduce Tariq Osei',
    where: 'command',
    ways: [
      'never introduce|connect|bother {who} [to|with] [anyone|anybody|again] $',
      "(do not|don't|never) [ever|again] introduce|connect {who} to|with anyone|anybody|people|somebody|someone",
      "(do not|don't|never) [ever|again] introduce|connect|send|bring anyone|anybody|people|somebody|someone [else] to|with {who}",
      '(no one|nobody|noone) should|must|shall|is|(is to) [ever|again] be introduced to {who}',
      '{who} must|should|shall|may|can|will|(is to) never|not [ever|again] be introduced [again|ever] [to] [anyone|anybody|people|somebody|someone] [else|again] $',
      "{who} mustn't|shouldn't [ever|again] be introduced [again|ever] [to] [anyone|anybody|people] [else|again] $",
      '{who} : never',
      "{who} (doesn't|does not) want [to be] [any] introduced|introductions|(be introduced) [any more|anymore|to anyone]",
      'no [more|further] introductions|intros for|to {who} $',
      'no [more|further] introductions|intros to {who} ever|again|please|(from now on)|(any more)',
      '(never) introduce (anyone|anybody|people) to {who}',
    ],
    make: (filled) => (forNow.test(filled.sentence) ? null : tell({ kind: 'consent', consent: 'never' })(filled)),
  },
  {
    kind: 'tell',
    example: 'no need to ask Tariq Osei first',
    where: 'question',
    ways: [
      '(no need to|no longer|need not|stop) ask|asking {who} first',
      '{who} : direct',
      "{who} (need not|does not need to|doesn't need to|needn't) be asked [first]",
      'introduce {who} directly $',
    ],
    make: tell({ kind: 'consent', consent: 'direct' }),
  },
  {
    kind: 'tell',
    example: "Tariq Osei's new address is tariq@lagospress.example",
    where: 'question',
    ways: [
      '{who} [new|current|latest|right|correct|usual] [e-mail|email|mail] address|e-mail|email|mail [address] [is|has changed to|changed to|now is] [now] [:] {address}',
      '[the|a] new|current|right|correct [e-mail|email|mail] [address] for|of {who} [is|:] [now] {address}',
      '{who} can|is [now|be] [be] reached|reachable|available [now] at|under|on|via {address}',
      '{who} has|uses|got [a|the] [new|now] [e-mail|email|mail] address|e-mail|email|mail [:|,|now] {address}',
      '{who} [now] uses|(is at|is now at) {address}',
      '{who} [has] moved|changed [address|his address|her address|their address] to {address}',
      '(change|update|set|correct) {who} [e-mail|email|mail] [address] [to|:] {address}',
      '(change|update|set|correct) the [e-mail|email|mail] [address] of|for {who} [to|:] {address}',
      'use {address} for {who}',
      'write to {who} at|under {address} [now|from now on]',
    ],
    make: tell((filled) =>
      filled.address === null
        ? null
        : {
            kind: 'address',
            address: filled.address,
            replaces: !/\b(?:also|second|other|additional|another|as well)\b/i.test(filled.sentence),
          },
    ),
  },
  {
    kind: 'tell',
    example: "Tariq Osei's other address is tariq@home.example",
    where: 'question',
    ways: [
      '{who} other|second|additional|private|home|work|office|alternative [e-mail|email|mail] address|e-mail|email|mail [address] [is] [also] [:] {address}',
      '{who} also uses|has|reads|answers|(can be reached) [at|to|under] {address}',
      'add [the] [address|e-mail|email] {address} to|for {who}',
    ],
    make: tell((filled) =>
      filled.address === null ? null : { kind: 'address', address: filled.address, replaces: false },
    ),
  },
  {
    kind: 'tell',
    example: 'Maya Lindh seeks a first baker to learn from',
    where: 'question',
    ways: [
      '{who} [new|current] goal|goals [is|are|:] [now] {rest}',
      'goal|goals for|of {who} [:|is|are] {rest}',
      '{who} seeks {rest}',
      '{who} is now (looking for|seeking|hoping to|hoping for) {rest}',
    ],
    make: tell((filled) => (filled.rest === '' ? null : { kind: 'goals', goals: filled.rest })),
  },
  {
    kind: 'tell',
    example: 'background of Tariq Osei: founded a press in Lagos',
    where: 'command',
    ways: [
      '[new|set|change|update|the] background of|for|on {who} [is|:|to|—|-|,] {rest}',
      '{who} [new] background [is|:|to|—|-] {rest}',
      '(set|change|update) {who} background [to|:] {rest}',
      '{who} : background {rest}',
    ],
    make: tell((filled) => (filled.block === '' ? null : { kind: 'background', background: filled.block })),
  },
  {
    kind: 'tell',
    example: 'Tariq Osei is known through Maya Lindh',
    where: 'question',
    ways: [
      '{who} is|was known [to me] through|via|by|from {through}',
      'i know {who} through|via|from {through}',
      'i met|(got to know) {who} through|via {through}',
      '{who} known through {through}',
    ],
    make: (filled) => {
      const through = person(filled, 'through');
      return through && tell({ kind: 'known-through', through })(filled);
    },
  },
  {
    kind: 'tell',
    example: 'link for Oona Field: https://field.example',
    where: 'question',
    ways: [
      '[new|add|a|the] link|links|site|website|page|podcast|newsletter|blog [for|of|to] {who} [is|:|—|-] {rest}',
      '{who} website|site|link|blog|page|newsletter|podcast [is|:] {rest}',
    ],
    make: tell((filled) => {
      const links = filled.rest.match(/(?:https?:\/\/|www\.)\S{1,500}/g) ?? [];
      return links.length > 0 ? { kind: 'link', links: links.map((link) => link.replace(/[.,;>)]+$/, '')) } : null;
    }),
  },
  {
    kind: 'tell',
    example: 'rename Maya Lindh to Maya Osei',
    where: 'command',
    ways: [
      'rename {who} to|as|: {rest}',
      '{who} ... (is now called|is now named|now goes by|now calls herself|now calls himself) {rest}',
      '{who} [new|correct|right|full|married] name is [now] {rest}',
      '{who} is [really|actually|properly] (spelled|spelt|written) {rest}',
    ],
    make: tell((filled) =>
      filled.rest === '' || filled.rest.split(' ').length > 7 ? null : { kind: 'name', name: filled.rest },
    ),
  },
  {
    kind: 'forget',
    example: 'forget Tariq Osei',
    where: 'command',
    ways: [
      'forget|delete|erase|remove [all about|everything about|the entry of|the entry for|about] {who} [from] [my|the] [book|list|records] ',
      'take {who} out of|off [my|the] book|list',
    ],
    make: (filled) => {
      const who = filled.people.who ?? [];
      return who.length > 0 && who.every((each) => each.self !== true && each.nameless !== true)
        ? { kind: 'forget', sentence: filled.sentence, who }
        : null;
    },
  },
  {
    kind: 'export',
    example: 'export',
    where: 'command',
    ways: [
      '^ export [everything|please|all|my|the] [my] [book|data|people|history|contacts|whole book|entire book] $',
      'export [everything|all|my|the|our] [my|whole|entire] [book|data|people|history|contacts|list]',
      'send me [a copy of] (everything|all my data|my data|my whole book|the whole book|my book|all my contacts|my contacts|an export|a copy of everything|all you have)',
      'download [my] book|data|everything',
      "i'd|(i would)|(may i)|(can i)|(could i) like|have|get [to] [have] [a] copy of (all my data|my data|my book|my whole book|everything|all of it)",
    ],
    make: plainly('export'),
  },
  {
    kind: 'leave',
    example: 'leave',
    where: 'command',
    ways: [
      '^ leave [please|now|stepback|the service] $',
      '(close|delete|erase|remove|cancel|end|terminate) my account|(whole account)|(entire account)',
      'i|we [want|would like|wish|have decided|should like|intend|need|decided|am going] to leave [stepback|the service|you|now] $',
      "i'd like to leave [stepback|the service] $",
      '(delete|erase|forget|remove) (everything about me|all my data|me and everything)',
    ],
    make: plainly('leave'),
  },
  {
    kind: 'summary',
    example: 'summary',
    where: 'question',
    ways: [
      '^ [the|my|a|monthly] [monthly] summary [please|now|for|of] $',
      '(can|could|may) i|we see|have|get [the|my|a|this|last] [month|monthly|last|latest] summary $',
      "send|give|show|mail|like|want [me] [the|my|a|this|last] [month|monthly|last|latest|this month's|month's] summary $",
      'how did|was last|this month [go]',
    ],
    make: plainly('summary'),
  },
  {
    kind: 'help',
    example: 'help',
    where: 'question',
    ways: [
      '^ help [me|please] $',
      'what can|do you [all] do [for me] $',
      'what can|may|could|should i write|ask|say|do',
      'how does|do (this|stepback|it|the service|you) work|(this work)',
      '(how do i use|how to use|how can i use) ',
      'instructions|manual|commands $',
      'i need help [with this|with stepback|here] $',
      'how [do|can|should] i [write|ask|tell|use] [to] you|stepback|this',
    ],
    make: plainly('help'),
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
    .trim();
}

function workOf(filled: Filled): Told | null {
  const text = filled.rest.replace(/^(?:the|a|an)\s+(?=[\p{Ll}])/u, (article) => article);
  if (text === '') return null;
  const parts = /^([^,;]+?)(?:\s*[,;]\s*|\s+(?=as\b|where\b|and\b))(.+)$/s.exec(text);
  const role = /^(.+?)\s+(?:at|of|with|for)\s+(?:the\s+)?(\p{Lu}.*)$/u.exec(text);
  const working = /\b(?:works?|working|at|for|with|joined|moved|left|started|employer|company)\b[^,]*$/.test(
    filled.sentence.slice(0, filled.sentence.indexOf(filled.rest)),
  );
  if (!working && role)
    return { kind: 'organisation', organisation: trimmed(role[2] ?? ''), background: trimmed(text) };
  if (!working) return { kind: 'background', background: capital(trimmed(text)) };
  const organisation = trimmed((parts?.[1] ?? text).replace(/\s+(?:now|today|these days|since .*)$/, ''));
  const background = trimmed((parts?.[2] ?? '').replace(/^(?:as|and)\s+(?:an?\s+|the\s+)?/, ''));
  return background === ''
    ? { kind: 'organisation', organisation }
    : { kind: 'organisation', organisation, background: capital(background) };
}

function tagged(filled: Filled, remove: boolean): Request | null {
  let who = person(filled, 'who');
  let words = filled.rest;
  if (!who) {
    const split = /^(.+?)\s+(?:to|from|for|on)\s+(.+)$/.exec(words);
    if (!split) return null;
    words = split[1] ?? '';
    const name = trimmed(split[2] ?? '');
    const end = filled.sentence.indexOf(name) + name.length;
    who = { words: name, readings: [{ name, end }] };
  }
  const tags = words
    .split(/\s*[,;/&+]\s*|\s+and\s+/)
    .map((tag) => unquoted(tag.replace(/^#/, '').trim()))
    .filter((tag) => tag !== '' && !/^(?:please|thanks|thank you)$/i.test(tag));
  return tags.length > 0
    ? { kind: 'tell', sentence: filled.sentence, who, change: { kind: 'tag', tags, remove } }
    : null;
}

const trimmed = (text: string): string => text.trim().replace(/[\s,;:.!?]+$/, '');
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^["'“”‘’«»]+|["'“”‘’«»]+$/g, '')
    .trim();

export interface CompiledForm extends Form {
  readonly phrases: readonly Phrase[];
}

export const forms: readonly CompiledForm[] = table.map((form) => ({ ...form, phrases: form.ways.map(phrase) }));

/** For help: every request with its example, in the order of PRODUCT.md section 3. */
export const examples: readonly { readonly kind: RequestKind; readonly example: string }[] = table.map(
  ({ kind, example }) => ({ kind, example }),
);

/** Every way there is, keyed by the words it may begin with; those that begin with people or anything stand apart. */
export const byFirstWord = new Map<string, { form: CompiledForm; phrase: Phrase }[]>();
export const withoutFirstWord: { form: CompiledForm; phrase: Phrase }[] = [];
for (const form of forms) {
  for (const each of form.phrases) {
    if (each.first === null) withoutFirstWord.push({ form, phrase: each });
    for (const word of each.first ?? []) {
      const ways = byFirstWord.get(word) ?? [];
      byFirstWord.set(word, ways);
      ways.push({ form, phrase: each });
    }
  }
}

export interface Found {
  readonly form: CompiledForm;
  readonly match: Match;
}

export const noWhich = none;
