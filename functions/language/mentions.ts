// The people of a request, slot by slot, and of a whole mail for looking them up.

import type { Mention, Request, Understanding } from './requests.ts';

/** A place in a request where a person belongs. */
type Slot = 'to' | 'cc' | 'party' | 'other' | 'who' | 'author' | 'wanted';

/** Slots of each request that hold exactly one person, in the order in which questions are asked. */
const slotsOf: Partial<Record<Request['kind'], readonly Slot[]>> = {
  introduce: ['cc', 'to'],
  'introduced-already': ['cc', 'to'],
  'ask-first': ['other', 'party'],
  tell: ['who'],
  'ask-background': ['who'],
  show: ['who'],
  suggest: ['who'],
  'go-over': ['who'],
  recommend: ['author', 'to'],
  'ask-who-they-know': ['who'],
  'ask-to-introduce': ['who', 'wanted'],
  'limit-month': ['who'],
};

/** Mentions with their slots; those outside a slot (steer, forget, known through) are in `mentionsOf`. */
export function slottedMentions(request: Request): readonly { readonly slot: Slot; readonly mention: Mention }[] {
  return (slotsOf[request.kind] ?? []).map((slot) => ({ slot, mention: mentionAt(request, slot) }));
}

/** Everybody whom the request means and who may be in the book. `wanted` is somebody whom the mentor does not know yet. */
export function mentionsOf(request: Request): Mention[] {
  const slotted = slottedMentions(request)
    .filter(({ slot }) => slot !== 'wanted')
    .map(({ mention }) => mention);
  switch (request.kind) {
    case 'introduce':
      return request.insteadOf === undefined ? slotted : [...slotted, request.insteadOf];
    case 'steer':
    case 'outcome':
      return [...request.which.people];
    case 'forget':
      return [...request.who];
    case 'tell':
      return request.change.kind === 'known-through' ? [...slotted, request.change.through] : slotted;
    default:
      return slotted;
  }
}

/** Everybody whom the mail means, read as requests or as an answer. */
export function mentionsIn(understanding: Understanding): Mention[] {
  return [
    ...understanding.requests.flatMap(mentionsOf),
    ...understanding.answer.people,
    ...understanding.answer.leftOut,
  ];
}

/** The mention in a slot. Throws where the request has no such slot: whoever asks must know the request. */
export function mentionAt(request: Request, slot: Slot): Mention {
  const mention = (request as Partial<Record<Slot, Mention | readonly Mention[]>>)[slot];
  if (mention === undefined) throw new Error(`request ${request.kind} has no ${slot}`);
  if (!Array.isArray(mention)) return mention as Mention;
  const [first] = mention as readonly Mention[];
  if (first === undefined) throw new Error(`request ${request.kind} has nobody in ${slot}`);
  return first;
}

/** The same request with another person in the slot. Throws where it has no such slot. */
export function withMention(request: Request, slot: Slot, mention: Mention): Request {
  mentionAt(request, slot);
  return { ...request, [slot]: request.kind === 'forget' ? [mention] : mention };
}
