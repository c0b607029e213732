// First lines of files that fivecase starts: editors complete and check what follows by the schema that they name.

export const historyBegins = "# yaml-language-server: $schema=../../../schemas/json/history.schema.json\n";
export const dataBegins = "# yaml-language-server: $schema=../../../schemas/json/data.schema.json\n";
