// Files that are there whole or not at all: written beside, forced to the disk, renamed, and the folder forced too. Killed in between, or with the
// machine failing, nobody ever sees half of one.

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const unfinished = 'unfinished';

/** A folder of safe files. Names are plain file names; whoever makes them of somebody's input escapes it first. */
export class SafeFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes the folder where there is none, and removes what a killed process left unfinished. */
  static async open(path: string): Promise<SafeFolder> {
    await rm(join(path, unfinished), { recursive: true, force: true });
    await mkdir(join(path, unfinished), { recursive: true });
    return new SafeFolder(path);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** Resolves once the content is safe on the disk. A stream that fails leaves what was there before. */
  async write(name: string, content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
    const temporary = join(this.path, unfinished, randomUUID());
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, this.file(name));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await this.#sync();
  }

  /** Removes a file, if it is there. Not forced to the disk: what comes back after a failure is worked on again. */
  async remove(name: string): Promise<void> {
    await unlink(this.file(name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }

  /** Gives a file another name at once; not forced to the disk. */
  async rename(name: string, newName: string): Promise<void> {
    await rename(this.file(name), this.file(newName));
  }

  /** In the order of their names. */
  async names(): Promise<string[]> {
    const entries = await readdir(this.path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  }

  async empty(): Promise<void> {
    for (const name of await this.names()) await this.remove(name);
  }

  async #sync(): Promise<void> {
    const folder = await open(this.path);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
