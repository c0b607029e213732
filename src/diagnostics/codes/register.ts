export const registerCodes = {};
