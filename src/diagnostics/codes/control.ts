export const controlCodes = {};
