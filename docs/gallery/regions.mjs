// Where each part of the gallery stands: everything on its pages but its heading and the paragraph below that.

const room = 6;

/** Areas in points by part id, one for each page, in order. */
export function regions(layout, parts) {
  const ids = new Set(parts.map((part) => part.id));
  const leads = leadContents(layout.structure);
  const areas = new Map();
  let part;
  // Grounds, rules and repeated headers come after the words, so that they fall to the part of their page.
  for (const page of layout.pages)
    for (const fragment of [...page.fragments, ...page.ground]) {
      if (fragment.kind === "anchor" && ids.has(fragment.id)) part = fragment.id;
      const box = boxOf(fragment);
      if (part === undefined || box === undefined || leads.has(fragment.content)) continue;
      const list = areas.get(part) ?? [];
      areas.set(part, list);
      const last = list.at(-1);
      if (last?.page === page.index + 1) Object.assign(last, around(last, box));
      else list.push({ page: page.index + 1, ...box });
    }
  const margin = ({ page, left, top, right, bottom }) => ({
    page,
    left: left - room,
    top: top - room,
    right: right + room,
    bottom: bottom + room,
  });
  return new Map([...areas].map(([id, list]) => [id, list.map(margin)]));
}

/** Contents of every chapter's heading and of the paragraph that follows it. */
function leadContents(structure) {
  const found = new Set();
  const mark = (node) => {
    if (node.kind === "content") found.add(node.index);
    else node.children.forEach(mark);
  };
  const visit = (node) => {
    if (node.kind === "content") return;
    node.children.forEach((child, i) => {
      if (child.role !== "H1") {
        visit(child);
        return;
      }
      mark(child);
      const next = node.children[i + 1];
      if (next?.role === "P") mark(next);
    });
  };
  visit(structure);
  return found;
}

function boxOf(f) {
  switch (f.kind) {
    case "text":
      return { left: f.x, top: f.y - f.size, right: f.x + f.width, bottom: f.y + f.size * 0.3 };
    case "rectangle":
    case "image":
    case "bounds":
      return { left: f.x, top: f.y, right: f.x + f.width, bottom: f.y + f.height };
    case "line":
      return {
        left: Math.min(f.x, f.toX),
        top: Math.min(f.y, f.toY),
        right: Math.max(f.x, f.toX),
        bottom: Math.max(f.y, f.toY),
      };
    default:
      return undefined;
  }
}

function around(a, b) {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
