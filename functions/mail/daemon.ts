// The addresses that mail systems write from.

/** `MAILER-DAEMON`, `postmaster` and what other systems call theirs; a person's address never. */
export function isDaemon(address: string): boolean {
  return /^"?(?:mailer[._-]?daemon|postmaster|mdaemon|mail[._-]?daemon|mail[._ -]?delivery[._ -]?(?:system|subsystem|service)|system administrator|microsoftexchange[\da-f]+|bounces?|ndr)"?(?:[\\+=].*)?@/i.test(
    address,
  );
}
