// Links that hold in a folder on disk and below any address: each is relative to the page it stands on.

/** The way from one page to another file of the site; both are paths below its folder. */
export function href(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared).map(encoded)].join("/");
}

/** Names for folders, in ASCII: of the names given, each a different one, on disks that take "A" for "a" too. */
export function folderNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const made = new Map<string, string>();
  for (const name of names) {
    const plain = asciiName(name);
    let free = plain;
    for (let n = 2; taken.has(free); n++) free = `${plain}-${n}`;
    taken.add(free);
    made.set(name, free);
  }
  return made;
}

/** No dot is left, so that a folder is never named as a file of the site. */
function asciiName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return plain === "" || reserved.test(plain) ? `paper${plain === "" ? "" : `-${plain}`}` : plain;
}

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A link that opens a mail to somebody; undefined where the text is no address. */
export function mailTo(address: string, subject: string): string | undefined {
  const [, local = "", domain = ""] = /^([^\s@<>]+)@([^\s@<>]+)$/.exec(address) ?? [];
  return local === "" ? undefined : `mailto:${encoded(local)}@${encoded(domain)}?subject=${encoded(subject)}`;
}

/** Half of a pair of code units is no letter, and no address can hold it. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD"));
}
