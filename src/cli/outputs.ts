// Formats that documents are built in.

export const outputs = ["pdf", "docx", "xlsx"] as const;
export type Output = (typeof outputs)[number];

/** Where outputs go unless somebody says otherwise. */
export const usualFolder = "out";
