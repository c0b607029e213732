// Signed tags and commits, verified by git itself with keys made for the occasion.
import { execFileSync, spawnSync } from "node:child_process";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Repository, repository, temporary } from "../support/repository.ts";

const has = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;
// Where a commit is judged the programs must be there, and the stories fail without them.
const judged = process.env["CI"] !== undefined;

interface Listed {
  readonly versions: readonly { readonly version: string; readonly signature: { state: string; by: string } }[];
  readonly approvals: readonly { readonly id: string; readonly signature: { state: string; by: string } }[];
}

async function signatures(one: Repository): Promise<Readonly<Record<string, string>>> {
  const { versions, approvals }: Listed = JSON.parse((await one.versions({ format: "json" })).out);
  const said = ({ state, by }: { state: string; by: string }) => `${state} ${by}`.trim();
  return Object.fromEntries([
    ...versions.map((v) => [v.version, said(v.signature)]),
    ...approvals.map((a) => [a.id, said(a.signature)]),
  ]);
}

/** A tag whose words are others than those that were signed. */
async function tampered(one: Repository, from: string, to: string): Promise<void> {
  const text = one
    .git("cat-file", "tag", from)
    .replace("tag harbour/paper/v0.1\n", `tag ${to}\n`)
    .replace("Sealed", "Forged");
  const file = join(temporary(), "tag");
  await writeFile(file, `${text}\n`);
  one.git("update-ref", `refs/tags/${to}`, one.git("hash-object", "-t", "tag", "-w", file));
}

const release = (one: Repository, version: string, sign: boolean) =>
  one.release({ version, sign, change: `Sealed ${version}` });

describe.runIf(judged || has("gpg"))("with a key of GnuPG", () => {
  const homes: string[] = [];
  afterAll(() => {
    for (const GNUPGHOME of homes) spawnSync("gpgconf", ["--kill", "all"], { env: { ...process.env, GNUPGHOME } });
  });

  async function home(): Promise<string> {
    const folder = temporary();
    await chmod(folder, 0o700);
    homes.push(folder);
    return folder;
  }

  test("unsigned, good, expired, revoked, forged and unknown signatures are told apart", async () => {
    const GNUPGHOME = await home();
    const gpg = (...args: readonly string[]) =>
      execFileSync("gpg", ["--batch", "--quiet", "--passphrase", "", "--pinentry-mode", "loopback", ...args], {
        env: { ...process.env, GNUPGHOME },
        stdio: "pipe",
        encoding: "utf8",
      });
    const key = (who: string, ...more: readonly string[]) => gpg(...more, "--quick-gen-key", who, "ed25519", "sign");
    key("Ann Coles <ann@example.org>");
    key("Rae Vokes <rae@example.org>");
    gpg(
      "--faked-system-time",
      "20200101T000000",
      "--quick-gen-key",
      "Olive Past <olive@example.org>",
      "ed25519",
      "sign",
      "10d",
    );
    const one = await repository();
    one.variables = { GNUPGHOME };
    await release(one, "0.1", false);
    const signed = await release(one, "0.2", true);
    expect([signed.code, signed.err]).toEqual([0, ""]);
    await tampered(one, "harbour/paper/v0.2", "harbour/paper/v0.3");
    one.git("-c", "user.signingKey=rae@example.org", "tag", "-s", "harbour/paper/v0.4", "-m", "Sealed");
    const past = join(temporary(), "gpg");
    await writeFile(past, '#!/bin/sh\nexec gpg --faked-system-time 20200103T000000 "$@"\n', { mode: 0o755 });
    one.git(
      "-c",
      "user.signingKey=olive@example.org",
      "-c",
      `gpg.program=${past}`,
      "tag",
      "-s",
      "harbour/paper/v0.5",
      "-m",
      "Sealed",
    );
    const [fingerprint = ""] =
      /(?<=^fpr:+)[0-9A-F]{40}(?=:$)/m.exec(gpg("--list-keys", "--with-colons", "rae@example.org")) ?? [];
    const revocation = join(GNUPGHOME, "openpgp-revocs.d", `${fingerprint}.rev`);
    await writeFile(revocation, (await readFile(revocation, "utf8")).replace(":-----BEGIN", "-----BEGIN"));
    gpg("--import", revocation);
    await one.approve({ version: "0.2", sign: true });
    await one.approve({ version: "0.2", body: "Scrutiny Committee" });
    const ann = "Ann Coles <ann@example.org>";
    expect(await signatures(one)).toEqual({
      "0.1": "none",
      "0.2": `good ${ann}`,
      "0.3": `bad ${ann}`,
      "0.4": "revoked Rae Vokes <rae@example.org>",
      "0.5": "expired Olive Past <olive@example.org>",
      "paper-cabinet-2026-11-12": `good ${ann}`,
      "paper-scrutiny-committee-2026-11-12": "none",
    });
    const { out } = await one.versions();
    expect(out).toContain(`harbour/paper/v0.2, signed by ${ann}\n`);
    expect(out).toContain(`harbour/paper/v0.3, BAD SIGNATURE of ${ann}\n`);
    expect(out).toContain("signed by Rae Vokes <rae@example.org> with a key that was REVOKED\n");
    expect(out).toContain("signed by Olive Past <olive@example.org> with a key that has expired\n");

    one.variables = { GNUPGHOME: await home() };
    expect(await signatures(one)).toMatchObject({
      "0.1": "none",
      "0.2": "unknown",
      "0.3": "unknown",
      "0.5": "unknown",
    });
    expect((await one.versions()).out).toContain("signed, but git cannot verify it here");
    // Without the secret key nothing is signed, and nothing stays behind.
    const before = one.state();
    const refused = await release(one, "0.9", true);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("gpg failed to sign")]);
    expect(one.state()).toEqual(before);
  });
});

