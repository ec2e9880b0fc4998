export function refresh(options: {
  readonly tables?: readonly string[];
  readonly v4: string;
  readonly v3: string;
  readonly directory: string;
  readonly cache: string;
  /** Milliseconds before a second try; doubled with every next one. */
  readonly pause?: number;
  readonly day?: string;
  readonly log?: (line: string) => void;
}): Promise<boolean>;
