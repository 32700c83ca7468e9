// Days and moments as the mentor's calendar has them: instants are UTC, people live in a time zone.

import { DateTime } from 'luxon';
import type { Known } from './known.ts';

/** Now, on the mentor's clock. */
export const localNow = ({ now, mentor }: Pick<Known, 'now' | 'mentor'>): DateTime =>
  DateTime.fromISO(now, { zone: mentor.timeZone });

/** `24 November 2026`, in the mentor's zone. */
export const day = ({ mentor }: Pick<Known, 'mentor'>, instant: string): string =>
  DateTime.fromISO(instant, { zone: mentor.timeZone }).setLocale('en').toFormat('d MMMM yyyy');

/** `24 November 2026 at 08:00`, in the mentor's zone. */
export const moment = ({ mentor }: Pick<Known, 'mentor'>, instant: string): string =>
  DateTime.fromISO(instant, { zone: mentor.timeZone }).setLocale('en').toFormat("d MMMM yyyy 'at' HH:mm");
