// Looks at the PDF of every example from all sides. One file, because each file that vitest runs elsewhere would paint them again.
import "./headings.ts";
import "./links.ts";
import "./lists.ts";
import "./reader.ts";
import "./tables.ts";
import "./words.ts";
