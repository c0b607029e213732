// The whole program, readable in one screen.
export {};
