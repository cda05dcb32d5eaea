import { randomBytes } from 'node:crypto';

/** An id that says nothing and cannot be guessed: 96 random bits in 16 characters fit for URLs. */
export function opaqueId(): string {
  return randomBytes(12).toString('base64url');
}
