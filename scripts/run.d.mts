export const root: string;
export function has(program: string): boolean;
