// The whole system in one process: the embedded parts, the functions as Lambda calls them, the doors. `npm start` and the whole-flow tests begin here.
//
//   SMTP door, mailroom → reception → objects + inbound queue → inbound.handler → table, SES → letter box + outcomes queue → outcomes.handler
//   passing time → clock.tick → due queue → clock.due

import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { SQSBatchResponse } from 'aws-lambda';
import { openStore, type Store } from '../../functions/store/store.ts';
import type { Answer, Faults, Listening } from './aws-endpoint.ts';
import { addMentor, addPeople, listIntroductions, mailboxesOf, NotDone } from './book-keeping.ts';
import { deployment } from './deployment.ts';
import { leaveEnvironment, setEnvironment } from './environment.ts';
import { callFunctionUrl } from './function-url.ts';
import { type Handler, handlerNamed, invoke } from './functions.ts';
import type { SentLetter } from './letter-box.ts';
import { type HandedIn, type House, openMailroom } from './mailroom.ts';
import { type LetterEvent, letterNotification, sqsEvent } from './notifications.ts';
import {
  bucket,
  configurationSet,
  openParts,
  type PartCircumstances,
  type Parts,
  queueNameOf,
  tableName,
} from './parts.ts';
import { PassingTime } from './passing-time.ts';
import type { DeadLetter, Fate, Queue } from './queue.ts';
import { Reception } from './reception.ts';
import type { SafeFolder } from './safe-files.ts';
import type { Settings } from './settings.ts';
import { openSmtpDoor, type SmtpDoor } from './smtp-door.ts';
import { queueUrl } from './sqs.ts';

/** What tests set otherwise. */
export interface Circumstances extends PartCircumstances {
  readonly tickMs: number;
  /** Handlers in place of those in functions/, by `FILE.EXPORT`. */
  readonly handler: (name: string) => Promise<Handler>;
}

const usual: Circumstances = {
  sync: true,
  indexLag: 0,
  // Until after the lease of a mail that a killed process was working on has ended.
  retryMs: [500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000],
  tickMs: 5_000,
  sweepMs: 10 * 60_000,
  deployed: deployment,
  handler: handlerNamed,
};

const mentorsNote = 'mentors.json';

/** A caller is answered after this even if what it waits for is still being tried. */
const longestWaitMs = 45_000;

/** A running system; also what the mailroom calls. */
export class OneMachine implements House {
  readonly settings: Settings;
  readonly faults: Faults;
  readonly #parts: Parts;
  readonly #reception: Reception;
  readonly #circumstances: Circumstances;
  readonly #handlers = new Map<string, Handler>();
  #time: PassingTime | null = null;
  #mailroom: Listening | null = null;
  #door: SmtpDoor | null = null;
  #store: Store | null = null;

