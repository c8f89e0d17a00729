import { mount } from "svelte";
import { uuidv7 } from "uuidv7";
import { CONTRACT_VERSION } from "./contract/generated.ts";
import type { Me } from "./model/account.ts";
import { Chat } from "./model/Chat.ts";
import { Idleness } from "./model/Idleness.ts";
import { Account } from "./net/Account.ts";
import { Connection } from "./net/Connection.ts";
import { Http } from "./net/Http.ts";
import { Session } from "./net/Session.ts";
import { BrowserActivity } from "./platform/BrowserActivity.ts";
import { BrowserCache } from "./platform/BrowserCache.ts";
import { BrowserClock } from "./platform/BrowserClock.ts";
import { BrowserDrafts } from "./platform/BrowserDrafts.ts";
import { BrowserOutbox, outboxName } from "./platform/BrowserOutbox.ts";
import { BrowserPage } from "./platform/BrowserPage.ts";
import { BrowserSight } from "./platform/BrowserSight.ts";
import { ConsoleLog } from "./platform/ConsoleLog.ts";
import { exclusively, inTurn, renewalNonce } from "./platform/exclusively.ts";
import { bridgeUrl, onNetworkHint } from "./platform/network.ts";
import { BrowserMark } from "./platform/BrowserMark.ts";
import { forgetAccount, goOnForgetting, onForgotten } from "./platform/traces.ts";
import App from "./view/App.svelte";
import { AppViewModel, type RunningChat } from "./viewmodel/AppViewModel.svelte.ts";
import { ChatViewModel } from "./viewmodel/ChatViewModel.svelte.ts";
import { ConnectionViewModel } from "./viewmodel/ConnectionViewModel.ts";
import "./view/styles/tokens.css";
import "./view/styles/base.css";

const clock = new BrowserClock();
const log = new ConsoleLog();
const page = new BrowserPage();
const activity = new BrowserActivity();
const sight = new BrowserSight();
const drafts = new BrowserDrafts();
const random = Math.random;
const session = new Session(new Http((path, init) => fetch(path, init)), exclusively, () =>
  renewalNonce(uuidv7, () => clock.now()),
);

function openChat(me: Me): RunningChat {
  const connection = new Connection({
    openSocket: () => new WebSocket(bridgeUrl(CONTRACT_VERSION)),
    confirmSession: () => session.confirm(me.account),
    onHint: onNetworkHint,
    clock,
    random,
    log,
  });
  const notMine = (): void => connection.doubt();
  goOnForgetting();
  const store = new BrowserOutbox(me.account);
  const claimTurn = (begin: () => void): (() => void) => inTurn(outboxName(me.account), begin);
  const unsent = { store, claimTurn };
  const cache = new BrowserCache(me.account, CONTRACT_VERSION);
  const bus = connection;
  const chat = new Chat(me, { bus, clock, random, newId: uuidv7, log, unsent, cache, notMine });
  const idleness = new Idleness(bus, clock, random, activity);
  const status = new ConnectionViewModel(connection, chat.outbox, page);
  const account = new Account(session, me.account, notMine);
  const around = { account, page, sight, drafts, clock, newId: uuidv7 };
  const view = new ChatViewModel(chat, status, around);
  return {
    me,
    view,
    connect: (sessionOver) =>
      connection.start({
        connected: () => {
          chat.connected();
          idleness.connected();
        },
        disconnected: () => {
          idleness.disconnected();
          chat.disconnected();
        },
        deliver: (address, body) => chat.deliver(address, body),
        probe: (deadlineMs) => chat.probe(deadlineMs),
        sessionOver,
      }),
    dispose: () => {
      connection.stop();
      view.dispose();
      chat.dispose();
      idleness.dispose();
    },
  };
}

const mark = new BrowserMark();
const app = new AppViewModel({
  session,
  openChat,
  page,
  mark,
  forgetAccount: (account) => {
    drafts.forget(account);
    forgetAccount(account);
  },
  onForgotten: (hear) =>
    onForgotten((account) => {
      drafts.forget(account);
      hear(account);
    }),
  clock,
  random,
});
page.guardLeaving(() => app.unkept > 0);

const target = document.getElementById("app");
if (target !== null) {
  mount(App, { target, props: { app } });
}
goOnForgetting();
void app.start();