describe.runIf(judged || has("ssh-keygen"))("with a key of ssh", () => {
  test("unsigned, good, forged and unknown signatures are told apart, and what cannot be judged is said", async () => {
    const folder = temporary();
    for (const name of ["ann", "bob"])
      execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", join(folder, name)]);
    const allow = async (name: string, who: string): Promise<string> => {
      const path = join(folder, `allowed-${name}`);
      await writeFile(path, `${who} ${await readFile(join(folder, `${name}.pub`), "utf8")}`);
      return path;
    };
    const one = await repository();
    one.git("config", "gpg.format", "ssh");
    one.git("config", "user.signingKey", join(folder, "ann.pub"));
    await release(one, "0.1", false);
    const signed = await release(one, "0.2", true);
    expect([signed.code, signed.err]).toEqual([0, ""]);
    await tampered(one, "harbour/paper/v0.2", "harbour/paper/v0.3");
    await one.approve({ version: "0.2", sign: true });
    const [good, forged, record] = ["0.2", "0.3", "paper-cabinet-2026-11-12"];
    const told = async () => {
      const all = await signatures(one);
      return [all["0.1"], all[good ?? ""], all[forged ?? ""], all[record ?? ""]];
    };
    expect(await told()).toEqual(["none", "unknown", "unknown", "unknown"]);
    one.git("config", "gpg.ssh.allowedSignersFile", join(folder, "nowhere"));
    expect(await told()).toEqual(["none", "unknown", "bad", "unknown"]);
    one.git("config", "gpg.ssh.allowedSignersFile", await allow("bob", "bob@example.org"));
    // Whose key it is nobody knows, but that the words are others is plain.
    expect(await told()).toEqual(["none", "unknown", "bad", "unknown"]);
    one.git("config", "gpg.ssh.allowedSignersFile", await allow("ann", "ann@example.org"));
    expect(await told()).toEqual(["none", "good ann@example.org", "bad", "good ann@example.org"]);
    expect((await one.versions()).out).toContain("harbour/paper/v0.2, signed by ann@example.org\n");
    // Folders that are renamed later change nothing about who signed the record.
    one.git("mv", "content/harbour", "content/port");
    one.commit();
    const { out } = await one.versions({ document: "port/paper", format: "json" });
    expect(JSON.parse(out)).toMatchObject({ approvals: [{ signature: { state: "good", by: "ann@example.org" } }] });
  });
});
