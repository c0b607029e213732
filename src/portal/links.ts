// Links that hold in a folder on disk and below any address: each is relative to the page it stands on.

/** The way from one page to another file of the site; both are paths below its folder. */
export function href(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared).map(encoded)].join("/");
}

/**
 * Name of the folder of a programme or document, in ASCII. It hangs on its name alone, so that a link holds whatever
 * else the site comes to list; a name that is not plain is told apart by its digest, on disks that take "A" for "a" too.
 */
export function folderName(name: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= longest && !reserved.test(name)) return name;
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, longest - 9);
  return `${plain === "" || reserved.test(plain) ? "paper" : plain}-${digest(name)}`;
}

const longest = 60;

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** FNV-1a of the code units, in hexadecimal: short, and needs no library. http://www.isthe.com/chongo/tech/comp/fnv/ */
function digest(name: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** A link that opens a mail to somebody; undefined where the text is no address. */
export function mailTo(address: string, subject: string): string | undefined {
  const [, local = "", domain = ""] = /^([^\s@<>]+)@([^\s@<>]+)$/.exec(address) ?? [];
  return local === "" ? undefined : `mailto:${encoded(local)}@${encoded(domain)}?subject=${encoded(subject)}`;
}

/** Half of a pair of code units is no letter, and no address can hold it. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD"));
}
