// The address that is given beside a name, in brackets or in words, with what repeats it: "Maya Lindh <a@b> (mailto:a@b)".

import type { Token } from './tokens.ts';

/** `<a@b>`, `(a@b)`, `[mailto:a@b]`, `, a@b`, "at a@b", "whose address is a@b". */
export function addressAt(
  tokens: readonly Token[],
  from: number,
  limit: number,
): { address: string; to: number } | null {
  let i = from;
  let opened = false;
  for (let steps = 0; i < limit && steps < 8; steps++) {
    const token = tokens[i];
    if (!token) return null;
    if (token.kind === 'address') {
      i++;
      while (
        i < limit &&
        (/^[>)\]]$/.test(tokens[i]?.norm ?? '') ||
          (opened && /^[<([]$/.test(tokens[i]?.norm ?? '')) ||
          sameAddress(tokens, i, token.norm))
      )
        i++;
      return { address: token.norm.replace(/^mailto:/, ''), to: i };
    }
    if (/^[<([:,—–-]$/.test(token.norm)) opened = true;
    else if (
      !/^(?:mailto|at|on|e-mail|email|mail|address|is|her|his|their|whose|under|via|reachable)$/.test(token.norm) ||
      (steps === 0 &&
        (/^(?:is|on)$/.test(token.norm) ||
          (/^(?:her|his|their)$/.test(token.norm) &&
            !/^(?:address|e-mail|email|mail)$/.test(tokens[i + 1]?.norm ?? ''))))
    )
      return null;
    i++;
  }
  return null;
}

function sameAddress(tokens: readonly Token[], i: number, address: string): boolean {
  const norm = tokens[i]?.norm;
  return (
    norm === address ||
    (norm === 'mailto' && tokens[i + 2]?.norm === address) ||
    (norm === ':' && tokens[i - 1]?.norm === 'mailto')
  );
}
