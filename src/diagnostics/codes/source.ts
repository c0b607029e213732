export const sourceCodes = {};
