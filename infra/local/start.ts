// `npm start`: the settings, the system, where to write and where to look, and an orderly end.

import { enableCompileCache } from 'node:module';
import { type Settings, settingsOf, WrongSettings } from './settings.ts';

const begun = performance.now();
// The AWS SDK and the mail parser are compiled once for all starts.
enableCompileCache();

try {
  await start(settingsOf(process.env));
} catch (error) {
  if (!(error instanceof WrongSettings)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  const { OneMachine } = await import('./one-machine.ts');
  const { fillSample, sampleMentor } = await import('./sample.ts');
  const machine = await OneMachine.start(settings).catch((error: unknown) => {
    throw new WrongSettings(inWords(error, settings));
  });
  if (settings.sample) await fillSample(machine);
  const intro = `intro@${settings.domain}`;
  console.log(`Stepback is ready after ${((performance.now() - begun) / 1000).toFixed(1)} s.

  Look    ${machine.url}/  (each person's mailbox, and the clock)
  Write   to ${intro} by SMTP on 127.0.0.1:${machine.smtpPort}, or on that page${settings.sample ? `\n          as ${sampleMentor.name} <${sampleMentor.email}>, for instance: intro Priya to Tomás` : ''}
  Data    ${settings.dataDir}

Ctrl-C stops.`);
  stopOnSignal(() => machine.stop());
}

/** A second signal ends at once; what was accepted is on the disk. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
}

/** Why it did not start, naming the setting that would change it; rethrows what no setting changes. */
function inWords(error: unknown, { smtpPort, dataDir }: Settings): string {
  const { code, cause, port, path } = error as {
    code?: string;
    cause?: { code?: string };
    port?: number;
    path?: string;
  };
  const setting = port === smtpPort ? 'SMTP_PORT' : 'WEB_PORT';
  if (code === 'EADDRINUSE')
    return `${setting} ${port} is in use: stop whatever listens there, or set ${setting} to another port`;
  if (code === 'EACCES' && port !== undefined)
    return `${setting} ${port} needs rights that this user lacks: set ${setting} to a port above 1023`;
  if (cause?.code === 'LEVEL_LOCKED')
    return `DATA_DIR ${dataDir} is in use by another Stepback: stop it, or set DATA_DIR to another folder`;
  if (error instanceof Error && error.name === 'OtherTable')
    return `DATA_DIR ${dataDir} was made by another version: set DATA_DIR to another folder`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST')
    return `DATA_DIR ${dataDir} cannot be written to (${code} ${path}): set DATA_DIR to a folder that can`;
  throw error;
}
