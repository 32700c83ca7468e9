// A mail arrived: an SQS batch of SNS notifications from the receipt rule, each naming a raw mail in the bucket. What fails comes
// again by itself, record by record, and what was already done then is known by its marks.

import { eachOf } from './batch.ts';
import { store } from './config.ts';
import { readMail } from './mail/read.ts';
import { arrivalIn } from './store/notifications.ts';
import { original } from './store/originals.ts';
import { noteWorked, reasonToDrop, routesOf, workOn } from './work-on-mail.ts';

export const handler = eachOf(async (body, delivery) => {
  const arrival = arrivalIn(body);
  if (arrival === null) return;
  const mail = await readMail(await original(store(), arrival.mailKey));
  const why = reasonToDrop(arrival, mail, store().domain);
  if (why !== null) return noteWorked(arrival, why);
  for (const route of routesOf(arrival, store().domain)) await workOn(store(), arrival, mail, route, { delivery });
});
