export const markdownCodes = {};
