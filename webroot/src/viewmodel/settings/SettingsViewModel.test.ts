import { beforeEach, describe, expect, it } from "vitest";
import type { Status } from "../../contract/generated.ts";
import { Appearing } from "../../model/Appearing.ts";
import { Befriending } from "../../model/Befriending.ts";
import { Failure } from "../../model/Failure.ts";
import { Relations } from "../../model/Relations.ts";
import { device, FakeAccount } from "../../testing/FakeAccount.ts";
import { People } from "../../model/People.ts";
import { FakeBus } from "../../testing/FakeBus.ts";
import { FakeClock, settled } from "../../testing/FakeClock.ts";
import { FakePage } from "../../testing/FakePage.ts";
import { ME, profile, refusal, silent } from "../../testing/samples.ts";
import { text } from "../../text/en.ts";
import { LastSeenViewModel } from "./LastSeenViewModel.svelte.ts";
import { OpennessViewModel } from "./OpennessViewModel.svelte.ts";
import type { OwnChat } from "./ProfileViewModel.svelte.ts";
import { SettingsViewModel } from "./SettingsViewModel.ts";

const NOW = Date.UTC(2026, 0, 15, 12);

describe("SettingsViewModel", () => {
  let account: FakeAccount;
  let page: FakePage;
  let settings: SettingsViewModel;
  let people: People;
  let changes: (readonly [string, Status | undefined])[];

  beforeEach(() => {
    account = new FakeAccount();
    page = new FakePage();
    const bus = new FakeBus();
    const relations = new Relations(bus, new FakeClock(), () => 0.5, silent);
    const openness = new OpennessViewModel(relations, new Befriending(bus, relations));
    const lastSeen = new LastSeenViewModel(relations, new Appearing(bus, relations));
    people = new People(bus, new FakeClock(), () => 0.5);
    people.put(profile("me", "Me Myself"));
    changes = [];
    bus.answer("chat.profile.change", ({ displayName, status }) => {
      changes.push([displayName, status]);
      const shown = profile("me", displayName, changes.length + 1);
      return status === undefined ? shown : { ...shown, status };
    });
    const chat: OwnChat = { me: ME, people };
    settings = new SettingsViewModel(chat, account, page, openness, lastSeen);
  });

  const asked = (question: string): number =>
    account.asked.filter((each) => each === question).length;

  it("readsAgainWhenSomebodyComesBackToThePage", async () => {
    settings.refresh();
    page.attend(true);
    expect(asked("devices")).toBe(1);
    page.attend(false);
    page.attend(true);
    await settled();
    expect(asked("devices")).toBe(2);
    settings.dispose();
    page.attend(false);
    page.attend(true);
    expect(asked("devices")).toBe(2);
  });

  describe("profile", () => {
    it("storesNameAndStatusUntilAnEnd", async () => {
      const form = settings.profile;
      expect(form.displayName).toBe("Me Myself");
      form.displayName = " Countess ";
      form.statusText = "Lunch";
      form.emoji = "\u2615";
      form.expiry = "hour";
      expect(await form.submit()).toBe(true);
      const status = { text: "Lunch", emoji: "\u2615", endsAt: NOW + 3_600_000 };
      expect(changes).toEqual([["Countess", status]]);
      expect(form.expiry).toBe("kept");
      await form.submit();
      expect(changes[1]).toEqual(["Countess", status]);
      await form.clearStatus();
      expect(changes[2]).toEqual(["Countess", undefined]);
    });

    it("wantsAName", async () => {
      settings.profile.displayName = "  ";
      expect(await settings.profile.submit()).toBe(false);
      expect(settings.profile.nameProblem).toBe(text.settings.profile.missingName);
      expect(changes).toEqual([]);
    });
  });

  describe("picture", () => {
    const png = new Blob(["png"], { type: "image/png" });

    it("showsTheNewPictureAtOnceAndTakesItAway", async () => {
      const { picture } = settings;
      account.picture = { ...profile("me", "Me", 2), avatar: "hash" };
      picture.choose({ width: 300, height: 200 });
      picture.zoom = 2;
      expect(picture.crop).toEqual({ x: 100, y: 50, side: 100 });
      await picture.submit(png);
      expect(picture.current).toBe("hash");
      expect(picture.chosen).toBeUndefined();
      account.picture = profile("me", "Me", 3);
      await picture.remove();
      expect(picture.current).toBeUndefined();
    });

    it("explainsWhatCannotBeShown", async () => {
      const { picture } = settings;
      picture.choose({ width: 3, height: 3 });
      await picture.submit(null);
      expect(picture.problem).toBe(text.settings.picture.unreadable);
      account.failure = refusal("MALFORMED", "image");
      await picture.submit(png);
      expect(picture.problem).toBe(text.settings.picture.unreadable);
      expect(picture.chosen).toBeDefined();
    });
  });

  describe("email", () => {
    it("isChangedWithThePassword", async () => {
      const { email } = settings;
      account.address = "me@example.org";
      await email.load();
      expect(email.email).toBe("me@example.org");
      email.email = "other@example.org";
      expect(await email.submit()).toBe(false);
      expect(email.firstWrong).toBe("emailPassword");
      email.password = "wrong";
      expect(await email.submit()).toBe(false);
      expect(email.problems.emailPassword).toBe(text.settings.password.wrong);
      email.password = account.password;
      expect(await email.submit()).toBe(true);
      expect(account.address).toBe("other@example.org");
    });

    it("saysWhetherItIsConfirmedWhereMailIsSent", async () => {
      const { email } = settings;
      const words = text.settings.email;
      await email.load();
      expect(email.standing).toBeUndefined();
      email.email = "me@example.org";
      email.password = account.password;
      await email.submit();
      expect(email.standing).toBe(words.unconfirmed("me@example.org"));
      account.confirmed = true;
      await email.load();
      expect(email.standing).toBe(words.confirmed("me@example.org"));
      account.mail = false;
      await email.load();
      expect(email.standing).toBeUndefined();
    });
  });

  describe("deletion", () => {
    it("asksOnceMoreAndForgetsThePassword", async () => {
      const { deletion } = settings;
      deletion.ask();
      expect(deletion.asking).toBe(false);
      deletion.password = "wrong";
      deletion.ask();
      expect(deletion.asking).toBe(true);
      expect(await deletion.confirm()).toBe(false);
      expect(deletion.passwordProblem).toBe(text.settings.password.wrong);
      expect(deletion.password).toBe("");
      deletion.password = account.password;
      deletion.ask();
      expect(await deletion.confirm()).toBe(true);
      expect(account.deleted).toBe(true);
    });
  });

  describe("links for forgotten passwords", () => {
    it("areMadeForAUserName", async () => {
      const { resets } = settings.administration;
      await resets.make();
      expect(resets.problem).toBe(text.signIn.missingUsername);
      resets.username = "@ada";
      await resets.make();
      expect(account.asked).toContain("reset ada");
      expect(resets.made?.link).toContain("reset/secret");
      account.failure = refusal("NOT_FOUND");
      resets.username = "nobody";
      await resets.make();
      expect(resets.problem).toBe(text.settings.resets.nobody);
    });
  });

  describe("password", () => {
    async function change(current: string, next: string): Promise<boolean> {
      settings.password.current = current;
      settings.password.next = next;
      return settings.password.submit();
    }

    it("isChangedAndTheOtherDevicesAreGone", async () => {
      account.listed = [...account.listed, device("there")];
      await settings.devices.load();
      expect(await change("old password", "new password")).toBe(true);
      expect(account.password).toBe("new password");
      expect(settings.password).toMatchObject({ done: true, current: "", next: "" });
      await settled();
      expect(settings.devices.rows?.map(({ id }) => id)).toEqual(["here"]);
    });

    it("asksForWhatIsMissingBeforeTheServerIsAsked", async () => {
      expect(await change("", "")).toBe(false);
      expect(settings.password.problems).toEqual({
        current: text.settings.password.missingCurrent,
        next: text.settings.password.missingNext,
      });
      expect(settings.password.firstWrong).toBe("current");
      expect(account.asked).toEqual([]);
    });

    it("tellsWhatTheServerRefusesByField", async () => {
      expect(await change("not it", "new password")).toBe(false);
      expect(settings.password.problems).toEqual({ current: text.settings.password.wrong });
      expect(await change("old password", "short")).toBe(false);
      expect(settings.password.problems).toEqual({ next: text.failures.password });
      account.failure = refusal("RATE_LIMITED");
      expect(await change("old password", "new password")).toBe(false);
      expect(settings.password.problems).toEqual({});
      expect(settings.password.problem).toBe(text.failures.rateLimited);
      expect(settings.password.current).toBe("old password");
    });

    it("mayHaveBeenChangedWhenNoAnswerCame", async () => {
      account.failure = Failure.unavailable("connection");
      expect(await change("old password", "new password")).toBe(false);
      expect(settings.password.problem).toBe(text.settings.password.noAnswer);
    });

    it("isChangedOnceByTwoClicks", async () => {
      settings.password.current = "old password";
      settings.password.next = "new password";
      await Promise.all([settings.password.submit(), settings.password.submit()]);
      expect(asked("password")).toBe(1);
    });

    it("saysNoLongerThatItIsDoneWhenTheNextChangeFails", async () => {
      await change("old password", "new password");
      await change("old password", "another password");
      expect(settings.password.done).toBe(false);
    });
  });

  describe("administration", () => {
    it("isOfferedToAdministrators", async () => {
      expect(settings.administration.administrator).toBeUndefined();
      account.failure = Failure.unavailable("connection");
      await settings.administration.load();
      expect(settings.administration.problem).toBe(text.failures.unavailable);
      expect(settings.administration.administrator).toBeUndefined();
      account.failure = undefined;
      account.administrator = true;
      await settings.administration.load();
      expect(settings.administration).toMatchObject({ administrator: true, problem: undefined });
    });

    it("knowsWhetherLinksAreOfUse", async () => {
      account.policy = "open";
      await settings.administration.load();
      expect(settings.administration.policy).toBe("open");
      account.policy = "closed";
      await settings.administration.load();
      expect(settings.administration.policy).toBe("closed");
    });

    it("isClaimedByTheSecretAndStaysSoWhileTheServerTellsItLate", async () => {
      const { administration } = settings;
      const { claim } = administration;
      account.secret = "right";
      await administration.load();
      expect(administration.administrator).toBe(false);
      await claim.submit();
      expect(claim.secretProblem).toBe(text.settings.claim.missing);
      claim.secret = "wrong";
      await claim.submit();
      expect(claim.secretProblem).toBe(text.settings.claim.wrong);
      claim.secret = " right\n";
      await claim.submit();
      expect(claim).toMatchObject({ secret: "", secretProblem: undefined });
      await administration.load();
      expect(administration).toMatchObject({ administrator: true, claimed: true });
    });

    it("makesLinksWhoseSecretNoServerSees", async () => {
      const { invites } = settings.administration;
      invites.uses = 5;
      invites.days = 7;
      await invites.make();
      expect(account.asked).toEqual(["invite 5 168"]);
      expect(invites.made).toEqual({
        link: "https://parley.example/#/invite/code",
        uses: 5,
        expiresAt: 168,
      });
      expect(await invites.copy()).toBe(true);
      expect(page.copied).toBe("https://parley.example/#/invite/code");
      expect(invites.copied).toBe(true);
    });

    it("tellsThatTheBrowserDoesNotCopy", async () => {
      const { invites } = settings.administration;
      expect(await invites.copy()).toBe(false);
      expect(invites.copied).toBeUndefined();
      page.mayCopy = false;
      await invites.make();
      expect(await invites.copy()).toBe(false);
      expect(invites.copied).toBe(false);
    });

    it.each([
      ["FORBIDDEN", text.settings.invites.notAdministrator],
      ["TOO_MANY", text.settings.invites.tooMany],
      ["UNAVAILABLE", text.failures.unavailable],
    ] as const)("tellsWhyThereIsNoLink: %s", async (name, told) => {
      const { invites } = settings.administration;
      await invites.make();
      account.failure = refusal(name);
      await invites.make();
      expect(invites.problem).toBe(told);
      expect(invites.made).toBeUndefined();
    });
  });
});
