// How one asks for what belongs to the account as a whole: a copy of the book, leaving, the summary and help.

import { type Form, plainly } from './form.ts';

export const accountForms: readonly Form[] = [
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
