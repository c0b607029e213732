export const documentCodes = {};
