// The words at the left of a footer: in one line, or in two where other words leave no room for one.

/**
 * Lines from top to bottom. They part before the last "·", so that what a working build says of itself stays whole, and
 * the longer one stands above, where nothing is beside it.
 */
export function footerLines(words: string, fits: (words: string) => boolean): readonly string[] {
  const at = words.lastIndexOf(" · ");
  if (at < 0 || fits(words)) return [words];
  const [head, tail] = [words.slice(0, at), words.slice(at + 3)];
  return tail.length > head.length ? [tail, head] : [head, tail];
}

/** Whether two lines have room between the text and the foot of the page; all in points. */
export function hasTwoLines(theme: {
  readonly page: { readonly margin: { readonly bottom: number }; readonly footer: number };
  readonly small: { readonly leading: number };
}): boolean {
  return theme.page.margin.bottom - theme.page.footer >= 2 * theme.small.leading;
}
