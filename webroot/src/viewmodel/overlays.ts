import type { CreateRoomViewModel } from "./CreateRoomViewModel.svelte.ts";
import type { CreateGroupViewModel } from "./groups/CreateGroupViewModel.svelte.ts";
import type { JoinViewModel } from "./groups/JoinViewModel.svelte.ts";
import type { LinksViewModel } from "./groups/LinksViewModel.svelte.ts";
import type { MembersViewModel } from "./groups/MembersViewModel.svelte.ts";
import type { PreferencesViewModel } from "./groups/PreferencesViewModel.svelte.ts";
import type { PolicyViewModel } from "./groups/PolicyViewModel.svelte.ts";
import type { BefriendViewModel } from "./people/BefriendViewModel.svelte.ts";
import type { PictureViewModel } from "./settings/PictureViewModel.svelte.ts";
import type { SwitcherViewModel } from "./SwitcherViewModel.svelte.ts";

/** A window of the main area or above it. */
export type Overlay =
  | { readonly kind: "create"; readonly form: CreateRoomViewModel }
  | { readonly kind: "switcher"; readonly switcher: SwitcherViewModel }
  | { readonly kind: "group"; readonly form: CreateGroupViewModel }
  | { readonly kind: "members"; readonly members: MembersViewModel }
  | {
      readonly kind: "policy";
      readonly form: PolicyViewModel;
      readonly picture: PictureViewModel;
      readonly links: LinksViewModel;
    }
  | { readonly kind: "preferences"; readonly form: PreferencesViewModel }
  | { readonly kind: "join"; readonly form: JoinViewModel }
  | { readonly kind: "befriend"; readonly form: BefriendViewModel }
  | { readonly kind: "logOut" }
  /** Why the invitation that was followed is of no use here. */
  | { readonly kind: "invited" };

/** Ends what a window began: searches, and what it listens to. */
export function endOverlay(overlay: Overlay | undefined): void {
  if (overlay?.kind === "switcher") {
    overlay.switcher.dispose();
  } else if (overlay?.kind === "group") {
    overlay.form.dispose();
  } else if (overlay?.kind === "join") {
    overlay.form.dispose();
  } else if (overlay?.kind === "members") {
    overlay.members.dispose();
  }
}
