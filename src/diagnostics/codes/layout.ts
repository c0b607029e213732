export const layoutCodes = {};
