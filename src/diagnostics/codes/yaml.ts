export const yamlCodes = {};