  private constructor(settings: Settings, circumstances: Circumstances, parts: Parts) {
    this.settings = settings;
    this.faults = parts.faults;
    this.#circumstances = circumstances;
    this.#parts = parts;
    const { objects, clock } = parts;
    this.#reception = new Reception({
      domain: settings.domain,
      bucket,
      objects,
      inbound: this.queue('inbound'),
      now: () => clock.now(),
    });
  }

  /** Rejects with Node's or LevelDB's error where a port or the folder cannot be had; nothing stays open then. */
  static async start(settings: Settings, changes: Partial<Circumstances> = {}): Promise<OneMachine> {
    const circumstances = { ...usual, ...changes };
    const machine = new OneMachine(settings, circumstances, await openParts(settings, circumstances));
    try {
      await machine.#open();
      return machine;
    } catch (error) {
      await machine.stop();
      throw error;
    }
  }

  async #open(): Promise<void> {
    const { webPort, smtpPort, domain } = this.settings;
    const { deployed, clock, dynamo } = this.#parts;
    this.#mailroom = await openMailroom(webPort, this);
    const variables = setEnvironment(this.#parts, this.#mailroom.url);
    await leaveEnvironment(this.settings.dataDir, process.env, variables, (name) => queueUrl(this.#parts.sqs, name));
    const { everyMinute, clicked, work } = deployed;
    for (const name of [...work.map(({ handler }) => handler), everyMinute, clicked])
      this.#handlers.set(name, await this.#circumstances.handler(name));
    this.#receive();
    this.#time = new PassingTime({
      clock,
      dynamo,
      tableName,
      tick: (time) => this.#call(everyMinute, { time }, 60_000).then(() => {}),
      quiet: () => this.#quiet([...this.#parts.queues.values()]),
      tickMs: this.#circumstances.tickMs,
    });
    this.#door = await openSmtpDoor(smtpPort, domain, this.#reception);
  }

  /** Ends what is being worked on, and leaves the rest on the disk for the next start. */
  async stop(): Promise<void> {
    const { queues, ses, sqs, objects, dynamo, relay } = this.#parts;
    await this.#door?.close();
    await this.#time?.stop();
    for (const queue of queues.values()) await queue.pause();
    await this.#mailroom?.close();
    for (const part of [ses, sqs, objects]) await part.close();
    await dynamo.close();
    relay.close();
  }

  get url(): string {
    return this.#mailroom?.url ?? '';
  }

  get smtpPort(): number {
    return this.#door?.port ?? 0;
  }

  ready(): boolean {
    return this.#door !== null;
  }

  /** Small files that outlive a reset. */
  get notes(): SafeFolder {
    return this.#parts.notes;
  }

  /** `inbound`, `outcomes` or `due`. */
  queue(name: string): Queue {
    const queue = this.#parts.queues.get(name);
    if (queue === undefined) throw new Error(`there is no queue ${name}`);
    return queue;
  }

  now(): Date {
    return this.#parts.clock.now();
  }

  async handIn({ mailFrom, rcptTo, proof, raw }: HandedIn): Promise<string> {
    for (const address of rcptTo) {
      const refusal = this.#reception.refusalOf(address);
      if (refusal !== null) throw new NotDone(422, refusal);
    }
    const chunks = (async function* () {
      yield raw;
    })();
    const client = '127.0.0.1';
    const { sesMessageId, queueId } = await this.#reception.accept({ mailFrom, rcptTo, proof, raw: chunks, client });
    await this.#worked('inbound', queueId);
    return sesMessageId;
  }

  /** Waits for a message, through its retries, and for what it brought about. */
  async #worked(queueName: string, id: string): Promise<void> {
    const given = Date.now() + longestWaitMs;
    for (let fate: Fate = 'failed'; fate === 'failed' && Date.now() < given; )
      fate = await within(given, this.queue(queueName).next(id), 'gone');
    await this.#quiet([this.queue('outcomes'), this.queue('due')], given);
  }

  /** Waits until nothing in these queues can be worked on; what failed and stays away for a while is not waited for. */
  async #quiet(queues: readonly Queue[], until = Date.now() + longestWaitMs): Promise<void> {
    while (Date.now() < until) {
      const fates = queues.flatMap((queue) => queue.lively().map((id) => queue.next(id)));
      if (fates.length === 0) return;
      await within(until, Promise.all(fates), null);
    }
  }

  letters(wanted: { since?: number; to?: string | null } = {}): Promise<SentLetter[]> {
    return this.#parts.letterBox.letters(wanted);
  }

  async addMentor(given: unknown): Promise<object> {
    const mentor = await addMentor(this.store, this.now(), given);
    await this.notes.write(mentorsNote, JSON.stringify([...(await this.#mentorsMade()), mentor.email]));
    return mentor;
  }

  /** Addresses of the mentors that were made here: the table cannot be asked for all. */
  async #mentorsMade(): Promise<string[]> {
    const kept = await readFile(this.notes.file(mentorsNote), 'utf8').catch(() => '[]');
    return JSON.parse(kept) as string[];
  }

  async overview(): Promise<object> {
    const made = await this.#mentorsMade();
    const known = await Promise.all(made.map((address) => mailboxesOf(this.store, address)));
    return {
      domain: this.settings.domain,
      now: this.now().toISOString(),
      known: known.flat(),
      lastLetter: this.#parts.letterBox.last(),
      deadLetters: (await this.deadLetters()).length,
    };
  }

  addPeople(mentor: string, given: unknown): Promise<object> {
    return addPeople(this.store, mentor, given);
  }

  introductions(mentor: string): Promise<object[]> {
    return listIntroductions(this.store, mentor);
  }

  /** The functions' store, opened as they open it. */
  get store(): Store {
    this.#store ??= openStore({
      domain: this.settings.domain,
      tableName,
      mailBucket: bucket,
      dueQueueUrl: queueUrl(this.#parts.sqs, 'due'),
      configurationSet,
      linksUrl: this.url,
    });
    return this.#store;
  }

  async turnTo(target: Date): Promise<void> {
    await this.#time?.turnTo(target);
  }

  async reset(): Promise<void> {
    await this.#time?.alone(async () => {
      const { queues, dynamo, objects, letterBox, clock } = this.#parts;
      for (const queue of queues.values()) await queue.pause();
      for (const part of [...queues.values(), dynamo.engine, objects, letterBox]) await part.empty();
      await clock.reset();
      await this.notes.remove(mentorsNote);
      this.#receive();
    });
  }

  async deadLetters(): Promise<DeadLetter[]> {
    const all = await Promise.all([...this.#parts.queues.values()].map((queue) => queue.deadLetters()));
    return all.flat().sort((a, b) => a.sentAt.localeCompare(b.sentAt));
  }

  async redrive(): Promise<number> {
    let again = 0;
    for (const queue of this.#parts.queues.values()) again += await queue.redrive();
    return again;
  }

  async click(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const name = this.#parts.deployed.clicked;
    const answer = await callFunctionUrl({ handler: this.#handler(name), name, now: () => this.now() }, request, body);
    await this.#quiet([this.queue('outcomes'), this.queue('due')]);
    return answer;
  }

  /** Tells the functions what became of letter `n`, as SES would, and waits until they have worked on it. */
  async tell(n: number, event: LetterEvent): Promise<void> {
    const letter = this.#parts.letterBox.envelope(n);
    if (letter === undefined) throw new Error(`there is no letter ${n}`);
    const id = await this.queue('outcomes').send(letterNotification(letter, event, this.now().toISOString()));
    await this.#worked('outcomes', id);
  }

  #receive(): void {
    for (const { handler, timeoutMs } of this.#parts.deployed.work) {
      const queue = this.queue(queueNameOf(handler));
      queue.work(async (messages) => {
        const answer = await this.#call(handler, sqsEvent(queue.name, messages), timeoutMs);
        return ((answer as SQSBatchResponse | undefined)?.batchItemFailures ?? []).map(
          ({ itemIdentifier }) => itemIdentifier,
        );
      });
    }
  }

  #call(name: string, event: unknown, timeoutMs: number): Promise<unknown> {
    return invoke(this.#handler(name), name, event, timeoutMs);
  }

  #handler(name: string): Handler {
    const handler = this.#handlers.get(name);
    if (handler === undefined) throw new Error(`${name} is not loaded yet`);
    return handler;
  }
}

async function within<T>(until: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), Math.max(0, until - Date.now()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
