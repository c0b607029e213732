export const tableCodes = {};
