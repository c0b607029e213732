import { expect, test } from "vitest";
import { verdictOf } from "../../../src/workspace/signature.ts";

const key = "AC8C4B540A6F79DEA90FCA8642B15C45FDD5ECA8";
const ann = "Ann Coles <ann@example.org>";
const fingerprint = "SHA256:09ttn1eFFhTWzUV41ttbtrRlNQF15TeUJaAkkwn1mfE";
const expired =
  "/home/ann/allowed:1: key has expired: verify time 2026-12-01T00:05:18 > valid-before 2020-01-01T00:00:00";

// As GnuPG 2.2.40 and OpenSSH 9.2 say it through git 2.39.
test.each<readonly [string, boolean, string, string, string]>([
  [
    "a good one",
    true,
    `[GNUPG:] NEWSIG ann@example.org\n[GNUPG:] KEY_CONSIDERED ${key} 0\n[GNUPG:] SIG_ID 2UfKZ6EwqRuzWiVZ7N61QrOneNc 2026-12-01 1796083517\n[GNUPG:] GOODSIG 42B15C45FDD5ECA8 ${ann}\n[GNUPG:] VALIDSIG ${key} 2026-12-01 1796083517 0 4 0 22 8 00 ${key}\n[GNUPG:] TRUST_ULTIMATE 0 pgp\n`,
    "good",
    ann,
  ],
  ["a good one of too little trust", false, `[GNUPG:] GOODSIG 42B15C45FDD5ECA8 ${ann}\n`, "unknown", ann],
  ["other words", false, `[GNUPG:] NEWSIG\n[GNUPG:] BADSIG 42B15C45FDD5ECA8 ${ann}\n`, "bad", ann],
  [
    "a key that ran out",
    false,
    `[GNUPG:] KEYEXPIRED 1578700800\n[GNUPG:] EXPKEYSIG 21783E1505E56D1B ${ann}\n`,
    "expired",
    ann,
  ],
  ["a signature that ran out", false, `[GNUPG:] EXPSIG 21783E1505E56D1B ${ann}\n`, "expired", ann],
  ["a key that was taken back", false, `[GNUPG:] REVKEYSIG 21783E1505E56D1B ${ann}\n`, "revoked", ann],
  [
    "no key",
    false,
    `[GNUPG:] ERRSIG 42B15C45FDD5ECA8 22 8 00 1796083517 9 ${key}\n[GNUPG:] NO_PUBKEY 42B15C45FDD5ECA8\n`,
    "unknown",
    "",
  ],
  [
    "ssh: a good one",
    true,
    `Good "git" signature for ann@example.org with ED25519 key ${fingerprint}\n`,
    "good",
    "ann@example.org",
  ],
  [
    "ssh: other words",
    false,
    "Could not verify signature.\nSignature verification failed: incorrect signature\n",
    "bad",
    "",
  ],
  [
    "ssh: nobody's key",
    false,
    `Good "git" signature with ED25519 key ${fingerprint}\nNo principal matched.\n`,
    "unknown",
    "",
  ],
  [
    "ssh: other words, nobody's key",
    false,
    "No principal matched.\nSignature verification failed: incorrect signature\n",
    "bad",
    "",
  ],
  [
    "ssh: a key that ran out",
    false,
    `Good "git" signature with ED25519 key ${fingerprint}\n${expired}\nNo principal matched.\n`,
    "expired",
    "",
  ],
  [
    "ssh: no list of signers",
    false,
    "error: gpg.ssh.allowedSignersFile needs to be configured and exist for ssh signature verification\n",
    "unknown",
    "",
  ],
  ["no program to ask", false, "error: cannot run gpg: No such file or directory\n", "unknown", ""],
])("%s", (_what, ok, said, state, by) => {
  expect(verdictOf(ok, said)).toEqual({ state, by });
});
