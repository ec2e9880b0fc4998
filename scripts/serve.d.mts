export function serve(port: number): Promise<string>;
