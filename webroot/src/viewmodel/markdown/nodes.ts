/** What a line of a message consists of. Line breaks stand in the texts, as they were typed. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong"; readonly children: readonly Inline[] }
  | { readonly kind: "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "strike"; readonly children: readonly Inline[] }
  | Link;

export type Link = {
  readonly kind: "link";
  /** An address that is safe to follow, as browsers write it. */
  readonly href: string;
  /** Whether the address has to stand beside the label, because that could be taken for another. */
  readonly told: boolean;
  readonly children: readonly Inline[];
};

/** What a message consists of, from top to bottom. */
export type Block =
  | { readonly kind: "paragraph"; readonly children: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: number; readonly children: readonly Inline[] }
  | Fenced
  | { readonly kind: "quote"; readonly children: readonly Block[] }
  | List
  | { readonly kind: "rule" };

export type Fenced = {
  readonly kind: "fenced";
  /** Lower case letters, digits and `+#.-`; undefined if none was named. */
  readonly language: string | undefined;
  readonly text: string;
};

export type List = {
  readonly kind: "list";
  /** The number of the first item; undefined for bullets. */
  readonly start: number | undefined;
  readonly items: readonly (readonly Block[])[];
};
