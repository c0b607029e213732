export const figureCodes = {};
